//! An enquiry becomes a case: the walls stand before the story is written.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod calder_vale;

use calder_vale::{contact, enter, family, friend, join, now, party, run, service};
use evenhand_domain::case::close::{FeedbackOffer, FeedbackWay};
use evenhand_domain::case::contact::{Channel, Enquiry, Stated, Wording};
use evenhand_domain::ids::CaseId;
use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::Role;
use evenhand_engine::case::CaseError;
use evenhand_engine::case::allocate::{AllocateError, AllocateRequest};
use evenhand_engine::case::close::CloseRequest;
use evenhand_engine::case::list::CaseFilter;
use evenhand_engine::case::open::{OpenError, OpenRequest};
use evenhand_engine::desk::Desk;

const KNOWN: &str = "Marmaduke Stibbs-Pomeroy";

fn log(desk: &Desk) -> CaseId {
    let enquiry = Enquiry {
        topic: "Exclusion".into(),
        minutes: Some(4),
        stated: Stated::Yes {
            wording: Wording::Plain,
            understood: String::new(),
        },
        note: "Asked about part-time timetables".into(),
    };
    run(desk.log_enquiry(now(3), Channel::Telephone, enquiry)).unwrap()
}

fn about(parent: &str) -> OpenRequest {
    family(parent, "Zain", "Alder Bank")
}

#[test]
fn sps_15_a_manager_who_knows_the_family_of_an_enquiry_gets_no_key_of_the_case() {
    let (store, desk, _) = service(ProfileId::Sps);
    let morag = desk.me().unwrap().id;
    let greta = join(&desk, "Greta Holm", Role::Manager);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let id = log(&desk);
    run(enter(&store, "greta").declare(now(4), greta, friend(KNOWN))).unwrap();
    // Morag says herself that she knows them, and Greta declared it: Devon is the only one left.
    let asked = OpenRequest {
        opener_knows: true,
        worker: Some(devon),
        ..about(KNOWN)
    };
    let desk = enter(&store, "morag");
    run(desk.enquiry_to_case(now(5), id, &asked)).unwrap();
    assert_eq!(desk.case(id).err(), Some(CaseError::NoSuchCase));
    for walled in ["morag", "greta"] {
        let at_walled = enter(&store, walled);
        assert_eq!(at_walled.case(id).err(), Some(CaseError::NoSuchCase), "{walled}");
        assert!(at_walled.cases(&CaseFilter::default()).is_empty(), "{walled}");
    }
    let front = enter(&store, "devon").case(id).unwrap().front;
    assert_eq!(front.holders.keys().copied().collect::<Vec<_>>(), [devon]);
    assert!(front.removed.contains(&morag) && front.removed.contains(&greta));
    assert_eq!((front.worker(), front.epoch), (Some(devon), 2));
}

#[test]
fn sps_15_the_worker_reads_the_story_when_a_holder_of_the_enquiry_is_walled_off() {
    let (store, desk, _) = service(ProfileId::Sps);
    let greta = join(&desk, "Greta Holm", Role::Manager);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let id = log(&desk);
    assert_eq!(enter(&store, "greta").cases(&CaseFilter::default()).len(), 1);
    run(enter(&store, "greta").declare(now(4), greta, friend(KNOWN))).unwrap();
    let asked = OpenRequest {
        worker: Some(devon),
        ..about(KNOWN)
    };
    let desk = enter(&store, "morag");
    run(desk.enquiry_to_case(now(5), id, &asked)).unwrap();
    let at_devon = enter(&store, "devon");
    run(at_devon.answer_before_opening(now(6), id, false)).unwrap();
    let story = at_devon.case(id).unwrap().story.unwrap();
    assert_eq!(story.service_user().unwrap().name, KNOWN);
    assert_eq!(story.enquiry.as_ref().unwrap().topic, "Exclusion");
    let user = party(&at_devon, id).id;
    run(at_devon.record_contact(now(7), id, contact(user, "First call."))).unwrap();
    // So does whoever made it a case, who has said that they know nobody; Greta finds no trace.
    let desk = enter(&store, "morag");
    assert_eq!(desk.case(id).unwrap().story.unwrap().contacts.len(), 1);
    assert!(enter(&store, "greta").cases(&CaseFilter::default()).is_empty());
}

#[test]
fn wes_9_whoever_makes_a_case_of_an_enquiry_and_knows_them_gives_it_to_somebody_else() {
    let (store, desk, _) = service(ProfileId::WestmorlandFurness);
    let morag = desk.me().unwrap().id;
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let id = log(&desk);
    run(desk.declare(now(4), morag, friend(KNOWN))).unwrap();
    assert!(matches!(
        run(desk.enquiry_to_case(now(5), id, &about(KNOWN))),
        Err(OpenError::PassItOn(_))
    ));
    assert!(desk.case(id).unwrap().front.is_enquiry, "nothing was changed");
    let asked = OpenRequest {
        worker: Some(devon),
        ..about(KNOWN)
    };
    run(desk.enquiry_to_case(now(5), id, &asked)).unwrap();
    for manager in [desk, enter(&store, "morag")] {
        assert_eq!(manager.case(id).err(), Some(CaseError::NoSuchCase));
    }
    let at_devon = enter(&store, "devon");
    run(at_devon.answer_before_opening(now(6), id, false)).unwrap();
    assert_eq!(party(&at_devon, id).name, KNOWN);
}

