//! The ways to send: share, file and e-mail, message, post. Each says what to do and does what it can.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::components::{
    Announcer, Button, ButtonLook, Choice, CopyButton, IconName, LinkButton, Notice, Radios, Tone,
};
use crate::platform::{download, mail, share};
use crate::public::journey::Journey;
use crate::public::route::Route;
use crate::public::words::{fill, sending};

/// What the ways have in common.
#[derive(Clone)]
struct Parcel {
    file: String,
    email: Option<String>,
    mail_link: Option<String>,
}

impl Parcel {
    fn of(journey: Journey) -> Self {
        let file = journey.locked(|locked| locked.file_name()).unwrap_or_default();
        let email = journey.inbox_email();
        let subject = journey.service(|service| fill(sending::EMAIL_SUBJECT, service));
        let body = sending::EMAIL_BODY.replace("{file}", &file);
        let mail_link = email.as_ref().map(|email| mail::mail_link(email, &subject, &body));
        Self { file, email, mail_link }
    }

    fn said(&self, text: &str) -> String {
        text.replace("{file}", &self.file)
            .replace("{email}", self.email.as_deref().unwrap_or("us"))
    }
}

/// The first step: how to send.
#[component]
pub(super) fn Ways() -> impl IntoView {
    let journey = Journey::here();
    let parcel = StoredValue::new(Parcel::of(journey));
    let chosen = RwSignal::new(String::new());
    let has_email = parcel.with_value(|parcel| parcel.email.is_some());
    let can_share = parcel.with_value(|parcel| share::can_share_file(&parcel.file));
    let mut choices = Vec::new();
    if can_share {
        choices.push(Choice::new("share", sending::SHARE).reveal(move || by_share(journey)));
    }
    if has_email {
        choices.push(Choice::new("file", sending::BY_FILE).reveal(move || by_file(journey, parcel)));
        choices.push(Choice::new("text", sending::BY_TEXT).reveal(move || by_text(journey, parcel)));
    }
    choices.push(Choice::new("post", sending::BY_POST).reveal(by_post));
    view! { <Radios legend=sending::WHICH_WAY choices value=chosen /> }
}

fn by_share(journey: Journey) -> impl IntoView {
    let press = move || {
        let Some((name, bytes)) = journey.locked(|locked| (locked.file_name(), locked.bytes().to_vec())) else {
            return;
        };
        spawn_local(async move {
            // Closing the sheet is no fault, and even a shared file may not have been sent: the page says nothing either way.
            let _ = share::share_file(&name, &bytes).await;
        });
    };
    view! {
        <p>{sending::SHARE_BODY}</p>
        <Button label=sending::SHARE on_press=press look=ButtonLook::Secondary icon=IconName::Share />
    }
}

fn by_file(journey: Journey, parcel: StoredValue<Parcel>) -> impl IntoView {
    let (add, link) = parcel.with_value(|parcel| (parcel.said(sending::ADD_FILE), parcel.mail_link.clone()));
    view! {
        <SaveFile journey />
        <p>{add}</p>
        {link.map(|link| view! { <LinkButton label=sending::WRITE_EMAIL href=Signal::stored(link) look=ButtonLook::Secondary icon=IconName::Mail /> })}
    }
}

fn by_text(journey: Journey, parcel: StoredValue<Parcel>) -> impl IntoView {
    let text = Signal::derive(move || journey.locked(|locked| locked.text()).unwrap_or_default());
    view! {
        <p>{parcel.with_value(|parcel| parcel.said(sending::COPY_BODY))}</p>
        <CopyButton label=sending::COPY text />
    }
}

fn by_post() -> impl IntoView {
    view! {
        <p>{sending::POST_BODY}</p>
        <LinkButton label=sending::PRINT_ANSWERS href=Signal::stored(Route::Print.href()) look=ButtonLook::Secondary icon=IconName::Printer />
    }
}

/// Saves the locked file, and says that it is not sent by that.
#[component]
pub(super) fn SaveFile(journey: Journey) -> impl IntoView {
    let announcer = Announcer::here();
    let outcome = RwSignal::new(None::<bool>);
    let press = move || {
        let saved = journey
            .locked(|locked| download::download(&locked.file_name(), locked.bytes()).is_ok())
            .unwrap_or(false);
        outcome.set(Some(saved));
        announcer.status(if saved { sending::SAVED } else { sending::NOT_SAVED });
    };
    view! {
        <Button label=sending::SAVE on_press=press look=ButtonLook::Secondary icon=IconName::Download />
        {move || outcome.get().map(|saved| {
            let (tone, said) = if saved { (Tone::Info, sending::SAVED) } else { (Tone::Danger, sending::NOT_SAVED) };
            view! { <Notice tone><p>{said}</p></Notice> }
        })}
    }
}
