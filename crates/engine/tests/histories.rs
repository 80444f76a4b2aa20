//! Walls under random histories: after any of them, exactly those hold a case who should, and an unlock shows it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod calder_vale;

use std::collections::{BTreeMap, BTreeSet};

use calder_vale::{enter, family, friend, join, now, run, service};
use evenhand_domain::ids::{CaseId, WorkerId};
use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::Role;
use evenhand_engine::case::allocate::AllocateRequest;
use evenhand_engine::case::list::CaseFilter;
use evenhand_engine::case::open::OpenRequest;
use evenhand_engine::policy::compliance::State;
use proptest::prelude::*;

const WORKERS: [&str; 3] = ["devon", "priya", "oriel"];
/// Names that are common nowhere, so that a declared friend of that name is a certain match.
const FAMILIES: [&str; 2] = ["Marmaduke Stibbs-Pomeroy", "Hepzibah Thistlethorne"];

#[derive(Debug, Clone)]
enum Step {
    /// A worker declares that they know a family.
    Declare(usize, usize),
    /// The manager opens a case of a family and gives it to a worker.
    Open(usize, usize),
    /// The manager gives a case to another worker.
    Allocate(usize, usize),
    /// A worker answers the question before opening.
    Answer(usize, usize, bool),
}

fn step() -> impl Strategy<Value = Step> {
    let (worker, family) = (0..WORKERS.len(), 0..FAMILIES.len());
    prop_oneof![
        1 => (worker.clone(), family.clone()).prop_map(|(worker, family)| Step::Declare(worker, family)),
        2 => (worker.clone(), family).prop_map(|(worker, family)| Step::Open(worker, family)),
        3 => (worker.clone(), 0..3_usize).prop_map(|(worker, case)| Step::Allocate(worker, case)),
        2 => (worker, 0..3_usize, any::<bool>()).prop_map(|(worker, case, knows)| Step::Answer(worker, case, knows)),
    ]
}

/// What should be, told without any key.
#[derive(Default)]
struct Should {
    knows: BTreeSet<(usize, usize)>,
    cases: Vec<(CaseId, usize)>,
    holder: BTreeMap<usize, usize>,
    /// Workers who said themselves that they know somebody in a case: they never come back to it.
    said: BTreeSet<(usize, usize)>,
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn sps_8_sps_14_sps_15_exactly_those_hold_a_case_who_should(steps in prop::collection::vec(step(), 4..10)) {
        let (store, mut desk, _) = service(ProfileId::Sps);
        let ids: Vec<WorkerId> = WORKERS.iter().map(|name| join(&desk, name, Role::Officer)).collect();
        let mut should = Should::default();
        for (minute, step) in (10..).zip(steps) {
            match step {
                Step::Declare(worker, about) => {
                    run(desk.declare(now(minute), ids[worker], friend(FAMILIES[about]))).unwrap();
                    should.knows.insert((worker, about));
                }
                Step::Open(worker, about) => {
                    let asked = OpenRequest { worker: Some(ids[worker]), ..family(FAMILIES[about], "Zain", "Alder Bank") };
                    let opened = run(desk.open_case(now(minute), &asked));
                    prop_assert_eq!(opened.is_ok(), !should.knows.contains(&(worker, about)));
                    if let Ok(id) = opened {
                        should.holder.insert(should.cases.len(), worker);
                        should.cases.push((id, about));
                    }
                }
                Step::Allocate(worker, case) => {
                    let Some((id, about)) = should.cases.get(case).copied() else { continue };
                    let allocated = run(desk.allocate(now(minute), id, ids[worker], &AllocateRequest::default()));
                    let may = !should.knows.contains(&(worker, about))
                        && !should.said.contains(&(worker, case))
                        && should.holder.get(&case) != Some(&worker);
                    prop_assert_eq!(allocated.is_ok(), may, "{:?}", allocated);
                    if may {
                        should.holder.insert(case, worker);
                    }
                }
                Step::Answer(worker, case, knows) => {
                    let Some((id, _)) = should.cases.get(case).copied() else { continue };
                    let theirs = enter(&store, WORKERS[worker]);
                    let answered = run(theirs.answer_before_opening(now(minute), id, knows));
                    prop_assert_eq!(answered.is_ok(), should.holder.get(&case) == Some(&worker));
                    if answered.is_ok() && knows {
                        should.holder.remove(&case);
                        should.said.insert((worker, case));
                    }
                    // One tab writes at a time: the manager comes back after the worker has locked.
                    theirs.lock();
                    desk = enter(&store, "morag");
                }
            }
        }
        // The compliance page as it grew with each save is the one that the log gives when it is read anew.
        let grown = desk.compliance(now(60));
        prop_assert_eq!(&enter(&store, "morag").compliance(now(60)), &grown);
        let named: Vec<&str> = ["SPS-14", "SPS-15"].into_iter().filter(|id| {
            let one = grown.clauses.iter().find(|one| one.clause.id == *id).unwrap();
            one.state == State::NotMet
        }).collect();
        let on_a_wall = should.holder.iter().any(|(case, holder)| should.knows.contains(&(*holder, should.cases[*case].1)));
        prop_assert!(named.is_empty() || on_a_wall, "{:?}", named);
        for (worker, name) in WORKERS.iter().enumerate() {
            let theirs = enter(&store, name);
            let seen: BTreeSet<CaseId> = theirs.cases(&CaseFilter::default()).iter().map(|line| line.id).collect();
            let mine = should.holder.iter().filter(|(_, holder)| **holder == worker);
            let wanted: BTreeSet<CaseId> = mine.map(|(case, _)| should.cases[*case].0).collect();
            prop_assert_eq!(seen, wanted, "{}", name);
        }
    }
}
