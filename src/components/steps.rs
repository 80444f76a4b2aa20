//! What to do, one after the other.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::view;

/// Numbered steps, all in sight.
#[component]
pub fn Steps(
    /// `Step`s.
    children: Children,
) -> impl IntoView {
    view! { <ol class="steps">{children()}</ol> }
}

/// One step.
#[component]
pub fn Step(
    /// What to do, as a verb.
    #[prop(into)]
    heading: TextProp,
    /// How.
    children: Children,
) -> impl IntoView {
    view! {
        <li class="step">
            <h2 class="step__heading">{move || heading.get()}</h2>
            <div class="step__body stack">{children()}</div>
        </li>
    }
}
