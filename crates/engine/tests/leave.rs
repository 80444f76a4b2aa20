//! Somebody leaves: no way in, no key of what is written from now on, and no trace of them lost.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod calder_vale;

use calder_vale::{contact, enter, family, friend, join, now, own_case, party, run, service, sign_in};
use evenhand_domain::event::FrontEvent;
use evenhand_domain::ids::CaseId;
use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::Role;
use evenhand_engine::AnyStore;
use evenhand_engine::RecoveryCode;
use evenhand_engine::case::CaseError;
use evenhand_engine::case::allocate::{AllocateError, AllocateRequest};
use evenhand_engine::case::check::CheckError;
use evenhand_engine::case::list::WorkTask;
use evenhand_engine::case::open::OpenRequest;
use evenhand_engine::desk::Desk;
use evenhand_engine::device::recover::{RecoverError, recover};
use evenhand_engine::device::unlock::{UnlockError, unlock};
use evenhand_engine::people::add::JoinRequest;
use evenhand_engine::people::leave::LeaveError;
use evenhand_store::Table;

const SCHOOL: &str = "Lidget Brow High School";

fn slots(store: &AnyStore) -> usize {
    run(store.read_all(Table::Slots)).unwrap().len()
}

fn rows(desk: &Desk, case: CaseId) -> Vec<Vec<u8>> {
    let entries = desk.case(case).unwrap().front_entries;
    let rows = entries.iter().filter_map(|entry| match &entry.event {
        FrontEvent::HolderAdded { rows, worker, .. } if *worker != desk.me().unwrap().id => Some(rows),
        _ => None,
    });
    rows.flatten().map(|row| row.0.clone()).collect()
}

#[test]
fn whoever_leaves_has_no_way_in_and_their_cases_wait_for_another_under_new_keys() {
    let (store, desk, _) = service(ProfileId::Sps);
    let code = RecoveryCode::make();
    let asked = JoinRequest {
        name: "Devon Hibbert".into(),
        role: Role::Officer,
        home_district: String::new(),
        phone: String::new(),
        email: String::new(),
        sign_in: sign_in("devon"),
    };
    let devon = run(desk.add_worker(now(1), asked, &code)).unwrap();
    let asha = join(&desk, "Asha Pryce", Role::Officer);
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Samina Latif", "Hamza", SCHOOL)
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let at_devon = enter(&store, "devon");
    run(at_devon.answer_before_opening(now(4), case, false)).unwrap();
    let user = party(&at_devon, case).id;
    run(at_devon.record_contact(now(5), case, contact(user, "First call."))).unwrap();

    let desk = enter(&store, "morag");
    run(desk.answer_before_opening(now(6), case, false)).unwrap();
    let held = rows(&desk, case);
    let before = slots(&store);
    run(desk.mark_left(now(7), devon)).unwrap();
    assert_eq!(slots(&store), before - 2);
    assert!(matches!(
        run(unlock(&store, now(8), sign_in("devon"))),
        Err(UnlockError::Wrong { .. })
    ));
    assert!(matches!(
        run(recover(&store, now(8), &code.printed(), sign_in("devon"))),
        Err(RecoverError::OpensNothing)
    ));
    assert_eq!(held.len(), 2, "the front sheet's and the story's");
    for row in held {
        assert_eq!(run(store.read(Table::Grants, &row)).unwrap(), None);
    }

    for desk in [desk, enter(&store, "morag")] {
        let file = desk.case(case).unwrap();
        assert_eq!(
            (file.front.worker(), file.front.epoch, file.front.owes_new_epoch),
            (None, 2, false)
        );
        assert!(!file.front.holders.contains_key(&devon));
        assert_eq!(file.story.unwrap().contacts[0].by, devon);
        assert_eq!(desk.team().name_of(devon), "Devon Hibbert");
        assert!(desk.team().current().iter().all(|worker| worker.id != devon));
        assert!(
            desk.candidates(now(9), case)
                .unwrap()
                .iter()
                .all(|one| one.worker.id != devon)
        );
        let waits = desk.work(now(9)).unwrap().today;
        assert!(
            waits
                .iter()
                .any(|item| item.case == case && item.task == WorkTask::Allocate)
        );
        assert_eq!(desk.cases_left_by(devon).len(), 1);
        assert_eq!(
            run(desk.allocate(now(9), case, devon, &AllocateRequest::default())),
            Err(AllocateError::Check(CheckError::NoSuchWorker))
        );
    }
    let desk = enter(&store, "morag");
    run(desk.allocate(now(10), case, asha, &AllocateRequest::default())).unwrap();
    assert_eq!(desk.cases_left_by(devon), []);
    let at_asha = enter(&store, "asha");
    run(at_asha.answer_before_opening(now(11), case, false)).unwrap();
    assert_eq!(at_asha.case(case).unwrap().story.unwrap().contacts.len(), 1);
}

