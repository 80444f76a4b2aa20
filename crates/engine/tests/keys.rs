//! Whose keys a case has as time goes on: who passes it on, who finds out later that they know the family, and what others see.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod calder_vale;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use calder_vale::{contact, enter, family, friend, governor, join, now, own_case, party, run, service};
use evenhand_domain::case::state::CaseStatus;
use evenhand_domain::event::{CaseEvent, CaseTie, FrontEvent};
use evenhand_domain::family::Standing;
use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::Role;
use evenhand_engine::case::CaseError;
use evenhand_engine::case::allocate::{AllocateError, AllocateRequest};
use evenhand_engine::case::answer::AnswerError;
use evenhand_engine::case::list::{CaseFilter, WorkTask};
use evenhand_engine::case::open::{OpenError, OpenRequest, new_party};
use evenhand_engine::case::story::StoryError;
use evenhand_engine::change::SaveError;
use evenhand_engine::desk::Desk;
use evenhand_engine::pace::Pace;

fn everything() -> CaseFilter {
    CaseFilter::default()
}

#[test]
fn sps_8_what_is_written_after_an_interest_is_sealed_under_new_keys_by_whoever_writes_next() {
    let (store, desk, _) = service(ProfileId::Sps);
    let greta = join(&desk, "Greta Holm", Role::Manager);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let asked = OpenRequest {
        worker: Some(greta),
        ..family("Samina Latif", "Hamza", "Lidget Brow High School")
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let me = desk.me().unwrap().id;
    run(desk.allocate(now(3), case, devon, &AllocateRequest::default())).unwrap();
    let at_devon = enter(&store, "devon");
    run(at_devon.answer_before_opening(now(4), case, false)).unwrap();
    run(at_devon.answer_before_opening(now(5), case, true)).unwrap();

    let desk = enter(&store, "morag");
    let front = desk.case(case).unwrap().front;
    assert_eq!((front.epoch, front.owes_new_epoch), (1, true));
    let user = party(&desk, case).id;
    run(desk.record_contact(now(6), case, contact(user, "Devon's cousin called."))).unwrap();
    let front = desk.case(case).unwrap().front;
    assert_eq!((front.epoch, front.owes_new_epoch), (2, false));
    assert_eq!(
        front.holders.keys().copied().collect::<BTreeSet<_>>(),
        [me, greta].into()
    );
    // One new epoch is enough, and everybody who still holds the case reads on.
    run(desk.attach(now(7), case, "letter.pdf", "The refusal", b"dear")).unwrap();
    assert_eq!(desk.case(case).unwrap().front.epoch, 2);
    let at_greta = enter(&store, "greta");
    run(at_greta.answer_before_opening(now(8), case, false)).unwrap();
    let story = at_greta.case(case).unwrap().story.unwrap();
    assert_eq!((story.contacts.len(), story.attachments.len()), (1, 1));
    assert_eq!(enter(&store, "morag").case(case).unwrap().front.epoch, 2);
    assert!(enter(&store, "devon").cases(&everything()).is_empty());
}

#[test]
fn sps_8_whoever_finds_out_later_that_they_know_them_loses_the_case_and_a_manager_gets_it() {
    let (store, desk, _) = service(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    run(desk.declare(now(1), me, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let at_devon = enter(&store, "devon");
    // Nobody but Devon could hold it when it came; Greta joined since.
    let case = own_case(&at_devon, "Marmaduke Stibbs-Pomeroy");
    let desk = enter(&store, "morag");
    join(&desk, "Greta Holm", Role::Manager);
    let at_devon = enter(&store, "devon");
    let user = party(&at_devon, case).id;
    run(at_devon.record_contact(now(4), case, contact(user, "First call."))).unwrap();
    run(at_devon.answer_before_opening(now(5), case, true)).unwrap();
    for devon in [at_devon, enter(&store, "devon")] {
        assert_eq!(devon.case(case).err(), Some(CaseError::NoSuchCase));
    }
    assert_eq!(enter(&store, "morag").case(case).err(), Some(CaseError::NoSuchCase));
    let at_greta = enter(&store, "greta");
    run(at_greta.answer_before_opening(now(6), case, false)).unwrap();
    let file = at_greta.case(case).unwrap();
    assert_eq!((file.front.worker(), file.front.epoch), (None, 2));
    assert_eq!(file.front.answers.get(&devon), Some(&true));
    assert_eq!(file.story.unwrap().contacts[0].now.facts, "First call.");
}

#[test]
fn wes_9_an_officer_with_a_conflict_passes_the_case_on_and_keeps_no_key() {
    let (store, desk, _) = service(ProfileId::WestmorlandFurness);
    let me = desk.me().unwrap().id;
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    run(desk.declare(now(2), devon, governor("Troutbeck Gate School"))).unwrap();
    let at_devon = enter(&store, "devon");
    let declared = family("Imogen Sarsfield", "Wilf", "Troutbeck Gate School");
    let said = OpenRequest {
        opener_knows: true,
        ..family("Ann Ward", "Felix", "Alder Bank")
    };
    for asked in [declared, said] {
        let case = run(at_devon.open_case(now(3), &asked)).unwrap();
        for devon in [at_devon.clone(), enter(&store, "devon")] {
            assert_eq!(devon.case(case).err(), Some(CaseError::NoSuchCase));
            assert!(devon.cases(&everything()).is_empty());
        }
        let desk = enter(&store, "morag");
        let front = desk.case(case).unwrap().front;
        assert_eq!((front.worker(), front.status), (None, CaseStatus::Intake));
        assert_eq!(front.holders.keys().copied().collect::<Vec<_>>(), [me]);
        assert!(
            desk.work(now(4))
                .unwrap()
                .today
                .iter()
                .any(|item| item.case == case && item.task == WorkTask::Allocate)
        );
        run(desk.answer_before_opening(now(4), case, false)).unwrap();
        assert_eq!(desk.who(case).unwrap(), asked.parties[1].name);
    }
    // Where every manager knows them too, nothing is kept.
    let desk = enter(&store, "morag");
    run(desk.declare(now(5), me, governor("Troutbeck Gate School"))).unwrap();
    let at_devon = enter(&store, "devon");
    let nobody = family("Imogen Sarsfield", "Wilf", "Troutbeck Gate School");
    assert!(matches!(
        run(at_devon.open_case(now(6), &nobody)),
        Err(OpenError::PassItOn(_))
    ));
}

#[test]
fn sps_8_a_manager_who_said_yes_at_the_opening_is_no_second_holder_later() {
    let (store, desk, _) = service(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let asked = OpenRequest {
        opener_knows: true,
        worker: Some(devon),
        ..family("Samina Latif", "Hamza", "Lidget Brow High School")
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let at_devon = enter(&store, "devon");
    assert_eq!(
        run(at_devon.answer_before_opening(now(4), case, true)),
        Err(AnswerError::NobodyElseHoldsIt)
    );
    assert_eq!(enter(&store, "morag").case(case).err(), Some(CaseError::NoSuchCase));
}

#[test]
fn sps_15_a_match_that_was_dismissed_makes_nobody_a_second_holder_once_more_is_declared() {
    let (store, desk, _) = service(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    run(desk.declare(now(1), me, friend("Katherine Evans-Wood"))).unwrap();
    join(&desk, "Devon Hibbert", Role::Officer);
    let at_devon = enter(&store, "devon");
    let case = own_case(&at_devon, "Katherine Wood");
    run(at_devon.look_at_match(now(4), case, me, false, "Ours is another")).unwrap();
    run(enter(&store, "morag").declare(now(5), me, friend("Katherine Wood"))).unwrap();
    let at_devon = enter(&store, "devon");
    assert_eq!(
        run(at_devon.answer_before_opening(now(6), case, true)),
        Err(AnswerError::NobodyElseHoldsIt)
    );
    assert_eq!(enter(&store, "morag").case(case).err(), Some(CaseError::NoSuchCase));
}

#[test]
fn sps_15_a_linked_case_leaves_no_trace_for_whoever_is_barred_from_it() {
    let (store, desk, _) = service(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    run(desk.declare(now(2), devon, governor("Alder Bank"))).unwrap();
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Samina Latif", "Hamza", "Lidget Brow High School")
    };
    let open = run(desk.open_case(now(3), &asked)).unwrap();
    let sibling = OpenRequest {
        worker: Some(me),
        linked: Some((open, CaseTie::Sibling)),
        ..family("Samina Latif", "Zain", "Alder Bank")
    };
    let barred = run(desk.open_case(now(4), &sibling)).unwrap();
    let seen = |desk: &Desk| {
        let file = desk.case(open).unwrap();
        let told = |event: &CaseEvent| matches!(event, CaseEvent::CaseLinked { .. });
        let entries = file.entries.iter().filter(|entry| told(&entry.event)).count();
        (file.story.unwrap().links.len(), entries)
    };
    assert_eq!(seen(&desk), (1, 1), "the manager opens both");
    let at_devon = enter(&store, "devon");
    run(at_devon.answer_before_opening(now(5), open, false)).unwrap();
    assert_eq!(seen(&at_devon), (0, 0));
    assert_eq!(at_devon.case(barred).err(), Some(CaseError::NoSuchCase));
}

#[test]
fn cam_19_why_a_match_was_dismissed_is_for_that_worker_and_the_manager() {
    let (store, desk, _) = service(ProfileId::Camden);
    let me = desk.me().unwrap().id;
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    run(desk.declare(now(2), me, friend("Katherine Evans-Wood"))).unwrap();
    let asked = OpenRequest {
        worker: Some(devon),
        not_the_same: "My friend is forty years older".into(),
        ..family("Katherine Wood", "Hamza", "Lidget Brow High School")
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let why = |desk: &Desk| {
        let file = desk.case(case).unwrap();
        let entry = file.front_entries.iter().find_map(|entry| match &entry.event {
            FrontEvent::MatchLookedAt { worker, why, .. } if *worker == me => Some(why.clone()),
            _ => None,
        });
        let kept = file.front.checks[&me].looked_at.clone().unwrap().1;
        (entry.unwrap(), kept)
    };
    let said = "My friend is forty years older".to_owned();
    assert_eq!(why(&desk), (said.clone(), said));
    assert_eq!(why(&enter(&store, "devon")), (String::new(), String::new()));
}

/// Saves at once, as two pages may: all are begun while something else is being written, and go on one after the other.
fn at_once<T>(desk: &Desk, mut saves: Vec<Pin<Box<dyn Future<Output = T> + '_>>>) -> Vec<T> {
    let is_held = Rc::new(Cell::new(true));
    let held = Rc::clone(&is_held);
    let pace = Pace::new(move |_| {
        let held = Rc::clone(&held);
        poll_fn(move |_| if held.get() { Poll::Pending } else { Poll::Ready(()) })
    });
    let mut writing = pin!(desk.make_backup_at(&pace, |_| ()));
    let mut context = Context::from_waker(Waker::noop());
    assert!(writing.as_mut().poll(&mut context).is_pending());
    for save in &mut saves {
        assert!(save.as_mut().poll(&mut context).is_pending(), "it waits for its turn");
    }
    is_held.set(false);
    assert!(writing.poll(&mut context).is_ready());
    saves.into_iter().map(run).collect()
}

#[test]
fn two_changes_of_the_keys_of_a_case_at_once_never_make_the_same_epoch_twice() {
    let (store, desk, _) = service(ProfileId::Sps);
    let [devon, priya, asha] =
        ["Devon Hibbert", "Priya Nair", "Asha Pryce"].map(|name| join(&desk, name, Role::Officer));
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Samina Latif", "Hamza", "Lidget Brow High School")
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let to = |note: &str| AllocateRequest {
        handover: note.into(),
        ..AllocateRequest::default()
    };
    let (first, second) = (to("They like the morning"), to("Their letter is with the school"));
    let both = at_once(
        &desk,
        vec![
            Box::pin(desk.allocate(now(4), case, priya, &first)),
            Box::pin(desk.allocate(now(4), case, asha, &second)),
        ],
    );
    assert_eq!(both, [Ok(()), Err(AllocateError::Save(SaveError::Overtaken))]);
    // Nothing of the second was kept, and everybody who holds the case reads what the first one said.
    for name in ["morag", "priya"] {
        let desk = enter(&store, name);
        run(desk.answer_before_opening(now(5), case, false)).unwrap();
        let file = desk.case(case).unwrap();
        let notes: Vec<&str> = file
            .story
            .as_ref()
            .unwrap()
            .handovers
            .iter()
            .map(|kept| &*kept.now.2)
            .collect();
        assert_eq!(
            (notes, file.front.worker()),
            (vec!["They like the morning"], Some(priya)),
            "{name}"
        );
        assert_eq!(desk.faults(), []);
    }
    assert!(enter(&store, "asha").cases(&everything()).is_empty());
    // Tried again it goes through.
    let desk = enter(&store, "morag");
    run(desk.allocate(now(6), case, asha, &second)).unwrap();
    assert_eq!(desk.case(case).unwrap().front.epoch, 3);
}

#[test]
fn sps_15_whoever_declares_something_while_a_case_is_given_to_them_does_not_get_it() {
    let (store, desk, _) = service(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let case = own_case(&desk, "Marmaduke Stibbs-Pomeroy");
    let request = AllocateRequest::default();
    let both = at_once(
        &desk,
        vec![
            Box::pin(async {
                let declared = desk.declare(now(4), devon, friend("Marmaduke Stibbs-Pomeroy")).await;
                declared.is_ok()
            }),
            Box::pin(async { desk.allocate(now(4), case, devon, &request).await.is_ok() }),
        ],
    );
    assert_eq!(both, [true, false]);
    assert!(enter(&store, "devon").cases(&everything()).is_empty());
}

#[test]
fn sps_14_two_changes_of_the_people_of_a_case_at_once_lose_nobody_who_is_to_be_checked() {
    let (_, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let comes = |name: &str| new_party(name, Standing::Other, false);
    let both = at_once(
        &desk,
        vec![
            Box::pin(desk.put_party(now(4), case, comes("Una Brackenridge"))),
            Box::pin(desk.put_party(now(4), case, comes("Oswin Tarn"))),
        ],
    );
    assert_eq!(both, [Ok(()), Err(StoryError::Save(SaveError::Overtaken))]);
    run(desk.put_party(now(5), case, comes("Oswin Tarn"))).unwrap();
    let front = desk.front(case).unwrap();
    let names: Vec<&str> = front.family.people.iter().map(|one| &*one.name).collect();
    assert!(names.contains(&"Una Brackenridge") && names.contains(&"Oswin Tarn"));
}
