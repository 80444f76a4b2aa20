//! Whether what was typed is safe.

use leptos::prelude::*;

use super::{Announcer, Icon, IconName, Words};

/// Where a draft stands. "Saved" is true only after the device said so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Draft {
    /// Nothing was changed.
    #[default]
    Untouched,
    /// Changed and not saved.
    NotSavedYet,
    /// Being saved.
    Saving,
    /// Saved, at this time of day in words: "10:42".
    Saved {
        /// The time of day.
        at: String,
    },
    /// Saving failed; the text is still on the page.
    Failed,
}

/// Whether what was typed is safe: in words, with a mark, and aloud when it was saved or was not.
#[component]
pub fn SaveState(
    /// Where the draft stands.
    #[prop(into)]
    draft: Signal<Draft>,
) -> impl IntoView {
    let words = Words::here();
    let announcer = Announcer::here();
    let text = move || match draft.get() {
        Draft::Untouched => String::new(),
        Draft::NotSavedYet => words.not_saved_yet.to_owned(),
        Draft::Saving => words.saving.to_owned(),
        Draft::Saved { at } => format!("{} {at}", words.saved_at),
        Draft::Failed => words.not_saved.to_owned(),
    };
    Effect::new(move || match draft.get() {
        Draft::Saved { .. } => announcer.status(text()),
        Draft::Failed => announcer.alert(text()),
        _ => {}
    });
    let slug = move || match draft.get() {
        Draft::Untouched => "untouched",
        Draft::NotSavedYet => "not-saved-yet",
        Draft::Saving => "saving",
        Draft::Saved { .. } => "saved",
        Draft::Failed => "failed",
    };
    let mark = move || match draft.get() {
        Draft::Saved { .. } => Some(IconName::Check),
        Draft::Failed => Some(IconName::CircleAlert),
        _ => None,
    };
    view! {
        <p class="save-state" data-state=slug>
            {move || mark().map(|name| view! { <Icon name /> })}
            <span>{text}</span>
        </p>
    }
}
