//! What every store must do. The same tests run on the memory store natively and on IndexedDB in a browser.

use std::{collections::BTreeMap, error::Error};

use evenhand_store::{AnyStore, CommitError, OpenError, ReadError, Row, Table, Write};

/// How a test of the contract ends.
pub(crate) type Outcome = Result<(), Box<dyn Error>>;

/// One place that holds a store, empty at the start.
pub(crate) trait Platform {
    /// Opens what this place holds: each time anew, as after a reload.
    async fn open(&self) -> Result<AnyStore, OpenError>;
    /// Deletes it, as another tab or the user may, without asking those who hold it open.
    async fn delete_underneath(&self) -> Outcome;
}

/// Hands the name of every test of the contract to a macro, which makes a test of each.
macro_rules! store_contract_tests {
    ($make:ident) => {
        $make! {
            a_put_is_read_back
            a_later_put_replaces
            a_delete_removes_and_an_absent_row_is_no_error
            the_last_change_to_a_key_counts
            tables_are_apart
            one_commit_spans_every_table
            an_empty_commit_is_fine
            unusual_keys_and_values_are_kept
            a_large_value_comes_back_whole
            rows_come_in_the_order_of_their_key_bytes
            every_prefix_gives_what_begins_with_it
            keys_alone_many_rows_and_the_end_of_a_table_are_read
            a_prefix_is_deleted_and_nothing_besides
            many_rows_come_back
            clones_share_their_rows
            what_was_committed_outlives_the_connection
            a_copy_is_whole_and_its_original_stays
            erasing_leaves_nothing_and_the_store_usable
            a_long_history_equals_a_plain_map
            a_store_deleted_underneath_is_gone
            after_a_deletion_a_new_store_is_empty
        }
    };
}
pub(crate) use store_contract_tests;

fn put(table: Table, key: impl Into<Vec<u8>>, value: impl Into<Vec<u8>>) -> Write {
    Write::Put {
        table,
        key: key.into(),
        value: value.into(),
    }
}

fn delete(table: Table, key: impl Into<Vec<u8>>) -> Write {
    Write::Delete { table, key: key.into() }
}

fn row(key: impl Into<Vec<u8>>, value: impl Into<Vec<u8>>) -> Row {
    Row {
        key: key.into(),
        value: value.into(),
    }
}

/// Every key of at most three of these bytes, the empty one first. They are the awkward ones: the ends of the range, and the last
/// byte but one, whose successor has no successor.
fn awkward_keys() -> Vec<Vec<u8>> {
    let mut keys = vec![Vec::new()];
    let mut longest = keys.clone();
    for _ in 0..3 {
        longest = longest
            .iter()
            .flat_map(|key: &Vec<u8>| [0x00, 0x7f, 0xfe, 0xff].map(|byte| [key.as_slice(), &[byte]].concat()))
            .collect();
        keys.extend(longest.iter().cloned());
    }
    keys
}

pub(crate) async fn a_put_is_read_back(platform: &impl Platform) -> Outcome {
    let store = platform.open().await?;
    assert_eq!(store.read(Table::Meta, b"k").await?, None);
    store.commit(vec![put(Table::Meta, b"k", b"v")]).await?;
    assert_eq!(store.read(Table::Meta, b"k").await?, Some(b"v".to_vec()));
    Ok(())
}

pub(crate) async fn a_later_put_replaces(platform: &impl Platform) -> Outcome {
    let store = platform.open().await?;
    store.commit(vec![put(Table::Snap, b"k", b"a longer value")]).await?;
    store.commit(vec![put(Table::Snap, b"k", b"v")]).await?;
    assert_eq!(store.read_all(Table::Snap).await?, [row(b"k", b"v")]);
    Ok(())
}

pub(crate) async fn a_delete_removes_and_an_absent_row_is_no_error(platform: &impl Platform) -> Outcome {
    let store = platform.open().await?;
    store
        .commit(vec![put(Table::Draft, b"a", b"1"), put(Table::Draft, b"b", b"2")])
        .await?;
    store
        .commit(vec![delete(Table::Draft, b"a"), delete(Table::Draft, b"never was")])
        .await?;
    assert_eq!(store.read_all(Table::Draft).await?, [row(b"b", b"2")]);
    Ok(())
}

