//! Checking a page on Continue, with the words that say what to do.

use std::borrow::Cow;

use super::answers::{Answers, Field};
use super::ask::{SHORT, STORY, TEXT};
use super::flow::{Question, Setting, Track};
use super::part::{Kind, Part};
use super::typed::{self, Boxes};

/// A fault of one box. The same words stand in the summary and beside the box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The box.
    pub field: Field,
    /// What to do.
    pub message: Cow<'static, str>,
}

impl Question {
    /// What must be mended on this page before going on; empty when nothing. In the order of the boxes.
    #[must_use]
    pub fn validate(self, answers: &Answers, setting: Setting<'_>) -> Vec<FieldError> {
        let track = answers.track();
        let parts = self.parts(answers);
        let mut faults = Vec::new();
        for part in &parts {
            validate_part(part, answers, track, setting, &mut faults);
        }
        faults
    }
}

fn validate_part(
    part: &Part,
    answers: &Answers,
    track: Option<Track>,
    setting: Setting<'_>,
    faults: &mut Vec<FieldError>,
) {
    let message = too_long(part, answers)
        .or_else(|| missing(part.field, answers, track))
        .or_else(|| unlisted(part, answers));
    let message = match (part.field, message) {
        (Field::Area, Some(_)) => {
            let area = &setting.service.area;
            Some(Cow::Owned(format!(
                "Select yes if you live in {area} or the school is there"
            )))
        }
        (_, message) => message.map(Cow::Borrowed),
    };
    faults.extend(message.map(|message| FieldError {
        field: part.field,
        message,
    }));
    if let Kind::Radios(choices) | Kind::Checkboxes(choices) = &part.kind {
        for choice in choices.iter().filter(|choice| answers.has(part.field, &choice.word)) {
            for revealed in &choice.reveals {
                validate_part(revealed, answers, track, setting, faults);
            }
        }
    }
}

fn too_long(part: &Part, answers: &Answers) -> Option<&'static str> {
    let length = answers.one(part.field).chars().count();
    match part.kind {
        Kind::Lines(STORY) if length > STORY => Some("Your message must be 3,000 characters or less"),
        Kind::Lines(TEXT) if length > TEXT => Some("Your answer must be 1,000 characters or less"),
        Kind::Lines(SHORT) | Kind::Line(_) if length > SHORT => Some("Your answer must be 300 characters or less"),
        _ => None,
    }
}

/// A word that the page does not offer cannot have been chosen on it.
fn unlisted(part: &Part, answers: &Answers) -> Option<&'static str> {
    let chosen = answers.many(part.field);
    match &part.kind {
        Kind::Radios(choices) | Kind::Checkboxes(choices) => chosen
            .iter()
            .any(|word| choices.iter().all(|choice| choice.word != *word))
            .then_some("Choose from the list"),
        _ => None,
    }
}

fn missing(field: Field, answers: &Answers, track: Option<Track>) -> Option<&'static str> {
    let own = track.is_some_and(Track::is_own);
    let text = answers.one(field).trim();
    let unless = |fine: bool, message| (!fine).then_some(message);
    match field {
        Field::Device => unless(!text.is_empty(), "Select whose phone or computer this is"),
        Field::Who => unless(!text.is_empty(), "Select who you are"),
        Field::Area => unless(
            !text.is_empty(),
            "Select yes if you live in our area or the school is there",
        ),
        Field::HelpWith => unless(
            !text.is_empty(),
            "Select what you want help with, or select 'I am not sure'",
        ),
        Field::DateHas => unless(!text.is_empty(), "Select yes if there is a date we need to know about"),
        Field::DateDay => date(answers),
        Field::ChildName => unless(
            !text.is_empty() || answers.has(Field::ChildNameKept, "yes"),
            if own {
                "Enter a name we can call you"
            } else {
                "Enter the child's first name, or a name you call them"
            },
        ),
        Field::Age => age(answers, own),
        Field::School => unless(
            !text.is_empty(),
            "Enter the school's name, or select 'None at the moment'",
        ),
        Field::SchoolName => unless(
            !text.is_empty(),
            "Enter the school's name, or select 'None at the moment'",
        ),
        Field::Postcode => unless(
            text.is_empty() || typed::is_postcode(text),
            "Enter a postcode, like ZZ1 2AB, or leave the box empty",
        ),
        Field::Knows => unless(
            !text.is_empty(),
            "Select yes if you know someone who works or volunteers here",
        ),
        Field::Name => unless(
            !text.is_empty() || answers.has(Field::NameKept, "yes"),
            "Enter your name",
        ),
        Field::ContactBy => unless(!text.is_empty(), "Select how we should contact you"),
        Field::Phone | Field::TextNumber => unless(typed::is_phone(text), "Enter your phone number"),
        Field::Email => unless(typed::is_email(text), "Enter an email address, like name@example.com"),
        Field::Address => unless(!text.is_empty(), "Enter your postal address"),
        Field::Trusted => unless(!text.is_empty(), "Enter who we can speak to, and how to reach them"),
        Field::SafeMessage => unless(!text.is_empty(), "Select yes if it is safe to leave a message"),
        Field::Interpreter | Field::Reading => unless(!text.is_empty(), "Enter the language"),
        Field::KeepRecord => unless(!text.is_empty(), "Select yes if we can keep a record"),
        _ => None,
    }
}

fn age(answers: &Answers, own: bool) -> Option<&'static str> {
    let text = answers.one(Field::Age).trim();
    let elsewhere = !answers.one(Field::SchoolYear).trim().is_empty() || answers.has(Field::AgeKept, "yes");
    match text.is_empty() {
        true if elsewhere => None,
        false if typed::age(text).is_some() => None,
        true | false => Some(if own {
            "Enter your age in years"
        } else {
            "Enter their age in years"
        }),
    }
}

fn date(answers: &Answers) -> Option<&'static str> {
    let [day, month, year] = [Field::DateDay, Field::DateMonth, Field::DateYear].map(|field| answers.one(field));
    match typed::boxes(day, month, year) {
        Boxes::Empty if answers.one(Field::DateRough).trim().is_empty() => {
            Some("Enter the date, even if it is a guess")
        }
        Boxes::NotADate => Some("Enter a date that is in the calendar, even if it is a guess"),
        Boxes::Empty | Boxes::Day(_) | Boxes::Rough(_) => None,
    }
}
