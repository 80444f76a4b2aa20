//! A contact: who, how, when, what was said, and whether impartiality was stated.

use serde::{Deserialize, Serialize};

use crate::case::action::Action;
use crate::case::party::OwnWords;
use crate::date::Day;
use crate::ids::{EventId, PartyId};

/// How a case or an enquiry came (CAM-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Through the public page, as a locked file.
    Form,
    /// By telephone.
    Telephone,
    /// Face to face.
    FaceToFace,
    /// By letter.
    Letter,
    /// By e-mail or text message.
    Email,
}

/// How a contact took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactWay {
    /// A telephone or video call.
    Telephone,
    /// Face to face with one person or a family.
    FaceToFace,
    /// A meeting with others present: each party is told (SPS-12).
    Meeting,
    /// A letter.
    Letter,
    /// An e-mail or text message.
    Email,
}

impl ContactWay {
    /// Whether words on paper or screen carry the statement rather than speech.
    #[must_use]
    pub const fn is_written(self) -> bool {
        matches!(self, Self::Letter | Self::Email)
    }
}

/// Which form of the words was used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    /// Plain words.
    Plain,
    /// Words for a young person.
    YoungPerson,
    /// Easy Read.
    EasyRead,
}

/// Whether the impartiality statement was made to one person, and how that went (SPS-11, SPS-12, CAM-15, WES-8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// To whom.
    pub to: PartyId,
    /// Whether it was made.
    pub stated: Stated,
}

/// The answer to "did you say at the start that we are impartial?".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stated {
    /// It was.
    Yes {
        /// In which words.
        wording: Wording,
        /// How the worker knows that it was understood; empty where that was not checked (CAM-15).
        #[serde(default)]
        understood: String,
    },
    /// It was not. This counts as not met.
    No {
        /// Why not.
        why: String,
    },
}

/// What passed between the service and an agency (LEI-26, LEI-27).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgencyTalk {
    /// Which agency: the school, the authority, a health service.
    pub agency: String,
    /// The consent that covers what was said; none where the agency called and nothing was disclosed.
    #[serde(default)]
    pub consent: Option<EventId>,
    /// What the service said; empty where nothing was disclosed.
    #[serde(default)]
    pub said: String,
    /// What the agency said. It goes to the service user.
    #[serde(default)]
    pub heard: String,
    /// Whether the agency was told that what it says is passed on (LEI-27).
    pub told_passed_on: bool,
    /// Why it was not told, where it was not.
    #[serde(default)]
    pub why_not_told: String,
}

/// A contact as recorded: facts, their words and the worker's opinion apart (SPS-13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The day it took place.
    pub on: Day,
    /// The time it began, `10:30`, where known.
    #[serde(default)]
    pub at: Option<String>,
    /// How.
    pub way: ContactWay,
    /// Minutes it took.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// Who took part.
    pub with: Vec<PartyId>,
    /// Whether impartiality was stated, for each party.
    pub statements: Vec<Statement>,
    /// Aims, wishes and feelings given in this contact.
    #[serde(default)]
    pub words: Vec<OwnWords>,
    /// What happened and what was found out.
    #[serde(default)]
    pub facts: String,
    /// What they said, in their words.
    #[serde(default)]
    pub their_words: String,
    /// What the worker thinks, marked as that.
    #[serde(default)]
    pub opinion: String,
    /// What passed with an agency, where one was part of it.
    #[serde(default)]
    pub agency: Option<AgencyTalk>,
    /// What is to be done next.
    #[serde(default)]
    pub next: Option<Action>,
}

/// An enquiry that names nobody (CAM-4): how long, about what, what was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enquiry {
    /// What it was about, from the service's list.
    pub topic: String,
    /// Minutes it took.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// Whether impartiality was stated.
    pub stated: Stated,
    /// What was asked and answered, naming nobody.
    #[serde(default)]
    pub note: String,
}
