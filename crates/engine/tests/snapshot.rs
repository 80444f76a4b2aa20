//! The snapshot: what may be read from it, when it counts, and that it never outlives a wall or an erasure.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod calder_vale;

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::pin;
use std::task::{Context, Poll};

use calder_vale::stored::{root_of, stored_search};
use calder_vale::{contact, enter, family, friend, join, now, own_case, party, run, service};
use evenhand_domain::ids::{CaseId, WorkerId};
use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::Role;
use evenhand_engine::AnyStore;
use evenhand_engine::case::CaseError;
use evenhand_engine::case::allocate::AllocateRequest;
use evenhand_engine::case::list::CaseFilter;
use evenhand_engine::case::open::OpenRequest;
use evenhand_engine::case::search::Search;
use evenhand_engine::desk::{Desk, Fault};
use evenhand_store::{CommitError, MemoryStore, Table, Write};
use evenhand_vault::ids::RowId;
use evenhand_vault::segment::{open_segment, seal_segment};

/// Keeps a snapshot and locks.
fn leave(desk: &Desk) {
    while desk.prepare_search(100) {}
    assert!(run(desk.keep_snapshot(|| std::future::ready(()))).unwrap());
    desk.lock();
}

fn snapshots(store: &AnyStore) -> Vec<Vec<u8>> {
    run(store.read_keys(Table::Snap, &[])).unwrap()
}

fn facts(desk: &Desk, case: CaseId) -> Vec<String> {
    let _out = run(desk.take_out(case)).unwrap();
    let story = desk.case(case).unwrap().story.unwrap();
    story.contacts.iter().map(|kept| kept.now.facts.clone()).collect()
}

fn opened_for(desk: &Desk, worker: WorkerId, who: &str, child: &str) -> CaseId {
    let asked = OpenRequest {
        worker: Some(worker),
        ..family(who, child, "Hollin Beck School")
    };
    run(desk.open_case(now(3), &asked)).unwrap()
}

#[test]
fn what_came_after_it_is_there_and_a_case_is_read_when_it_is_opened() {
    let (store, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    run(desk.record_contact(now(4), case, contact(user, "The bus was late."))).unwrap();
    assert!(!desk.owes_snapshot(), "the index is made first");
    leave(&desk);

    let again = enter(&store, "morag");
    assert!(again.has_snapshot());
    assert_eq!(again.case(case).err(), Some(CaseError::NotAtHand));
    assert_eq!(facts(&again, case), ["The bus was late."]);
    run(again.record_contact(now(5), case, contact(user, "The taxi came."))).unwrap();
    again.lock();

    let third = enter(&store, "morag");
    assert!(third.has_snapshot() && third.faults().is_empty());
    assert_eq!(facts(&third, case), ["The bus was late.", "The taxi came."]);
    let finds = |typed: &str| third.find(&Search::typed(typed), 5).count;
    assert!(!third.is_search_ready());
    assert!(run(third.load_search()).unwrap());
    assert_eq!(
        [finds("bus"), finds("taxi"), finds("samina"), finds("train")],
        [1, 1, 1, 0]
    );
}

/// Does two things at the same time, as a page does that opens a case whose reading began when its link was pressed.
fn both<A, B>(one: impl Future<Output = A>, other: impl Future<Output = B>) -> (A, B) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let (mut done, mut also) = (None, None);
    let turn = |turn: &mut Context<'_>| {
        if done.is_none()
            && let Poll::Ready(value) = one.as_mut().poll(turn)
        {
            done = Some(value);
        }
        if also.is_none()
            && let Poll::Ready(value) = other.as_mut().poll(turn)
        {
            also = Some(value);
        }
        match (done.take(), also.take()) {
            (Some(one), Some(other)) => Poll::Ready((one, other)),
            (one, other) => {
                (done, also) = (one, other);
                Poll::Pending
            }
        }
    };
    run(poll_fn(turn))
}

