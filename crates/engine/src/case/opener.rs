//! What is noted of whoever opens a case, and of the worker who is to have it.

use evenhand_domain::conflict::{ConflictCheck, ConflictOutcome};
use evenhand_domain::event::{Event, FrontEvent};
use evenhand_domain::ids::{CaseId, WorkerId};

use crate::case::allocate::note_allocation;
use crate::case::open::{OpenRequest, Opener};
use crate::change::Change;
use crate::space::Space;

/// What was found on whoever opens a case, and their own answer (SPS-8, SPS-15). Of somebody who may not hold it, the answer
/// alone is kept, so that no later step hands them a key.
pub(super) fn note_opener(change: &mut Change, id: CaseId, opener: &Opener, asked: &OpenRequest) {
    let worker = opener.id;
    if opener.may_hold {
        let check = opener.check.clone();
        let outcome = check.outcome;
        change.add(
            Space::Front(id),
            Event::Front(FrontEvent::ConflictChecked { worker, check }),
        );
        note_looked(change, id, worker, outcome, &asked.own_not_the_same);
    }
    if opener.may_hold || asked.opener_knows {
        let knows = asked.opener_knows;
        change.add(
            Space::Front(id),
            Event::Front(FrontEvent::InterestAnswered { worker, knows }),
        );
    }
}

/// The allocation of a new case, with what was found on its worker and why a possible match is another (SPS-15, SPS-16).
pub(super) fn note_worker(
    change: &mut Change,
    id: CaseId,
    (worker, check): (WorkerId, ConflictCheck),
    opener: &Opener,
    asked: &OpenRequest,
) {
    let outcome = check.outcome;
    note_allocation(change, id, worker, check, &asked.request);
    note_looked(change, id, worker, outcome, asked.look_at(worker == opener.id));
}

fn note_looked(change: &mut Change, id: CaseId, worker: WorkerId, outcome: ConflictOutcome, why: &str) {
    if outcome == ConflictOutcome::Look && !why.trim().is_empty() {
        let looked = FrontEvent::MatchLookedAt {
            worker,
            is_same: false,
            why: why.trim().to_owned(),
        };
        change.add(Space::Front(id), Event::Front(looked));
    }
}
