use super::{MemoryStore, PowerLoss};
use crate::{CommitError, ReadError, Table, Write};

fn put(key: &[u8], value: &[u8]) -> Write {
    Write::Put {
        table: Table::Log,
        key: key.to_vec(),
        value: value.to_vec(),
    }
}

#[test]
fn a_planned_failure_strikes_once_and_writes_nothing() {
    let store = MemoryStore::new();
    store.fail_next_commit(CommitError::Full);
    assert_eq!(store.commit(vec![put(b"k", b"v")]), Err(CommitError::Full));
    assert_eq!(store.rows(), []);
    assert_eq!(store.clone().commit(vec![put(b"k", b"v")]), Ok(()));
    assert_eq!(store.rows().len(), 1);
}

#[test]
fn a_planned_failure_waits_for_a_commit_that_writes() {
    let store = MemoryStore::new();
    store.fail_next_commit(CommitError::Full);
    assert_eq!(store.commit(Vec::new()), Ok(()));
    assert_eq!(store.erase_everything(), Err(CommitError::Full));
}

#[test]
fn losing_power_leaves_all_or_nothing() {
    for (when, survivors) in [(PowerLoss::BeforeSafe, 1), (PowerLoss::AfterSafe, 3)] {
        let store = MemoryStore::new();
        store.commit(vec![put(b"old", b"v")]).unwrap();
        store.lose_power_in_next_commit(when);
        assert_eq!(
            store.commit(vec![put(b"a", b"v"), put(b"b", b"v")]),
            Err(CommitError::Gone)
        );
        assert_eq!(store.read(Table::Log, b"old"), Err(ReadError::Gone));
        assert_eq!(store.commit(Vec::new()), Err(CommitError::Gone));
        assert_eq!(store.rows().len(), survivors);
        let again = store.reopen();
        assert_eq!(again.read_prefix(Table::Log, b"").unwrap().len(), survivors);
        assert_eq!(again.commit(vec![put(b"c", b"v")]), Ok(()));
    }
}

#[test]
fn every_clone_is_gone_after_a_deletion_underneath() {
    let store = MemoryStore::new();
    let clone = store.clone();
    store.delete_underneath();
    assert_eq!(clone.read(Table::Meta, b""), Err(ReadError::Gone));
    assert_eq!(clone.erase_everything(), Err(CommitError::Gone));
    assert_eq!(clone.reopen().read(Table::Meta, b""), Ok(None));
}

#[test]
fn rows_come_table_by_table_in_key_order() {
    let store = MemoryStore::new();
    let late = Write::Put {
        table: Table::Inbox,
        key: vec![0],
        value: vec![],
    };
    store.commit(vec![late, put(b"b", b"2"), put(b"a", b"1")]).unwrap();
    let order: Vec<_> = store.rows().into_iter().map(|(table, row)| (table, row.key)).collect();
    assert_eq!(
        order,
        [
            (Table::Log, b"a".to_vec()),
            (Table::Log, b"b".to_vec()),
            (Table::Inbox, vec![0])
        ]
    );
}
