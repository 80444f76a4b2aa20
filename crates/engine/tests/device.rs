//! Set up, unlock, recover, back up and restore, on the memory store.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod calder_vale;

use calder_vale::{contact, enter, join, now, own_case, party, run, service, sign_in};
use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::Role;
use evenhand_engine::backup::restore::{Held, Pieces, RestoreError, restore_with};
use evenhand_engine::change::SaveError;
use evenhand_engine::desk::{Desk, Fault};
use evenhand_engine::device::load::LoadError;
use evenhand_engine::device::recover::{RecoverError, recover};
use evenhand_engine::device::set_up::{SetUp, SetUpError, set_up_with};
use evenhand_engine::device::unlock::{UnlockError, unlock};
use evenhand_engine::device::{DeviceState, look};
use evenhand_engine::people::person::SignIn;
use evenhand_engine::{AnyStore, KdfParams, RecoveryCode, Strength};
use evenhand_store::{CommitError, MemoryStore, PowerLoss, Table, Write};

#[test]
fn a_service_is_set_up_locked_and_unlocked() {
    let (store, desk, _) = service(ProfileId::Leicester);
    assert_eq!(run(look(&store)), Ok(DeviceState::Locked));
    desk.lock();
    assert!(desk.me().is_err());
    let desk = enter(&store, "morag");
    assert_eq!(desk.me().unwrap().name, "Morag Beaton");
    assert_eq!(desk.team().name, "Calder Vale SENDIASS");
    assert_eq!(desk.policy().copied().id, ProfileId::Leicester);
    assert_eq!(desk.faults(), []);
}

#[test]
fn a_service_is_set_up_where_an_attempt_to_restore_was_broken_off() {
    let store = AnyStore::memory();
    let left = Write::Put {
        table: Table::Log,
        key: vec![7; 16],
        value: vec![7; 300],
    };
    run(store.commit(vec![left])).unwrap();
    let asked = SetUp {
        profile: ProfileId::Sps,
        service_name: "Calder Vale SENDIASS".into(),
        manager_name: "Morag Beaton".into(),
        sign_in: sign_in("morag"),
    };
    run(set_up_with(
        &store,
        now(0),
        asked,
        &RecoveryCode::make(),
        KdfParams::floor(),
    ))
    .unwrap();
    assert_eq!(run(store.read(Table::Log, &[7; 16])).unwrap(), None);
    assert_eq!(enter(&store, "morag").faults(), []);
}

#[test]
fn a_second_set_up_and_a_weak_passphrase_are_refused() {
    let (store, ..) = service(ProfileId::Sps);
    let asked = |passphrase: &str| SetUp {
        profile: ProfileId::Sps,
        service_name: "Other".into(),
        manager_name: "Other".into(),
        sign_in: SignIn {
            name: "other".into(),
            passphrase: passphrase.into(),
        },
    };
    let code = RecoveryCode::make();
    let again = run(set_up_with(
        &store,
        now(0),
        asked("otter lamp river cloud"),
        &code,
        KdfParams::floor(),
    ));
    assert_eq!(again.err(), Some(SetUpError::NotEmpty));
    let weak = run(set_up_with(
        &AnyStore::memory(),
        now(0),
        asked("short"),
        &code,
        KdfParams::floor(),
    ));
    assert_eq!(weak.err(), Some(SetUpError::PassphraseWeak(Strength::TooShort)));
}