#[test]
fn nobody_marks_themself_nor_anybody_but_the_manager_and_nobody_leaves_twice() {
    let (store, desk, _) = service(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    assert_eq!(run(desk.mark_left(now(2), me)), Err(LeaveError::Oneself));
    let at_devon = enter(&store, "devon");
    assert_eq!(run(at_devon.mark_left(now(3), me)), Err(LeaveError::ManagerOnly));
    let desk = enter(&store, "morag");
    run(desk.mark_left(now(4), devon)).unwrap();
    assert_eq!(run(desk.mark_left(now(5), devon)), Err(LeaveError::NoSuchWorker));
    assert_eq!(desk.team().managers().count(), 1);
}

#[test]
fn a_way_in_that_nobody_knew_of_ends_when_it_is_tried() {
    let (store, desk, _) = service(ProfileId::Sps);
    let code = RecoveryCode::make();
    let asked = JoinRequest {
        name: "Devon Hibbert".into(),
        role: Role::Officer,
        home_district: String::new(),
        phone: String::new(),
        email: String::new(),
        sign_in: sign_in("devon"),
    };
    let devon = run(desk.add_worker(now(1), asked, &code)).unwrap();
    // A slot that was put back by hand, as from an older copy of this table.
    let kept = run(store.read_all(Table::Slots)).unwrap();
    run(desk.mark_left(now(2), devon)).unwrap();
    let back = kept.into_iter().map(|row| evenhand_store::Write::Put {
        table: Table::Slots,
        key: row.key,
        value: row.value,
    });
    run(store.commit(back.collect())).unwrap();
    let refused = run(unlock(&store, now(3), sign_in("devon"))).err();
    assert!(matches!(
        refused,
        Some(UnlockError::Load(evenhand_engine::device::load::LoadError::Left))
    ));
    assert!(matches!(
        run(unlock(&store, now(4), sign_in("devon"))),
        Err(UnlockError::Wrong { .. })
    ));
    assert_eq!(slots(&store), 2, "the manager's own two");
}

#[test]
fn sps_15_a_case_that_the_manager_may_not_open_is_put_right_by_whoever_else_holds_it() {
    let (store, desk, _) = service(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    run(desk.declare(now(1), me, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    let greta = join(&desk, "Greta Holm", Role::Manager);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let at_devon = enter(&store, "devon");
    let case = own_case(&at_devon, "Marmaduke Stibbs-Pomeroy");
    run(enter(&store, "morag").mark_left(now(4), devon)).unwrap();
    assert_eq!(enter(&store, "morag").case(case).err(), Some(CaseError::NoSuchCase));
    let front = enter(&store, "greta").case(case).unwrap().front;
    assert_eq!((front.worker(), front.epoch), (None, 2));
    assert_eq!(front.holders.keys().copied().collect::<Vec<_>>(), [greta]);
}

#[test]
fn sps_15_a_case_that_one_person_holds_alone_gets_a_second_holder_once_there_is_one() {
    let (store, desk, _) = service(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    run(desk.declare(now(1), me, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let case = own_case(&enter(&store, "devon"), "Marmaduke Stibbs-Pomeroy");
    let held_by = |desk: &Desk| {
        desk.case(case)
            .unwrap()
            .front
            .holders
            .keys()
            .copied()
            .collect::<Vec<_>>()
    };
    assert_eq!(held_by(&enter(&store, "devon")), [devon], "the manager knows them");
    let greta = join(&enter(&store, "morag"), "Greta Holm", Role::Manager);
    let mut both = [devon, greta];
    both.sort();
    assert_eq!(held_by(&enter(&store, "devon")), both);
    assert_eq!(held_by(&enter(&store, "greta")), both);
    assert_eq!(enter(&store, "morag").case(case).err(), Some(CaseError::NoSuchCase));
}

#[test]
fn sps_15_a_case_that_somebody_alone_held_who_left_is_shown_to_nobody_and_waits_until_they_are_let_in_again() {
    let (store, desk, _) = service(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    run(desk.declare(now(1), me, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let asha = join(&desk, "Asha Pryce", Role::Officer);
    let case = own_case(&enter(&store, "devon"), "Marmaduke Stibbs-Pomeroy");
    let at_devon = enter(&store, "devon");
    assert_eq!(
        at_devon.held_alone().iter().map(|line| line.id).collect::<Vec<_>>(),
        [case]
    );
    assert_eq!(enter(&store, "asha").held_alone(), []);

    let desk = enter(&store, "morag");
    let before = slots(&store);
    run(desk.mark_left(now(4), devon)).unwrap();
    assert_eq!(slots(&store), before - 2);
    assert!(matches!(
        run(unlock(&store, now(5), sign_in("devon"))),
        Err(UnlockError::Wrong { .. })
    ));
    for name in ["morag", "asha"] {
        let desk = enter(&store, name);
        assert_eq!(desk.case(case).err(), Some(CaseError::NoSuchCase));
        assert_eq!((desk.cases_left_by(devon), desk.held_alone()), (vec![], vec![]));
    }
    // Nobody who may have it was there. Somebody comes, and whoever held it is let in once more.
    let desk = enter(&store, "morag");
    assert_eq!(
        run(desk.let_in_again(now(6), asha)),
        Err(LeaveError::NoWayIn),
        "she is here"
    );
    assert_eq!(
        run(enter(&store, "asha").let_in_again(now(6), devon)),
        Err(LeaveError::ManagerOnly)
    );
    let greta = join(&enter(&store, "morag"), "Greta Holm", Role::Manager);
    assert_eq!(enter(&store, "greta").case(case).err(), Some(CaseError::NoSuchCase));
    run(enter(&store, "morag").let_in_again(now(7), devon)).unwrap();
    assert_eq!(slots(&store), before + 2, "and Greta's two");
    assert_eq!(
        enter(&store, "devon").held_alone(),
        [],
        "it went to Greta when he unlocked"
    );
    run(enter(&store, "morag").mark_left(now(8), devon)).unwrap();
    let front = enter(&store, "greta").case(case).unwrap().front;
    assert_eq!(front.holders.keys().copied().collect::<Vec<_>>(), [greta]);
    assert_eq!((front.worker(), front.owes_new_epoch), (None, false));
    assert_eq!(enter(&store, "morag").case(case).err(), Some(CaseError::NoSuchCase));
    assert!(matches!(
        run(unlock(&store, now(9), sign_in("devon"))),
        Err(UnlockError::Wrong { .. })
    ));
}

#[test]
fn sps_15_somebody_who_left_is_no_holder_beside_whom_the_last_one_here_could_lose_the_case() {
    let (store, desk, _) = service(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    run(desk.declare(now(1), me, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    let greta = join(&desk, "Greta Holm", Role::Manager);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let case = own_case(&enter(&store, "devon"), "Marmaduke Stibbs-Pomeroy");
    // Greta leaves. Before Devon is here again, the manager writes down what he told her.
    let desk = enter(&store, "morag");
    run(desk.mark_left(now(4), greta)).unwrap();
    run(desk.declare(now(5), devon, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    for _ in 0..2 {
        let at_devon = enter(&store, "devon");
        let alone: Vec<CaseId> = at_devon.held_alone().iter().map(|line| line.id).collect();
        assert_eq!(alone, [case], "the last who is here keeps it and is told");
        assert_eq!(at_devon.is_held_alone(case), Ok(true));
        let front = at_devon.front(case).unwrap();
        assert_eq!(front.holders.keys().copied().collect::<Vec<_>>(), [devon]);
        assert_eq!((front.epoch, front.owes_new_epoch), (2, false));
    }
    // As soon as somebody may have it, it goes there, and he loses it.
    let asha = join(&enter(&store, "morag"), "Asha Pryce", Role::Manager);
    assert_eq!(enter(&store, "devon").case(case).err(), Some(CaseError::NoSuchCase));
    let front = enter(&store, "asha").case(case).unwrap().front;
    assert_eq!(front.holders.keys().copied().collect::<Vec<_>>(), [asha]);
    assert_eq!(enter(&store, "morag").case(case).err(), Some(CaseError::NoSuchCase));
}
