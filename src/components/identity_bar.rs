//! Whose case this is.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::view;

/// Whose case this is, on every page of the case, with what must not be overlooked.
#[component]
pub fn IdentityBar(
    /// The case's code.
    #[prop(into)]
    code: TextProp,
    /// The preferred name.
    #[prop(into)]
    name: TextProp,
    /// `IdentityFact`s.
    children: Children,
) -> impl IntoView {
    let label = code.clone();
    view! {
        <section class="identity" aria-label=move || label.get()>
            <p class="identity__who">
                <bdi class="identity__name">{move || name.get()}</bdi>
                <span class="identity__code">{move || code.get()}</span>
            </p>
            <dl class="identity__facts">{children()}</dl>
        </section>
    }
}

/// A fact at a glance.
#[component]
pub fn IdentityFact(
    /// What it is: "Worker", "Consent", "Needs".
    #[prop(into)]
    label: TextProp,
    /// What it says; a `Tag` for a state.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="identity__fact">
            <dt>{move || label.get()}</dt>
            <dd>{children()}</dd>
        </div>
    }
}
