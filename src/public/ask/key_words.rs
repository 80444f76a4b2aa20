//! The six words by which people know the service's key.

use evenhand_engine::form::fingerprint;
use leptos::prelude::*;

use crate::components::Inset;
use crate::public::journey::Journey;
use crate::public::words::asking;

/// The six words, and what to compare them with. Nothing where there is no key to trust.
#[component]
pub(in crate::public) fn KeyWords() -> impl IntoView {
    let journey = Journey::here();
    let words = journey.locked(|locked| locked.fingerprint().to_owned()).or_else(|| {
        let inbox = journey.service(|service| service.inbox.clone())?;
        fingerprint(&inbox).ok()
    });
    words.map(|words| {
        view! {
            <Inset>
                <p><strong>{asking::KEY} ": "</strong> <span class="key-words" translate="no">{words}</span></p>
                <p>{asking::KEY_BODY}</p>
            </Inset>
        }
    })
}
