//! Pieces of a record that several tests are made of.

use crate::calder_vale::now;
use evenhand_domain::case::close::{FeedbackOffer, FeedbackWay};
use evenhand_domain::case::consent::{Consent, GivenHow};
use evenhand_domain::case::contact::AgencyTalk;
use evenhand_domain::case::options::{Choice, OptionSet};
use evenhand_domain::ids::{CaseId, PartyId};
use evenhand_engine::case::close::CloseRequest;
use evenhand_engine::desk::Desk;
use evenhand_engine::policy::duty::DutyState;
use evenhand_engine::policy::profile::Topic;

pub(crate) const SCHOOL: &str = "Alder Bank Primary School";
pub(crate) const A_DAY: i64 = 24 * 60;

pub(crate) fn consent(party: PartyId) -> Consent {
    Consent {
        party,
        agency: SCHOOL.into(),
        content: "that Zain will be back on Monday".into(),
        purpose: "so that they are ready".into(),
        how: GivenHow::Spoken,
        understood: "She said it back".into(),
        own_request: true,
        until: None,
        signed: None,
    }
}

pub(crate) fn talk() -> AgencyTalk {
    AgencyTalk {
        agency: SCHOOL.into(),
        consent: None,
        said: String::new(),
        heard: String::new(),
        told_passed_on: true,
        why_not_told: String::new(),
        without_permission: None,
    }
}

pub(crate) fn set(to: PartyId, pros: &str) -> OptionSet {
    let choice = |what: &str| Choice {
        what: what.into(),
        pros: pros.into(),
        cons: String::new(),
        basis: String::new(),
    };
    OptionSet {
        matter: "Part-time timetable".into(),
        to: vec![to],
        choices: vec![choice("Ask for a meeting"), choice("Nothing for now")],
        limits: String::new(),
    }
}

pub(crate) fn close(way: FeedbackWay, why: &str, why_left_open: &str) -> CloseRequest {
    CloseRequest {
        outcome: "Back in school full time".into(),
        as_they_see_it: "Happier than at Easter".into(),
        feedback: FeedbackOffer { way, why: why.into() },
        why_left_open: why_left_open.into(),
    }
}

pub(crate) fn state(desk: &Desk, case: CaseId, topic: Topic) -> DutyState {
    let duties = desk.duties(now(9), case).unwrap();
    duties.iter().find(|duty| duty.topic == topic).unwrap().state
}