pub(crate) async fn the_last_change_to_a_key_counts(platform: &impl Platform) -> Outcome {
    let store = platform.open().await?;
    store
        .commit(vec![
            put(Table::Log, b"kept", b"1"),
            put(Table::Log, b"removed", b"1"),
            delete(Table::Log, b"kept"),
            delete(Table::Log, b"removed"),
            put(Table::Log, b"kept", b"2"),
        ])
        .await?;
    assert_eq!(store.read_all(Table::Log).await?, [row(b"kept", b"2")]);
    Ok(())
}

pub(crate) async fn tables_are_apart(platform: &impl Platform) -> Outcome {
    let store = platform.open().await?;
    store
        .commit(vec![
            put(Table::Keys, b"k", b"keys"),
            put(Table::Grants, b"k", b"grants"),
        ])
        .await?;
    store.commit(vec![delete(Table::Keys, b"k")]).await?;
    assert_eq!(store.read(Table::Keys, b"k").await?, None);
    assert_eq!(store.read(Table::Grants, b"k").await?, Some(b"grants".to_vec()));
    Ok(())
}

pub(crate) async fn one_commit_spans_every_table(platform: &impl Platform) -> Outcome {
    let store = platform.open().await?;
    // Backwards and interleaved, since the order of the writes is the caller's and not the tables'.
    let writes = Table::ALL.iter().rev().chain(&Table::ALL).enumerate();
    store
        .commit(
            writes
                .map(|(at, table)| put(*table, [at as u8], table.name()))
                .collect(),
        )
        .await?;
    for table in Table::ALL {
        let values: Vec<_> = store.read_all(table).await?.into_iter().map(|row| row.value).collect();
        assert_eq!(values, [table.name().as_bytes(), table.name().as_bytes()], "{table:?}");
    }
    Ok(())
}

pub(crate) async fn an_empty_commit_is_fine(platform: &impl Platform) -> Outcome {
    let store = platform.open().await?;
    store.commit(Vec::new()).await?;
    for table in Table::ALL {
        assert_eq!(store.read_all(table).await?, []);
    }
    Ok(())
}

pub(crate) async fn unusual_keys_and_values_are_kept(platform: &impl Platform) -> Outcome {
    let store = platform.open().await?;
    let every_byte: Vec<u8> = (0..=u8::MAX).collect();
    let unusual = [
        vec![],
        vec![0],
        vec![0, 0],
        vec![0xff; 64],
        every_byte.clone(),
        vec![7; 4096],
        "Zoë 학교".into(),
    ];
    for key in &unusual {
        for value in [vec![], vec![0], every_byte.clone()] {
            store.commit(vec![put(Table::Blob, key.clone(), value.clone())]).await?;
            assert_eq!(store.read(Table::Blob, key).await?, Some(value));
        }
    }
    assert_eq!(store.read_all(Table::Blob).await?.len(), unusual.len());
    Ok(())
}

pub(crate) async fn a_large_value_comes_back_whole(platform: &impl Platform) -> Outcome {
    let store = platform.open().await?;
    let large: Vec<u8> = (0..1_u32 << 20)
        .map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    store.commit(vec![put(Table::Blob, b"large", large.clone())]).await?;
    // Not `assert_eq!`: nobody wants to see a million numbers.
    assert!(platform.open().await?.read(Table::Blob, b"large").await?.as_ref() == Some(&large));
    Ok(())
}

pub(crate) async fn rows_come_in_the_order_of_their_key_bytes(platform: &impl Platform) -> Outcome {
    let store = platform.open().await?;
    let mut keys = awkward_keys();
    store
        .commit(
            keys.iter()
                .rev()
                .map(|key| put(Table::Inbox, key.clone(), key.clone()))
                .collect(),
        )
        .await?;
    keys.sort();
    let expected: Vec<_> = keys.into_iter().map(|key| row(key.clone(), key)).collect();
    assert_eq!(store.read_all(Table::Inbox).await?, expected);
    Ok(())
}

pub(crate) async fn every_prefix_gives_what_begins_with_it(platform: &impl Platform) -> Outcome {
    let store = platform.open().await?;
    let keys = awkward_keys();
    // Neighbours in the tables before and after must not leak in.
    let writes = keys
        .iter()
        .flat_map(|key| [Table::Grants, Table::Log, Table::Snap].map(|table| put(table, key.clone(), table.name())));
    store.commit(writes.collect()).await?;
    for prefix in &keys {
        let mut expected: Vec<_> = keys
            .iter()
            .filter(|key| key.starts_with(prefix))
            .map(|key| row(key.clone(), "e"))
            .collect();
        expected.sort();
        assert_eq!(store.read_prefix(Table::Log, prefix).await?, expected, "{prefix:?}");
    }
    assert_eq!(store.read_prefix(Table::Log, &[1, 2]).await?, []);
    Ok(())
}

