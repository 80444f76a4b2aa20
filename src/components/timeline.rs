//! What happened, day by day.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Icon, IconName};
use crate::markup::Node;
use crate::view;

/// What happened, newest day first.
#[component]
pub fn Timeline(
    /// `TimelineDay`s.
    children: Children,
) -> impl IntoView {
    view! { <div class="timeline">{children()}</div> }
}

/// One day: "Today", "Yesterday", "Tuesday 16 June 2026".
#[component]
pub fn TimelineDay(
    /// The day in words.
    #[prop(into)]
    heading: TextProp,
    /// `TimelineEntry`s, earliest first.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="timeline__day">
            <h3 class="timeline__heading">{move || heading.get()}</h3>
            <ol class="timeline__entries">{children()}</ol>
        </section>
    }
}

/// One thing that happened.
#[component]
pub fn TimelineEntry(
    /// What, in a few words.
    #[prop(into)]
    title: TextProp,
    /// What kind of thing.
    icon: IconName,
    /// Who, and when if a time is known: "Priya, 8:06am".
    #[prop(into, optional)]
    who: Option<TextProp>,
    /// Where the whole of it is.
    #[prop(into, optional)]
    href: Option<Signal<String>>,
    /// What was written.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let text = move || title.get();
    view! {
        <li class="timeline__entry">
            <span class="timeline__mark"><Icon name=icon /></span>
            <div class="timeline__body">
                <p class="timeline__title">
                    {match href {
                        Some(href) => view! { <a href=move || href.get()>{text}</a> },
                        None => Node::of(text),
                    }}
                </p>
                {who.map(|who| view! { <p class="timeline__who">{move || who.get()}</p> })}
                {children.map(|children| view! { <div class="timeline__text">{children()}</div> })}
            </div>
        </li>
    }
}
