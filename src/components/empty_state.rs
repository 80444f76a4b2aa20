//! Nothing here, and why.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::Mark;
use crate::view;

/// What a list says when it is empty, so that nobody thinks it is broken.
#[component]
pub fn EmptyState(
    /// That there is nothing: "You have nothing due today".
    #[prop(into)]
    title: TextProp,
    /// What would put something here, and a button if there is one.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Mark />
            <p class="empty__title">{move || title.get()}</p>
            {children.map(|children| view! { <div class="empty__body">{children()}</div> })}
        </div>
    }
}