pub(crate) async fn keys_alone_many_rows_and_the_end_of_a_table_are_read(platform: &impl Platform) -> Outcome {
    let store = platform.open().await?;
    let keys = awkward_keys();
    let writes = keys.iter().flat_map(|key| {
        [Table::Log, Table::Snap].map(|table| put(table, key.clone(), [table.name().as_bytes(), key].concat()))
    });
    store.commit(writes.collect()).await?;
    let value = |key: &Vec<u8>| [b"e".as_slice(), key].concat();
    for from in &keys {
        let mut expected: Vec<_> = keys.iter().filter(|key| *key >= from).cloned().collect();
        expected.sort();
        let rows: Vec<_> = expected.iter().map(|key| row(key.clone(), value(key))).collect();
        assert_eq!(store.read_from(Table::Log, from, 1000).await?, rows, "{from:?}");
        let first: Vec<_> = rows.iter().take(3).cloned().collect();
        assert_eq!(store.read_from(Table::Log, from, 3).await?, first, "{from:?}");
        expected.retain(|key| key.starts_with(from));
        assert_eq!(store.read_keys(Table::Log, from).await?, expected, "{from:?}");
    }
    let asked = [vec![0xff, 0xff], vec![1, 2], vec![], vec![0xff, 0xff]];
    let expected = [
        Some(value(&asked[0])),
        None,
        Some(value(&asked[2])),
        Some(value(&asked[0])),
    ];
    assert_eq!(store.read_many(Table::Log, &asked).await?, expected);
    assert_eq!(store.read_many(Table::Log, &[]).await?, []);
    assert_eq!(usize::try_from(store.count(Table::Log).await?)?, keys.len());
    assert_eq!(store.count(Table::Blob).await?, 0);
    Ok(())
}

pub(crate) async fn a_prefix_is_deleted_and_nothing_besides(platform: &impl Platform) -> Outcome {
    let store = platform.open().await?;
    let keys = awkward_keys();
    for prefix in &keys {
        let tables = [Table::Grants, Table::Log, Table::Snap];
        let writes = keys
            .iter()
            .flat_map(|key| tables.map(|table| put(table, key.clone(), table.name())));
        store.commit(writes.collect()).await?;
        let gone = Write::DeletePrefix {
            table: Table::Log,
            prefix: prefix.clone(),
        };
        // Applied in order: what is put after it stays.
        store
            .commit(vec![gone, put(Table::Log, prefix.clone(), "again")])
            .await?;
        let mut expected: Vec<_> = keys.iter().filter(|key| !key.starts_with(prefix)).cloned().collect();
        expected.push(prefix.clone());
        expected.sort();
        assert_eq!(store.read_keys(Table::Log, &[]).await?, expected, "{prefix:?}");
        assert_eq!(store.read_all(Table::Snap).await?.len(), keys.len());
        assert_eq!(store.read_all(Table::Grants).await?.len(), keys.len());
    }
    Ok(())
}

pub(crate) async fn many_rows_come_back(platform: &impl Platform) -> Outcome {
    let store = platform.open().await?;
    let key = |at: u32| at.to_be_bytes();
    store
        .commit((0..5_000).map(|at| put(Table::Log, key(at), [at as u8; 100])).collect())
        .await?;
    let rows = store.read_all(Table::Log).await?;
    assert_eq!(rows.len(), 5_000);
    assert!(
        rows.iter()
            .zip(0..)
            .all(|(row, at)| row.key == key(at) && row.value == [at as u8; 100])
    );
    Ok(())
}

pub(crate) async fn clones_share_their_rows(platform: &impl Platform) -> Outcome {
    let store = platform.open().await?;
    let clone = store.clone();
    store.commit(vec![put(Table::Slots, b"k", b"v")]).await?;
    drop(store);
    assert_eq!(clone.read(Table::Slots, b"k").await?, Some(b"v".to_vec()));
    Ok(())
}

