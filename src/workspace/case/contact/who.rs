//! Who it was with, how, when, and how long.

use leptos::prelude::*;

use super::answers::{Answers, WAYS};
use super::venue::Where;
use crate::components::{
    Button, ButtonLook, Checkboxes, Choice, DateInput, FieldId, Problems, Radios, TextInput, TextKind, Width,
};
use crate::view;
use crate::workspace::case::this::ThisCase;
use crate::workspace::case::words::{standing_words, way_words};
use crate::workspace::day;
use crate::workspace::route::CasePart;

pub(super) const WITH: FieldId = FieldId::named("with");
pub(super) const WAY: FieldId = FieldId::named("way");
pub(super) const ON: FieldId = FieldId::named("on");
pub(super) const AT: FieldId = FieldId::named("at");
pub(super) const MINUTES: FieldId = FieldId::named("minutes");

/// The first part of the form.
#[component]
pub(super) fn Who(answers: Answers, problems: Problems) -> impl IntoView {
    let this = ThisCase::here();
    let people = untrack(|| {
        this.read(|_, story, _| {
            let choice = |party: &evenhand_domain::case::party::Party| {
                let hint = party
                    .agency
                    .clone()
                    .unwrap_or_else(|| standing_words(party.is).to_owned());
                Choice::new(party.id.to_string(), party.name.clone()).hint(hint)
            };
            story.people().into_iter().map(choice).collect::<Vec<_>>()
        })
    });
    let ways = WAYS
        .iter()
        .map(|(word, way)| Choice::new(*word, way_words(*way)))
        .collect::<Vec<_>>();
    let today = move || day::fill(answers.on, this.today());
    view! {
        <Checkboxes
            legend="Who was it with?"
            choices=people.unwrap_or_default()
            value=answers.with
            id=WITH
            error=problems.of(WITH)
        />
        <p><a href=this.href(CasePart::People)>"Add somebody to this case"</a>". What you have typed is kept."</p>
        <Radios legend="How?" choices=ways value=answers.way id=WAY error=problems.of(WAY) inline=true />
        <Where answers problems />
        <DateInput legend="On which day?" value=answers.on id=ON error=problems.of(ON)>
            <Button label="Today" look=ButtonLook::Quiet on_press=today />
        </DateInput>
        <div class="cluster">
            <TextInput label="At what time? (optional)" hint="For example, 10:30" value=answers.at id=AT error=problems.of(AT) kind=TextKind::Code width=Width::Short />
            <TextInput label="How many minutes? (optional)" hint="Time you spent on it" value=answers.minutes id=MINUTES error=problems.of(MINUTES) kind=TextKind::Number width=Width::Short />
        </div>
    }
}
