//! Small pieces that several pages of a case are made of.

use leptos::prelude::*;

use crate::components::{Announcer, FieldId, Problem, Problems};
use crate::view;
use crate::workspace::session::Session;

/// Somebody's text as it was typed: with its lines, as text, in its own direction.
pub(crate) fn as_typed(text: impl Into<String>) -> impl IntoView {
    view! { <p class="as-typed" dir="auto">{text.into()}</p> }
}

/// Says that something was saved, after it was.
pub(crate) fn say_saved(session: Session, announcer: Announcer) {
    let now = session.now();
    announcer.done(format!("Saved on this device at {}", now.at.clock(now.offset_minutes)));
}

/// Shows one problem; the summary takes the focus.
pub(crate) fn one_problem(problems: Problems, field: FieldId, message: impl Into<String>) {
    problems.set(vec![Problem::new(field, message)]);
}

/// The text of a field without the space around it.
pub(crate) fn trimmed(field: RwSignal<String>) -> String {
    field.with_untracked(|text| text.trim().to_owned())
}
