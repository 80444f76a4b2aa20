//! A self-referral: the questions, what was typed, and what arrives at the service (LEI-31, WES-1).
//!
//! [`Answers`] is what stands in the boxes of the public form; [`Question`] is a page of it; a [`Referral`] is what is sealed
//! and sent. Only what the person was asked on their own track, and could see, is sent: an answer to a question that a later
//! answer took away stays behind.
//!
//! **The newline rule.** Text arrives as it was typed, letter for letter, with one exception: a carriage return, alone or
//! before a line feed, becomes one line feed. Nothing else is trimmed, folded, escaped or taken out; what text may do on a
//! screen is for the screen to prevent.

mod answers;
mod ask;
mod build;
mod check;
mod choice;
mod family;
mod flow;
mod part;
mod summary;
mod typed;
mod wire;
mod words;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use self::answers::{Answers, Field};
pub use self::check::FieldError;
pub use self::choice::{ContactBy, Device, Need, Sure, Topic, Who};
pub use self::flow::{Onward, Question, Setting, Track};
pub use self::part::{Choice, Kind, Line, Part};
pub use self::summary::{Section, SummaryRow, summary};
pub use self::typed::{TypedDay, newlines, typed_day};
pub use self::wire::ReferralError;
use crate::date::Day;
use crate::school::School;

/// The version of the shape in which a referral travels.
pub const VERSION: u16 = 1;

/// A self-referral as it arrives: everything the form asks, in the person's own words.
///
/// Its JSON is the wire shape, version 1. Whatever a later form may add, at any depth, is kept in [`rest`](Self::rest) and
/// written back, so that an older workspace loses nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// The version of the shape; [`VERSION`].
    pub version: u16,
    /// Who asks.
    pub who: Who,
    /// Whose telephone or computer they used.
    pub device: Device,
    /// Whether they live in the service's area or the school is there; none where it was not asked.
    #[serde(default)]
    pub area: Option<Sure>,
    /// What they want help with.
    pub help: Help,
    /// What is happening, in their words; up to 3,000 characters.
    pub story: String,
    /// What they would like to happen, in their words (LEI-25, SPS-7).
    pub want: String,
    /// A date that matters.
    pub date: KeyDate,
    /// The child, or the young person who asks.
    pub child: Child,
    /// Postcode as given; may be empty (SPS-16).
    #[serde(default)]
    pub postcode: String,
    /// Whether they know anyone who works or volunteers here (SPS-15, WES-11).
    pub knows: Knows,
    /// The person who asks.
    pub person: Person,
    /// How to reach them.
    pub contact: Contact,
    /// What would help them talk with the service (WES-1).
    pub needs: Needs,
    /// Whether a record may be kept (LEI-29).
    pub keep_record: bool,
    /// The language that the page was read in, as a code such as `en`.
    pub language: String,
    /// The day it was locked, by the clock of the person's own device.
    #[serde(default)]
    pub sent_on: Option<Day>,
    /// Fields of a later form, kept as they came; those inside a part under its name, such as `child.pronoun`.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// What somebody wants help with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Help {
    /// The listed choices, in the form's order.
    pub topics: Vec<Topic>,
    /// What they wrote beside "something else"; may be empty.
    pub something_else: String,
}

/// A date that the service needs to know about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct KeyDate {
    /// Whether there is one; none where it was not asked.
    pub has: Option<Sure>,
    /// What happens then; may be empty.
    pub what: String,
    /// The day, where one was given whole.
    pub day: Option<Day>,
    /// When, roughly and in their words; may be empty.
    pub rough: String,
}

/// The child, or the young person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Child {
    /// A first name, or any name they go by; empty where they would rather not say.
    pub first_name: String,
    /// Age in whole years.
    pub age: Option<u8>,
    /// School year in their words; may be empty.
    pub school_year: String,
    /// Where they learn.
    pub school: SchoolAnswer,
}

/// Where a child learns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SchoolAnswer {
    /// At this school, nursery or college.
    Named(School),
    /// Nowhere at the moment.
    None,
    /// Taught at home.
    Home,
    /// They would rather not say.
    #[default]
    NotSaid,
}

/// The answer to "do you know anyone who works or volunteers here?".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Knows {
    /// Whether they do; none where it was not asked.
    pub answer: Option<Sure>,
    /// Who, in their words; may be empty.
    pub words: String,
}

/// The person who asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Person {
    /// Their name; empty where they would rather not say.
    pub name: String,
    /// Where a practitioner works; empty for everybody else (CAM-8, CAM-19).
    #[serde(default)]
    pub works_at: String,
}

/// How to reach them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// By what means.
    pub by: ContactBy,
    /// The number, e-mail address, postal address, or the person they trust; as given.
    pub value: String,
    /// Whether a message may be left. When not, the service does not say who is calling either.
    pub safe_message: bool,
    /// Good times, in their words; may be empty.
    pub times: String,
}

/// What would help somebody talk with the service (WES-1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Needs {
    /// The listed choices, in the form's order.
    pub list: Vec<Need>,
    /// The language to speak, where an interpreter is wanted; may be empty.
    pub interpreter: String,
    /// The language to read; may be empty.
    pub reading: String,
    /// Anything else; may be empty.
    pub something_else: String,
}

impl Knows {
    /// Whether they know somebody here, or may: they are not sure, and have said whom (LEI-31).
    pub(super) fn somebody(&self) -> bool {
        match self.answer {
            Some(Sure::Yes) => true,
            Some(Sure::NotSure) => !self.words.trim().is_empty(),
            Some(Sure::No) | None => false,
        }
    }
}

impl Referral {
    /// Whether it goes to the second inbox, where the service has one: the person knows somebody here, or may.
    #[must_use]
    pub fn knows_somebody(&self) -> bool {
        self.knows.somebody()
    }
}

#[cfg(test)]
mod tests;
