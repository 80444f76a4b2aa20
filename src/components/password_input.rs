//! A passphrase.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::field::{described_by, invalid};
use super::{Field, FieldId, Words};
use crate::view;

/// A passphrase with a button that shows and hides it.
///
/// Paste and password managers work, there is no limit of length, and nothing is corrected or capitalised. When the form that
/// holds it is sent, set `shown` to false.
#[component]
pub fn PasswordInput(
    /// What is asked.
    #[prop(into)]
    label: TextProp,
    /// What was typed.
    value: RwSignal<String>,
    /// The field, when the page has an error summary.
    #[prop(default = FieldId::new())]
    id: FieldId,
    /// Help that stays in sight.
    #[prop(into, optional)]
    hint: Option<TextProp>,
    /// What is wrong, if anything.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
    /// `current-password` to open, `new-password` to set, `off` for a recovery code.
    #[prop(default = "current-password")]
    autocomplete: &'static str,
    /// Whether the text can be seen.
    #[prop(default = RwSignal::new(false))]
    shown: RwSignal<bool>,
) -> impl IntoView {
    let words = Words::here();
    let described = described_by(id, hint.is_some(), error, None);
    let spoken = label.clone();
    view! {
        <Field id label hint error heading=false>
            <div class="password">
                <input
                    class="input"
                    id=id.control()
                    name=id.control()
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete=autocomplete
                    autocapitalize="off"
                    spellcheck="false"
                    dir="ltr"
                    aria-describedby=described
                    aria-invalid=invalid(error)
                    bind:value=value
                />
                <button
                    class="button button--secondary password__toggle"
                    type="button"
                    aria-controls=id.control()
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    {move || if shown.get() { words.hide } else { words.show }}
                    <span class="visually-hidden">" " {move || spoken.get().to_lowercase()}</span>
                </button>
            </div>
        </Field>
    }
}
