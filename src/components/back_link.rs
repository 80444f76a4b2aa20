//! The way back.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Icon, IconName, Words};
use crate::view;

/// A link to the page before this one, above the heading.
#[component]
pub fn BackLink(
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// Its words, when "Back" does not say enough: "All cases".
    #[prop(into, optional)]
    label: Option<TextProp>,
) -> impl IntoView {
    let words = Words::here();
    let label = label.unwrap_or_else(|| words.back.into());
    view! {
        <nav class="back" aria-label=words.back>
            <a class="back-link" href=move || href.get()>
                <Icon name=IconName::ArrowLeft />
                <span>{move || label.get()}</span>
            </a>
        </nav>
    }
}
