//! Walls: a worker with a conflict has no key, and finds no trace.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../calder_vale/mod.rs"]
mod calder_vale;
mod drafts;

use calder_vale::{contact, day, enter, family, friend, governor, join, now, own_case, party, run, service};
use evenhand_domain::case::action::{Action, ActionKind};
use evenhand_domain::case::state::CaseStatus;
use evenhand_domain::conflict::ConflictOutcome;
use evenhand_domain::event::Override;
use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::Role;
use evenhand_engine::AnyStore;
use evenhand_engine::case::CaseError;
use evenhand_engine::case::allocate::{AllocateError, AllocateRequest};
use evenhand_engine::case::answer::AnswerError;
use evenhand_engine::case::list::{CaseFilter, WorkTask};
use evenhand_engine::case::open::{OpenError, OpenRequest};
use evenhand_engine::case::record::RecordError;
use evenhand_engine::case::search::Search;
use evenhand_engine::desk::Desk;
use evenhand_store::{CommitError, MemoryStore, Table};

fn everything() -> CaseFilter {
    CaseFilter::default()
}

#[test]
fn sps_15_a_barred_worker_cannot_be_allocated_and_finds_no_trace() {
    let (store, desk, _) = service(ProfileId::Sps);
    let friend_of_them = join(&desk, "Priya Nair", Role::Officer);
    let other = join(&desk, "Devon Hibbert", Role::Officer);
    run(desk.declare(now(2), friend_of_them, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    let priya = enter(&store, "priya");
    let rows_before = run(store.read_all(Table::Grants)).unwrap().len();

    let asked = OpenRequest {
        worker: Some(other),
        ..family("Marmaduke Stibbs-Pomeroy", "Zain", "Alder Bank")
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let barred = run(desk.allocate(now(4), case, friend_of_them, &AllocateRequest::default()));
    assert_eq!(barred, Err(AllocateError::Barred));
    let candidates = desk.candidates(now(4), case).unwrap();
    let one = candidates.iter().find(|one| one.worker.id == friend_of_them).unwrap();
    assert_eq!(
        (one.outcome, one.check.because.as_slice()),
        (ConflictOutcome::Bar, ["SPS-15".to_owned()].as_slice())
    );

    // What she could open before, and what she can open now, are the same.
    for priya in [priya, enter(&store, "priya")] {
        assert!(priya.cases(&everything()).is_empty());
        assert!(
            priya
                .cases(&CaseFilter {
                    search: Search::typed("Stibbs"),
                    ..everything()
                })
                .is_empty()
        );
        assert_eq!(priya.case(case).err(), Some(CaseError::NoSuchCase));
        let work = priya.work(now(5)).unwrap();
        assert_eq!((work.today.len(), work.week.len(), work.overdue.len()), (0, 0, 0));
    }
    // The rows that were added are four, for two holders.
    assert_eq!(run(store.read_all(Table::Grants)).unwrap().len(), rows_before + 4);
    let raw: Vec<u8> = match &store {
        AnyStore::Memory(memory) => memory
            .rows()
            .into_iter()
            .flat_map(|(_, row)| [row.key, row.value].concat())
            .collect(),
    };
    for trace in ["Stibbs", "Zain", "Alder Bank", "Priya", "Nair", "01632"] {
        assert!(
            !raw.windows(trace.len()).any(|window| window == trace.as_bytes()),
            "{trace} lies in the clear"
        );
    }
    assert!(
        !raw.windows(16).any(|window| window == case.bytes()),
        "the case's identifier lies in the clear"
    );
}

#[test]
fn sps_8_the_story_waits_for_the_question_before_opening() {
    let (store, desk, _) = service(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Samina Latif", "Hamza", "Lidget Brow High School")
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let at_devon = enter(&store, "devon");
    let file = at_devon.case(case).unwrap();
    assert!(file.story.is_none());
    // Nor does a list, a search or the day's work tell of it: the names of its front sheet and no more.
    let line = &at_devon.cases(&everything())[0];
    let today = at_devon.work(now(4)).unwrap().today;
    let asked: Vec<&str> = today
        .iter()
        .filter(|item| item.task == WorkTask::AnswerBeforeOpening)
        .map(|item| item.who.as_str())
        .collect();
    assert_eq!((asked, line.who.as_str()), (vec!["Hamza"], "Hamza"));
    assert_eq!((line.may_open, &line.next), (false, &None));
    let typed = |words| CaseFilter {
        search: Search::typed(words),
        ..everything()
    };
    assert_eq!(
        at_devon.cases(&typed("hamza")).len(),
        1,
        "the name is on the front sheet"
    );
    let nobody = evenhand_domain::ids::PartyId::new([1; 16]);
    assert_eq!(
        run(at_devon.record_contact(now(4), case, contact(nobody, "x"))),
        Err(RecordError::Case(CaseError::NotAnswered))
    );
    run(at_devon.answer_before_opening(now(5), case, false)).unwrap();
    assert!(at_devon.case(case).unwrap().story.is_some());
    let user = party(&at_devon, case).id;
    run(at_devon.record_contact(now(6), case, contact(user, "The bus was late."))).unwrap();
    assert_eq!(at_devon.cases(&typed("bus late")).len(), 1);
    // The second holder has not answered yet, and finds nothing of the story either.
    assert_eq!(enter(&store, "morag").cases(&typed("hamza")).len(), 1);
    desk.lock();
}

#[test]
fn sps_8_lists_and_search_show_the_front_sheet_alone_until_the_question_is_answered() {
    let (store, desk, _) = service(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Samina Latif", "Hamza", "Lidget Brow High School")
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let call = Action {
        what: "Ring Featherstone".into(),
        due: now(4).day(),
        who: None,
        kind: ActionKind::Next,
    };
    run(desk.set_action(now(3), case, call)).unwrap();
    let at_devon = enter(&store, "devon");
    let found = |words: &str| {
        at_devon.cases(&CaseFilter {
            search: Search::typed(words),
            ..everything()
        })
    };
    let line = found("samina lidget").remove(0);
    assert_eq!((line.next, line.may_open), (None, false));
    assert!(found("Featherstone").is_empty());
    run(at_devon.answer_before_opening(now(5), case, false)).unwrap();
    let line = found("Featherstone").remove(0);
    assert_eq!(
        (line.next.map(|(what, _)| what).as_deref(), line.may_open),
        (Some("Ring Featherstone"), true)
    );
}

#[test]
fn sps_8_an_interest_closes_the_case_to_the_worker_at_once_and_for_ever() {
    let (store, desk, _) = service(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let priya = join(&desk, "Priya Nair", Role::Officer);
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Samina Latif", "Hamza", "Lidget Brow High School")
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let at_devon = enter(&store, "devon");
    run(at_devon.answer_before_opening(now(4), case, true)).unwrap();
    assert_eq!(at_devon.case(case).err(), Some(CaseError::NoSuchCase));
    assert!(enter(&store, "devon").cases(&everything()).is_empty());

    let desk = enter(&store, "morag");
    let file = desk.case(case).unwrap();
    assert_eq!(file.front.worker(), None);
    let today = desk.work(now(5)).unwrap().today;
    let whose = today.iter().find(|item| item.task == WorkTask::Allocate);
    assert_eq!(
        whose.map(|item| item.who.as_str()),
        Some(desk.cases(&everything())[0].who.as_str())
    );
    assert_eq!(
        run(desk.allocate(now(5), case, devon, &AllocateRequest::default())),
        Err(AllocateError::Barred)
    );
    run(desk.allocate(now(6), case, priya, &AllocateRequest::default())).unwrap();
    assert_eq!(
        desk.case(case).unwrap().front.epoch,
        2,
        "what follows is sealed under new keys"
    );
    assert!(enter(&store, "devon").cases(&everything()).is_empty());
    assert_eq!(enter(&store, "priya").cases(&everything()).len(), 1);
}

#[test]
fn a_handover_takes_every_key_from_the_one_before() {
    let (store, desk, _) = service(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let priya = join(&desk, "Priya Nair", Role::Officer);
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Samina Latif", "Hamza", "Lidget Brow High School")
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let at_devon = enter(&store, "devon");
    run(at_devon.answer_before_opening(now(4), case, false)).unwrap();
    let user = party(&at_devon, case).id;
    run(at_devon.record_contact(now(5), case, contact(user, "First call."))).unwrap();
    let request = AllocateRequest {
        handover: "She likes a text first".into(),
        ..AllocateRequest::default()
    };
    let desk = enter(&store, "morag");
    run(desk.allocate(now(6), case, priya, &request)).unwrap();
    assert_eq!(enter(&store, "devon").case(case).err(), Some(CaseError::NoSuchCase));
    let at_priya = enter(&store, "priya");
    run(at_priya.answer_before_opening(now(7), case, false)).unwrap();
    let story = at_priya.case(case).unwrap().story.unwrap();
    assert_eq!(story.contacts[0].now.facts, "First call.");
    assert_eq!(
        story.handovers[0].now,
        (Some(devon), priya, "She likes a text first".into())
    );
}

#[test]
fn wes_9_to_11_whoever_opens_it_and_knows_them_passes_it_on_in_the_same_step() {
    let (store, desk, _) = service(ProfileId::WestmorlandFurness);
    let me = desk.me().unwrap().id;
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    run(desk.declare(now(2), me, governor("Troutbeck Gate School"))).unwrap();
    let alone = family("Imogen Sarsfield", "Wilf", "Troutbeck Gate School");
    assert!(matches!(
        run(desk.open_case(now(3), &alone)),
        Err(OpenError::PassItOn(_))
    ));
    let to_me = OpenRequest {
        worker: Some(me),
        ..alone.clone()
    };
    assert_eq!(
        run(desk.open_case(now(3), &to_me)),
        Err(OpenError::Allocate(AllocateError::Barred))
    );
    let case = run(desk.open_case(
        now(3),
        &OpenRequest {
            worker: Some(devon),
            ..alone
        },
    ))
    .unwrap();
    for manager in [desk, enter(&store, "morag")] {
        assert_eq!(manager.case(case).err(), Some(CaseError::NoSuchCase));
        assert!(manager.cases(&everything()).is_empty());
    }
    let at_devon = enter(&store, "devon");
    run(at_devon.answer_before_opening(now(4), case, false)).unwrap();
    assert_eq!(at_devon.who(case).unwrap(), "Wilf");
}

#[test]
fn sta_16_only_the_manager_overrides_with_every_answer_and_never_their_own() {
    let (store, desk, _) = service(ProfileId::Staffordshire);
    let me = desk.me().unwrap().id;
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    run(desk.declare(now(2), devon, governor("Chase Edge Primary School"))).unwrap();
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Jan Reeves", "Jaxon", "Chase Edge Primary School")
    };
    assert!(matches!(
        run(desk.open_case(now(3), &asked)),
        Err(OpenError::Allocate(AllocateError::OverrideAnswerMissing { .. }))
    ));
    let over = Override {
        reason: "Nobody else speaks Polish".into(),
        told_on: Some(day("2026-11-23")),
        told_how: "On the telephone".into(),
        alternatives: "Waiting two weeks, or the service next door".into(),
        answer: "They would rather have Devon".into(),
        more: Vec::new(),
    };
    for missing in 0..5 {
        let mut over = over.clone();
        match missing {
            0 => over.reason.clear(),
            1 => over.told_on = None,
            2 => over.told_how.clear(),
            3 => over.alternatives.clear(),
            _ => over.answer.clear(),
        }
        let request = AllocateRequest {
            over: Some(over),
            ..AllocateRequest::default()
        };
        let asked = OpenRequest {
            request,
            ..asked.clone()
        };
        assert!(matches!(
            run(desk.open_case(now(3), &asked)),
            Err(OpenError::Allocate(AllocateError::OverrideAnswerMissing { .. }))
        ));
    }
    let request = AllocateRequest {
        over: Some(over.clone()),
        ..AllocateRequest::default()
    };
    let case = run(desk.open_case(
        now(3),
        &OpenRequest {
            request: request.clone(),
            ..asked
        },
    ))
    .unwrap();
    let file = desk.case(case).unwrap();
    assert_eq!(file.front.allocations[0].over, Some(over));
    assert_eq!(enter(&store, "devon").cases(&everything()).len(), 1);

    run(desk.declare(now(4), me, governor("Hednesford Rise Primary School"))).unwrap();
    let own = OpenRequest {
        worker: Some(me),
        request,
        ..family("Ann Ward", "Felix", "Hednesford Rise Primary School")
    };
    assert_eq!(
        run(desk.open_case(now(5), &own)),
        Err(OpenError::Allocate(AllocateError::OwnConflict))
    );
}

#[test]
fn cam_19_a_worker_reads_their_own_declarations_and_no_others() {
    let (store, desk, _) = service(ProfileId::Camden);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let priya = join(&desk, "Priya Nair", Role::Officer);
    run(desk.declare(now(2), devon, friend("Katherine Evans-Wood"))).unwrap();
    let at_priya = enter(&store, "priya");
    assert!(
        at_priya
            .declarations(devon)
            .is_none_or(|declared| declared.interests.is_empty())
    );
    run(at_priya.declare(now(3), priya, friend("Morwenna Tregear"))).unwrap();
    assert!(run(at_priya.declare(now(3), devon, friend("Nobody"))).is_err());
    let desk = enter(&store, "morag");
    assert_eq!(
        desk.declarations(priya).unwrap().list().len(),
        1,
        "the manager sees each new one"
    );
    assert_eq!(desk.declarations(devon).unwrap().list().len(), 1);
}

#[test]
fn an_officers_own_case_has_a_manager_as_second_holder_unless_they_know_the_family() {
    let (store, desk, _) = service(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    run(desk.declare(now(1), me, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    join(&desk, "Devon Hibbert", Role::Officer);
    let at_devon = enter(&store, "devon");
    assert!(
        at_devon.declarations(me).is_none(),
        "the check may look, and a person may not"
    );
    let shared = own_case(&at_devon, "Samina Latif");
    let walled = own_case(&at_devon, "Marmaduke Stibbs-Pomeroy");
    assert_eq!(at_devon.case(shared).unwrap().front.status, CaseStatus::Open);
    let at_manager = enter(&store, "morag");
    let lines = at_manager.cases(&everything());
    assert_eq!(lines.iter().map(|line| line.id).collect::<Vec<_>>(), [shared]);
    assert!(
        at_manager.case(shared).unwrap().story.is_none(),
        "the manager answers before opening, too"
    );
    run(at_manager.answer_before_opening(now(5), shared, false)).unwrap();
    assert!(at_manager.case(shared).unwrap().story.is_some());
    assert_eq!(at_manager.case(walled).err(), Some(CaseError::NoSuchCase));
}

#[test]
fn the_last_who_holds_a_case_does_not_lose_it_for_everybody() {
    let (store, desk, _) = service(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    run(desk.declare(now(2), me, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Marmaduke Stibbs-Pomeroy", "Zain", "Alder Bank")
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let at_devon = enter(&store, "devon");
    assert_eq!(
        run(at_devon.answer_before_opening(now(4), case, true)),
        Err(AnswerError::NobodyElseHoldsIt)
    );
    let file = enter(&store, "devon").case(case).unwrap();
    assert!(file.story.is_none(), "the story stays closed to them");
    assert!(
        at_devon
            .candidates(now(5), case)
            .unwrap()
            .iter()
            .all(|one| one.worker.id == devon)
    );
}

#[test]
fn sps_15_a_wall_that_cannot_be_saved_stands_in_the_session_and_is_saved_at_the_next_unlock() {
    let memory = MemoryStore::new();
    let store = AnyStore::Memory(memory.clone());
    let (made, desk, _) = service(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Marmaduke Stibbs-Pomeroy", "Zain", "Alder Bank")
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let other = own_case(&desk, "Samina Latif");
    run(desk.allocate(now(3), other, devon, &AllocateRequest::default())).unwrap();
    desk.lock();
    run(made.copy_into(&store)).unwrap();

    // What he declares is saved; then there is no room for the wall.
    let at_devon = enter(&store, "devon");
    memory.fail_commit_after(1, CommitError::Full);
    run(at_devon.declare(now(4), devon, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    let seen = |desk: &Desk| desk.cases(&everything()).iter().map(|line| line.id).collect::<Vec<_>>();
    assert_eq!(seen(&at_devon), [other]);
    assert_eq!(at_devon.case(case).err(), Some(CaseError::NoSuchCase));
    // No snapshot is kept that would take what he declared for settled.
    while at_devon.prepare_search(100) {}
    assert!(!at_devon.owes_snapshot());
    run(at_devon.declare_nothing(now(5), devon)).unwrap();
    assert!(!at_devon.owes_snapshot() && !run(at_devon.keep_snapshot(|| std::future::ready(()))).unwrap());
    at_devon.lock();
    // Nor is there room when he unlocks next: it is closed to him all the same, and the rest is put right.
    memory.fail_next_commit(CommitError::Full);
    let at_devon = enter(&store, "devon");
    assert_eq!(seen(&at_devon), [other]);
    at_devon.lock();
    assert_eq!(seen(&enter(&store, "devon")), [other]);
    let front = enter(&store, "morag").front(case).unwrap();
    assert!(!front.holders.contains_key(&devon) && front.removed.contains(&devon));
}

#[test]
fn sps_15_a_wall_against_somebody_else_that_could_not_be_saved_goes_up_with_the_next_save() {
    let memory = MemoryStore::new();
    let store = AnyStore::Memory(memory.clone());
    let (made, desk, _) = service(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Marmaduke Stibbs-Pomeroy", "Zain", "Alder Bank")
    };
    let cases = [(); 2].map(|()| run(desk.open_case(now(3), &asked)).unwrap());
    desk.lock();
    run(made.copy_into(&store)).unwrap();
    let desk = enter(&store, "morag");
    while desk.prepare_search(100) {}
    memory.fail_commit_after(1, CommitError::Aborted("it was busy".into()));
    run(desk.declare(now(4), devon, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    let held = || {
        cases
            .iter()
            .filter(|case| desk.front(**case).unwrap().holders.contains_key(&devon))
            .count()
    };
    assert_eq!(held(), 1, "one case that could not be saved stops no other");
    assert!(!desk.owes_snapshot());
    run(desk.note_backup(now(5))).unwrap();
    assert_eq!(held(), 0);
    assert!(desk.owes_snapshot());
}
