//! The first thing that a family sees.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::Mark;
use crate::view;

/// The heading of the home page beside our mark. It carries the `h1`; such a page uses `QuestionPage`, whose heading is inside.
///
/// `index.html` holds the same markup, so that nothing moves when the app takes its place.
#[component]
pub fn Welcome(
    /// What is done here.
    #[prop(into)]
    heading: TextProp,
    /// What we promise, in a line or two.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="welcome">
            <div class="welcome__text">
                <h1 class="welcome__heading" tabindex="-1" data-page-heading="">{move || heading.get()}</h1>
                {children()}
            </div>
            <Mark />
        </div>
    }
}