#[test]
fn a_passphrase_pasted_with_spaces_opens_and_a_wrong_one_waits_longer_each_time() {
    let (store, ..) = service(ProfileId::Sps);
    let pasted = SignIn {
        name: "  Morag ".into(),
        passphrase: "  morag otter  lamp river cloud seven\n".into(),
    };
    assert!(run(unlock(&store, now(1), pasted)).is_ok());
    let wrong = || SignIn {
        name: "morag".into(),
        passphrase: "not this one at all".into(),
    };
    let mut waits = Vec::new();
    for _ in 0..3 {
        match run(unlock(&store, now(1), wrong())).err() {
            Some(UnlockError::Wrong { wait_seconds }) => waits.push(wait_seconds),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(waits, [0, 0, 5]);
    // The right one waits as well, and nothing is wiped.
    assert_eq!(
        run(unlock(&store, now(1), sign_in("morag"))).err(),
        Some(UnlockError::Wait { wait_seconds: 5 })
    );
    assert!(run(unlock(&store, now(2), sign_in("morag"))).is_ok());
}

#[test]
fn the_recovery_code_sets_a_new_passphrase_and_the_old_one_is_gone() {
    let (store, _, code) = service(ProfileId::Sps);
    let new = || SignIn {
        name: "beaton".into(),
        passphrase: "quite another phrase here".into(),
    };
    let typed = code.printed().to_lowercase().replace('-', " ");
    let desk = run(recover(&store, now(1), &typed, new())).unwrap();
    assert_eq!(desk.me().unwrap().name, "Morag Beaton");
    assert!(matches!(
        run(unlock(&store, now(2), sign_in("morag"))),
        Err(UnlockError::Wrong { .. })
    ));
    assert!(run(unlock(&store, now(2), new())).is_ok());
    let other = RecoveryCode::make();
    let refused = run(recover(&store, now(3), &other.printed(), new()));
    assert_eq!(refused.err(), Some(RecoverError::OpensNothing));
}

#[test]
fn a_passphrase_and_a_recovery_code_are_changed() {
    let (store, desk, old) = service(ProfileId::Sps);
    let new = || SignIn {
        name: "morag".into(),
        passphrase: "quite another phrase here".into(),
    };
    assert!(
        run(desk.change_passphrase(now(1), new(), new())).is_err(),
        "the present one is asked for"
    );
    run(desk.change_passphrase(now(1), sign_in("morag"), new())).unwrap();
    assert!(run(unlock(&store, now(2), sign_in("morag"))).is_err());
    let desk = run(unlock(&store, now(2), new())).unwrap();
    let code = RecoveryCode::make();
    run(desk.change_recovery_code(now(3), new(), &code)).unwrap();
    assert_eq!(
        run(recover(&store, now(4), &old.printed(), new())).err(),
        Some(RecoverError::OpensNothing)
    );
    assert!(run(recover(&store, now(4), &code.printed(), new())).is_ok());
}

/// A file to which something happens after so many of its pieces.
struct Broken<'a>(Held<'a>, usize, Box<dyn Fn() -> Result<(), RestoreError>>);

impl Pieces for Broken<'_> {
    fn length(&self) -> u64 {
        self.0.length()
    }

    async fn next(&mut self) -> Result<Option<Vec<u8>>, RestoreError> {
        if self.1 == 0 {
            (self.2)()?;
        }
        self.1 = self.1.wrapping_sub(1);
        self.0.next().await
    }
}

fn restore(store: &AnyStore, file: impl Pieces, code: &RecoveryCode) -> Result<Desk, RestoreError> {
    let floor = KdfParams::floor();
    run(restore_with(store, now(6), file, &code.printed(), sign_in("m"), floor))
}

#[test]
fn a_backup_that_breaks_off_leaves_an_empty_device_on_which_the_next_attempt_succeeds() {
    let (_, desk, code) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    for number in 0..3 {
        let content = vec![number; 2_500_000];
        run(desk.attach(now(3), case, "letter.pdf", "", &content)).unwrap();
    }
    let file = run(desk.make_backup()).unwrap();
    let memory = MemoryStore::new();
    let elsewhere = AnyStore::Memory(memory.clone());
    let nothing_is_there = || {
        assert_eq!(run(look(&elsewhere)), Ok(DeviceState::Empty));
        for table in Table::ALL {
            assert_eq!(run(elsewhere.count(table)).unwrap(), 0, "{table:?}");
        }
    };
    // The stick is pulled out when some rows are stored already.
    let broken = Broken(Held::new(&file), 100, Box::new(|| Err(RestoreError::Unreadable)));
    let restored = restore(&elsewhere, broken, &code);
    assert_eq!(restored.err(), Some(RestoreError::Unreadable));
    nothing_is_there();
    // Another file is put in its place, or its last piece is damaged.
    let mut damaged = file.clone();
    *damaged.last_mut().unwrap() ^= 1;
    let restored = restore(&elsewhere, Held::new(&damaged), &code);
    assert!(matches!(restored.err(), Some(RestoreError::NotABackup(_))));
    nothing_is_there();
    // The power fails after the first rows: nothing can be taken away any more, and the next attempt does.
    let plug = memory.clone();
    let pull = move || {
        plug.lose_power_in_next_commit(PowerLoss::BeforeSafe);
        Ok(())
    };
    let broken = Broken(Held::new(&file), 100, Box::new(pull));
    let restored = restore(&elsewhere, broken, &code);
    assert_eq!(restored.err(), Some(RestoreError::Save(SaveError::Gone)));
    let elsewhere = AnyStore::Memory(memory.reopen());
    assert_eq!(run(look(&elsewhere)), Ok(DeviceState::Empty));
    assert!(run(elsewhere.count(Table::Keys)).unwrap() > 0, "rows were left behind");
    let back = restore(&elsewhere, Held::new(&file), &code).unwrap();
    assert_eq!(back.case(case).unwrap().story.unwrap().attachments.len(), 3);
}

