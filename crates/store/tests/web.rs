//! IndexedDB against the contract, in a browser, and what only a browser can do: other tabs, other versions, locks.

#![cfg(target_arch = "wasm32")]

mod contract;

use std::{
    future::Future,
    pin::pin,
    task::{Context, Waker},
};

use contract::{Outcome, Platform, store_contract_tests};
use evenhand_store::{AnyStore, OpenError, ReadError, Table, Write, persist, tab_lock::TabLock};
use js_sys::Uint8Array;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen(module = "/tests/raw.js")]
extern "C" {
    #[wasm_bindgen(js_name = deleteDatabase, catch)]
    async fn delete_database(name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = openRaw, catch)]
    async fn open_raw(name: &str, version: u32, tables: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = putRaw, catch)]
    async fn put_raw(database: &JsValue, table: &str, key: &JsValue, value: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = closeRaw)]
    fn close_raw(database: &JsValue);
}

const EVERY_TABLE: &str = "abcdefghi";

fn said(thrown: JsValue) -> String {
    format!("{thrown:?}")
}

/// A database of the browser, one for each test.
struct Browser {
    name: &'static str,
}

impl Browser {
    async fn empty(name: &'static str) -> Result<Self, String> {
        delete_database(name).await.map_err(said)?;
        Ok(Self { name })
    }
}

impl Platform for Browser {
    async fn open(&self) -> Result<AnyStore, OpenError> {
        AnyStore::open(self.name).await
    }

    async fn delete_underneath(&self) -> Outcome {
        Ok(delete_database(self.name).await.map(drop).map_err(said)?)
    }
}

macro_rules! on_indexeddb {
    ($($name:ident)*) => {
        $(#[wasm_bindgen_test]
        async fn $name() -> Outcome {
            contract::$name(&Browser::empty(stringify!($name)).await?).await
        })*
    };
}

store_contract_tests!(on_indexeddb);

fn put(key: &[u8], value: &[u8]) -> Write {
    Write::Put {
        table: Table::Log,
        key: key.to_vec(),
        value: value.to_vec(),
    }
}

/// Sets a future going without waiting for it, and tells whether it was ready.
fn set_going<F: Future>(future: std::pin::Pin<&mut F>) -> bool {
    future.poll(&mut Context::from_waker(Waker::noop())).is_ready()
}

#[wasm_bindgen_test]
async fn a_newer_version_is_refused_and_left_untouched() -> Outcome {
    let browser = Browser::empty("newer").await?;
    let newer = open_raw("newer", 1_000, EVERY_TABLE).await.map_err(said)?;
    close_raw(&newer);
    assert_eq!(browser.open().await.err(), Some(OpenError::NewerVersion));
    close_raw(&open_raw("newer", 1_000, "").await.map_err(said)?);
    Ok(())
}

#[wasm_bindgen_test]
async fn a_tab_with_a_newer_version_takes_over_and_the_store_is_gone() -> Outcome {
    let browser = Browser::empty("takeover").await?;
    let store = browser.open().await?;
    // Were the store not to let go, this would fail as blocked.
    let newer = open_raw("takeover", 1_000, "").await.map_err(said)?;
    assert_eq!(store.read(Table::Meta, b"k").await, Err(ReadError::Gone));
    close_raw(&newer);
    Ok(())
}

#[wasm_bindgen_test]
async fn something_else_under_our_name_is_damage() -> Outcome {
    let browser = Browser::empty("foreign").await?;
    close_raw(&open_raw("foreign", 1, "abc").await.map_err(said)?);
    assert!(matches!(browser.open().await, Err(OpenError::Damaged(_))));
    // And the refused opening has let go again.
    browser.delete_underneath().await
}

#[wasm_bindgen_test]
async fn rows_that_are_not_bytes_are_damage() -> Outcome {
    let browser = Browser::empty("not_bytes").await?;
    let raw = open_raw("not_bytes", 1, EVERY_TABLE).await.map_err(said)?;
    let key = JsValue::from(Uint8Array::from(b"k".as_slice()));
    put_raw(&raw, Table::Log.name(), &key, &"text".into())
        .await
        .map_err(said)?;
    put_raw(&raw, Table::Snap.name(), &"text".into(), &key)
        .await
        .map_err(said)?;
    close_raw(&raw);

    let store = browser.open().await?;
    assert!(matches!(store.read(Table::Log, b"k").await, Err(ReadError::Damaged(_))));
    assert!(matches!(store.read_all(Table::Log).await, Err(ReadError::Damaged(_))));
    assert!(matches!(store.read_all(Table::Snap).await, Err(ReadError::Damaged(_))));
    Ok(())
}

