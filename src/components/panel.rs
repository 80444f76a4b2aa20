//! The one thing a page is about.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::Tone;
use crate::view;

/// A large panel with the page's heading: "Your answers are not sent yet" (warning), "You said you sent it" (good).
///
/// It carries the `h1`; such a page uses `QuestionPage`, whose heading is inside.
#[component]
pub fn Panel(
    /// The heading.
    #[prop(into)]
    heading: TextProp,
    /// What it is about; nothing is good before a person said that it is.
    #[prop(optional)]
    tone: Tone,
    /// A line or two, such as the reference code.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="panel" data-tone=tone.slug()>
            <h1 class="panel__heading" tabindex="-1" data-page-heading="">{move || heading.get()}</h1>
            {children.map(|children| view! { <div class="panel__body">{children()}</div> })}
        </div>
    }
}

/// A short code that people read to each other on the telephone: large, grouped, and spelled out for those who hear it.
#[component]
pub fn Reference(
    /// What the code is called.
    #[prop(into)]
    label: TextProp,
    /// The code, such as `7F3K29`.
    #[prop(into)]
    code: Signal<String>,
) -> impl IntoView {
    let spelled = move || code.with(|code| code.chars().map(String::from).collect::<Vec<_>>().join(" "));
    let grouped = move || {
        code.with(|code| {
            let letters: Vec<char> = code.chars().collect();
            letters
                .chunks(3)
                .map(|group| group.iter().collect::<String>())
                .collect::<Vec<_>>()
                .join(" ")
        })
    };
    view! {
        <p class="reference">
            <span class="reference__label">{move || label.get()}</span>
            <span class="reference__code" aria-hidden="true" dir="ltr">{grouped}</span>
            <span class="visually-hidden">": " {spelled}</span>
        </p>
    }
}
