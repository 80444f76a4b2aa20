//! One transaction with strict durability, and how it ended.

use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use idb::Transaction;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::{Event, IdbDatabase, IdbTransaction};

use super::{IdbStore, fault::Fault};
use crate::{
    Table,
    answer::{Answer, answer},
};

#[wasm_bindgen]
extern "C" {
    // The same object as `IdbDatabase`, with the one method that the bindings hide behind an unstable flag.
    #[wasm_bindgen(js_name = IDBDatabase)]
    type DurableDatabase;

    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn begin(this: &DurableDatabase, tables: &Array, mode: &str, options: &Object) -> Result<IdbTransaction, JsValue>;
}

/// What a transaction may do.
#[derive(Clone, Copy)]
pub(super) enum Mode {
    Read,
    Write,
}

impl IdbStore {
    /// Begins a transaction over these tables. Issue every request before awaiting the ending, and await nothing else in between: a
    /// transaction without an open request commits by itself.
    pub(super) fn begin(&self, tables: &[Table], mode: Mode) -> Result<(Transaction, Ending), Fault> {
        if self.connection.is_gone() {
            return Err(Fault::gone());
        }
        let transaction = durable_transaction(self.connection.database(), tables, mode).map_err(Fault::from);
        if transaction.as_ref().is_err_and(Fault::is_gone) {
            // The connection was lost and no event came: some browsers tell only here.
            self.connection.mark_gone();
        }
        let transaction = transaction?;
        Ok((transaction.clone().into(), Ending::of(transaction)))
    }

    /// Waits for the ending. When the connection went in the meantime, that is the reason to tell.
    pub(super) async fn end(&self, ending: Ending) -> Result<(), Fault> {
        ending.await.map_err(|fault| {
            if self.connection.is_gone() {
                Fault::gone()
            } else {
                fault
            }
        })
    }
}

/// Begins a transaction whose `complete` event comes only after the bytes were flushed. The default is weaker in some browsers.
pub(super) fn durable_transaction(
    database: &IdbDatabase,
    tables: &[Table],
    mode: Mode,
) -> Result<IdbTransaction, JsValue> {
    let names: Array = tables.iter().map(|table| JsValue::from(table.name())).collect();
    let mode = match mode {
        Mode::Read => "readonly",
        Mode::Write => "readwrite",
    };
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    database
        .unchecked_ref::<DurableDatabase>()
        .begin(&names, mode, &options)
}

/// How a transaction ends: `Ok` on its `complete` event and on nothing else.
///
/// The futures of the `idb` crate are left alone here: they answer at the first failed request, when the transaction has not ended
/// yet, and then name the wrong error, so that a full disk would look like something else.
pub(super) struct Ending {
    transaction: IdbTransaction,
    answer: Answer<Result<(), Fault>>,
    // Held only so that the browser may call them.
    _on_complete: Closure<dyn FnMut(Event)>,
    _on_abort: Closure<dyn FnMut(Event)>,
}

impl Ending {
    fn of(transaction: IdbTransaction) -> Self {
        let (giver, answer) = answer();
        let on_complete = {
            let giver = giver.clone();
            Closure::<dyn FnMut(Event)>::new(move |_| {
                giver.give(Ok(()));
            })
        };
        let on_abort = {
            let transaction = transaction.clone();
            Closure::<dyn FnMut(Event)>::new(move |_| {
                giver.give(Err(Fault::aborted(transaction.error())));
            })
        };
        transaction.set_oncomplete(Some(on_complete.as_ref().unchecked_ref()));
        transaction.set_onabort(Some(on_abort.as_ref().unchecked_ref()));
        Self {
            transaction,
            answer,
            _on_complete: on_complete,
            _on_abort: on_abort,
        }
    }
}

impl Future for Ending {
    type Output = Result<(), Fault>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.answer).poll(context)
    }
}

impl Drop for Ending {
    fn drop(&mut self) {
        // The handlers go with this value, so the browser must forget them first.
        self.transaction.set_oncomplete(None);
        self.transaction.set_onabort(None);
    }
}
