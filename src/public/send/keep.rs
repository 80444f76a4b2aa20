//! Locked, but not to be sent today: how to keep the file.

use leptos::prelude::*;

use super::clear::ClearAll;
use super::not_locked::not_locked;
use super::ways::SaveFile;
use crate::layout::Page;
use crate::markup::Node;
use crate::public::journey::Journey;
use crate::public::route::Route;
use crate::public::words::sending;
use crate::view;

/// Save the file, send it later, clear the page.
pub(in crate::public) fn keep() -> Node {
    let journey = Journey::here();
    let Some(file) = journey.locked(|locked| locked.file_name()) else {
        return not_locked();
    };
    let email = journey.inbox_email().unwrap_or_else(|| "us".to_owned());
    let step = |step: &str| step.replace("{file}", &file).replace("{email}", &email);
    let steps: Vec<Node> = sending::KEEP_STEPS
        .iter()
        .map(|words| view! { <li>{step(words)}</li> })
        .collect();
    view! {
        <Page title=sending::KEEP heading=sending::KEEP back=Signal::stored(Route::Send.href())>
            <div class="prose"><ol>{steps}</ol></div>
            <SaveFile journey />
            <h2>{sending::CLEAR_HEADING}</h2>
            <p>{sending::CLEAR_BODY}</p>
            <ClearAll />
        </Page>
    }
}
