//! The answers read back, for the page where they are checked and for print.

use super::answers::{Answers, Field};
use super::ask::school_of;
use super::choice::{Need, Topic};
use super::flow::{Question, Setting};
use super::part::{Kind, Part};

/// Some answers of one kind, under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: &'static str,
    /// One row for each question.
    pub rows: Vec<SummaryRow>,
}

/// One question with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryRow {
    /// Which question, for the Change link.
    pub question: Question,
    /// The question in words.
    pub key: String,
    /// What was answered, an entry a line, just as typed. Empty where it was passed over: shown as "Not given".
    pub values: Vec<String>,
}

/// The answers on this track, under the form's captions. Only what would be sent stands here.
#[must_use]
pub fn summary(answers: &Answers, setting: Setting<'_>) -> Vec<Section> {
    let track = answers.track();
    let mut sections: Vec<Section> = Vec::new();
    for question in Question::path(answers, setting) {
        let parts = question.parts(answers);
        if parts.is_empty() {
            continue;
        }
        let mut values = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            read(part, answers, at > 0, &mut values);
        }
        if question == Question::School && answers.has(Field::School, "named") {
            values = vec![school_of(answers, setting).name];
        }
        let row = SummaryRow {
            question,
            key: question.heading(track, setting),
            values,
        };
        let heading = question.caption(track);
        match sections.iter_mut().find(|section| section.heading == heading) {
            Some(section) => section.rows.push(row),
            None => sections.push(Section {
                heading,
                rows: vec![row],
            }),
        }
    }
    sections
}

fn read(part: &Part, answers: &Answers, labelled: bool, values: &mut Vec<String>) {
    match &part.kind {
        Kind::Radios(choices) | Kind::Checkboxes(choices) => {
            for choice in choices.iter().filter(|choice| answers.has(part.field, &choice.word)) {
                let label = if labelled {
                    with_label(part, &choice.label)
                } else {
                    choice.label.clone()
                };
                values.push(label);
                choice
                    .reveals
                    .iter()
                    .for_each(|revealed| read(revealed, answers, false, values));
            }
        }
        Kind::Tick if answers.has(part.field, "yes") => values.push(part.label.clone()),
        Kind::Tick => {}
        Kind::Line(_) | Kind::Lines(_) => {
            let text = answers.one(part.field);
            if !text.trim().is_empty() {
                values.push(if labelled {
                    with_label(part, text)
                } else {
                    text.to_owned()
                });
            }
        }
        Kind::Date => {
            let boxes = [Field::DateDay, Field::DateMonth, Field::DateYear].map(|field| answers.one(field).trim());
            let given: Vec<&str> = boxes.into_iter().filter(|text| !text.is_empty()).collect();
            if !given.is_empty() {
                values.push(given.join(" "));
            }
        }
    }
}

/// Below the first box of a page, which its heading names, an answer is told apart by its label.
fn with_label(part: &Part, text: &str) -> String {
    match part.label.trim_end_matches('?') {
        "" => text.to_owned(),
        label if part.label.ends_with('?') => format!("{label}? {text}"),
        label => format!("{label}: {text}"),
    }
}

impl Topic {
    /// The listed choice whose label or word this is, letter case aside; none for anything else.
    #[must_use]
    pub fn listed(text: &str) -> Option<Self> {
        listed(Self::LISTED, text).map(Self::from)
    }
}

impl Need {
    /// The listed choice whose label or word this is, letter case aside; none for anything else.
    #[must_use]
    pub fn listed(text: &str) -> Option<Self> {
        listed(Self::LISTED, text).map(Self::from)
    }
}

fn listed(list: &[(&str, &str)], text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let found = list
        .iter()
        .find(|(word, label)| *word == text || label.to_lowercase() == text);
    found.map(|(word, _)| (*word).to_owned())
}