#[test]
fn wes_9_an_officer_who_knows_them_leaves_the_case_with_the_manager() {
    let (store, desk, _) = service(ProfileId::WestmorlandFurness);
    let morag = desk.me().unwrap().id;
    join(&desk, "Devon Hibbert", Role::Officer);
    let at_devon = enter(&store, "devon");
    let id = log(&at_devon);
    let asked = OpenRequest {
        opener_knows: true,
        ..about(KNOWN)
    };
    run(at_devon.enquiry_to_case(now(5), id, &asked)).unwrap();
    assert_eq!(at_devon.case(id).err(), Some(CaseError::NoSuchCase));
    assert!(enter(&store, "devon").cases(&CaseFilter::default()).is_empty());
    let desk = enter(&store, "morag");
    let front = desk.case(id).unwrap().front;
    assert_eq!(front.holders.keys().copied().collect::<Vec<_>>(), [morag]);
    assert_eq!((front.worker(), front.is_enquiry), (None, false));
    run(desk.answer_before_opening(now(6), id, false)).unwrap();
    assert_eq!(party(&desk, id).name, KNOWN);
}

#[test]
fn sps_8_nobody_answered_for_a_family_before_it_was_named() {
    let (store, desk, _) = service(ProfileId::Sps);
    let morag = desk.me().unwrap().id;
    join(&desk, "Greta Holm", Role::Manager);
    let id = log(&desk);
    let at_greta = enter(&store, "greta");
    run(at_greta.answer_before_opening(now(4), id, false)).unwrap();
    assert!(at_greta.case(id).unwrap().story.is_some());
    let alike = friend("Katherine Evans-Wood");
    let desk = enter(&store, "morag");
    run(desk.declare(now(4), morag, alike)).unwrap();
    let asked = OpenRequest {
        not_the_same: "Ours is forty years older".into(),
        ..about("Katherine Wood")
    };
    run(desk.enquiry_to_case(now(5), id, &asked)).unwrap();
    // Whoever named the family answered for it, and looked at what was found on them.
    let file = enter(&store, "morag").case(id).unwrap();
    assert!(file.story.is_some());
    assert_eq!(file.front.answers.get(&morag), Some(&false));
    let looked = file.front.checks[&morag].looked_at.clone();
    assert_eq!(looked, Some((false, "Ours is forty years older".into())));
    // Greta answered when nobody was named: she is asked again.
    let at_greta = enter(&store, "greta");
    assert!(at_greta.case(id).unwrap().story.is_none());
    run(at_greta.answer_before_opening(now(6), id, false)).unwrap();
    assert!(at_greta.case(id).unwrap().story.is_some());
}

#[test]
fn sps_8_an_enquiry_becomes_a_case_once_and_never_when_it_is_closed() {
    let (store, desk, _) = service(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let id = log(&desk);
    run(desk.enquiry_to_case(now(4), id, &about("Samina Latif"))).unwrap();
    let again = run(desk.enquiry_to_case(now(5), id, &about("Ann Other")));
    assert_eq!(again, Err(OpenError::NotAnEnquiry));
    assert_eq!(desk.who(id).unwrap(), "Zain");

    let closed = log(&desk);
    let close = CloseRequest {
        outcome: "Answered on the telephone".into(),
        as_they_see_it: String::new(),
        feedback: FeedbackOffer {
            way: FeedbackWay::NotNow,
            why: "They hung up".into(),
        },
        why_left_open: String::new(),
    };
    run(desk.close_case(now(6), closed, close)).unwrap();
    let late = run(desk.enquiry_to_case(now(7), closed, &about("Ann Other")));
    assert_eq!(late, Err(OpenError::Case(CaseError::Closed)));

    // Somebody who recognised an enquiry that names nobody stays out of the case that it becomes.
    let at_devon = enter(&store, "devon");
    let theirs = log(&at_devon);
    run(at_devon.answer_before_opening(now(8), theirs, true)).unwrap();
    let asked = OpenRequest {
        worker: Some(devon),
        ..about("Ann Other")
    };
    let desk = enter(&store, "morag");
    let barred = run(desk.enquiry_to_case(now(9), theirs, &asked));
    assert_eq!(barred, Err(OpenError::Allocate(AllocateError::Barred)));
}

#[test]
fn sps_15_an_enquiry_that_owes_new_keys_gives_none_to_a_manager_who_knows_the_family_that_is_named() {
    let (store, desk, _) = service(ProfileId::Sps);
    let morag = desk.me().unwrap().id;
    let greta = join(&desk, "Greta Holm", Role::Manager);
    join(&desk, "Devon Hibbert", Role::Officer);
    let asha = join(&desk, "Asha Pryce", Role::Officer);
    let at_devon = enter(&store, "devon");
    let id = log(&at_devon);
    let held = |desk: &Desk| desk.front(id).unwrap().holders.clone();
    let [holds, knows] = if held(&at_devon).contains_key(&morag) {
        [("morag", morag), ("greta", greta)]
    } else {
        [("greta", greta), ("morag", morag)]
    };
    run(enter(&store, knows.0).declare(now(4), knows.1, friend(KNOWN))).unwrap();
    enter(&store, knows.0).lock();
    run(enter(&store, holds.0).allocate(now(4), id, asha, &AllocateRequest::default())).unwrap();
    run(enter(&store, "devon").answer_before_opening(now(5), id, true)).unwrap();
    let desk = enter(&store, holds.0);
    assert!(desk.front(id).unwrap().owes_new_epoch);
    run(desk.enquiry_to_case(now(6), id, &about(KNOWN))).unwrap();

    let front = desk.front(id).unwrap();
    let mut both = [holds.1, asha];
    both.sort();
    assert_eq!(front.holders.keys().copied().collect::<Vec<_>>(), both);
    assert_eq!((front.epoch, front.owes_new_epoch), (2, false));
    assert!(
        !front.removed.contains(&knows.1),
        "there is nothing to take away: they never had a key"
    );
    let at_knows = enter(&store, knows.0);
    assert!(at_knows.cases(&CaseFilter::default()).is_empty());
    assert!(!at_knows.was_passed_on(id), "nor a word of it");
}
