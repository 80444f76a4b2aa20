//! A duty and how strongly a policy holds it.

use serde::{Deserialize, Serialize};

/// How strongly a rule holds, mildest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Not asked.
    Off,
    /// Asked, and the step goes on without an answer.
    Remind,
    /// The step goes on with an answer, or with the reason why there is none, which counts as not met.
    Reason,
    /// The step goes on only when the manager allows it.
    Manager,
    /// The step does not go on without it.
    Bar,
}

/// A duty that the software asks about, in the order of a case's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Before a case first opens: do you know anyone here, have you any interest? (SPS-8, CAM-16, WES-8)
    QuestionBeforeOpening,
    /// Volunteers work just outside their own area (SPS-16).
    VolunteerArea,
    /// The role is stated at the start of each contact (SPS-11, CAM-15).
    StatementAtContact,
    /// The role is stated at each meeting, to each party (SPS-12, CAM-15, WES-8).
    StatementAtMeeting,
    /// It is found out whether the statement was understood (CAM-15).
    StatementUnderstood,
    /// The person agrees to be kept on the database (LEI-29).
    StorageAgreement,
    /// The person is told how to see their record (LEI-30).
    RecordsTold,
    /// The aim, in the person's words, before a case leaves intake (LEI-25).
    Aim,
    /// Wishes and feelings of each person, the child's beside the parent's (SPS-7, WES-2, WES-8).
    Wishes,
    /// At least two options with pros and cons before a decision is recorded (SPS-1, LEI-25, STA-1, STA-14, WES-3, WES-13).
    Options,
    /// Risks explained are kept apart from the decision, which is the person's (LEI-24).
    RisksApart,
    /// The law or policy on which information rests (SPS-9, SPS-21, LEI-22).
    LegalBasis,
    /// What a professional decided is explained, with the reasons given and what stays unclear, without taking a side (CAM-25).
    DecisionExplained,
    /// Consent for this agency and this content before contact with it (LEI-7, LEI-26, WES-5, SPS-22, CAM-3, STA-2).
    AgencyConsent,
    /// Consent was understood, and is the child's or young person's own where it is theirs to give (WES-5).
    ConsentUnderstood,
    /// A named case goes to the authority only at the parent's own request (STA-9), or with explicit permission (LEI-7).
    AuthorityRequest,
    /// The agency is told that what it says goes to the service user (LEI-27).
    AgencyNotice,
    /// A meeting at home or elsewhere has who asked and a reason (LEI-19).
    Venue,
    /// Views for the authority are passed on unaltered (LEI-32).
    ViewsUnaltered,
    /// Whoever challenges impartiality is invited to the Chair first (SPS-19).
    ChallengeToChair,
    /// Feedback, with a question on impartiality, at the end (SPS-17, LEI-33, STA-3, WES-16).
    Feedback,
}

impl Topic {
    /// All topics, in the order of a case's life.
    pub const ALL: [Self; 21] = [
        Self::QuestionBeforeOpening,
        Self::VolunteerArea,
        Self::StatementAtContact,
        Self::StatementAtMeeting,
        Self::StatementUnderstood,
        Self::StorageAgreement,
        Self::RecordsTold,
        Self::Aim,
        Self::Wishes,
        Self::Options,
        Self::RisksApart,
        Self::LegalBasis,
        Self::DecisionExplained,
        Self::AgencyConsent,
        Self::ConsentUnderstood,
        Self::AuthorityRequest,
        Self::AgencyNotice,
        Self::Venue,
        Self::ViewsUnaltered,
        Self::ChallengeToChair,
        Self::Feedback,
    ];

    /// The duty as a question that a worker can answer.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::QuestionBeforeOpening => "Do you know anyone here, or have you any interest in what happens?",
            Self::VolunteerArea => "Does the volunteer live outside the family's area?",
            Self::StatementAtContact => "Did you say at the start that you are impartial?",
            Self::StatementAtMeeting => "Did you tell each person at the meeting that you are impartial?",
            Self::StatementUnderstood => "Was it understood, and how do you know?",
            Self::StorageAgreement => "Do they agree to our keeping this record?",
            Self::RecordsTold => "Were they told how to see their record?",
            Self::Aim => "What do they want to happen, in their words?",
            Self::Wishes => "What does each person wish and feel, in their words?",
            Self::Options => "Which options were explained, with the good and the bad of each?",
            Self::RisksApart => "Are the risks you explained kept apart from what they decided?",
            Self::LegalBasis => "Which law or policy does this rest on?",
            Self::DecisionExplained => "Was what a professional decided explained, without taking a side?",
            Self::AgencyConsent => "Have they agreed to this agency and to what it is told?",
            Self::ConsentUnderstood => "Was the consent understood, and is it theirs to give?",
            Self::AuthorityRequest => "Did the parent ask for their own case to be named?",
            Self::AgencyNotice => "Does the agency know that you will pass on what it says?",
            Self::Venue => "Was the place neutral, or is it noted who chose it and why?",
            Self::ViewsUnaltered => "Is this passed on in their own words, unaltered?",
            Self::ChallengeToChair => "Were they invited to speak to the Chair?",
            Self::Feedback => "Have they been asked how we did, and whether we took sides?",
        }
    }
}

/// How one policy holds one duty.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Rule {
    /// How strongly.
    pub strength: Strength,
    /// The clauses it rests on; of another policy where `borrowed`.
    pub clauses: Vec<&'static str>,
    /// The policy itself is silent: this is good practice from another one. A borrowed rule reminds and never stops anybody.
    #[serde(default)]
    pub borrowed: bool,
}

/// The rule of a topic that a document leaves out. A test proves that none of the five does.
pub(super) static SILENT: Rule = Rule {
    strength: Strength::Remind,
    clauses: Vec::new(),
    borrowed: true,
};
