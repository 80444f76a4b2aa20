//! What is to be done next, with its day.

use leptos::prelude::*;

use super::answers::Answers;
use crate::components::{DateInput, FieldId, Problems, TextLine};
use crate::view;
use crate::workspace::case::summary::SoonButtons;

pub(super) const NEXT: FieldId = FieldId::named("next");
pub(super) const DUE: FieldId = FieldId::named("due");

/// The last part of the form.
#[component]
pub(super) fn Next(answers: Answers, problems: Problems) -> impl IntoView {
    view! {
        <h2>"What is next"</h2>
        <TextLine
            label="What will you do next? (optional)"
            hint="It stays in your work until it is done"
            value=answers.next
            id=NEXT
            error=problems.of(NEXT)
        />
        <DateInput legend="By when? (optional)" hint="For example, 27 3 2026" value=answers.due id=DUE error=problems.of(DUE)>
            <SoonButtons due=answers.due />
        </DateInput>
    }
}
