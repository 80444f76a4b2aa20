//! What stands in the boxes of an entry, and what it comes to.

use std::collections::BTreeMap;

use evenhand_domain::register::{Answer, Field, Register, RegisterEntry};
use leptos::prelude::*;

use crate::components::{DateParts, FieldId, Problem};
use crate::workspace::case::form_draft::{Boxes, date_boxes};
use crate::workspace::day;

/// One field with what is typed into it; each kind of answer uses its own part.
#[derive(Clone, Copy)]
pub(in crate::workspace) struct Box {
    pub(in crate::workspace) field: &'static Field,
    pub(in crate::workspace) text: RwSignal<String>,
    pub(in crate::workspace) day: DateParts,
    pub(in crate::workspace) ticks: RwSignal<Vec<String>>,
}

/// All fields of an entry. Cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::workspace) struct Typed(StoredValue<Vec<Box>>);

impl Box {
    pub(in crate::workspace) fn id(self) -> FieldId {
        FieldId::named(self.field.name)
    }

    fn value(self) -> Result<String, String> {
        Ok(match self.field.answer {
            Answer::Day | Answer::Due { .. } => day::read(self.day)?.map(|day| day.to_string()).unwrap_or_default(),
            Answer::Some(_) | Answer::All(_) => self.ticks.get_untracked().join(" "),
            _ => self.text.with_untracked(|text| text.trim().to_owned()),
        })
    }
}

impl Typed {
    /// The boxes of a register, filled with what an entry says.
    pub(in crate::workspace) fn of(register: &'static Register, entry: &RegisterEntry) -> Self {
        let fill = |field: &'static Field| {
            let text = entry.text(field.name);
            let (is_day, is_ticks) = match field.answer {
                Answer::Day | Answer::Due { .. } => (true, false),
                Answer::Some(_) | Answer::All(_) => (false, true),
                _ => (false, false),
            };
            Box {
                field,
                text: RwSignal::new(if is_day || is_ticks {
                    String::new()
                } else {
                    text.to_owned()
                }),
                day: day::boxes_with(entry.day(field.name).filter(|_| is_day)),
                ticks: RwSignal::new(match is_ticks {
                    true => text.split_whitespace().map(str::to_owned).collect(),
                    false => Vec::new(),
                }),
            }
        };
        Self(StoredValue::new(register.fields.iter().map(fill).collect()))
    }

    pub(in crate::workspace) fn boxes(self) -> Vec<Box> {
        self.0.get_value()
    }

    /// Whether a question is asked, as the others are answered now.
    pub(in crate::workspace) fn is_asked(self, one: Box) -> bool {
        let Some(when) = one.field.when else { return true };
        let other = self
            .0
            .with_value(|all| all.iter().find(|other| other.field.name == when.field).copied());
        other.is_some_and(|other| other.text.with(|word| when.is.contains(&word.as_str())))
    }

    /// Every box with a name of its own, for the draft.
    pub(in crate::workspace) fn draft(self) -> Boxes {
        let (mut texts, mut ticks, mut known) = (Vec::new(), Vec::new(), Vec::new());
        for one in self.boxes() {
            match one.field.answer {
                Answer::Day | Answer::Due { .. } => texts.extend(date_boxes(one.field.name, one.day)),
                Answer::Some(choices) | Answer::All(choices) => {
                    known.extend(choices.iter().map(|(word, _)| (*word).to_owned()));
                    ticks.push(one.ticks);
                }
                _ => texts.push((one.field.name.to_owned(), one.text)),
            }
        }
        Boxes::new(texts, ticks, known)
    }

    /// The answers to what is asked; what was typed before another answer took the question away is left out.
    ///
    /// # Errors
    /// The fields in which no day stands that is one.
    pub(in crate::workspace) fn read(self) -> Result<BTreeMap<String, String>, Vec<Problem>> {
        let (mut values, mut found) = (BTreeMap::new(), Vec::new());
        for one in self.boxes().into_iter().filter(|one| untrack(|| self.is_asked(*one))) {
            match one.value() {
                Ok(value) if value.is_empty() => {}
                Ok(value) => {
                    values.insert(one.field.name.to_owned(), value);
                }
                Err(message) => found.push(Problem::new(one.id(), message)),
            }
        }
        if found.is_empty() { Ok(values) } else { Err(found) }
    }
}
