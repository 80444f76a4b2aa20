//! What a case owes under its policy: a fold over the case that says of each duty whether it is met, and by which entries.

use evenhand_domain::case::close::FeedbackWay;
use evenhand_domain::case::contact::{Contact, ContactWay, Explained, Stated, Venue};
use evenhand_domain::case::options::OptionSet;
use evenhand_domain::case::party::WordsKind;
use evenhand_domain::case::state::{Case, Front, Recorded};
use evenhand_domain::family::Standing;
use evenhand_domain::ids::EventId;
use serde::{Deserialize, Serialize};

use crate::profile::{Profile, Rule, Strength, Topic};

/// Where a duty stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DutyState {
    /// Nothing has called for it yet: no agency was spoken with, no decision was made.
    NotCalledFor,
    /// It was done.
    Met,
    /// It was answered with "no", and why.
    NotMet,
    /// There is no answer yet.
    NotYet,
}

/// One duty of a case, with how it is held and what shows where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseDuty {
    /// Which duty.
    pub topic: Topic,
    /// How the policy holds it, and by which clauses.
    pub rule: &'static Rule,
    /// Where it stands.
    pub state: DutyState,
    /// The entries that show it.
    pub evidence: Vec<EventId>,
}

impl CaseDuty {
    /// Whether closing names it as missing.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self.state, DutyState::NotYet | DutyState::NotMet) && self.rule.strength > Strength::Off
    }

    /// Whether it is missing and the policy asks why before the case closes; a borrowed duty never asks.
    #[must_use]
    pub fn needs_reason(&self) -> bool {
        self.is_missing() && self.rule.strength >= Strength::Reason
    }
}

/// Every duty of a case, in the order of a case's life. Duties that the policy switches off are left out.
#[must_use]
pub fn duties(profile: &'static Profile, front: &Front, case: &Case) -> Vec<CaseDuty> {
    profile
        .rules()
        .filter(|(_, rule)| rule.strength > Strength::Off)
        .filter_map(|(topic, rule)| {
            let (state, evidence) = judge(topic, front, case)?;
            Some(CaseDuty {
                topic,
                rule,
                state,
                evidence,
            })
        })
        .collect()
}

/// Where the duties of a case's own story stand, whatever day it is and whatever its front sheet says: what is counted over all cases
/// needs no more of each.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standings(Vec<(Topic, DutyState)>);

impl Standings {
    /// Of one case.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let front = Front::default();
        let topics = Topic::ALL
            .into_iter()
            .filter(|topic| *topic != Topic::QuestionBeforeOpening);
        let states = topics.filter_map(|topic| Some((topic, judge(topic, &front, case)?.0)));
        Self(states.collect())
    }

    /// Of one topic; none for a duty that is not shown by a case's own record.
    pub(crate) fn state(&self, topic: Topic, front: &Front) -> Option<DutyState> {
        if topic == Topic::QuestionBeforeOpening {
            return Some(question_before_opening(front).0);
        }
        let mut states = self.0.iter();
        states.find(|(of, _)| *of == topic).map(|(_, state)| *state)
    }
}

pub(crate) type Judged = (DutyState, Vec<EventId>);

