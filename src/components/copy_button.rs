//! Copying a text.

use leptos::prelude::*;
use leptos::text_prop::TextProp;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{Announcer, Button, ButtonLook, Field, FieldId, IconName, Words};
use crate::view;

/// Copies a text and says so, in sight and aloud. Where the browser does not allow it, the text is shown to be copied by hand.
#[component]
pub fn CopyButton(
    /// What it copies: "Copy the message".
    #[prop(into)]
    label: TextProp,
    /// The text, asked for when the button is pressed.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let words = Words::here();
    let announcer = Announcer::here();
    let outcome = RwSignal::new("");
    let copy = move || {
        let clipboard = window().navigator().clipboard();
        // Some browsers have no clipboard to ask, whatever the types say.
        let copied = (!clipboard.is_undefined()).then(|| clipboard.write_text(&text.get_untracked()));
        spawn_local(async move {
            let done = match copied {
                Some(copied) => JsFuture::from(copied).await.is_ok(),
                None => false,
            };
            let said = if done { words.copied } else { words.not_copied };
            // The page may have gone while the browser asked.
            if outcome.try_set(said).is_none() {
                announcer.status(said);
            }
        });
    };
    let by_hand = move || {
        (outcome.get() == words.not_copied).then(|| {
            let id = FieldId::new();
            view! {
                <Field id label=words.text_to_copy.into() hint=None error=Signal::default() heading=false>
                    <textarea class="input input--area" id=id.control() rows="6" readonly dir="ltr" translate="no">
                        {text.get_untracked()}
                    </textarea>
                </Field>
            }
        })
    };
    view! {
        <div class="copy">
            <Button label look=ButtonLook::Secondary icon=IconName::Copy on_press=copy />
            <span class="copy__outcome">{move || outcome.get()}</span>
        </div>
        {by_hand}
    }
}
