//! A message in the page.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Icon, IconName};
use crate::view;

/// What a message, a label or a panel is about. The words say it too; colour only repeats them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing in particular.
    #[default]
    Plain,
    /// Good to know.
    Info,
    /// Done, and true.
    Good,
    /// Needs care, or is not done yet.
    Warning,
    /// Wrong, or stops here.
    Danger,
}

impl Tone {
    /// The value of `data-tone`, from which the style takes the colours.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Info => "info",
            Self::Good => "good",
            Self::Warning => "warning",
            Self::Danger => "danger",
        }
    }

    pub(super) const fn icon(self) -> IconName {
        match self {
            Self::Plain | Self::Info => IconName::Info,
            Self::Good => IconName::CircleCheck,
            Self::Warning => IconName::TriangleAlert,
            Self::Danger => IconName::CircleAlert,
        }
    }
}

/// A message that stays until the page changes. It is not announced; announce it with the `Announcer` if it must be heard.
#[component]
pub fn Notice(
    /// What it is about.
    #[prop(optional)]
    tone: Tone,
    /// The message in a few words.
    #[prop(into, optional)]
    title: Option<TextProp>,
    /// The rest of it.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="notice" data-tone=tone.slug()>
            <Icon name=tone.icon() />
            <div class="notice__body">
                {title.map(|title| view! { <p class="notice__title">{move || title.get()}</p> })}
                {children()}
            </div>
        </div>
    }
}