/// None for a duty that is not shown by a case's own record.
pub(crate) fn judge(topic: Topic, front: &Front, case: &Case) -> Option<Judged> {
    Some(match topic {
        Topic::QuestionBeforeOpening => question_before_opening(front),
        Topic::StatementAtContact => statements(case, |contact| contact.way != ContactWay::Meeting),
        Topic::StatementAtMeeting => statements(case, |contact| contact.way == ContactWay::Meeting),
        Topic::StatementUnderstood => statements_understood(case),
        Topic::StorageAgreement => storage(case),
        Topic::RecordsTold => records_told(case),
        Topic::Aim => aim(case),
        Topic::Wishes => words(
            case,
            |_| true,
            |(standing, service_user)| service_user || matches!(standing, Standing::Child | Standing::YoungPerson),
        ),
        Topic::Options => options(case),
        Topic::RisksApart => when_called_for(&case.decisions, |kept| !kept.now.risks_explained.trim().is_empty()),
        Topic::LegalBasis => when_called_for(&case.options, |kept| {
            kept.now.choices.iter().any(|choice| !choice.basis.trim().is_empty())
        }),
        // What was shared without permission, on the manager's word, stands outside the policy's consent: it stays not met.
        Topic::AgencyConsent => agency(case, |contact| {
            contact
                .agency
                .as_ref()
                .is_none_or(|talk| talk.said.trim().is_empty() || talk.consent.is_some())
        }),
        Topic::ConsentUnderstood => {
            when_called_for(&case.consents, |kept| !kept.now.consent.understood.trim().is_empty())
        }
        Topic::AgencyNotice => agency(case, |contact| {
            contact.agency.as_ref().is_none_or(|talk| talk.told_passed_on)
        }),
        Topic::Venue => venue(case),
        Topic::Feedback => feedback(case),
        Topic::DecisionExplained => decisions_of_others(case),
        Topic::VolunteerArea | Topic::AuthorityRequest | Topic::ViewsUnaltered | Topic::ChallengeToChair => {
            return None;
        }
    })
}

fn standing<T>(list: &[Recorded<T>]) -> impl DoubleEndedIterator<Item = &Recorded<T>> {
    list.iter().filter(|kept| kept.in_error.is_none())
}

/// Not yet while there is nothing; met where all of it is.
fn all_are<'a, T: 'a>(entries: impl Iterator<Item = &'a Recorded<T>>, is_met: impl Fn(&T) -> bool) -> Judged {
    let entries: Vec<_> = entries.collect();
    let state = match entries.as_slice() {
        [] => DutyState::NotYet,
        all if all.iter().all(|kept| is_met(&kept.now)) => DutyState::Met,
        _ => DutyState::NotMet,
    };
    (state, entries.iter().map(|kept| kept.id).collect())
}

/// A choice that was named without anything for or against it was not explained (SPS-1).
fn options(case: &Case) -> Judged {
    all_are(standing(&case.options), OptionSet::is_explained)
}

/// Where people came together, the place is noted, with who asked for it and why where it is no neutral one (LEI-19).
fn venue(case: &Case) -> Judged {
    let met = standing(&case.contacts).filter(|kept| kept.now.way.is_in_person());
    match all_are(met, |contact| contact.venue.as_ref().is_some_and(Venue::is_answered)) {
        (DutyState::NotYet, evidence) => (DutyState::NotCalledFor, evidence),
        judged => judged,
    }
}

/// What a professional decided was explained whole, wherever a contact says that it was explained (CAM-25).
fn decisions_of_others(case: &Case) -> Judged {
    let explained = standing(&case.contacts).filter(|kept| kept.now.explained.is_some());
    match all_are(explained, |contact| {
        contact.explained.as_ref().is_some_and(Explained::is_whole)
    }) {
        (DutyState::NotYet, evidence) => (DutyState::NotCalledFor, evidence),
        judged => judged,
    }
}

/// The service user's aim. Where a contact says why it is not known, the answer is no (LEI-25).
fn aim(case: &Case) -> Judged {
    match words(case, |kind| kind == WordsKind::Aim, |standing| standing.1) {
        (DutyState::NotYet, evidence) if case.aim_is_answered() => (DutyState::NotMet, evidence),
        judged => judged,
    }
}

fn when_called_for<T>(list: &[Recorded<T>], is_met: impl Fn(&Recorded<T>) -> bool) -> Judged {
    let entries: Vec<_> = standing(list).collect();
    let state = match entries.as_slice() {
        [] => DutyState::NotCalledFor,
        all if all.iter().all(|kept| is_met(kept)) => DutyState::Met,
        _ => DutyState::NotYet,
    };
    (state, entries.iter().map(|kept| kept.id).collect())
}

fn question_before_opening(front: &Front) -> Judged {
    let state = match front.worker().map(|worker| front.answers.get(&worker)) {
        Some(Some(_)) => DutyState::Met,
        _ => DutyState::NotYet,
    };
    (state, Vec::new())
}