#[test]
fn a_backup_that_is_stored_and_cannot_be_opened_says_that_the_new_passphrase_unlocks_it() {
    let (_, desk, code) = service(ProfileId::Sps);
    let file = run(desk.make_backup()).unwrap();
    // One commit empties the device, and one stores the rows.
    for passing in [2, 4] {
        let memory = MemoryStore::new();
        let elsewhere = AnyStore::Memory(memory.clone());
        memory.fail_commit_after(passing, CommitError::Full);
        let floor = KdfParams::floor();
        let restored = run(restore_with(
            &elsewhere,
            now(6),
            Held::new(&file),
            &code.printed(),
            sign_in("m"),
            floor,
        ));
        assert_eq!(
            restored.err(),
            Some(RestoreError::NotOpened(LoadError::Save(SaveError::Full)))
        );
        memory.fail_no_commit();
        assert_eq!(enter(&elsewhere, "m").me().unwrap().name, "Morag Beaton");
    }
}

#[test]
fn a_backup_restores_on_an_empty_browser_as_a_new_log() {
    let (store, desk, code) = service(ProfileId::Sps);
    join(&desk, "Priya Nair", Role::Officer);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    run(desk.record_contact(now(4), case, contact(user, "The letter came on Friday."))).unwrap();
    let file = run(desk.make_backup()).unwrap();
    run(desk.note_backup(now(5))).unwrap();
    assert!(desk.team().last_backup.is_some());

    let elsewhere = AnyStore::memory();
    let wrong = run(restore_with(
        &elsewhere,
        now(6),
        Held::new(&file),
        &RecoveryCode::make().printed(),
        sign_in("m"),
        KdfParams::floor(),
    ));
    assert_eq!(wrong.err(), Some(RestoreError::OpensNothing));
    let new = || SignIn {
        name: "morag2".into(),
        passphrase: "a new phrase on a new device".into(),
    };
    let back = run(restore_with(
        &elsewhere,
        now(6),
        Held::new(&file),
        &code.printed(),
        new(),
        KdfParams::floor(),
    ))
    .unwrap();
    let file_back = back.case(case).unwrap();
    assert_eq!(
        file_back.story.unwrap().contacts[0].now.facts,
        "The letter came on Friday."
    );
    assert_eq!(back.team().current().len(), 2);
    assert_eq!(
        back.team().logs.len(),
        3,
        "the manager's log on the new device is a new log"
    );
    // It goes on being written, and opens again whole.
    run(back.record_contact(now(7), case, contact(user, "And again."))).unwrap();
    let again = run(unlock(&elsewhere, now(8), new())).unwrap();
    assert_eq!(again.case(case).unwrap().story.unwrap().contacts.len(), 2);
    assert_eq!(again.faults(), []);
    // No passphrase leaves with a backup: the colleague's does not open the restored device.
    assert!(run(unlock(&elsewhere, now(9), sign_in("priya"))).is_err());
    let twice = run(restore_with(
        &store,
        now(9),
        Held::new(&file),
        &code.printed(),
        new(),
        KdfParams::floor(),
    ));
    assert_eq!(twice.err(), Some(RestoreError::NotEmpty));
    assert!(matches!(
        run(restore_with(
            &AnyStore::memory(),
            now(9),
            Held::new(&file[..file.len() - 9]),
            &code.printed(),
            new(),
            KdfParams::floor()
        )),
        Err(RestoreError::NotABackup(_))
    ));
}

