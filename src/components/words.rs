//! The few words that components say by themselves.

use leptos::prelude::*;

/// Words that a component needs and that no page should have to repeat.
///
/// A page in another language provides its own set once, near the root; without one, English is used.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Said before an error message, for people who do not see its colour.
    pub error: &'static str,
    /// The heading of the error summary.
    pub problem: &'static str,
    /// The label of the button that reveals a passphrase.
    pub show: &'static str,
    /// The label of the button that hides it again.
    pub hide: &'static str,
    /// The three boxes of a date.
    pub day: &'static str,
    /// See `day`.
    pub month: &'static str,
    /// See `day`.
    pub year: &'static str,
    /// The back link.
    pub back: &'static str,
    /// The link that changes an answer.
    pub change: &'static str,
    /// The button of a file input.
    pub choose_file: &'static str,
    /// What the drop zone says beside that button.
    pub or_drop: &'static str,
    /// Announced and shown after copying.
    pub copied: &'static str,
    /// Shown where the browser would not copy, above the text itself.
    pub not_copied: &'static str,
    /// The label of the box with the text that the browser would not copy.
    pub text_to_copy: &'static str,
    /// The states of a draft.
    pub not_saved_yet: &'static str,
    /// See `not_saved_yet`.
    pub keeping: &'static str,
    /// See `not_saved_yet`; the time follows. A draft is no record, so it is never called saved.
    pub kept_at: &'static str,
    /// See `not_saved_yet`.
    pub not_kept: &'static str,
    /// What a limited text says of itself, from how many characters are left; negative when there are too many.
    pub characters_left: fn(i64) -> String,
    /// What the list below a box with suggestions is called.
    pub suggested: &'static str,
    /// How many suggestions there are, said aloud.
    pub suggestions: fn(usize) -> String,
}

/// The set used when no page provided another.
pub const ENGLISH: Words = Words {
    error: "Error: ",
    problem: "There is a problem",
    show: "Show",
    hide: "Hide",
    day: "Day",
    month: "Month",
    year: "Year",
    back: "Back",
    change: "Change",
    choose_file: "Choose a file",
    or_drop: "You can also drop a file into this box",
    copied: "Copied",
    not_copied: "This browser did not allow copying. Select the text and copy it.",
    text_to_copy: "The text to copy",
    not_saved_yet: "Not saved yet",
    keeping: "Keeping a draft…",
    kept_at: "Draft kept at",
    not_kept: "No draft was kept. Your text is still on this page, so save it.",
    characters_left: english_characters_left,
    suggested: "Suggestions",
    suggestions: english_suggestions,
};

fn english_suggestions(count: usize) -> String {
    if count == 1 {
        "1 suggestion".to_owned()
    } else {
        format!("{count} suggestions")
    }
}

fn english_characters_left(left: i64) -> String {
    match left {
        1 => "You have 1 character left".to_owned(),
        -1 => "You have 1 character too many".to_owned(),
        0.. => format!("You have {left} characters left"),
        _ => format!("You have {} characters too many", left.unsigned_abs()),
    }
}

impl Words {
    /// Makes these words the ones below the current component.
    pub fn provide(self) {
        provide_context(self);
    }

    /// The nearest words, or English.
    #[must_use]
    pub fn here() -> Self {
        use_context().unwrap_or(ENGLISH)
    }
}