fn statements(case: &Case, is_meant: impl Fn(&Contact) -> bool) -> Judged {
    let contacts: Vec<_> = standing(&case.contacts).filter(|kept| is_meant(&kept.now)).collect();
    let was_made = |contact: &Contact| {
        contact.with.iter().all(|party| {
            contact
                .statements
                .iter()
                .any(|said| said.to == *party && matches!(said.stated, Stated::Yes { .. }))
        })
    };
    let state = match contacts.as_slice() {
        [] => DutyState::NotCalledFor,
        all if all.iter().all(|kept| was_made(&kept.now)) => DutyState::Met,
        _ => DutyState::NotMet,
    };
    (state, contacts.iter().map(|kept| kept.id).collect())
}

fn statements_understood(case: &Case) -> Judged {
    let checked = |contact: &Contact| {
        contact
            .statements
            .iter()
            .any(|said| matches!(&said.stated, Stated::Yes { understood, .. } if !understood.trim().is_empty()))
    };
    let evidence: Vec<_> = standing(&case.contacts)
        .filter(|kept| checked(&kept.now))
        .map(|kept| kept.id)
        .collect();
    let state = match (case.contacts.is_empty(), evidence.is_empty()) {
        (true, _) => DutyState::NotCalledFor,
        (false, true) => DutyState::NotYet,
        (false, false) => DutyState::Met,
    };
    (state, evidence)
}

fn storage(case: &Case) -> Judged {
    let answer = case
        .service_user()
        .and_then(|user| case.storage.get(&user.id))
        .filter(|kept| kept.in_error.is_none());
    match answer {
        // They said no, and who they are is still here.
        Some(kept) if case.is_refused() => (DutyState::NotMet, vec![kept.id]),
        Some(kept) => (DutyState::Met, vec![kept.id]),
        None => (DutyState::NotYet, Vec::new()),
    }
}

fn records_told(case: &Case) -> Judged {
    match case.service_user().and_then(|user| case.told.get(&user.id)) {
        Some(kept) => (DutyState::Met, vec![kept.id]),
        // Nothing is kept of somebody who did not agree, so there is no record to see.
        None if case.is_anonymous => (DutyState::NotCalledFor, Vec::new()),
        None => (DutyState::NotYet, Vec::new()),
    }
}

fn words(case: &Case, kind: impl Fn(WordsKind) -> bool, whose: impl Fn((Standing, bool)) -> bool) -> Judged {
    let asked: Vec<_> = case
        .parties
        .values()
        .filter(|party| whose((party.is, party.service_user)))
        .collect();
    let given: Vec<_> = standing(&case.words).filter(|kept| kind(kept.now.kind)).collect();
    let everybody = asked
        .iter()
        .all(|party| given.iter().any(|kept| kept.now.party == party.id));
    let state = if everybody && !asked.is_empty() {
        DutyState::Met
    } else {
        DutyState::NotYet
    };
    (state, given.iter().map(|kept| kept.id).collect())
}

fn agency(case: &Case, is_met: impl Fn(&Contact) -> bool) -> Judged {
    let talks: Vec<_> = standing(&case.contacts)
        .filter(|kept| kept.now.agency.is_some())
        .collect();
    let state = match talks.as_slice() {
        [] => DutyState::NotCalledFor,
        all if all.iter().all(|kept| is_met(&kept.now)) => DutyState::Met,
        _ => DutyState::NotMet,
    };
    (state, talks.iter().map(|kept| kept.id).collect())
}

/// Feedback is offered anew after each time a case was opened again. Not having asked is no offer (LEI-33, WES-16).
fn feedback(case: &Case) -> Judged {
    let since = case.reopenings.last().map(|kept| kept.at);
    let newest = standing(&case.feedback).rfind(|kept| since.is_none_or(|since| kept.at >= since));
    all_are(newest.into_iter(), |offer| offer.way != FeedbackWay::NotNow)
}
