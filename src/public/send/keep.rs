//! Locked, but not to be sent today: how to keep the file.

use leptos::prelude::*;

use super::clear::ClearAll;
use super::not_locked::NotLocked;
use super::ways::SaveFile;
use crate::layout::Page;
use crate::public::journey::Journey;
use crate::public::route::Route;
use crate::public::words::sending;

/// Save the file, send it later, clear the page.
#[component]
pub(in crate::public) fn Keep() -> impl IntoView {
    let journey = Journey::here();
    let Some(file) = journey.locked(|locked| locked.file_name()) else {
        return view! { <NotLocked /> }.into_any();
    };
    let email = journey.locked(|locked| locked.inbox().email.clone()).flatten();
    let email = email
        .or_else(|| journey.service(|service| service.contacts.email.clone()))
        .unwrap_or_else(|| "us".to_owned());
    let steps =
        sending::KEEP_STEPS.map(|step| view! { <li>{step.replace("{file}", &file).replace("{email}", &email)}</li> });
    view! {
        <Page title=sending::KEEP heading=sending::KEEP back=Signal::stored(Route::Send.href())>
            <div class="prose"><ol>{steps.collect_view()}</ol></div>
            <SaveFile journey />
            <h2>{sending::CLEAR_HEADING}</h2>
            <p>{sending::CLEAR_BODY}</p>
            <ClearAll />
        </Page>
    }
    .into_any()
}
