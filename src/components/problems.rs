//! What is wrong with the answers on a page.

use leptos::prelude::*;

use super::FieldId;

/// One problem: the field it belongs to and what to do about it, in one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field that the summary's link leads to.
    pub field: FieldId,
    /// The same words in the summary and beside the field.
    pub message: String,
}

impl Problem {
    /// A problem with a field.
    pub fn new(field: FieldId, message: impl Into<String>) -> Self {
        Self {
            field,
            message: message.into(),
        }
    }
}

/// The problems of a page, found when the person chose to continue.
///
/// Setting them moves the focus to the error summary, each time anew.
#[derive(Clone, Copy, Debug)]
pub struct Problems(RwSignal<Vec<Problem>>);

impl Problems {
    /// None yet.
    #[must_use]
    #[allow(
        clippy::new_without_default,
        reason = "it allocates a signal under the current owner"
    )]
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Replaces the problems; true if there are none, so that the page may go on.
    pub fn set(self, problems: Vec<Problem>) -> bool {
        let clear = problems.is_empty();
        self.0.set(problems);
        clear
    }

    /// Takes all away.
    pub fn clear(self) {
        if !self.0.with_untracked(Vec::is_empty) {
            self.0.set(Vec::new());
        }
    }

    /// True while there are any.
    #[must_use]
    pub fn any(self) -> bool {
        self.0.with(|all| !all.is_empty())
    }

    /// All of them, in the order of the page.
    #[must_use]
    pub fn all(self) -> Signal<Vec<Problem>> {
        self.0.into()
    }

    /// The message of one field: hand this to the field's `error`.
    #[must_use]
    pub fn of(self, field: FieldId) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.0.with(|all| {
                all.iter()
                    .find(|problem| problem.field == field)
                    .map(|problem| problem.message.clone())
            })
        })
    }
}
