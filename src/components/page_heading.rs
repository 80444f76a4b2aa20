//! The heading of a page.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::view;

/// The `h1`. After a move from page to page the focus lands here, so that a screen reader says where one is.
#[component]
pub fn PageHeading(
    /// The heading.
    #[prop(into)]
    text: TextProp,
    /// A line above it that says which part of a longer thing this is: "About your child".
    #[prop(into, optional)]
    caption: Option<TextProp>,
) -> impl IntoView {
    view! {
        <div class="page-heading">
            {caption.map(|caption| view! { <p class="page-heading__caption">{move || caption.get()}</p> })}
            <h1 class="page-heading__text" tabindex="-1" data-page-heading="">{move || text.get()}</h1>
        </div>
    }
}
