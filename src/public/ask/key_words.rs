//! The six words by which people know the service's key.

use leptos::prelude::*;

use crate::components::Inset;
use crate::public::journey::Journey;
use crate::public::words::asking;
use crate::view;

/// The six words of the inbox that the answers go to, and what to compare them with. Nothing where there is no key to trust.
#[component]
pub(in crate::public) fn KeyWords() -> impl IntoView {
    let journey = Journey::here();
    let compare = if journey.goes_elsewhere() {
        asking::KEY_SECOND
    } else {
        asking::KEY_BODY
    };
    journey.key_words().map(|words| {
        view! {
            <Inset>
                <p><strong>{asking::KEY} ": "</strong> <span class="key-words" translate="no">{words}</span></p>
                <p>{compare}</p>
            </Inset>
        }
    })
}
