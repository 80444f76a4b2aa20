//! One field of an entry, drawn by the kind of answer it takes.

use evenhand_domain::register::{Answer, Choices, Kind};
use leptos::prelude::*;

use super::chosen;
use super::typed::Box;
use crate::components::{
    Checkboxes, Choice, DateInput, Problems, Radios, Select, TextArea, TextInput, TextKind, TextLine, Width,
};
use crate::markup::Node;
use crate::view;
use crate::workspace::session::Session;
use crate::workspace::wording::WordingHelp;

/// For more answers than these a list takes less room than a row for each.
const FEW: usize = 7;

/// What a worker writes about somebody else in their own words. The rest is about the service, or is what somebody else said.
const ABOUT_SOMEBODY: [(Kind, &str); 3] = [
    (Kind::PerceivedBias, "explained"),
    (Kind::Observation, "found"),
    (Kind::Observation, "action"),
];

fn of(choices: Choices) -> Vec<Choice> {
    choices.iter().map(|(word, shown)| Choice::new(*word, *shown)).collect()
}

/// The control of a field.
pub(in crate::workspace) fn draw(session: Session, kind: Kind, one: Box, problems: Problems) -> Node {
    let (field, id, value) = (one.field, one.id(), one.text);
    let (hint, has_hint) = (field.hint, !field.hint.is_empty());
    let error = problems.of(id);
    let is_needed = field.must || field.when.is_some_and(|when| when.must);
    let label = match is_needed || matches!(field.answer, Answer::All(_)) {
        true => field.label.to_owned(),
        false => format!("{} (optional)", field.label),
    };
    let choices = untrack(|| session.read(|desk| chosen::choices(desk, kind, field.answer, session.now().day())))
        .unwrap_or_default();
    // What is chosen by a sentence shows all of it.
    let width = match field.answer {
        Answer::Clause | Answer::Setting | Answer::Entry(_) => Width::Full,
        Answer::One(choices) if choices.iter().any(|(_, shown)| shown.chars().count() > 36) => Width::Full,
        _ => Width::Long,
    };
    let control = match (field.answer, has_hint) {
        (Answer::Day | Answer::Due { .. }, false) => {
            view! { <DateInput legend=label id value=one.day error /> }
        }
        (Answer::Day | Answer::Due { .. }, true) => {
            view! { <DateInput legend=label id value=one.day error hint /> }
        }
        (Answer::Line, false) => view! { <TextLine label id value error width=Width::Long /> },
        (Answer::Line, true) => view! { <TextLine label id value error hint width=Width::Long /> },
        (Answer::Number, false) => {
            view! { <TextInput label id value error kind=TextKind::Number width=Width::Short /> }
        }
        (Answer::Number, true) => {
            view! { <TextInput label id value error hint kind=TextKind::Number width=Width::Short /> }
        }
        (Answer::Text, false) => view! { <TextArea label id value error rows=3 /> },
        (Answer::Text, true) => view! { <TextArea label id value error hint rows=3 /> },
        // Of radios none can be taken back, so what may stay open is a list.
        (Answer::One(few), false) if field.must && few.len() <= FEW => {
            view! { <Radios legend=label id choices=of(few) value error inline={few.len() == 2} /> }
        }
        (Answer::One(few), true) if field.must && few.len() <= FEW => {
            view! { <Radios legend=label id choices=of(few) value error hint inline={few.len() == 2} /> }
        }
        (Answer::Some(all) | Answer::All(all), false) => {
            view! { <Checkboxes legend=label id choices=of(all) value=one.ticks error /> }
        }
        (Answer::Some(all) | Answer::All(all), true) => {
            view! { <Checkboxes legend=label id choices=of(all) value=one.ticks error hint /> }
        }
        (Answer::One(_) | Answer::Worker | Answer::Entry(_) | Answer::Clause | Answer::Setting, false) => {
            view! { <Select label id choices=Signal::stored(choices) value error width placeholder="Choose" /> }
        }
        (Answer::One(_) | Answer::Worker | Answer::Entry(_) | Answer::Clause | Answer::Setting, true) => {
            view! { <Select label id choices=Signal::stored(choices) value error hint width placeholder="Choose" /> }
        }
    };
    let help = ABOUT_SOMEBODY
        .contains(&(kind, field.name))
        .then(|| view! { <WordingHelp text=value field=id name=field.label /> });
    view! { {control}{help} }
}
