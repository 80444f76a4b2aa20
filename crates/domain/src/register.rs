//! Registers: what a service keeps of its own practice, one shape for all of them.
//!
//! An entry is a kind and its answers by name, each a text. What a register asks stands in one table ([`Register`]), from which the form,
//! the list, the check and what falls due are all worked out. Kinds and names are stored: they are added to, never renamed or removed.

mod check;
mod entry;
mod kept;
mod table;

pub use check::Fault;
pub use entry::{RegisterEntry, RegisterEvent};
pub use kept::{Kept, Kepts};

use serde::{Deserialize, Serialize};

/// Which register. The name in snake case is the stored shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Supervision of one worker (LEI-16, LEI-18, WES-6).
    Supervision,
    /// Support of all volunteers as a group (LEI-16).
    GroupSupport,
    /// Training of one worker (SPS-18, LEI-21, LEI-22, STA-12, WES-14).
    Training,
    /// One step of a worker's induction (LEI-17, STA-10, STA-11, STA-12).
    Induction,
    /// Observation of practice, or a look at casework (STA-15, SPS-10).
    Observation,
    /// A worker's own yearly word on confidentiality and impartiality (CAM-7, WES-7).
    Acknowledgement,
    /// A family saw bias where a procedure was followed (WES-12).
    PerceivedBias,
    /// The policy library (CAM-10, CAM-24, LEI-35).
    Policy,
    /// An aim of the development plan (CAM-6).
    Plan,
    /// A target: a count of activity, never an outcome (LEI-2).
    Target,
    /// How the service stands apart from the authority (STA-4, STA-5, CAM-12, WES-6).
    StandingApart,
    /// A subscription to an independent body (STA-13).
    Subscription,
    /// Something to read that the service can send (CAM-17).
    Resource,
    /// What was sent to whom, when (CAM-17).
    Sent,
    /// Training or information given to other groups (WES-15).
    Outreach,
    /// Work to influence policy (CAM-2).
    Influence,
    /// A member of the group (LEI-9, CAM-22, CAM-26, STA-7, STA-8).
    Member,
    /// A meeting of the group (LEI-12 to LEI-14, CAM-23).
    Meeting,
    /// Something that a member asked to have on the agenda (LEI-12).
    Agenda,
    /// What the group agreed should be done (LEI-13).
    GroupAction,
    /// The group's terms of reference (STA-6).
    Terms,
    /// A school term: its first and last day.
    Term,
    /// An interpreter, a signer or a translation that was needed, and whether it was there (LEI-20).
    Interpreter,
    /// A talk with the authority in which no case is told (LEI-5, LEI-6).
    Authority,
    /// Words that the help with writing marked and somebody asked to keep (LEI-3, CAM-11).
    Phrase,
    /// Somebody's word that a clause is met which no record can show: by name, dated, and only until a day (SPS-2, LEI-1, STA-17).
    Attestation,
    /// How firmly a rule holds here: a change to the policy that was copied.
    OwnRule,
    /// How often something is owed here: a change to the policy that was copied.
    OwnInterval,
    /// In which words the role is stated here: a change to the policy that was copied.
    OwnWords,
    /// A nursery, a childminder or another place that are not in the national register (SPS-14).
    Place,
    /// A draw of cases that are to be looked at (STA-15, SPS-10).
    Draw,
    /// What a tie between worker and family comes to here: a change to the policy that was copied.
    OwnOutcome,
    /// Who may sit in the Chair here: a change to the policy that was copied.
    OwnChair,
    /// What the manager answers before they allow a conflict here: a change to the policy that was copied.
    OwnQuestion,
    /// What is noted with a view when it is taken (LEI-32). It stands with the view and in no register of its own.
    View,
    /// Views that were passed on together: how many, to whom, when (LEI-32, CAM-13).
    ViewsPack,
    /// What was answered to views that were passed on, and what changed (LEI-36).
    ViewsAnswer,
}

/// Under which heading a register stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// The people of the service and how they practise.
    Practice,
    /// What the service works by.
    Policy,
    /// What it gives to others.
    Outside,
    /// The group that oversees it.
    Group,
}

/// For whose eyes an entry is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sealed {
    /// For everybody who works here.
    Service,
    /// For the worker whom this answer names, and the managers.
    Worker(&'static str),
    /// With the view that it belongs to, for those who may read that.
    View,
}

