//! Whether what was typed is safe.

use leptos::prelude::*;

use super::{Announcer, Icon, IconName, Words};
use crate::view;

/// Where a draft stands. "Kept" is true only after the device said so. A draft is no record, and none of this says "saved".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Draft {
    /// Nothing was changed.
    #[default]
    Untouched,
    /// Changed and not saved.
    NotSavedYet,
    /// Being kept.
    Keeping,
    /// Kept, at this time of day in words: "10:42".
    Kept {
        /// The time of day.
        at: String,
    },
    /// It could not be kept; the text is still on the page.
    Failed,
}

/// Whether what was typed is safe: in words, with a mark, and aloud when it was kept or was not.
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
        Draft::Keeping => words.keeping.to_owned(),
        Draft::Kept { at } => format!("{} {at}", words.kept_at),
        Draft::Failed => words.not_kept.to_owned(),
    };
    Effect::new(move || match draft.get() {
        Draft::Kept { .. } => announcer.status(text()),
        Draft::Failed => announcer.alert(text()),
        // What was saved before stands beside what is not no longer.
        Draft::NotSavedYet => announcer.hide(),
        _ => {}
    });
    let slug = move || match draft.get() {
        Draft::Untouched => "untouched",
        Draft::NotSavedYet => "not-saved-yet",
        Draft::Keeping => "keeping",
        Draft::Kept { .. } => "kept",
        Draft::Failed => "failed",
    };
    let mark = move || match draft.get() {
        Draft::Kept { .. } => Some(IconName::Check),
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
