//! What a rule comes to in plain words: for *Our policy* in the workspace and for the page that families read, from the same data.

use evenhand_domain::conflict::{ConflictOutcome, MatchKind};

use super::{Cadence, Called, ChairRule, ChairSeat, Every, Occasion, Reader, Strength, Topic};

impl Topic {
    /// What the service does where it holds this duty, as it says so to families.
    #[must_use]
    pub const fn promise(self) -> &'static str {
        match self {
            Self::QuestionBeforeOpening => "Before we read what you told us, we say whether we know you.",
            Self::VolunteerArea => "A volunteer does not help families who live close to them.",
            Self::StatementAtContact => "Each time we talk, we first say that we take no side.",
            Self::StatementAtMeeting => "At a meeting we tell everybody there that we take no side.",
            Self::StatementUnderstood => "We find out whether you understood what our job is.",
            Self::StorageAgreement => "We ask you before we keep a record about you.",
            Self::RecordsTold => "We tell you how to see your record.",
            Self::Aim => "We ask what you want to happen, and write it down in your words.",
            Self::Wishes => "We ask each person what they wish and how they feel, the child too.",
            Self::Options => "We explain what you could do, with the good and the bad of each choice.",
            Self::RisksApart => "You decide. We write down the risks apart from what you decided.",
            Self::LegalBasis => "We say which law or rule our information comes from.",
            Self::DecisionExplained => "We explain what a school or the council decided, and take no side.",
            Self::AgencyConsent => "We tell a school, the council or anybody else only what you agreed to.",
            Self::ConsentUnderstood => "We check that you know what you agree to, and that it is yours to give.",
            Self::AuthorityRequest => "We talk with the council about your own case only if you ask us to.",
            Self::AgencyNotice => "We tell others that we pass on to you what they say.",
            Self::Venue => "We meet in a place that is good for you and on nobody’s side.",
            Self::ViewsUnaltered => "We pass on your views in your own words.",
            Self::ChallengeToChair => "If you think that we were not fair, you can speak to the Chair first.",
            Self::Feedback => "At the end we ask how we did, and whether we took a side.",
        }
    }
}

impl Topic {
    /// Whether the software never goes on without it, whatever a policy says: these hold the walls around a case.
    #[must_use]
    pub const fn is_wall(self) -> bool {
        matches!(self, Self::QuestionBeforeOpening | Self::AgencyConsent)
    }

    /// Whether a step, or closing, asks for it. The others are held by the conflict check or by what can be recorded at all.
    pub(super) const fn is_asked_at_a_step(self) -> bool {
        !matches!(
            self,
            Self::VolunteerArea | Self::AuthorityRequest | Self::ViewsUnaltered | Self::ChallengeToChair
        )
    }
}

impl Cadence {
    /// What is owed, in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::SupervisionOfficer => "Supervision of each officer",
            Self::SupervisionVolunteer => "Supervision of each volunteer",
            other => crate::due::what_of(other),
        }
    }
}

impl Strength {
    /// All of them, mildest first.
    pub const ALL: [Self; 5] = [Self::Off, Self::Remind, Self::Reason, Self::Manager, Self::Bar];

    /// In words, for those who work here.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Off => "Not asked",
            Self::Remind => "Reminder",
            Self::Reason => "Answer or reason",
            Self::Manager => "The manager decides",
            Self::Bar => "Needed",
        }
    }
}

impl Every {
    /// In words: "Every 6 weeks".
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::Weeks(1) => "Every week".to_owned(),
            Self::Weeks(weeks) => format!("Every {weeks} weeks"),
            Self::Months(1) => "Every month".to_owned(),
            Self::Months(12) => "Every year".to_owned(),
            Self::Months(months) => format!("Every {months} months"),
            Self::Term => "Once a term".to_owned(),
        }
    }
}

impl ChairSeat {
    /// Who may sit in the Chair.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Anybody => "Anybody",
            Self::NotAnOfficerOfTheAuthority => "No officer of the council",
            Self::Independent => "Somebody independent",
            Self::ParentOrCarer => "A parent or carer",
        }
    }
}

impl ChairRule {
    /// Who may sit there by the copied policy, and by what the service asks besides.
    #[must_use]
    pub fn words(&self) -> String {
        match (self.seat, self.besides) {
            (seat, ChairSeat::Anybody) => seat.words().to_owned(),
            (ChairSeat::Anybody, besides) => besides.words().to_owned(),
            (seat, besides) => format!("{}. {}", seat.words(), besides.words()),
        }
    }
}

impl Called {
    /// Whom that is, in words.
    #[must_use]
    pub const fn about(self) -> &'static str {
        match self {
            Self::Manager => "Whoever runs the service",
            Self::Officer => "Those who work with families",
            Self::Volunteer => "Those who give their time",
            Self::Group => "The group that oversees us",
            Self::Chair => "Whoever chairs it",
        }
    }
}

impl Occasion {
    /// When that is, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::FirstCall => "At the start of a call or talk",
            Self::Meeting => "At the start of a meeting",
            Self::YoungPersonAlone => "With a child or young person alone",
            Self::Letter => "In a letter, an email or a message",
        }
    }
}

impl Reader {
    /// For whom that is, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Plain => "In plain words",
            Self::Young => "In words for a young person",
            Self::EasyRead => "In Easy Read",
        }
    }
}

/// A tie in words; none for what is no tie between two people: the worker's own answer, and the worker as one of the family.
pub(super) fn tie_words(kind: MatchKind) -> Option<&'static str> {
    TIES.into_iter().find(|(tie, _)| *tie == kind).map(|(_, words)| words)
}

/// What a certain match comes to, in words.
#[must_use]
pub const fn outcome_words(outcome: ConflictOutcome) -> &'static str {
    match outcome {
        ConflictOutcome::Clear => "No rule",
        ConflictOutcome::Look => "Look first",
        ConflictOutcome::Reason => "Last, with a reason",
        ConflictOutcome::Manager => "The manager decides",
        ConflictOutcome::Bar => "Never",
    }
}

/// A worker's ties to a family that a policy rules, each in words.
pub const TIES: [(MatchKind, &str); 6] = [
    (MatchKind::SchoolPost, "The worker has a post at the child’s school"),
    (
        MatchKind::OwnChildSchool,
        "The worker’s own child is at the same school",
    ),
    (MatchKind::Relative, "The worker is related to the family"),
    (MatchKind::Friend, "The worker is a friend or knows the family"),
    (
        MatchKind::Organisation,
        "The worker belongs to an organisation in the case",
    ),
    (MatchKind::HomeDistrict, "A volunteer lives in the family’s area"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_promise_is_short_and_says_something_of_its_own() {
        let all: BTreeSet<&str> = Topic::ALL.into_iter().map(Topic::promise).collect();
        assert_eq!(all.len(), Topic::ALL.len());
        for promise in all {
            assert!(
                promise.ends_with('.') && promise.split_whitespace().count() <= 16,
                "{promise}"
            );
        }
    }
}
