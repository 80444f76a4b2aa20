//! The boxes of each page.

use super::answers::{Answers, Field};
use super::choice::{Need, Topic};
use super::flow::{Question, Setting, Track};
use super::part::{Choice, Kind, Line, Part};
use crate::school::School;

/// The most characters of a story.
pub(super) const STORY: usize = 3000;
/// The most characters of a middling text.
pub(super) const TEXT: usize = 1000;
/// The most characters of a short text or a line.
pub(super) const SHORT: usize = 300;

impl Question {
    /// The boxes of this page for these answers. A page that only tells has none.
    #[must_use]
    pub fn parts(self, answers: &Answers) -> Vec<Part> {
        let track = answers.track();
        let own = track.is_some_and(Track::is_own);
        match self {
            Self::Together | Self::Parents | Self::OutOfArea => Vec::new(),
            Self::Device => vec![radios(
                Field::Device,
                &[
                    ("own", "Mine"),
                    ("shared", "Someone else's or a public one"),
                    ("not_sure", "I am not sure"),
                ],
            )],
            Self::Who => vec![who()],
            Self::Area => vec![sure(Field::Area)],
            Self::HelpWith => vec![topics()],
            Self::Story => story(track),
            Self::Want => vec![Part::new(Field::Want, "", Kind::Lines(TEXT)).optional()],
            Self::Date => vec![date()],
            Self::ChildName if track == Some(Track::Child) => [child_name(), age(own)].concat(),
            Self::ChildName => child_name(),
            Self::Age => age(own),
            Self::School => vec![school()],
            Self::Postcode => vec![line(Field::Postcode, "", Line::OwnPostcode).optional()],
            Self::Knows => vec![knows()],
            Self::Name => name(track),
            Self::Contact => contact(),
            Self::Needs => vec![needs()],
            Self::KeepRecord => vec![keep_record()],
        }
    }

    /// The fields that the person was asked on their way and can see; what stands in others is not sent.
    pub(super) fn in_play(answers: &Answers, setting: Setting<'_>) -> Vec<Field> {
        let mut fields = Vec::new();
        for question in Self::path(answers, setting) {
            let parts = question.parts(answers);
            parts.iter().for_each(|part| part.in_play(answers, &mut fields));
        }
        fields
    }
}

fn line(field: Field, label: &str, line: Line) -> Part {
    Part::new(field, label, Kind::Line(line))
}

fn radios(field: Field, choices: &[(&str, &str)]) -> Part {
    let choices = choices.iter().map(|(word, label)| Choice::new(word, label)).collect();
    Part::new(field, "", Kind::Radios(choices))
}

fn sure(field: Field) -> Part {
    radios(field, &[("yes", "Yes"), ("no", "No"), ("not_sure", "I am not sure")])
}

fn kept(field: Field, label: &str) -> Part {
    Part::new(field, label, Kind::Tick).optional()
}

fn who() -> Part {
    let carer = Part::new(
        Field::Carer,
        "I am a carer, like a grandparent or a foster carer",
        Kind::Tick,
    )
    .optional();
    Part::new(
        Field::Who,
        "",
        Kind::Radios(vec![
            Choice::new("parent", "A parent or carer").reveals(vec![carer]),
            Choice::new("young_person", "A young person aged 16 to 25"),
            Choice::new("child", "A child under 16"),
            Choice::new("helper", "I am helping someone else").hint("A friend or a relative, for example."),
            Choice::new("practitioner", "I work with a family").hint("At a school or a clinic, for example."),
        ]),
    )
}

fn topics() -> Part {
    let choice = |(word, label): &(&str, &str)| {
        let choice = Choice::new(word, label);
        match *word {
            word if word == Topic::SomethingElse.word() => choice.reveals(vec![
                Part::new(Field::HelpElse, "Tell us what, in your own words", Kind::Lines(TEXT)).optional(),
            ]),
            _ => choice,
        }
    };
    Part::new(
        Field::HelpWith,
        "",
        Kind::Checkboxes(Topic::LISTED.iter().map(choice).collect()),
    )
}

fn story(track: Option<Track>) -> Vec<Part> {
    let hint = "What is happening? What have you tried?";
    if track == Some(Track::Child) {
        let happening = Part::new(Field::Story, "What is happening?", Kind::Lines(STORY)).optional();
        let want = Part::new(Field::Want, "What would you like to happen?", Kind::Lines(TEXT)).optional();
        return vec![happening, want];
    }
    vec![Part::new(Field::Story, "", Kind::Lines(STORY)).hint(hint).optional()]
}

fn date() -> Part {
    let reveals = vec![
        Part::new(Field::DateDay, "When is it?", Kind::Date)
            .hint("For example, 27 3 2027 or 27 Mar 2027. A guess is fine."),
        line(Field::DateRough, "Or tell us roughly", Line::Other)
            .hint("For example, after half term.")
            .optional(),
        line(Field::DateWhat, "What happens then?", Line::Other)
            .hint("For example, a meeting, a letter or a last day.")
            .optional(),
    ];
    Part::new(
        Field::DateHas,
        "",
        Kind::Radios(vec![
            Choice::new("no", "No"),
            Choice::new("yes", "Yes").reveals(reveals),
            Choice::new("not_sure", "I am not sure"),
        ]),
    )
}

