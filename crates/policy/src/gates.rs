//! What a step of a case asks about under a policy, and what still stops it.
//!
//! The caller folds the case's events into answers; this module only knows which duty belongs to which step and how strongly the policy
//! holds it. A borrowed rule is asked and never stops anybody.

use crate::profile::{Profile, Strength, Topic};

/// A step in the life of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A worker opens the case for the first time.
    Open,
    /// The case leaves intake.
    LeaveIntake,
    /// A contact that was no meeting is saved.
    SaveContact,
    /// A meeting is saved.
    SaveMeeting,
    /// The plan of support is saved.
    SavePlan,
    /// The person's decision is recorded.
    RecordDecision,
    /// Another agency is contacted.
    ContactAgency,
    /// A named case is raised with the authority.
    TellAuthority,
    /// Views are passed on.
    PassOnViews,
    /// Somebody said that the service was not impartial.
    Challenged,
    /// The case closes.
    Close,
}

impl Step {
    /// All steps.
    pub const ALL: [Self; 11] = [
        Self::Open,
        Self::LeaveIntake,
        Self::SaveContact,
        Self::SaveMeeting,
        Self::SavePlan,
        Self::RecordDecision,
        Self::ContactAgency,
        Self::TellAuthority,
        Self::PassOnViews,
        Self::Challenged,
        Self::Close,
    ];

    /// What the step asks about, in the order of the form.
    #[must_use]
    pub const fn topics(self) -> &'static [Topic] {
        match self {
            Self::Open => &[Topic::QuestionBeforeOpening],
            Self::LeaveIntake => &[
                Topic::StatementAtContact,
                Topic::StorageAgreement,
                Topic::RecordsTold,
                Topic::Aim,
            ],
            Self::SaveContact => &[Topic::StatementAtContact, Topic::StatementUnderstood],
            Self::SaveMeeting => &[Topic::StatementAtMeeting, Topic::StatementUnderstood, Topic::Venue],
            Self::SavePlan => &[Topic::Wishes],
            Self::RecordDecision => &[Topic::Options, Topic::RisksApart, Topic::LegalBasis],
            Self::ContactAgency => &[Topic::AgencyConsent, Topic::ConsentUnderstood, Topic::AgencyNotice],
            Self::TellAuthority => &[Topic::AuthorityRequest, Topic::AgencyConsent],
            Self::PassOnViews => &[Topic::ViewsUnaltered],
            Self::Challenged => &[Topic::ChallengeToChair],
            Self::Close => &[Topic::Feedback],
        }
    }
}

/// How a duty was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// Not met, with the reason why; it counts as not met, and where a reason is enough the step goes on.
    Reasoned,
    /// Allowed by the manager.
    Allowed,
    /// Met.
    Met,
}

/// A duty as one policy holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duty<'a> {
    /// Which.
    pub topic: Topic,
    /// The clauses it rests on, for example `SPS-11`.
    pub clauses: &'a [&'static str],
    /// How strongly it holds.
    pub strength: Strength,
    /// Good practice from another policy, where this one is silent.
    pub borrowed: bool,
    /// The question.
    pub words: &'static str,
}

/// Everything a step asks about.
#[must_use]
pub fn asked(profile: &Profile, step: Step) -> Vec<Duty<'_>> {
    let duties = step.topics().iter().map(|&topic| {
        let rule = profile.rule(topic);
        Duty {
            topic,
            clauses: &rule.clauses,
            strength: rule.strength,
            borrowed: rule.borrowed,
            words: topic.words(),
        }
    });
    duties.filter(|duty| duty.strength > Strength::Off).collect()
}

/// What still stops a step, given the answers so far; nothing when it may go on. Where a duty was answered twice the better one counts.
#[must_use]
pub fn owed<'a>(profile: &'a Profile, step: Step, answers: &[(Topic, Answer)]) -> Vec<Duty<'a>> {
    let best = |topic| {
        answers
            .iter()
            .filter(|(of, _)| *of == topic)
            .map(|(_, answer)| *answer)
            .max()
    };
    asked(profile, step)
        .into_iter()
        .filter(|duty| !enough(duty.strength, best(duty.topic)))
        .collect()
}

/// Whether an answer lets a step go on. Nothing short of the thing itself passes a bar.
fn enough(strength: Strength, answer: Option<Answer>) -> bool {
    match strength {
        Strength::Off | Strength::Remind => true,
        Strength::Reason => answer.is_some(),
        Strength::Manager => answer >= Some(Answer::Allowed),
        Strength::Bar => answer == Some(Answer::Met),
    }
}

#[cfg(test)]
mod tests {
    use evenhand_domain::profile::ProfileId;

    use super::*;

    fn topics(id: ProfileId, step: Step, answers: &[(Topic, Answer)]) -> Vec<Topic> {
        owed(Profile::of(id), step, answers)
            .iter()
            .map(|duty| duty.topic)
            .collect()
    }

    #[test]
    fn sps_11_a_contact_waits_for_the_statement_or_the_reason_without_it() {
        let owed = |answers: &[_]| topics(ProfileId::Sps, Step::SaveContact, answers);
        assert_eq!(owed(&[]), [Topic::StatementAtContact]);
        assert!(owed(&[(Topic::StatementAtContact, Answer::Reasoned)]).is_empty());
        assert!(topics(ProfileId::Staffordshire, Step::SaveContact, &[]).is_empty());
    }

    #[test]
    fn cam_15_the_statement_and_whether_it_was_understood() {
        let owed = topics(ProfileId::Camden, Step::SaveMeeting, &[]);
        assert_eq!(owed, [Topic::StatementAtMeeting, Topic::StatementUnderstood]);
    }

    #[test]
    fn lei_26_no_reason_stands_in_for_consent() {
        let answers = [
            (Topic::AgencyConsent, Answer::Reasoned),
            (Topic::AgencyNotice, Answer::Met),
        ];
        assert_eq!(
            topics(ProfileId::Leicester, Step::ContactAgency, &answers),
            [Topic::AgencyConsent]
        );
        let answers = [
            (Topic::AgencyConsent, Answer::Allowed),
            (Topic::AgencyConsent, Answer::Met),
            (Topic::AgencyNotice, Answer::Reasoned),
        ];
        assert!(topics(ProfileId::Leicester, Step::ContactAgency, &answers).is_empty());
    }

    #[test]
    fn sta_9_a_named_case_waits_for_the_parents_own_request() {
        let answers = [(Topic::AgencyConsent, Answer::Met)];
        assert_eq!(
            topics(ProfileId::Staffordshire, Step::TellAuthority, &answers),
            [Topic::AuthorityRequest]
        );
    }

    #[test]
    fn lei_29_lei_30_lei_25_before_a_case_leaves_intake() {
        let owed = topics(ProfileId::Leicester, Step::LeaveIntake, &[]);
        assert_eq!(owed, [Topic::StorageAgreement, Topic::RecordsTold, Topic::Aim]);
    }

    #[test]
    fn wes_5_consent_that_was_not_understood_is_none() {
        let answers = [(Topic::AgencyConsent, Answer::Met)];
        assert_eq!(
            topics(ProfileId::WestmorlandFurness, Step::ContactAgency, &answers),
            [Topic::ConsentUnderstood]
        );
    }

    #[test]
    fn what_is_borrowed_is_asked_and_stops_nobody() {
        for id in ProfileId::ALL {
            for step in Step::ALL {
                assert!(owed(Profile::of(id), step, &[]).iter().all(|duty| !duty.borrowed));
                assert!(!asked(Profile::of(id), step).is_empty());
            }
        }
    }
}
