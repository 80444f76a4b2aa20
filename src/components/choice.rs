//! One of several answers.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// One answer that can be chosen from a list.
///
/// ```ignore
/// Choice::new("phone", "By phone").hint("We will not leave a message unless you say so").reveal(move || view! { ... })
/// ```
#[derive(Clone)]
pub struct Choice {
    pub(super) value: String,
    pub(super) label: TextProp,
    pub(super) hint: Option<TextProp>,
    pub(super) reveal: Option<ViewFn>,
    pub(super) alone: bool,
}

impl Choice {
    /// An answer: what is kept, and what is shown.
    pub fn new(value: impl Into<String>, label: impl Into<TextProp>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
            reveal: None,
            alone: false,
        }
    }

    /// Adds a line of help below the label.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<TextProp>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds what is asked only when this answer is chosen.
    #[must_use]
    pub fn reveal<V: IntoView + 'static>(mut self, reveal: impl Fn() -> V + Send + Sync + 'static) -> Self {
        self.reveal = Some(ViewFn::from(move || reveal().into_any()));
        self
    }

    /// Marks "none of these": in a list of checkboxes it unticks the others and they untick it.
    #[must_use]
    pub const fn alone(mut self) -> Self {
        self.alone = true;
        self
    }
}
