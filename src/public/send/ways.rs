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
use crate::view;

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

    /// A way in words: those for an address where the service has one, else those that say to ask for one.
    fn said(&self, to_address: &str, alone: &str) -> String {
        match &self.email {
            Some(email) => to_address.replace("{email}", email),
            None => alone.to_owned(),
        }
        .replace("{file}", &self.file)
    }
}

/// The first step: how to send.
#[component]
pub(super) fn Ways() -> impl IntoView {
    let journey = Journey::here();
    let parcel = StoredValue::new(Parcel::of(journey));
    let chosen = RwSignal::new(String::new());
    let by_file_words = parcel.with_value(|parcel| parcel.said(sending::BY_FILE, sending::BY_FILE_ALONE));
    let can_share = parcel.with_value(|parcel| share::can_share_file(&parcel.file));
    let mut choices = Vec::new();
    if can_share {
        choices.push(Choice::new("share", sending::SHARE).reveal(move || by_share(journey)));
    }
    choices.push(Choice::new("file", by_file_words).reveal(move || by_file(journey, parcel)));
    choices.push(Choice::new("text", sending::BY_TEXT).reveal(move || by_text(journey, parcel)));
    // Without an address nobody could post it.
    if journey.service(|service| !service.contacts.address.is_empty()) {
        choices.push(Choice::new("post", sending::BY_POST).reveal(by_post));
    }
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
    let (add, link) = parcel.with_value(|parcel| {
        let add = parcel.said(sending::ADD_FILE, sending::ADD_FILE_ALONE);
        (add, parcel.mail_link.clone())
    });
    view! {
        <SaveFile journey />
        <p>{add}</p>
        {link.map(|link| view! { <LinkButton label=sending::WRITE_EMAIL href=Signal::stored(link) look=ButtonLook::Secondary icon=IconName::Mail /> })}
    }
}

fn by_text(journey: Journey, parcel: StoredValue<Parcel>) -> impl IntoView {
    let text = Signal::derive(move || journey.locked(|locked| locked.text()).unwrap_or_default());
    view! {
        <p>{parcel.with_value(|parcel| parcel.said(sending::COPY_BODY, sending::COPY_BODY_ALONE))}</p>
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lei_31_without_an_address_a_way_says_how_to_get_one() {
        let parcel = |email: Option<&str>| Parcel {
            file: "form-7F3K29.locked".to_owned(),
            email: email.map(str::to_owned),
            mail_link: None,
        };
        for (to_address, alone) in [
            (sending::BY_FILE, sending::BY_FILE_ALONE),
            (sending::ADD_FILE, sending::ADD_FILE_ALONE),
            (sending::COPY_BODY, sending::COPY_BODY_ALONE),
        ] {
            let with = parcel(Some("help@example.org")).said(to_address, alone);
            assert!(with.contains("mail") && !with.contains('{'), "{with}");
            let without = parcel(None).said(to_address, alone);
            assert!(!without.contains("mail") && !without.contains('{'), "{without}");
        }
    }
}