fn child_name() -> Vec<Part> {
    vec![
        line(Field::ChildName, "First name or nickname", Line::Other),
        kept(Field::ChildNameKept, "I would rather not give a name"),
    ]
}

fn age(own: bool) -> Vec<Part> {
    let label = if own { "Your age in years" } else { "Their age in years" };
    vec![
        line(Field::Age, label, Line::Number),
        line(Field::SchoolYear, "School year", Line::Other)
            .hint("In place of an age, if you like. For example, year 4 or reception.")
            .optional(),
        kept(Field::AgeKept, "I would rather not give an age"),
    ]
}

fn school() -> Part {
    Part::new(
        Field::School,
        "",
        Kind::Radios(vec![
            Choice::new("named", "A school, nursery or college").reveals(vec![line(
                Field::SchoolName,
                "Its name",
                Line::Other,
            )]),
            Choice::new("none", "None at the moment"),
            Choice::new("home", "Taught at home"),
            Choice::new("not_said", "I would rather not say"),
        ]),
    )
}

fn knows() -> Part {
    let who = || {
        Part::new(Field::KnowsWho, "Who, and how do you know them?", Kind::Lines(SHORT))
            .hint("A first name is enough.")
            .optional()
    };
    Part::new(
        Field::Knows,
        "",
        Kind::Radios(vec![
            Choice::new("no", "No"),
            Choice::new("yes", "Yes").reveals(vec![who()]),
            Choice::new("not_sure", "I am not sure").reveals(vec![who()]),
        ]),
    )
}

fn name(track: Option<Track>) -> Vec<Part> {
    let mut parts = vec![
        line(Field::Name, "Full name", Line::OwnName),
        kept(Field::NameKept, "I would rather not give a name"),
    ];
    if track == Some(Track::Practitioner) {
        parts.push(line(Field::WorksAt, "Where do you work?", Line::Other).optional());
    }
    parts
}

fn contact() -> Vec<Part> {
    let address = Part::new(Field::Address, "Your postal address", Kind::Lines(SHORT));
    let trusted = Part::new(Field::Trusted, "Who, and how can we reach them?", Kind::Lines(SHORT));
    let by = Part::new(
        Field::ContactBy,
        "",
        Kind::Radios(vec![
            Choice::new("phone", "Phone").reveals(vec![line(Field::Phone, "Your phone number", Line::OwnPhone)]),
            Choice::new("text", "Text").reveals(vec![line(Field::TextNumber, "Your mobile number", Line::OwnPhone)]),
            Choice::new("email", "Email").reveals(vec![line(Field::Email, "Your email address", Line::OwnEmail)]),
            Choice::new("post", "Post").reveals(vec![address]),
            Choice::new("trusted", "Through someone I trust").reveals(vec![trusted]),
        ]),
    );
    let mut safe = radios(Field::SafeMessage, &[("yes", "Yes"), ("no", "No")]);
    safe.label = "Is it safe to leave a message?".to_owned();
    safe.hint = "If you say no, we will not say who is calling.";
    let times = line(Field::Times, "Good times to reach you", Line::Other).optional();
    vec![by, safe, times]
}

fn needs() -> Part {
    let choice = |(word, label): &(&str, &str)| {
        let choice = Choice::new(word, label);
        let reveal = |part: Part| vec![part];
        match Need::from((*word).to_owned()) {
            Need::Interpreter => choice.reveals(reveal(line(
                Field::Interpreter,
                "Which language do you speak?",
                Line::Other,
            ))),
            Need::Reading => choice.reveals(reveal(line(Field::Reading, "Which language do you read?", Line::Other))),
            Need::SomethingElse => choice.reveals(reveal(
                Part::new(Field::NeedsElse, "Tell us what", Kind::Lines(SHORT)).optional(),
            )),
            _ => choice,
        }
    };
    Part::new(
        Field::Needs,
        "",
        Kind::Checkboxes(Need::LISTED.iter().map(choice).collect()),
    )
    .optional()
}

fn keep_record() -> Part {
    Part::new(
        Field::KeepRecord,
        "",
        Kind::Radios(vec![
            Choice::new("yes", "Yes, keep a record"),
            Choice::new("no", "No, do not keep a record")
                .hint("We can still talk to you. We will not write down who you are."),
        ]),
    )
}

/// What a school page was answered with: a school of the list, or a name as typed.
///
/// A number that was chosen counts while the name in the box is still that school's; whoever types on means another.
pub(super) fn school_of(answers: &Answers, setting: Setting<'_>) -> School {
    let typed = answers.one(Field::SchoolName);
    let chosen = answers.one(Field::SchoolUrn);
    let mut listed = setting.service.schools.iter();
    let by_number =
        listed.find(|school| !chosen.is_empty() && school.urn.as_deref() == Some(chosen) && school.name == typed);
    by_number
        .or_else(|| setting.service.school_named(typed))
        .cloned()
        .unwrap_or_else(|| School::named(typed))
}
