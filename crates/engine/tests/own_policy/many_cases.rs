//! A rule that becomes stricter where there are many cases: who waits, and what must not come between.

use std::cell::RefCell;
use std::rc::Rc;

use evenhand_domain::ids::{CaseId, WorkerId};
use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::Role;
use evenhand_engine::AnyStore;
use evenhand_engine::desk::Desk;
use evenhand_engine::device::unlock::unlock_at;
use evenhand_engine::pace::Pace;

use super::calder_vale::{join, now, own_case, run, service, sign_in};
use super::{allowed, cousin, later, tie};

/// A service in which Sam has a case of a cousin's, among so many that looking through them takes a breath.
fn a_cousin_s_case_among_many() -> (AnyStore, Desk, WorkerId, CaseId) {
    let (store, desk, _) = service(ProfileId::Camden);
    let sam = join(&desk, "Sam Okoro", Role::Officer);
    let case = own_case(&desk, "Marmaduke Stibbs-Pomeroy");
    for number in 0..260 {
        own_case(&desk, &format!("Child {number}"));
    }
    run(desk.declare(now(3), sam, cousin())).unwrap();
    run(desk.allocate(now(4), case, sam, &allowed())).unwrap();
    (store, desk, sam, case)
}

/// Thousands of cases take seconds to look through: whoever waits is told.
#[test]
fn sps_15_looking_through_many_cases_tells_how_far_it_is() {
    let (store, desk, sam, case) = a_cousin_s_case_among_many();
    run(desk.enter(now(5), tie("bar", "2027-01-01"))).unwrap();
    desk.lock();
    let told = Rc::new(RefCell::new(Vec::new()));
    let pace = Pace::new({
        let told = Rc::clone(&told);
        move |done| {
            told.borrow_mut().push(done);
            std::future::ready(())
        }
    });
    let desk = run(unlock_at(&store, later(39), sign_in("morag"), &pace)).unwrap();
    let told = told.take();
    assert!(told.is_sorted(), "{told:?}");
    // Reading comes before it.
    let looked = told.iter().filter(|done| (0.801..=1.0).contains(*done)).count();
    assert!(looked > 1, "{told:?}");
    assert!(!desk.front(case).unwrap().holders.contains_key(&sam));
}

/// A snapshot that is kept while cases are still looked through would take the new rule for settled, and the next unlock would leave the
/// case with whoever it bars.
#[test]
fn sps_15_no_snapshot_is_kept_while_cases_are_looked_through_for_a_new_rule() {
    let (store, desk, sam, case) = a_cousin_s_case_among_many();
    desk.lock();
    let desk = Rc::new(RefCell::new(None::<Desk>));
    let kept = Rc::new(RefCell::new(Vec::new()));
    let pace = Pace::new({
        let (desk, kept) = (Rc::clone(&desk), Rc::clone(&kept));
        move |_| {
            let (desk, kept) = (desk.borrow().clone(), Rc::clone(&kept));
            async move {
                if let Some(desk) = desk {
                    let is_kept = desk.keep_snapshot(|| std::future::ready(())).await.unwrap();
                    kept.borrow_mut().push(is_kept);
                }
            }
        }
    });
    let opened = run(unlock_at(&store, now(5), sign_in("morag"), &pace)).unwrap();
    while opened.prepare_search(100) {}
    assert!(opened.owes_snapshot(), "or the test would prove nothing");
    desk.replace(Some(opened.clone()));
    run(opened.enter(now(6), tie("bar", "2026-11-23"))).unwrap();
    let kept = kept.take();
    assert!(!kept.is_empty() && kept.iter().all(|is_kept| !is_kept), "{kept:?}");
    assert!(!opened.front(case).unwrap().holders.contains_key(&sam));
    assert!(run(opened.keep_snapshot(|| std::future::ready(()))).unwrap());
}
