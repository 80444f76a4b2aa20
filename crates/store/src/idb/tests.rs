//! What only shows from inside: the durability that was asked for, the bytes as the browser holds them, failing halfway, and an opening
//! that another tab blocks.

use idb::{Request, Transaction};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::DomException;

use super::{
    IdbStore,
    fault::Fault,
    transaction::{Mode, durable_transaction},
};
use crate::{CommitError, OpenError, ReadError, Table, Write};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen(module = "/tests/raw.js")]
extern "C" {
    #[wasm_bindgen(js_name = deleteDatabase)]
    async fn delete_database(name: &str) -> JsValue;
    #[wasm_bindgen(js_name = openRaw)]
    async fn open_raw(name: &str, version: u32, tables: &str) -> JsValue;
    #[wasm_bindgen(js_name = getRaw)]
    async fn get_raw(database: &JsValue, table: &str, key: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = closeRaw)]
    fn close_raw(database: &JsValue);
}

async fn empty(name: &str) -> IdbStore {
    delete_database(name).await;
    IdbStore::open(name).await.unwrap()
}

fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

fn put(transaction: &Transaction, table: Table, key: &JsValue) -> Result<(), idb::Error> {
    transaction
        .object_store(table.name())?
        .put(&bytes(b"v"), Some(key))
        .map(drop)
}

fn exception(name: &str) -> JsValue {
    DomException::new_with_message_and_name("why", name).unwrap().into()
}

#[wasm_bindgen_test]
async fn transactions_are_strictly_durable() {
    let store = empty("durable").await;
    let transaction = durable_transaction(store.connection.database(), &[Table::Log], Mode::Write).unwrap();
    assert_eq!(Reflect::get(&transaction, &"durability".into()).unwrap(), "strict");
}

#[wasm_bindgen_test]
async fn a_stored_value_holds_its_bytes_and_no_other_memory() {
    let store = empty("exact").await;
    store
        .commit(vec![Write::Put {
            table: Table::Log,
            key: b"k".to_vec(),
            value: vec![7; 5],
        }])
        .await
        .unwrap();
    let raw = open_raw("exact", 1, "").await;
    let value: Uint8Array = get_raw(&raw, Table::Log.name(), &bytes(b"k")).await.dyn_into().unwrap();
    close_raw(&raw);
    assert_eq!(value.buffer().byte_length(), 5);
}

#[wasm_bindgen_test]
async fn a_request_that_cannot_be_issued_takes_all_down() {
    let store = empty("unissued").await;
    let outcome = store
        .write(&[Table::Log, Table::Snap], |transaction| {
            put(transaction, Table::Log, &bytes(b"k"))?;
            // Nothing is no key, and the browser says so at once.
            put(transaction, Table::Snap, &JsValue::UNDEFINED)
        })
        .await;
    assert!(matches!(outcome, Err(CommitError::Aborted(_))), "{outcome:?}");
    assert_eq!(store.read_prefix(Table::Log, b"").await, Ok(Vec::new()));
}

#[wasm_bindgen_test]
async fn a_request_that_fails_later_takes_all_down() {
    let store = empty("failing").await;
    let outcome = store
        .write(&[Table::Log], |transaction| {
            put(transaction, Table::Log, &bytes(b"k"))?;
            // To add what is there already is allowed to begin, and fails when the browser gets to it.
            transaction
                .object_store(Table::Log.name())?
                .add(&bytes(b"v"), Some(&bytes(b"k")))
                .map(drop)
        })
        .await;
    assert!(
        matches!(&outcome, Err(CommitError::Aborted(text)) if text.contains("ConstraintError")),
        "{outcome:?}"
    );
    assert_eq!(store.read_prefix(Table::Log, b"").await, Ok(Vec::new()));
}

#[wasm_bindgen_test]
async fn what_the_browser_gives_up_is_not_saved() {
    let store = empty("given_up").await;
    let (transaction, ending) = store.begin(&[Table::Log], Mode::Write).unwrap();
    put(&transaction, Table::Log, &bytes(b"k")).unwrap();
    let request = transaction
        .object_store(Table::Log.name())
        .unwrap()
        .get(bytes(b"k"))
        .unwrap();
    transaction.abort().unwrap();
    assert!(matches!(
        CommitError::from(ending.await.unwrap_err()),
        CommitError::Aborted(_)
    ));
    assert!(request.result().map_or(true, |value| value.is_undefined()));
    assert_eq!(store.read(Table::Log, b"k").await, Ok(None));
}

#[wasm_bindgen_test]
async fn a_connection_that_closed_without_a_word_is_gone() {
    let store = empty("closed").await;
    store.connection.database().close();
    assert_eq!(store.read(Table::Log, b"k").await, Err(ReadError::Gone));
    assert_eq!(store.erase_everything().await, Err(CommitError::Gone));
}

#[wasm_bindgen_test]
async fn a_blocked_opening_says_so_and_does_no_harm_later() {
    delete_database("blocked").await;
    let raw = open_raw("blocked", 1, "").await;
    assert_eq!(
        IdbStore::open_version("blocked", 2).await.err(),
        Some(OpenError::BlockedByOtherTab)
    );
    // Now the first opening goes on, although nobody waits for it: it must lay the tables and let go again.
    close_raw(&raw);
    let store = IdbStore::open_version("blocked", 2).await.unwrap();
    assert_eq!(store.read(Table::Inbox, b"k").await, Ok(None));
    drop(store);
    delete_database("blocked").await;
}

#[wasm_bindgen_test]
async fn an_upgrade_keeps_the_rows_and_adds_what_is_missing() {
    delete_database("upgraded").await;
    close_raw(&open_raw("upgraded", 1, "abc").await);
    let store = IdbStore::open_version("upgraded", 2).await.unwrap();
    assert_eq!(store.read(Table::Inbox, b"k").await, Ok(None));
}

#[wasm_bindgen_test]
fn each_fault_is_told_apart() {
    let open = |name| OpenError::from(Fault::from(exception(name)));
    assert_eq!(open("SecurityError"), OpenError::Refused);
    assert_eq!(open("InvalidStateError"), OpenError::Refused);
    assert_eq!(open("VersionError"), OpenError::NewerVersion);
    assert_eq!(open("UnknownError"), OpenError::Damaged("UnknownError: why".to_owned()));
    assert_eq!(
        open("QuotaExceededError"),
        OpenError::Other("QuotaExceededError: why".to_owned())
    );

    let commit = |name| CommitError::from(Fault::from(exception(name)));
    assert_eq!(commit("QuotaExceededError"), CommitError::Full);
    assert_eq!(commit("InvalidStateError"), CommitError::Gone);
    assert_eq!(
        commit("UnknownError"),
        CommitError::Aborted("UnknownError: why".to_owned())
    );
}