#[test]
fn a_case_that_is_asked_for_twice_at_once_is_read_once() {
    let (store, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    leave(&desk);
    let again = enter(&store, "morag");
    let AnyStore::Memory(memory) = store;
    memory.answer_later();
    let before = memory.times_read();
    let (pressed, opened) = both(again.take_out(case), again.take_out(case));
    assert!(pressed.is_ok() && opened.is_ok());
    assert_eq!(memory.times_read(), before + 1);
    // One that is at hand is not read at all.
    assert!(again.at_hand(case).is_some() && run(again.take_out(case)).is_ok());
    assert_eq!(memory.times_read(), before + 1);
}

#[test]
fn sps_15_whoever_loses_a_key_loses_their_snapshot_with_it_and_nobody_else_does() {
    let (store, desk, _) = service(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let case = opened_for(&desk, devon, "Marmaduke Stibbs-Pomeroy", "Zain");
    let at_devon = enter(&store, "devon");
    run(at_devon.answer_before_opening(now(4), case, false)).unwrap();
    leave(&at_devon);
    let of_devon = snapshots(&store);
    leave(&desk);
    let of_both = snapshots(&store);
    assert!(of_both.len() == 2 * of_devon.len());

    let desk = enter(&store, "morag");
    run(desk.declare(now(5), devon, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    let left = snapshots(&store);
    assert!(left.len() == of_devon.len() && left.iter().all(|key| !of_devon.contains(key)));
    assert!(desk.has_snapshot());
    let at_devon = enter(&store, "devon");
    assert!(!at_devon.has_snapshot());
    assert_eq!(at_devon.cases(&CaseFilter::default()), []);
}

#[test]
fn somebody_who_gets_an_older_case_finds_all_of_it() {
    let (store, desk, _) = service(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    run(desk.record_contact(now(4), case, contact(user, "The bus was late."))).unwrap();
    leave(&enter(&store, "devon"));
    run(desk.allocate(now(5), case, devon, &AllocateRequest::default())).unwrap();
    let at_devon = enter(&store, "devon");
    assert!(
        !at_devon.has_snapshot(),
        "the key opens what is older than the snapshot"
    );
    run(at_devon.answer_before_opening(now(6), case, false)).unwrap();
    assert_eq!(facts(&at_devon, case), ["The bus was late."]);
    leave(&at_devon);
    // A case that was opened since is nothing older.
    let newer = opened_for(&desk, devon, "Hepzibah Thistlethorne", "Wilf");
    let at_devon = enter(&store, "devon");
    assert!(at_devon.has_snapshot());
    let ids: Vec<CaseId> = at_devon
        .cases(&CaseFilter::default())
        .iter()
        .map(|line| line.id)
        .collect();
    assert!(ids.contains(&newer) && ids.contains(&case));
}

#[test]
fn lei_29_an_erasure_takes_everybody_s_snapshot_away() {
    let (store, desk, _) = service(ProfileId::Leicester);
    join(&desk, "Devon Hibbert", Role::Officer);
    let case = own_case(&desk, "Samina Latif");
    leave(&enter(&store, "devon"));
    leave(&desk);
    let desk = enter(&store, "morag");
    run(desk.erase_identity(now(5), case)).unwrap();
    assert_eq!(snapshots(&store), Vec::<Vec<u8>>::new());
    desk.lock();
    let desk = enter(&store, "morag");
    run(desk.take_out(case)).unwrap();
    assert!(desk.faults().is_empty() && desk.find(&Search::typed("samina"), 5).count == 0);
}

/// What a search finds by, as it is stored for somebody.
fn search_of(store: &AnyStore, name: &str) -> String {
    let (vault, root) = root_of(store, name);
    stored_search(store, (vault, &root)).unwrap()
}

#[test]
fn sps_15_the_words_of_a_case_go_from_the_stored_search_with_its_keys() {
    let (store, desk, _) = service(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let case = opened_for(&desk, devon, "Marmaduke Stibbs-Pomeroy", "Zain");
    opened_for(&desk, devon, "Samina Latif", "Hamza");
    let at_devon = enter(&store, "devon");
    run(at_devon.answer_before_opening(now(4), case, false)).unwrap();
    let user = party(&at_devon, case).id;
    run(at_devon.record_contact(now(5), case, contact(user, "The omnibus was late."))).unwrap();
    leave(&at_devon);
    let at_devon = enter(&store, "devon");
    assert!(run(at_devon.load_search()).unwrap());
    let traces = ["pomeroy", "zain", "omnibus", &case.to_string()];
    let before = search_of(&store, "devon");
    assert!(traces.iter().all(|trace| before.contains(trace)) && before.contains("samina"));

    run(at_devon.declare(now(6), devon, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    assert!(run(at_devon.keep_snapshot(|| std::future::ready(()))).unwrap());
    let after = search_of(&store, "devon");
    for trace in traces {
        assert!(!after.contains(trace), "{trace}");
    }
    assert!(after.contains("samina"));
}

#[test]
fn sps_15_an_index_that_is_half_made_when_a_case_goes_keeps_nothing_of_it() {
    let (store, desk, _) = service(ProfileId::Sps);
    join(&desk, "Greta Holm", Role::Manager);
    let mut cases = [(); 2].map(|()| own_case(&desk, "Marmaduke Stibbs-Pomeroy"));
    cases.sort();
    assert!(desk.prepare_search(1), "the first of the two is in the index");
    run(desk.answer_before_opening(now(4), cases[0], true)).unwrap();
    while desk.prepare_search(1) {}
    assert!(run(desk.keep_snapshot(|| std::future::ready(()))).unwrap());
    let stored = search_of(&store, "morag");
    assert!(stored.contains(&cases[1].to_string()) && !stored.contains(&cases[0].to_string()));
}

#[test]
fn lei_29_the_words_of_what_was_erased_go_from_the_stored_search() {
    let (store, desk, _) = service(ProfileId::Leicester);
    let case = own_case(&desk, "Samina Latif");
    leave(&desk);
    let desk = enter(&store, "morag");
    assert!(run(desk.load_search()).unwrap());
    assert!(search_of(&store, "morag").contains("samina"));
    run(desk.erase_identity(now(5), case)).unwrap();
    assert!(run(desk.keep_snapshot(|| std::future::ready(()))).unwrap());
    let stored = search_of(&store, "morag");
    for trace in ["samina", "zain", "960011"] {
        assert!(!stored.contains(trace), "{trace}");
    }
    assert!(stored.contains(&case.to_string()));
}

#[test]
fn a_damaged_part_or_one_of_an_older_snapshot_is_not_believed() {
    let (store, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    leave(&desk);
    let rows = run(store.read_all(Table::Snap)).unwrap();
    for row in &rows {
        let mut value = row.value.clone();
        *value.last_mut().unwrap() ^= 1;
        let (table, key) = (Table::Snap, row.key.clone());
        run(store.commit(vec![Write::Put { table, key, value }])).unwrap();
        let desk = enter(&store, "morag");
        let is_index = row.key[16] == 1;
        assert_eq!(desk.has_snapshot(), is_index);
        assert_eq!(desk.cases(&CaseFilter::default()).len(), 1);
        assert!(desk.faults().is_empty());
        // An index that does not open is made again next time.
        if is_index {
            assert!(!run(desk.load_search()).unwrap());
            assert!(!enter(&store, "morag").has_snapshot());
        }
        let put = |row: &evenhand_store::Row| Write::Put {
            table: Table::Snap,
            key: row.key.clone(),
            value: row.value.clone(),
        };
        run(store.commit(rows.iter().map(put).collect())).unwrap();
    }
    let desk = enter(&store, "morag");
    for _ in 0..70 {
        run(desk.note_backup(now(5))).unwrap();
    }
    assert!(run(desk.load_search()).unwrap());
    assert!(run(desk.keep_snapshot(|| std::future::ready(()))).unwrap());
    assert_eq!(facts(&desk, case), Vec::<String>::new());
    desk.lock();
    let newer = run(store.read_all(Table::Snap)).unwrap();
    for (old, new) in rows.iter().zip(&newer).filter(|(row, _)| row.key[16] == 0) {
        let put = |row: &evenhand_store::Row| Write::Put {
            table: Table::Snap,
            key: row.key.clone(),
            value: row.value.clone(),
        };
        run(store.commit(vec![put(old)])).unwrap();
        assert!(
            !enter(&store, "morag").has_snapshot(),
            "parts of two snapshots were mixed"
        );
        run(store.commit(vec![put(new)])).unwrap();
    }
}

#[test]
fn rows_of_the_log_that_are_gone_are_noticed() {
    let (store, desk, _) = service(ProfileId::Sps);
    own_case(&desk, "Samina Latif");
    leave(&desk);
    let desk = enter(&store, "morag");
    run(desk.note_backup(now(5))).unwrap();
    run(desk.note_backup(now(6))).unwrap();
    desk.lock();
    let newest: Vec<Vec<u8>> = run(store.read_keys(Table::Log, &[]))
        .unwrap()
        .into_iter()
        .rev()
        .take(3)
        .collect();
    let faults = |gone: &[Vec<u8>]| {
        let copy = AnyStore::memory();
        run(store.copy_into(&copy)).unwrap();
        let table = Table::Log;
        run(copy.commit(
            gone.iter()
                .map(|key| Write::Delete {
                    table,
                    key: key.clone(),
                })
                .collect(),
        ))
        .unwrap();
        enter(&copy, "morag").faults()
    };
    assert_eq!(faults(&[]), []);
    assert_eq!(faults(&newest[..1]), [Fault::NewestMissing]);
    assert_eq!(faults(&newest[1..2]), [Fault::EntriesMissing]);
    assert_eq!(faults(&newest), [Fault::NewestMissing]);
}

#[test]
fn a_save_between_the_parts_or_a_failing_disk_leaves_no_half_snapshot() {
    let memory = MemoryStore::new();
    let store = AnyStore::Memory(memory.clone());
    let (made, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    while desk.prepare_search(100) {}
    let user = party(&desk, case).id;
    let parts = Cell::new(0);
    let kept = run(desk.keep_snapshot(|| async {
        parts.set(parts.get() + 1);
        if parts.get() == 5 {
            desk.record_contact(now(4), case, contact(user, "The bus was late."))
                .await
                .unwrap();
        }
    }));
    assert_eq!(kept, Ok(false));
    assert_eq!(snapshots(&made), Vec::<Vec<u8>>::new());
    desk.lock();
    run(made.copy_into(&store)).unwrap();

    let desk = enter(&store, "morag");
    while desk.prepare_search(100) {}
    memory.fail_next_commit(CommitError::Full);
    assert!(run(desk.keep_snapshot(|| std::future::ready(()))).is_err());
    assert!(desk.owes_snapshot() && snapshots(&store).is_empty());
    leave(&desk);
    assert_eq!(facts(&enter(&store, "morag"), case), ["The bus was late."]);
}

#[test]
fn sps_15_a_wall_that_goes_up_between_the_parts_leaves_no_snapshot_whatever_else_was_saved() {
    let (store, desk, _) = service(ProfileId::Sps);
    join(&desk, "Greta Holm", Role::Manager);
    let case = own_case(&desk, "Samina Latif");
    while desk.prepare_search(100) {}
    let file = desk.case(case).unwrap();
    let entries = file.front_entries.len() + file.entries.len();
    let parts = Cell::new(0);
    let kept = run(desk.keep_snapshot(|| async {
        parts.set(parts.get() + 1);
        if parts.get() == 5 {
            desk.answer_before_opening(now(4), case, true).await.unwrap();
            // As much comes elsewhere as went with the case: of each entry it was counted where it lies, in twenty bytes.
            for _ in 0..20 * entries {
                desk.note_backup(now(5)).await.unwrap();
            }
        }
    }));
    assert_eq!((kept, snapshots(&store)), (Ok(false), vec![]));
}

#[test]
fn an_entry_that_its_author_did_not_sign_is_noticed_and_not_read() {
    let (store, desk, _) = service(ProfileId::Sps);
    own_case(&desk, "Samina Latif");
    leave(&desk);
    let desk = enter(&store, "morag");
    run(desk.note_backup(now(5))).unwrap();
    desk.lock();
    // Everybody in the service can seal a row of the log, in anybody's name.
    let (vault, root) = root_of(&store, "morag");
    let newest = run(store.read_all(Table::Log)).unwrap().pop().unwrap();
    let row = RowId::new(newest.key.as_slice().try_into().unwrap());
    let ring = root.ring(vault);
    let keys = run(store.read_prefix(Table::Grants, &ring.mark())).unwrap();
    let seals = keys
        .iter()
        .map(|row| ring.open(&row.key, &row.value).unwrap().key.log_seal());
    let (seal, mut operations) = seals
        .filter_map(|seal| {
            open_segment(&seal, vault, row, &newest.value)
                .ok()
                .map(|opened| (seal, opened))
        })
        .next()
        .unwrap();
    let header = &mut operations[0].header;
    assert_eq!(header[36..38], [0x58, 64], "a string of 64 bytes: the signature");
    header[40] ^= 1;
    let parts: Vec<_> = operations
        .iter()
        .map(|one| (one.header.as_slice(), one.body.as_deref()))
        .collect();
    let value = seal_segment(&seal, vault, row, &parts).unwrap();
    let (table, key) = (Table::Log, newest.key);
    run(store.commit(vec![Write::Put { table, key, value }])).unwrap();
    let desk = enter(&store, "morag");
    assert!(desk.faults().contains(&Fault::EntriesDamaged), "{:?}", desk.faults());
    assert!(!desk.has_snapshot() && desk.team().last_backup.is_none());
    assert_eq!(desk.cases(&CaseFilter::default()).len(), 1);
}
