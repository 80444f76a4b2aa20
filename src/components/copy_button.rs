//! Copying a text.

use leptos::prelude::*;
use leptos::text_prop::TextProp;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{Announcer, Button, ButtonLook, IconName, Words};

/// Copies a text and says so, in sight and aloud. Where the browser does not allow it, it says what to do instead.
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
        let copied = clipboard.write_text(&text.get_untracked());
        spawn_local(async move {
            let said = if JsFuture::from(copied).await.is_ok() {
                words.copied
            } else {
                words.not_copied
            };
            // The page may have gone while the browser asked.
            if outcome.try_set(said).is_none() {
                announcer.status(said);
            }
        });
    };
    view! {
        <div class="copy">
            <Button label look=ButtonLook::Secondary icon=IconName::Copy on_press=copy />
            <span class="copy__outcome">{outcome}</span>
        </div>
    }
}
