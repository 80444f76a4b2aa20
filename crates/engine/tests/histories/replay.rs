//! A snapshot equals a replay: whoever unlocks from one finds what somebody finds who reads the whole log.

use std::fmt::Debug;

use evenhand_engine::AnyStore;
use evenhand_engine::case::list::CaseFilter;
use evenhand_engine::case::search::Search;
use evenhand_engine::desk::Desk;
use evenhand_engine::now::Now;
use evenhand_store::{Table, Write};

use crate::calder_vale::run;

/// The same records without anybody's snapshot.
pub(crate) fn without_snapshots(store: &AnyStore) -> AnyStore {
    let copy = AnyStore::memory();
    run(store.copy_into(&copy)).unwrap();
    let none = Write::DeletePrefix {
        table: Table::Snap,
        prefix: Vec::new(),
    };
    run(copy.commit(vec![none])).unwrap();
    copy
}

fn alike<T: Debug>(what: &str, one: &T, other: &T) {
    assert_eq!(format!("{one:#?}"), format!("{other:#?}"), "{what}");
}

/// Whether all that this person may read is the same on both desks.
pub(crate) fn assert_alike(snapshot: &Desk, replay: &Desk, now: Now) {
    let all = CaseFilter::default();
    let lines = snapshot.cases(&all);
    alike("the list", &lines, &replay.cases(&all));
    alike("the team", &snapshot.team(), &replay.team());
    alike("faults", &snapshot.faults(), &replay.faults());
    alike("work", &snapshot.work(now), &replay.work(now));
    alike("due", &snapshot.due(now), &replay.due(now));
    alike("compliance", &snapshot.compliance(now), &replay.compliance(now));
    alike("rights", &snapshot.rights_days(), &replay.rights_days());
    for worker in snapshot.team().members.keys() {
        alike(
            "declared",
            &snapshot.declarations(*worker),
            &replay.declarations(*worker),
        );
    }
    for typed in ["m", "s", "school", "asked", "the", "friend", "1"] {
        let search = Search::typed(typed);
        alike(typed, &snapshot.find(&search, 50), &replay.find(&search, 50));
    }
    for line in lines {
        let (_out, _other) = (
            run(snapshot.take_out(line.id)).unwrap(),
            run(replay.take_out(line.id)).unwrap(),
        );
        alike("a case", &snapshot.case(line.id), &replay.case(line.id));
        alike(
            "its duties",
            &snapshot.duties(now, line.id),
            &replay.duties(now, line.id),
        );
    }
}
