//! The questions of `service.json` on the page, and what was answered.

use leptos::prelude::*;
use serde_json::Value;

use super::form::{Kind, Need, put, typed, without_an_empty_chair};
use super::questions::GROUPS;
use crate::components::{
    Choice, DateInput, DateParts, Problem, Problems, Radios, TextArea, TextInput, TextKind, Width,
};
use crate::markup::Node;
use crate::view;
use crate::workspace::day::{fill, read};

/// What was typed for one question: a text, and for a day its boxes.
#[derive(Clone, Copy)]
struct Answer {
    text: RwSignal<String>,
    day: DateParts,
}

/// What was typed for every question, in the order of the page.
#[derive(Clone, Copy)]
pub(super) struct Answers(StoredValue<Vec<Answer>>);

impl Answers {
    /// Nothing yet.
    pub(super) fn none() -> Self {
        let all = GROUPS.iter().flat_map(|group| group.fields);
        let empty = all.map(|_| Answer {
            text: RwSignal::new(String::new()),
            day: DateParts::empty(),
        });
        Self(StoredValue::new(empty.collect()))
    }

    /// Puts what stands in a file into the questions.
    pub(super) fn take(self, file: &Value) {
        let all = GROUPS.iter().flat_map(|group| group.fields);
        for (field, answer) in all.zip(self.0.get_value()) {
            let text = typed(file, field);
            match text.parse() {
                Ok(day) if field.kind == Kind::Day => fill(answer.day, day),
                _ => answer.day.fill("", "", ""),
            }
            answer.text.set(text);
        }
    }

    /// Puts what was typed into the file.
    ///
    /// # Errors
    /// Every answer that is missing, or is no day.
    pub(super) fn give(self, file: &mut Value) -> Result<(), Vec<Problem>> {
        let mut problems = Vec::new();
        let all = GROUPS.iter().flat_map(|group| group.fields);
        for (field, answer) in all.zip(self.0.get_value()) {
            let mut text = answer.text.get_untracked();
            if field.kind == Kind::Day {
                match read(answer.day) {
                    Ok(day) => text = day.map(|day| day.to_string()).unwrap_or_default(),
                    Err(message) => {
                        problems.push(Problem::new(field.id, message));
                        continue;
                    }
                }
            }
            if let Need::Must(words) = field.need
                && text.trim().is_empty()
            {
                problems.push(Problem::new(field.id, words));
            }
            put(file, field, &text);
        }
        without_an_empty_chair(file);
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    /// All questions, under their headings.
    pub(super) fn questions(self, problems: Problems) -> Node {
        let mut answers = self.0.get_value().into_iter();
        let groups = GROUPS.iter().map(|group| {
            let fields = group.fields.iter().zip(answers.by_ref());
            let fields: Vec<Node> = fields
                .map(|(field, answer)| {
                    let (id, error, value) = (field.id, problems.of(field.id), answer.text);
                    let (label, hint) = (field.label, field.hint);
                    match field.kind {
                        Kind::Line(kind) if hint.is_empty() => {
                            view! { <TextInput label value id error kind width=Width::Long /> }
                        }
                        Kind::Line(kind) => view! { <TextInput label value id hint error kind width=Width::Long /> },
                        Kind::Number => {
                            view! { <TextInput label value id hint error kind=TextKind::Number width=Width::Tiny /> }
                        }
                        Kind::Long | Kind::Lines | Kind::Hours => {
                            // An address has a line for each of its parts.
                            let rows = if matches!(field.kind, Kind::Long) { 3 } else { 5 };
                            view! { <TextArea label value id hint error rows /> }
                        }
                        Kind::Day => view! { <DateInput legend=label value=answer.day id hint error /> },
                        Kind::Arrangement => {
                            let choices = vec![
                                Choice::new("in_house", "Yes"),
                                Choice::new("hosted", "No, another body runs us for the council"),
                            ];
                            view! { <Radios legend=label choices value id error /> }
                        }
                    }
                })
                .collect();
            let about = (!group.about.is_empty()).then(|| view! { <p>{group.about}</p> });
            view! { <h3>{group.heading}</h3> {about} {fields} }
        });
        Node::of(groups.collect::<Vec<_>>())
    }
}