pub(crate) async fn what_was_committed_outlives_the_connection(platform: &impl Platform) -> Outcome {
    let store = platform.open().await?;
    store.commit(vec![put(Table::Meta, b"k", b"v")]).await?;
    drop(store);
    assert_eq!(
        platform.open().await?.read(Table::Meta, b"k").await?,
        Some(b"v".to_vec())
    );
    Ok(())
}

pub(crate) async fn a_copy_is_whole_and_its_original_stays(platform: &impl Platform) -> Outcome {
    let (from, to) = (AnyStore::memory(), platform.open().await?);
    let writes = Table::ALL.map(|table| put(table, table.name(), [7, 0, 255]));
    from.commit(writes.into()).await?;
    from.copy_into(&to).await?;
    for table in Table::ALL {
        let rows = vec![row(table.name(), [7, 0, 255])];
        assert_eq!(to.read_all(table).await?, rows);
        assert_eq!(from.read_all(table).await?, rows);
    }
    Ok(())
}

pub(crate) async fn erasing_leaves_nothing_and_the_store_usable(platform: &impl Platform) -> Outcome {
    let store = platform.open().await?;
    store
        .commit(Table::ALL.map(|table| put(table, b"k", b"v")).into())
        .await?;
    store.erase_everything().await?;
    for table in Table::ALL {
        assert_eq!(store.read_all(table).await?, [], "{table:?}");
    }
    store.commit(vec![put(Table::Meta, b"k", b"new")]).await?;
    assert_eq!(
        platform.open().await?.read(Table::Meta, b"k").await?,
        Some(b"new".to_vec())
    );
    Ok(())
}

pub(crate) async fn a_long_history_equals_a_plain_map(platform: &impl Platform) -> Outcome {
    let mut store = platform.open().await?;
    let mut expected: BTreeMap<(Table, Vec<u8>), Vec<u8>> = BTreeMap::new();
    // A fixed sequence, so that a failure can be had again.
    let mut state = 1_u32;
    let mut below = |end: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) % end
    };
    for step in 0_u8..60 {
        let mut writes = Vec::new();
        for _ in 0..below(8) {
            let table = [Table::Meta, Table::Log, Table::Inbox][below(3) as usize];
            let key = vec![below(4) as u8; below(3) as usize];
            if below(3) == 0 {
                expected.remove(&(table, key.clone()));
                writes.push(delete(table, key));
            } else {
                let value = vec![step; below(50) as usize];
                expected.insert((table, key.clone()), value.clone());
                writes.push(put(table, key, value));
            }
        }
        store.commit(writes).await?;
        if step % 10 == 9 {
            store = platform.open().await?;
            for table in Table::ALL {
                let of_table = expected.iter().filter(|((of, _), _)| *of == table);
                let rows: Vec<_> = of_table
                    .map(|((_, key), value)| row(key.clone(), value.clone()))
                    .collect();
                assert_eq!(store.read_all(table).await?, rows, "{table:?} after step {step}");
            }
        }
    }
    Ok(())
}

pub(crate) async fn a_store_deleted_underneath_is_gone(platform: &impl Platform) -> Outcome {
    let store = platform.open().await?;
    let clone = store.clone();
    store.commit(vec![put(Table::Meta, b"k", b"v")]).await?;
    platform.delete_underneath().await?;
    assert_eq!(store.read(Table::Meta, b"k").await, Err(ReadError::Gone));
    assert_eq!(store.read_all(Table::Meta).await, Err(ReadError::Gone));
    assert_eq!(
        clone.commit(vec![put(Table::Meta, b"k", b"v")]).await,
        Err(CommitError::Gone)
    );
    assert_eq!(clone.commit(Vec::new()).await, Err(CommitError::Gone));
    assert_eq!(clone.erase_everything().await, Err(CommitError::Gone));
    Ok(())
}

pub(crate) async fn after_a_deletion_a_new_store_is_empty(platform: &impl Platform) -> Outcome {
    let old = platform.open().await?;
    old.commit(vec![put(Table::Meta, b"k", b"v")]).await?;
    platform.delete_underneath().await?;
    let new = platform.open().await?;
    assert_eq!(new.read(Table::Meta, b"k").await?, None);
    new.commit(vec![put(Table::Meta, b"k", b"new")]).await?;
    // The old one stays gone: it must not come back to life over data that it does not know.
    assert_eq!(old.read(Table::Meta, b"k").await, Err(ReadError::Gone));
    Ok(())
}
