//! What the cases show: how many met each duty, and which did not.

use std::collections::BTreeMap;

use evenhand_domain::case::state::{Case, CaseStatus, Front};
use evenhand_domain::conflict::ConflictOutcome;
use evenhand_domain::date::Day;
use evenhand_domain::ids::CaseId;
use serde::{Deserialize, Serialize};

use super::{Evidence, Place, State};
use crate::clause::{Known, clauses};
use crate::duty::{DutyState, Standings};
use crate::profile::{Profile, Topic};

/// So many cases are led to; more would hide the rest of the page.
const SHOWN: usize = 12;

/// One duty over all cases.
#[derive(Debug, Default)]
struct Count {
    met: usize,
    /// Open cases in which it is still to come.
    to_come: usize,
    lacking: Vec<CaseId>,
}

/// What one case shows of its duties.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Where its duties stand.
    pub standings: Standings,
    /// The day it was closed, while it is.
    pub closed_on: Option<Day>,
    /// Whether what identified them was erased because they asked not to be kept.
    pub is_anonymous: bool,
}

impl Shown {
    /// What a case's story shows.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        Self {
            standings: Standings::of(case),
            closed_on: case.closing().map(|closing| closing.on),
            is_anonymous: case.is_anonymous,
        }
    }
}

/// What the cases come to that this person may open. A closed case counts for a year after it was closed.
#[derive(Debug)]
pub struct Figures {
    since: Day,
    topics: BTreeMap<Topic, Count>,
    cases: usize,
    /// Cases that have a worker.
    given: usize,
    /// Of these, those whose worker was never checked.
    unchecked: Vec<CaseId>,
    /// Those in which something stands under a clause that nobody answered.
    standing: BTreeMap<&'static str, Vec<CaseId>>,
}

impl Figures {
    /// No cases yet.
    #[must_use]
    pub fn new(profile: &Profile, today: Day) -> Self {
        let known = || clauses(profile.id).flat_map(|clause| clause.known.iter().map(move |known| (clause, known)));
        let topics = known().filter_map(|(_, known)| match known {
            Known::Cases(topic) => Some((*topic, Count::default())),
            _ => None,
        });
        let checks = known().filter(|(_, known)| **known == Known::Checks);
        Self {
            since: today.plus_months(-12),
            topics: topics.collect(),
            cases: 0,
            given: 0,
            unchecked: Vec::new(),
            standing: checks.map(|(clause, _)| (clause.id, Vec::new())).collect(),
        }
    }

    /// How many cases count.
    #[must_use]
    pub const fn cases(&self) -> usize {
        self.cases
    }

    /// The same with one more case. An enquiry names nobody, so nothing is owed to anybody in it.
    pub fn add(&mut self, id: CaseId, front: &Front, case: &Shown) {
        let is_closed = front.status == CaseStatus::Closed;
        let is_old = case.closed_on.is_some_and(|closed_on| closed_on < self.since);
        if front.is_enquiry || (is_closed && is_old) {
            return;
        }
        self.cases += 1;
        for (topic, count) in &mut self.topics {
            match case.standings.state(*topic, front) {
                Some(DutyState::Met) => count.met += 1,
                Some(DutyState::NotYet) if !is_closed => count.to_come += 1,
                Some(DutyState::NotMet | DutyState::NotYet) => count.lacking.push(id),
                Some(DutyState::NotCalledFor) | None => {}
            }
        }
        // With who they are the check is erased too (LEI-29).
        if !case.is_anonymous {
            self.check(id, front);
        }
    }

    fn check(&mut self, id: CaseId, front: &Front) {
        let Some(worker) = front.worker() else { return };
        self.given += 1;
        let Some(check) = front.checks.get(&worker) else {
            self.unchecked.push(id);
            return;
        };
        let given = front.allocations.last();
        let is_answered = match check.outcome() {
            ConflictOutcome::Clear => true,
            ConflictOutcome::Reason => given.is_some_and(|given| given.reason.is_some() || given.over.is_some()),
            ConflictOutcome::Manager => given.is_some_and(|given| given.over.is_some()),
            // A possible match waits for somebody to look at it.
            ConflictOutcome::Look | ConflictOutcome::Bar => false,
        };
        for finding in check.check.findings.iter().filter(|_| !is_answered) {
            // A rule of one's own names the clause beside which it stands at its end.
            let clause = finding.clause.rsplit(' ').next().unwrap_or_default();
            if let Some(cases) = self.standing.get_mut(clause)
                && !cases.contains(&id)
            {
                cases.push(id);
            }
        }
    }

    pub(super) fn judge(&self, topic: Topic) -> Evidence {
        let asked = topic.words();
        let none = Count::default();
        let count = self.topics.get(&topic).unwrap_or(&none);
        let all = count.met + count.lacking.len();
        let to_come = match count.to_come {
            0 => String::new(),
            1 => " In 1 open case it is still to come.".to_owned(),
            more => format!(" In {more} open cases it is still to come."),
        };
        if all == 0 {
            let words = format!("“{asked}” No case has called for it so far.{to_come}");
            return match self.cases > 0 && count.to_come == 0 {
                true => Evidence::not_known(words, "").silent(),
                false => Evidence::not_known(words, "The first case that calls for it shows it."),
            };
        }
        let to_do = match count.lacking.is_empty() {
            true => "",
            false => {
                "Add what is missing to these cases. What cannot be added counts for a year after the case was closed."
            }
        };
        shown(
            format!("“{asked}” Met in {} of {}.{to_come}", count.met, in_cases(all)),
            &count.lacking,
            to_do,
        )
    }

    pub(super) fn judge_checks(&self, clause: &'static str) -> Evidence {
        if self.given == 0 {
            return Evidence::not_known(
                "No case has been given to a worker so far.",
                "Each worker is checked before a case is given to them.",
            );
        }
        let mut lacking = self.unchecked.clone();
        lacking.extend(self.standing.get(clause).into_iter().flatten());
        let to_do = match lacking.is_empty() {
            true => "",
            false => {
                "Look at who has these cases. Give each to somebody without a conflict, or note what the policy asks."
            }
        };
        let checked = self.given - self.unchecked.len();
        let open = match lacking.len() - self.unchecked.len() {
            0 => String::new(),
            open => format!(" In {} a conflict stands unanswered.", in_cases(open)),
        };
        shown(
            format!("The worker was checked in {checked} of {}.{open}", in_cases(self.given)),
            &lacking,
            to_do,
        )
    }
}

fn in_cases(count: usize) -> String {
    match count {
        1 => "1 case".to_owned(),
        more => format!("{more} cases"),
    }
}

/// Met where nothing lacks it.
fn shown(words: String, lacking: &[CaseId], to_do: &str) -> Evidence {
    Evidence {
        state: if lacking.is_empty() { State::Met } else { State::NotMet },
        words,
        places: lacking.iter().take(SHOWN).map(|id| Place::Case(*id)).collect(),
        since: None,
        to_do: to_do.to_owned(),
        is_silent: false,
    }
}