#[test]
fn what_was_not_committed_was_not_saved_and_can_be_saved_again() {
    let (store, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let AnyStore::Memory(memory) = &store;
    memory.fail_next_commit(CommitError::Full);
    let failed = run(desk.record_contact(now(4), case, contact(user, "Lost?")));
    assert!(matches!(
        failed,
        Err(evenhand_engine::case::record::RecordError::Save(SaveError::Full))
    ));
    assert_eq!(desk.case(case).unwrap().story.unwrap().contacts.len(), 0);
    run(desk.record_contact(now(5), case, contact(user, "Not lost."))).unwrap();
    let desk = enter(&store, "morag");
    assert_eq!(desk.case(case).unwrap().story.unwrap().contacts.len(), 1);
    assert_eq!(desk.faults(), []);
}

#[test]
fn an_older_copy_put_back_is_noticed() {
    let (store, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let before: Vec<Vec<u8>> = run(store.read_all(Table::Log))
        .unwrap()
        .into_iter()
        .map(|row| row.key)
        .collect();
    let user = party(&desk, case).id;
    run(desk.record_contact(now(4), case, contact(user, "Newest."))).unwrap();
    let newest = run(store.read_all(Table::Log))
        .unwrap()
        .into_iter()
        .find(|row| !before.contains(&row.key))
        .unwrap();
    run(store.commit(vec![Write::Delete {
        table: Table::Log,
        key: newest.key,
    }]))
    .unwrap();
    assert_eq!(enter(&store, "morag").faults(), [Fault::NewestMissing]);
}

#[test]
fn a_damaged_entry_is_said_and_the_rest_still_opens() {
    let (store, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let before: Vec<Vec<u8>> = run(store.read_all(Table::Log))
        .unwrap()
        .into_iter()
        .map(|row| row.key)
        .collect();
    run(desk.record_contact(now(4), case, contact(user, "Damaged."))).unwrap();
    let mut row = run(store.read_all(Table::Log))
        .unwrap()
        .into_iter()
        .find(|row| !before.contains(&row.key))
        .unwrap();
    let last = row.value.len() - 1;
    row.value[last] ^= 1;
    run(store.commit(vec![Write::Put {
        table: Table::Log,
        key: row.key,
        value: row.value,
    }]))
    .unwrap();
    let desk = enter(&store, "morag");
    assert!(desk.faults().contains(&Fault::EntriesDamaged));
    assert!(desk.case(case).is_ok());
}

#[test]
fn a_clock_set_back_loses_nothing_and_is_said() {
    let (store, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    run(desk.record_contact(now(600), case, contact(user, "Later."))).unwrap();
    let desk = run(unlock(&store, now(5), sign_in("morag"))).unwrap();
    assert!(desk.faults().contains(&Fault::ClockSetBack));
    run(desk.record_contact(now(6), case, contact(user, "After the clock went back."))).unwrap();
    let desk = run(unlock(&store, now(700), sign_in("morag"))).unwrap();
    let facts: Vec<String> = desk
        .case(case)
        .unwrap()
        .story
        .unwrap()
        .contacts
        .iter()
        .map(|kept| kept.now.facts.clone())
        .collect();
    assert_eq!(facts, ["Later.", "After the clock went back."]);
}

#[test]
fn a_half_written_note_survives_a_lock_and_is_nobody_elses() {
    let (store, desk, _) = service(ProfileId::Sps);
    join(&desk, "Priya Nair", Role::Officer);
    run(desk.keep_draft("case/1", "half a sent")).unwrap();
    desk.lock();
    assert_eq!(run(enter(&store, "priya").draft("case/1")), Ok(None));
    let desk = enter(&store, "morag");
    assert_eq!(run(desk.draft("case/1")), Ok(Some("half a sent".into())));
    run(desk.drop_draft("case/1")).unwrap();
    assert_eq!(run(desk.draft("case/1")), Ok(None));
}

#[test]
fn a_clock_set_back_locks_nobody_out_and_the_recovery_code_waits_for_nothing() {
    let (store, _, code) = service(ProfileId::Sps);
    let wrong = |minutes| {
        let sign_in = SignIn {
            name: "morag".into(),
            passphrase: "not this one at all".into(),
        };
        run(unlock(&store, now(minutes), sign_in)).err()
    };
    for _ in 0..4 {
        wrong(60 * 24 * 365);
    }
    // The clock was a year fast. Set right, the wait of five seconds is counted from now on, once.
    let waits = Some(UnlockError::Wait { wait_seconds: 5 });
    assert_eq!(run(unlock(&store, now(10), sign_in("morag"))).err(), waits);
    assert!(run(unlock(&store, now(11), sign_in("morag"))).is_ok());

    for _ in 0..9 {
        wrong(12);
    }
    let new = SignIn {
        name: "morag".into(),
        passphrase: "another otter lamp river cloud".into(),
    };
    let printed = code.printed();
    run(recover(&store, now(12), &printed, new)).unwrap().lock();
    let again = SignIn {
        name: "morag".into(),
        passphrase: "another otter lamp river cloud".into(),
    };
    assert!(run(unlock(&store, now(12), again)).is_ok());
}