#[wasm_bindgen_test]
async fn two_connections_see_each_other() -> Outcome {
    let browser = Browser::empty("two").await?;
    let (one, two) = (browser.open().await?, browser.open().await?);
    one.commit(vec![put(b"k", b"1")]).await?;
    assert_eq!(two.read(Table::Log, b"k").await?, Some(b"1".to_vec()));
    two.commit(vec![put(b"k", b"2")]).await?;
    assert_eq!(one.read(Table::Log, b"k").await?, Some(b"2".to_vec()));
    Ok(())
}

#[wasm_bindgen_test]
async fn a_commit_that_nobody_awaits_is_saved_whole() -> Outcome {
    let browser = Browser::empty("dropped").await?;
    let store = browser.open().await?;
    {
        let commit = pin!(store.commit((0..200).map(|at| put(&[at], b"v")).collect()));
        assert!(!set_going(commit));
    }
    assert_eq!(store.read_all(Table::Log).await?.len(), 200);
    Ok(())
}

#[wasm_bindgen_test]
async fn a_store_dropped_during_a_commit_is_saved_and_lets_go() -> Outcome {
    let browser = Browser::empty("dropped_store").await?;
    let store = browser.open().await?;
    {
        let commit = pin!(store.commit(vec![put(b"k", b"v")]));
        assert!(!set_going(commit));
    }
    drop(store);
    assert_eq!(browser.open().await?.read(Table::Log, b"k").await?, Some(b"v".to_vec()));
    browser.delete_underneath().await
}

#[wasm_bindgen_test]
async fn an_opening_that_nobody_awaits_lets_go() -> Outcome {
    let browser = Browser::empty("dropped_open").await?;
    {
        let open = pin!(AnyStore::open("dropped_open"));
        assert!(!set_going(open));
    }
    browser.delete_underneath().await
}

#[wasm_bindgen_test]
async fn only_one_holds_the_lock() -> Outcome {
    assert!(TabLock::is_supported());
    let held = TabLock::try_take("one").await.ok_or("the lock is free")?;
    assert!(TabLock::try_take("one").await.is_none());
    assert!(TabLock::try_take("another").await.is_some());

    let mut waiting = pin!(TabLock::wait("one"));
    assert!(!set_going(waiting.as_mut()));
    drop(held);
    let held = waiting.await.ok_or("the other one let go")?;
    assert!(TabLock::try_take("one").await.is_none());
    drop(held);
    Ok(())
}

#[wasm_bindgen_test]
async fn who_stops_waiting_does_not_keep_the_lock() -> Outcome {
    let held = TabLock::try_take("impatient").await.ok_or("the lock is free")?;
    {
        let impatient = pin!(TabLock::wait("impatient"));
        assert!(!set_going(impatient));
    }
    drop(held);
    assert!(TabLock::wait("impatient").await.is_some());
    Ok(())
}

#[wasm_bindgen_test]
async fn a_name_that_browsers_refuse_gets_no_lock() {
    // Names that begin with a hyphen are reserved. The refusal comes through the promise and not through the callback.
    assert!(TabLock::try_take("-reserved").await.is_none());
    assert!(TabLock::wait("-reserved").await.is_none());
}

#[wasm_bindgen_test]
async fn the_browser_tells_of_its_promise_and_its_room() -> Outcome {
    assert!(persist::persisted().await.is_some());
    let estimate = persist::estimate().await.ok_or("a secure page is told")?;
    assert!(estimate.quota_bytes > estimate.used_bytes);
    Ok(())
}

#[wasm_bindgen_test]
async fn what_is_deleted_is_gone_and_so_is_every_store_that_was_open_on_it() -> Outcome {
    let place = Browser::empty("deleted").await?;
    let open = place.open().await?;
    open.commit(vec![put(b"k", b"v")]).await?;
    AnyStore::delete("deleted").await?;
    assert_eq!(open.read(Table::Log, b"k").await, Err(ReadError::Gone));
    assert_eq!(place.open().await?.read(Table::Log, b"k").await?, None);
    AnyStore::delete("there never was one").await?;
    Ok(())
}
