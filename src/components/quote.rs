//! Somebody's own words.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::view;

/// Somebody's own words, whole and unchanged: shown with their line breaks, to be copied and printed, never edited.
#[component]
pub fn WordForWord(
    /// Whose words: "Word for word from the family, not changed".
    #[prop(into)]
    whose: TextProp,
    /// The words, exactly.
    #[prop(into)]
    text: Signal<String>,
    /// The language they are in, such as `pl`, when it is not the page's.
    #[prop(optional)]
    lang: Option<String>,
) -> impl IntoView {
    view! {
        <figure class="quote">
            <blockquote class="quote__text" dir="auto" lang=lang>{move || text.get()}</blockquote>
            <figcaption class="quote__whose">{move || whose.get()}</figcaption>
        </figure>
    }
}

/// An inset: a line that belongs to the text and stands out from it.
#[component]
pub fn Inset(
    /// The line.
    children: Children,
) -> impl IntoView {
    view! { <div class="inset">{children()}</div> }
}
