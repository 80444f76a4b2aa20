//! Somebody is barred from a case that they hold already: each way in which it may come about.

use evenhand_domain::conflict::ConflictOutcome;
use evenhand_domain::event::{Inbox, Override};
use evenhand_domain::ids::CaseId;
use evenhand_domain::profile::ProfileId;
use evenhand_domain::school::School;
use evenhand_domain::worker::{Role, Worker};
use evenhand_engine::case::CaseError;
use evenhand_engine::case::allocate::AllocateRequest;
use evenhand_engine::case::open::OpenRequest;
use evenhand_engine::desk::Desk;

use crate::calder_vale::{day, enter, family, friend, governor, join, now, own_case, run, service};

fn holders(desk: &Desk, case: CaseId) -> Vec<evenhand_domain::ids::WorkerId> {
    desk.case(case).unwrap().front.holders.keys().copied().collect()
}

#[test]
fn sps_15_an_interest_declared_later_takes_the_keys_of_every_epoch_at_once() {
    let (store, desk, _) = service(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Marmaduke Stibbs-Pomeroy", "Zain", "Alder Bank")
    };
    let by_manager = run(desk.open_case(now(3), &asked)).unwrap();
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Hepzibah Thistlethorne", "Wilf", "Troutbeck Gate School")
    };
    let by_himself = run(desk.open_case(now(3), &asked)).unwrap();
    // The manager writes down what Devon told her, who holds the case with him.
    run(desk.declare(now(4), devon, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    assert_eq!(holders(&desk, by_manager), [me]);
    let front = desk.case(by_manager).unwrap().front;
    assert_eq!((front.worker(), front.epoch, front.owes_new_epoch), (None, 2, false));

    let at_devon = enter(&store, "devon");
    assert_eq!(at_devon.case(by_manager).err(), Some(CaseError::NoSuchCase));
    run(at_devon.declare(now(5), devon, governor("Troutbeck Gate School"))).unwrap();
    for devon in [at_devon, enter(&store, "devon")] {
        assert_eq!(devon.case(by_himself).err(), Some(CaseError::NoSuchCase));
        // Whoever held a case is told that it was passed on.
        assert!(devon.was_passed_on(by_himself) && devon.was_passed_on(by_manager));
    }
    let desk = enter(&store, "morag");
    assert_eq!(holders(&desk, by_himself), [me]);
    // Whoever never did is told nothing, and whoever holds it holds it.
    join(&desk, "Priya Nair", Role::Officer);
    for desk in [desk, enter(&store, "priya")] {
        assert!(!desk.was_passed_on(by_himself) && !desk.was_passed_on(by_manager));
    }
    // The post ends, and he gets that case back.
    let desk = enter(&store, "morag");
    let interests = desk.declarations(devon).unwrap().interests;
    for id in interests.into_keys() {
        run(desk.end_interest(now(6), devon, id, day("2020-01-01"))).unwrap();
    }
    run(desk.allocate(now(7), by_himself, devon, &AllocateRequest::default())).unwrap();
    let at_devon = enter(&store, "devon");
    assert!(!at_devon.was_passed_on(by_himself) && at_devon.was_passed_on(by_manager));
}

#[test]
fn sps_14_a_school_that_changes_bars_whoever_has_a_post_there() {
    let (store, desk, _) = service(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    run(desk.declare(now(2), devon, governor("Troutbeck Gate School"))).unwrap();
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Samina Latif", "Hamza", "Alder Bank")
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let story = desk.case(case).unwrap().story.unwrap();
    let mut child = (*story.people()[0]).clone();
    child.school = Some(School {
        urn: None,
        name: "Troutbeck Gate School".into(),
        ..School::default()
    });
    run(desk.put_party(now(4), case, child)).unwrap();
    assert_eq!(holders(&desk, case), [me]);
    assert_eq!(enter(&store, "devon").case(case).err(), Some(CaseError::NoSuchCase));
}

#[test]
fn sps_15_a_match_that_is_the_same_person_after_all_takes_the_keys() {
    let (store, desk, _) = service(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Katherine Wood", "Hamza", "Alder Bank")
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    run(desk.declare(now(4), devon, friend("Katherine Evans-Wood"))).unwrap();
    assert!(
        holders(&desk, case).contains(&devon),
        "a possible match alone bars nobody"
    );
    run(desk.look_at_match(now(5), case, devon, true, "She moved here in May")).unwrap();
    assert_eq!(holders(&desk, case), [me]);
    assert_eq!(enter(&store, "devon").case(case).err(), Some(CaseError::NoSuchCase));
}

#[test]
fn sps_15_a_manager_who_is_barred_later_loses_a_case_to_its_worker_at_the_next_unlock() {
    let (store, desk, _) = service(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    let greta = join(&desk, "Greta Holm", Role::Manager);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let case = own_case(&enter(&store, "devon"), "Marmaduke Stibbs-Pomeroy");
    let held = holders(&enter(&store, "devon"), case);
    let (known, other) = if held.contains(&me) { (me, greta) } else { (greta, me) };
    let (known_name, other_name) = if known == me {
        ("morag", "greta")
    } else {
        ("greta", "morag")
    };
    // The other manager is told of it, and does not hold the case.
    run(enter(&store, other_name).declare(now(4), known, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    let at_devon = enter(&store, "devon");
    let mut both = [devon, other];
    both.sort();
    assert_eq!(holders(&at_devon, case), both, "and the other is the second holder now");
    assert_eq!(enter(&store, known_name).case(case).err(), Some(CaseError::NoSuchCase));
}

#[test]
fn sta_16_what_the_manager_allowed_stands_and_what_comes_up_since_does_not() {
    let (store, desk, _) = service(ProfileId::Staffordshire);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    run(desk.declare(now(2), devon, governor("Chase Edge Primary School"))).unwrap();
    let over = Override {
        reason: "Nobody else speaks Polish".into(),
        told_on: Some(day("2026-11-23")),
        told_how: "On the telephone".into(),
        alternatives: "Waiting two weeks".into(),
        answer: "They would rather have Devon".into(),
        more: Vec::new(),
    };
    let asked = OpenRequest {
        worker: Some(devon),
        request: AllocateRequest {
            over: Some(over),
            ..AllocateRequest::default()
        },
        ..family("Marmaduke Stibbs-Pomeroy", "Jaxon", "Chase Edge Primary School")
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    // Something else is declared, which has nothing to do with this family.
    run(desk.declare(now(4), devon, governor("Troutbeck Gate School"))).unwrap();
    assert_eq!(holders(&enter(&store, "devon"), case).len(), 2);
    let desk = enter(&store, "morag");
    run(desk.declare(now(5), devon, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    let candidates = desk.candidates(now(6), case).unwrap();
    let his = candidates.iter().find(|one| one.worker.id == devon).unwrap();
    assert_eq!(his.outcome, ConflictOutcome::Manager);
    assert_eq!(enter(&store, "devon").case(case).err(), Some(CaseError::NoSuchCase));
}

#[test]
fn wes_11_the_last_who_holds_a_case_keeps_it_until_another_may_have_it_and_it_is_said() {
    let (store, desk, _) = service(ProfileId::WestmorlandFurness);
    let me = desk.me().unwrap().id;
    run(desk.declare(now(1), me, friend("Imogen Sarsfield"))).unwrap();
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let case = own_case(&enter(&store, "devon"), "Imogen Sarsfield");
    let at_devon = enter(&store, "devon");
    assert_eq!(at_devon.is_held_alone(case), Ok(true));
    run(at_devon.declare(now(4), devon, friend("Imogen Sarsfield"))).unwrap();
    assert_eq!(holders(&enter(&store, "devon"), case), [devon]);
    let greta = join(&enter(&store, "morag"), "Greta Holm", Role::Manager);
    assert_eq!(enter(&store, "devon").case(case).err(), Some(CaseError::NoSuchCase));
    let at_greta = enter(&store, "greta");
    assert_eq!(holders(&at_greta, case), [greta]);
    assert_eq!(at_greta.is_held_alone(case), Ok(true));
}

#[test]
fn sps_15_a_worker_who_is_one_of_the_family_by_another_name_loses_the_case() {
    let (store, desk, _) = service(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Marmaduke Stibbs-Pomeroy", "Zain", "Alder Bank")
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let at_devon = enter(&store, "devon");
    let name = "Marmaduke Stibbs-Pomeroy".to_owned();
    let him = Worker {
        name,
        ..at_devon.me().unwrap()
    };
    run(at_devon.change_worker(now(4), him)).unwrap();
    assert_eq!(enter(&store, "devon").case(case).err(), Some(CaseError::NoSuchCase));
}

#[test]
fn sps_15_new_keys_from_somebody_who_could_not_look_settle_nothing() {
    let (store, desk, _) = service(ProfileId::Sps);
    let greta = join(&desk, "Greta Holm", Role::Manager);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let priya = join(&desk, "Priya Nair", Role::Officer);
    run(desk.open_inbox(now(2), Inbox::Second, priya)).unwrap();
    // The family knows somebody here and names nobody. Greta looked at her own match and at Devon's; Morag did not.
    let asked = OpenRequest {
        knows: Some("yes".into()),
        own_not_the_same: "They mean our old receptionist".into(),
        ..family("Marmaduke Stibbs-Pomeroy", "Zain", "Alder Bank")
    };
    let at_greta = enter(&store, "greta");
    let case = run(at_greta.open_case(now(3), &asked)).unwrap();
    run(at_greta.look_at_match(now(4), case, devon, false, "They mean somebody else")).unwrap();
    run(at_greta.allocate(now(4), case, devon, &AllocateRequest::default())).unwrap();
    let mut all = [greta, devon, priya];
    all.sort();
    assert_eq!(holders(&at_greta, case), all);
    assert_eq!(holders(&enter(&store, "devon"), case), all);
    // Morag, who does not hold it, writes down what Devon told her, and that Greta left.
    let desk = enter(&store, "morag");
    run(desk.declare(now(5), devon, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    run(desk.mark_left(now(6), greta)).unwrap();
    // Priya begins new keys, and cannot look at what Devon declared.
    assert!(!holders(&enter(&store, "priya"), case).contains(&greta));
    assert_eq!(enter(&store, "devon").case(case).err(), Some(CaseError::NoSuchCase));
    assert_eq!(holders(&enter(&store, "priya"), case), [priya]);
}
