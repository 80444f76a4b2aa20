//! What a page of the form shows: its boxes, their words, and what each reveals.

use super::answers::{Answers, Field};

/// One box, or one set of boxes, of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where the answer goes.
    pub field: Field,
    /// Its label or legend; empty where the page's heading serves as it.
    pub label: String,
    /// A line below the label; may be empty.
    pub hint: &'static str,
    /// Whether it may be left empty: then "(optional)" follows the label.
    pub optional: bool,
    /// What kind of box.
    pub kind: Kind,
}

/// What kind of box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One of several.
    Radios(Vec<Choice>),
    /// Any of several.
    Checkboxes(Vec<Choice>),
    /// A single box to tick; ticked, it holds `yes`.
    Tick,
    /// One line of text.
    Line(Line),
    /// Several lines, of so many characters at most.
    Lines(usize),
    /// Day, month and year. The field is that of the day; month and year have their own.
    Date,
}

/// What a line of text is for; it settles the keyboard, the filling-in by the browser, and the width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// Any text about somebody or something else.
    Other,
    /// The person's own name.
    OwnName,
    /// The person's own telephone number.
    OwnPhone,
    /// The person's own e-mail address.
    OwnEmail,
    /// A postcode.
    OwnPostcode,
    /// A whole number of up to two digits.
    Number,
}

/// One choice of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The word that is kept when it is chosen.
    pub word: String,
    /// What the person reads.
    pub label: String,
    /// A line below the label; may be empty.
    pub hint: &'static str,
    /// What appears when it is chosen.
    pub reveals: Vec<Part>,
}

impl Part {
    pub(super) fn new(field: Field, label: &str, kind: Kind) -> Self {
        Self {
            field,
            label: label.to_owned(),
            hint: "",
            optional: false,
            kind,
        }
    }

    pub(super) fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    pub(super) fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// The fields of this part that the person can see, with those that their choices reveal.
    pub(super) fn in_play(&self, answers: &Answers, fields: &mut Vec<Field>) {
        fields.push(self.field);
        match &self.kind {
            Kind::Radios(choices) | Kind::Checkboxes(choices) => {
                for choice in choices.iter().filter(|choice| answers.has(self.field, &choice.word)) {
                    choice.reveals.iter().for_each(|part| part.in_play(answers, fields));
                }
            }
            Kind::Date => fields.extend([Field::DateMonth, Field::DateYear]),
            Kind::Tick | Kind::Line(_) | Kind::Lines(_) => {}
        }
    }
}

impl Choice {
    pub(super) fn new(word: &str, label: &str) -> Self {
        Self {
            word: word.to_owned(),
            label: label.to_owned(),
            hint: "",
            reveals: Vec::new(),
        }
    }

    pub(super) fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    pub(super) fn reveals(self, reveals: Vec<Part>) -> Self {
        Self { reveals, ..self }
    }
}