/// Who may write an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writer {
    /// The managers.
    Manager,
    /// Everybody who works here.
    Everybody,
    /// Everybody of themself; the managers of anybody.
    OfThemself,
    /// Each of themself alone, and nobody for them.
    ThemselfAlone,
    /// Nobody by hand: it is written with what it tells of.
    Itself,
}

/// What kind of answer a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// A day.
    Day,
    /// A day on which something falls due.
    Due {
        /// What is to be done, with no name in it.
        what: &'static str,
        /// The field that ends it once it is answered; empty where nothing does.
        unless: &'static str,
        /// A later entry with the same answers in these fields ends it too.
        same: &'static [&'static str],
    },
    /// A line.
    Line,
    /// Several lines.
    Text,
    /// A whole number.
    Number,
    /// Somebody who works here.
    Worker,
    /// One of a few answers: the stored word, then what is shown.
    One(Choices),
    /// Any number of answers, stored with spaces between them.
    Some(Choices),
    /// Statements of which every one has to be ticked.
    All(Choices),
    /// An entry of another register.
    Entry(Kind),
    /// A clause of the service's policy that somebody's word alone can show.
    Clause,
    /// A rule, or something that is owed at intervals, of the service's policy.
    Setting,
}

/// The stored word of each answer, and what is shown.
pub type Choices = &'static [(&'static str, &'static str)];

/// One thing that a register asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The stored name.
    pub name: &'static str,
    /// What is asked.
    pub label: &'static str,
    /// Help that stays in sight; may be empty.
    pub hint: &'static str,
    /// What kind of answer it takes.
    pub answer: Answer,
    /// Whether there is no entry without it.
    pub must: bool,
    /// When it is asked; always, where nothing stands here.
    pub when: Option<When>,
}

/// An answer to another question that calls for this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The stored name of the other question, which takes one answer of several.
    pub field: &'static str,
    /// The stored words of its answers that call for it.
    pub is: &'static [&'static str],
    /// Whether there is no entry without it then.
    pub must: bool,
}

/// One register: what it is for and what it asks.
#[derive(Debug, PartialEq, Eq)]
pub struct Register {
    /// Which.
    pub kind: Kind,
    /// Its part of an address.
    pub slug: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// One entry, as it reads after "Add": "a supervision".
    pub one: &'static str,
    /// What it is for, in a sentence or two.
    pub about: &'static str,
    /// The clauses that ask for it.
    pub clauses: &'static [&'static str],
    /// Under which heading it stands.
    pub area: Area,
    /// For whose eyes.
    pub sealed: Sealed,
    /// Who writes.
    pub writer: Writer,
    /// The field that dates an entry; empty where none does.
    pub on: &'static str,
    /// The fields that name an entry in a list, the most telling first.
    pub named_by: &'static [&'static str],
    /// What it asks, in order.
    pub fields: &'static [Field],
}

impl Kind {
    /// All registers, as they are listed.
    pub const ALL: [Self; 36] = [
        Self::Supervision,
        Self::GroupSupport,
        Self::Training,
        Self::Induction,
        Self::Observation,
        Self::Draw,
        Self::Acknowledgement,
        Self::PerceivedBias,
        Self::Policy,
        Self::StandingApart,
        Self::Attestation,
        Self::OwnRule,
        Self::OwnInterval,
        Self::OwnWords,
        Self::OwnOutcome,
        Self::OwnChair,
        Self::OwnQuestion,
        Self::Phrase,
        Self::Plan,
        Self::Target,
        Self::Term,
        Self::Interpreter,
        Self::Resource,
        Self::Sent,
        Self::Place,
        Self::Outreach,
        Self::Authority,
        Self::Influence,
        Self::ViewsPack,
        Self::ViewsAnswer,
        Self::Subscription,
        Self::Member,
        Self::Terms,
        Self::Meeting,
        Self::Agenda,
        Self::GroupAction,
    ];

    /// What this register is and asks.
    #[must_use]
    pub const fn register(self) -> &'static Register {
        table::of(self)
    }

    /// The register of this part of an address.
    #[must_use]
    pub fn of_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.register().slug == slug)
    }
}

impl Register {
    /// The field of this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

impl Answer {
    /// What is shown for a stored word of a closed list; none for other kinds of answer, or a word that is not in it.
    #[must_use]
    pub fn shown(self, word: &str) -> Option<&'static str> {
        let (Self::One(choices) | Self::Some(choices) | Self::All(choices)) = self else {
            return None;
        };
        choices
            .iter()
            .find(|(known, _)| *known == word)
            .map(|(_, shown)| *shown)
    }
}
