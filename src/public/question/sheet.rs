//! What stands in the boxes of one page while it is open.

use evenhand_domain::referral::{Answers, Field, Kind, Part};
use leptos::prelude::*;

use crate::components::{DateParts, FieldId};

/// The signals of a page's boxes, seeded from the answers. Copied about freely.
#[derive(Clone, Copy)]
pub(super) struct Sheet(StoredValue<Boxes>);

#[derive(Default)]
struct Boxes {
    texts: Held<String>,
    ticks: Held<bool>,
    lists: Held<Vec<String>>,
}

/// The signals of one kind of boxes.
type Held<T> = Vec<(Field, RwSignal<T>)>;

/// The signal of a box; where it has none yet, one that begins so.
fn signal_of<T: Send + Sync + 'static>(held: &mut Held<T>, field: Field, begin: T) -> RwSignal<T> {
    if let Some((_, signal)) = held.iter().find(|(held, _)| *held == field) {
        return *signal;
    }
    let signal = RwSignal::new(begin);
    held.push((field, signal));
    signal
}

/// The id of a box, for its label, its error and the summary above.
pub(super) fn id_of(field: Field) -> FieldId {
    FieldId::named(field.slug())
}

impl Sheet {
    /// Boxes for these parts and all that they can reveal.
    pub(super) fn new(parts: &[Part], answers: &Answers) -> Self {
        let mut boxes = Boxes::default();
        parts.iter().for_each(|part| boxes.add(part, answers));
        Self(StoredValue::new(boxes))
    }

    /// A text or a choice.
    pub(super) fn text(self, field: Field) -> RwSignal<String> {
        self.0
            .try_update_value(|boxes| signal_of(&mut boxes.texts, field, String::new()))
            .unwrap_or_default()
    }

    /// A single box to tick.
    pub(super) fn tick(self, field: Field) -> RwSignal<bool> {
        self.0
            .try_update_value(|boxes| signal_of(&mut boxes.ticks, field, false))
            .unwrap_or_default()
    }

    /// Any of several boxes.
    pub(super) fn list(self, field: Field) -> RwSignal<Vec<String>> {
        self.0
            .try_update_value(|boxes| signal_of(&mut boxes.lists, field, Vec::new()))
            .unwrap_or_default()
    }

    /// The three boxes of a date.
    pub(super) fn date(self) -> DateParts {
        DateParts {
            day: self.text(Field::DateDay),
            month: self.text(Field::DateMonth),
            year: self.text(Field::DateYear),
        }
    }

    /// Writes what stands in the boxes over the answers. None once the page has gone.
    pub(super) fn written_over(self, mut answers: Answers) -> Option<Answers> {
        self.0.try_with_value(|boxes| {
            for (field, text) in &boxes.texts {
                answers.set(*field, &text.try_get_untracked()?);
            }
            for (field, tick) in &boxes.ticks {
                answers.set(*field, if tick.try_get_untracked()? { "yes" } else { "" });
            }
            for (field, list) in &boxes.lists {
                answers.set_many(*field, list.try_get_untracked()?);
            }
            Some(answers)
        })?
    }
}

impl Boxes {
    fn add(&mut self, part: &Part, answers: &Answers) {
        let mut text = |field: Field| {
            signal_of(&mut self.texts, field, answers.one(field).to_owned());
        };
        match &part.kind {
            Kind::Line(_) | Kind::Lines(_) => text(part.field),
            Kind::Date => [Field::DateDay, Field::DateMonth, Field::DateYear]
                .into_iter()
                .for_each(text),
            Kind::Radios(choices) => {
                text(part.field);
                choices
                    .iter()
                    .flat_map(|choice| &choice.reveals)
                    .for_each(|part| self.add(part, answers));
            }
            Kind::Checkboxes(choices) => {
                let ticked = answers.many(part.field).to_vec();
                signal_of(&mut self.lists, part.field, ticked);
                choices
                    .iter()
                    .flat_map(|choice| &choice.reveals)
                    .for_each(|part| self.add(part, answers));
            }
            Kind::Tick => {
                let ticked = answers.has(part.field, "yes");
                signal_of(&mut self.ticks, part.field, ticked);
            }
        }
        if part.field == Field::SchoolName {
            let chosen = answers.one(Field::SchoolUrn).to_owned();
            signal_of(&mut self.texts, Field::SchoolUrn, chosen);
        }
    }
}
