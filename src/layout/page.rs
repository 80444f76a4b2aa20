//! One page: its title, its heading, its content. Nobody can make one without the first two.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;
use leptos::text_prop::TextProp;
use wasm_bindgen::JsCast;

use super::place;
use super::skip_link::MAIN;
use super::title::keep_title;
use crate::components::{BackLink, ErrorSummary, PageHeading, Problems};
use crate::view;

/// True until the first page has been shown: on loading, the focus stays where the browser put it.
static FIRST: AtomicBool = AtomicBool::new(true);

/// Focuses the heading of the page that has just been rendered, and goes to its top, or on Back to where one was.
fn arrive() {
    let depth = place::arrive().unwrap_or(0.0);
    if FIRST.swap(false, Ordering::Relaxed) {
        return;
    }
    request_animation_frame(move || {
        if let Ok(Some(heading)) = document().query_selector("[data-page-heading]")
            && let Ok(heading) = heading.dyn_into::<web_sys::HtmlElement>()
        {
            // A heading with a tabindex takes the focus; if the browser refuses, it stays where it was.
            let _ = heading.focus();
        }
        place::go_to(depth);
    });
}

/// Arrives on mounting, and again when the heading of the same page changes, as from question to question.
fn arrive_when_changed(heading: impl Fn() -> String + 'static) {
    Effect::new(move |before: Option<String>| {
        let now = heading();
        if before.as_ref() != Some(&now) {
            arrive();
        }
        now
    });
}

/// A page with a heading of its own.
#[component]
pub fn Page(
    /// What the page is, for the tab; never a name or an answer.
    #[prop(into)]
    title: TextProp,
    /// The `h1`; often the same words, and here a name may stand.
    #[prop(into)]
    heading: TextProp,
    /// A line above the heading.
    #[prop(into, optional)]
    caption: Option<TextProp>,
    /// Where "Back" leads.
    #[prop(into, optional)]
    back: Option<Signal<String>>,
    /// What the back link says instead of "Back".
    #[prop(into, optional)]
    back_label: Option<TextProp>,
    /// What is wrong with the answers; the summary stands above the heading.
    #[prop(optional)]
    problems: Option<Problems>,
    /// What stands above `main` on several pages: the identity bar and the navigation of a case.
    #[prop(into, optional)]
    above: Option<ViewFn>,
    /// The content.
    children: Children,
) -> impl IntoView {
    let words = heading.clone();
    arrive_when_changed(move || words.get().into_owned());
    keep_title(move || title.get().into_owned(), problems);
    view! {
        {back_link(back, back_label)}
        {above.map(|above| view! { <div class="page__above">{above.run()}</div> })}
        <main class="page" id=MAIN tabindex="-1">
            {problems.map(|problems| view! { <ErrorSummary problems /> })}
            {match caption {
                Some(caption) => view! { <PageHeading text=heading caption /> },
                None => view! { <PageHeading text=heading /> },
            }}
            {children()}
        </main>
    }
}

/// A page whose heading is inside: the label of its one question, or a `Panel`.
#[component]
pub fn QuestionPage(
    /// What the page asks, for the tab; when it changes, the focus goes to the new heading.
    #[prop(into)]
    title: TextProp,
    /// A line above the question: "About your child".
    #[prop(into, optional)]
    caption: Option<TextProp>,
    /// Where "Back" leads.
    #[prop(into, optional)]
    back: Option<Signal<String>>,
    /// What is wrong with the answers.
    #[prop(optional)]
    problems: Option<Problems>,
    /// The question, with `heading=true`, or a `Panel`.
    children: Children,
) -> impl IntoView {
    let words = title.clone();
    arrive_when_changed(move || words.get().into_owned());
    keep_title(move || title.get().into_owned(), problems);
    view! {
        {back_link(back, None)}
        <main class="page" id=MAIN tabindex="-1">
            {problems.map(|problems| view! { <ErrorSummary problems /> })}
            {caption.map(|caption| view! { <p class="page-heading__caption">{move || caption.get()}</p> })}
            {children()}
        </main>
    }
}

fn back_link(href: Option<Signal<String>>, label: Option<TextProp>) -> impl IntoView {
    href.map(|href| match label {
        Some(label) => view! { <BackLink href label /> },
        None => view! { <BackLink href /> },
    })
}
