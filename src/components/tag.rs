//! A state in one or two words.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::Tone;
use crate::view;

/// A state in one or two words, in sentence case. Not a button, and never the only sign.
#[component]
pub fn Tag(
    /// The state.
    #[prop(into)]
    text: TextProp,
    /// What it is about; done is plain, so that what is not done stands out.
    #[prop(optional)]
    tone: Tone,
) -> impl IntoView {
    view! { <strong class="tag" data-tone=tone.slug()>{move || text.get()}</strong> }
}
