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

    /// Whether people come together in one place, so that the place matters (LEI-19).
    #[must_use]
    pub const fn is_in_person(self) -> bool {
        matches!(self, Self::FaceToFace | Self::Meeting)
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
    /// The manager's door of its own: what was said was shared without permission. It stands outside the policy's consent (LEI-26).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_permission: Option<WithoutPermission>,
}

/// On what ground something may be shared without permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// Somebody is not safe.
    Safeguarding,
    /// The law asks for it.
    LegalDuty,
}

/// Something was shared without permission, by the manager alone. What was shared stands in [`AgencyTalk::said`] (LEI-26).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithoutPermission {
    /// On what ground.
    pub ground: Ground,
    /// Why.
    pub why: String,
    /// Whether the family was told that it was shared.
    pub family_told: bool,
    /// Why the family was not told, where it was not.
    #[serde(default)]
    pub why_family_not_told: String,
}

/// Where people met (LEI-19).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Somewhere neutral, private and within everybody's reach.
    Neutral,
    /// At the family's home.
    Home,
    /// Elsewhere: at a school, in a café.
    Elsewhere,
}

/// Where a meeting took place, and for home or elsewhere who asked for that and why (LEI-19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Venue {
    /// Which kind of place.
    pub place: Place,
    /// Who asked to meet there.
    #[serde(default)]
    pub asked_by: String,
    /// Why there.
    #[serde(default)]
    pub why: String,
}

impl Venue {
    /// Whether nothing more is asked about it: a neutral place speaks for itself.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.place == Place::Neutral || !self.asked_by.trim().is_empty() && !self.why.trim().is_empty()
    }
}

/// What a professional decided or thinks, as it was explained so that the family understands it (CAM-25). To explain is neither to
/// defend nor to attack: nothing here says whether it was right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explained {
    /// Whose decision or view it is: the school, the authority, a therapist.
    pub whose: String,
    /// What was decided, in words that the person uses.
    pub decision: String,
    /// The reasons that were given for it, or that none were.
    #[serde(default)]
    pub reasons: String,
    /// How it was explained.
    #[serde(default)]
    pub how: String,
    /// What stays unclear to them, or that nothing does.
    #[serde(default)]
    pub unclear: String,
    /// Whether it was explained without speaking for it or against it.
    #[serde(default)]
    pub took_no_side: bool,
}

impl Explained {
    /// Whether it says whose and what it was, and how it was explained: less is no explanation.
    #[must_use]
    pub fn is_explained(&self) -> bool {
        [&self.whose, &self.decision, &self.how]
            .into_iter()
            .all(|text| !text.trim().is_empty())
    }

    /// Whether nothing more is asked about it: the reasons and what stays unclear are noted too, and no side was taken (CAM-25).
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let is_noted = |text: &String| !text.trim().is_empty();
        self.is_explained() && is_noted(&self.reasons) && is_noted(&self.unclear) && self.took_no_side
    }
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
    /// Where people met; none where nobody met or nobody noted it (LEI-19).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<Venue>,
    /// Why the aim is not known after the first contact; empty where it is, or where nobody was asked (LEI-25).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub without_aim: String,
    /// What was sent or handed over, by the names under which it stood among the resources that day (CAM-17).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sent: Vec<String>,
    /// Words that the help with writing marked and the worker kept for a reason; those kept without one are not noted (CAM-11).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept_wording: Vec<KeptWording>,
    /// What a professional decided, as it was explained; none where nothing was (CAM-25).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explained: Option<Explained>,
    /// What help was given (LEI-4, LEI-23).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub support: Vec<Support>,
    /// Who spoke at a meeting, who was not heard, and what is done about it (CAM-14).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub heard: String,
}

/// A kind of help. An aim unlike the authority's is helped like any other, so appeals and hearings are kinds of work (LEI-4, LEI-23).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Support {
    /// Information on rights, roles and options.
    Information,
    /// The worker spoke for them on the telephone.
    SpokeOnTelephone,
    /// The worker spoke for them at a meeting.
    SpokeInMeeting,
    /// They were helped to speak for themselves.
    HelpedToSpeak,
    /// They were helped to put their views in writing.
    ViewsInWriting,
    /// Help with an appeal.
    Appeal,
    /// The worker went with them to a hearing or a mediation.
    Hearing,
    /// They were told of another service.
    Signposted,
}

/// Words that the help with writing marked, and why they stand as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptWording {
    /// The words.
    pub words: String,
    /// Why the worker kept them.
    pub why: String,
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
