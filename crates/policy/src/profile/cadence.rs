//! What a policy asks for again and again, and how often.

use serde::{Deserialize, Serialize};

/// Something that is owed at intervals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cadence {
    /// Supervision of each officer (LEI-16, WES-6).
    SupervisionOfficer,
    /// Supervision of each volunteer (LEI-16).
    SupervisionVolunteer,
    /// Support of the volunteers as a group (LEI-16).
    GroupSupport,
    /// Training in impartiality for each worker (SPS-18, STA-10, WES-14).
    ImpartialityTraining,
    /// Training in law for each worker (SPS-9).
    LawTraining,
    /// Training in partnership for each worker (CAM-14).
    PartnershipTraining,
    /// Any training, for each worker (LEI-21).
    AnyTraining,
    /// The next level of legal training for each worker, until the third is held (LEI-22).
    LegalLevel,
    /// Induction of each new worker (LEI-17, STA-10 to STA-12).
    Induction,
    /// Observation of practice, or a look at casework, for each worker (STA-15, SPS-10).
    Observation,
    /// Each worker's own word on confidentiality and impartiality (CAM-7, WES-7).
    Acknowledgement,
    /// Each worker's declaration of interests, also where there are none (CAM-20).
    Interests,
    /// Review of each policy (CAM-24, LEI-35).
    PolicyReview,
    /// Review of each aim of the development plan (CAM-6).
    Plan,
    /// The declaration of separate offices (STA-4).
    Premises,
    /// The declaration of an own identity (STA-5).
    Identity,
    /// The declaration of an agreed relationship with the authority (CAM-12).
    ArmsLength,
    /// The declaration of the manager's independence (WES-6).
    Independence,
    /// Review of who sits in the group (LEI-10, STA-7).
    Membership,
    /// Review of the terms of reference (STA-6).
    Terms,
    /// A meeting of the group (CAM-23).
    GroupMeeting,
}

impl Cadence {
    /// All of them.
    pub const ALL: [Self; 21] = [
        Self::SupervisionOfficer,
        Self::SupervisionVolunteer,
        Self::GroupSupport,
        Self::ImpartialityTraining,
        Self::LawTraining,
        Self::PartnershipTraining,
        Self::AnyTraining,
        Self::LegalLevel,
        Self::Induction,
        Self::Observation,
        Self::Acknowledgement,
        Self::Interests,
        Self::PolicyReview,
        Self::Plan,
        Self::Premises,
        Self::Identity,
        Self::ArmsLength,
        Self::Independence,
        Self::Membership,
        Self::Terms,
        Self::GroupMeeting,
    ];
}

/// A span of time between two of the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Every {
    /// So many weeks.
    Weeks(u16),
    /// So many months.
    Months(u16),
    /// Once in each school term.
    Term,
}

/// How often something is owed under one policy, and by which clauses.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Interval {
    /// How often.
    pub every: Every,
    /// By when for the first time, from the day somebody joined or the service began here; the interval itself where nothing is said.
    #[serde(default)]
    pub first: Option<Every>,
    /// The clauses it rests on; of another policy where `borrowed`.
    pub clauses: Vec<&'static str>,
    /// The policy itself is silent: this is good practice from another one, and a reminder.
    #[serde(default)]
    pub borrowed: bool,
    /// It counts only where a meeting of the group is noted with it (CAM-6, CAM-24).
    #[serde(default)]
    pub by_group: bool,
    /// The steps of an induction.
    #[serde(default)]
    pub steps: Vec<&'static str>,
    /// It is the volunteers', and until it is done they have no case (LEI-17).
    #[serde(default)]
    pub volunteers: bool,
}

impl Interval {
    /// What a service asks of itself beyond its policy: so often, and nothing besides.
    pub(super) const fn of(every: Every) -> Self {
        Self {
            every,
            first: None,
            clauses: Vec::new(),
            borrowed: false,
            by_group: false,
            steps: Vec::new(),
            volunteers: false,
        }
    }
}
