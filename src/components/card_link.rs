//! A task to choose, as one large link.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Icon, IconName};
use crate::view;

/// Cards side by side where there is room.
#[component]
pub fn Cards(
    /// `CardLink`s.
    children: Children,
) -> impl IntoView {
    view! { <ul class="cards">{children()}</ul> }
}

/// A task to choose. The whole card is one link.
#[component]
pub fn CardLink(
    /// What one wants to do, in one's own words.
    #[prop(into)]
    title: TextProp,
    /// Where it is done.
    #[prop(into)]
    href: Signal<String>,
    /// One line about it.
    #[prop(into, optional)]
    hint: Option<TextProp>,
    /// A picture of it.
    #[prop(optional)]
    icon: Option<IconName>,
    /// True for the one task that most people come for.
    #[prop(optional)]
    lead: bool,
) -> impl IntoView {
    view! {
        <li class="card" class:card--lead=lead>
            <a class="card__link" href=move || href.get()>
                {icon.map(|name| view! { <span class="card__mark"><Icon name /></span> })}
                <span class="card__text">
                    <span class="card__title">{move || title.get()}</span>
                    {hint.map(|hint| view! { <span class="card__hint">{move || hint.get()}</span> })}
                </span>
                <span class="card__arrow"><Icon name=IconName::ArrowRight /></span>
            </a>
        </li>
    }
}
