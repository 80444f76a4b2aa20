//! Writing: one transaction, saved only when the browser says complete.

use std::collections::BTreeSet;

use idb::Transaction;
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

use super::{IdbStore, fault::Fault, read::keys_beginning_with, transaction::Mode};
use crate::{CommitError, Table, Write};

/// A write whose bytes the browser has already. `Uint8Array::from` copies them into a buffer of their own; a mere view would make
/// the browser store the whole memory that it looks into, open keys and all.
struct Prepared {
    table: Table,
    what: What,
}

enum What {
    Put { key: JsValue, value: JsValue },
    Delete { key: JsValue },
    DeletePrefix { prefix: Vec<u8> },
}

impl From<Write> for Prepared {
    fn from(write: Write) -> Self {
        let bytes = |bytes: Vec<u8>| JsValue::from(Uint8Array::from(bytes.as_slice()));
        let table = write.table();
        let what = match write {
            Write::Put { key, value, .. } => What::Put {
                key: bytes(key),
                value: bytes(value),
            },
            Write::Delete { key, .. } => What::Delete { key: bytes(key) },
            Write::DeletePrefix { prefix, .. } => What::DeletePrefix { prefix },
        };
        Self { table, what }
    }
}

impl Prepared {
    fn issue(&self, transaction: &Transaction) -> Result<(), idb::Error> {
        let rows = transaction.object_store(self.table.name())?;
        match &self.what {
            What::Put { key, value } => rows.put(value, Some(key)).map(drop),
            What::Delete { key } => rows.delete(key.clone()).map(drop),
            What::DeletePrefix { prefix } => match keys_beginning_with(prefix)? {
                Some(range) => rows.delete(range).map(drop),
                None => rows.clear().map(drop),
            },
        }
    }
}

impl IdbStore {
    pub(crate) async fn commit(&self, writes: Vec<Write>) -> Result<(), CommitError> {
        let writes: Vec<Prepared> = writes.into_iter().map(Prepared::from).collect();
        let tables: Vec<Table> = writes
            .iter()
            .map(|write| write.table)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        self.write(&tables, |transaction| {
            writes.iter().try_for_each(|write| write.issue(transaction))
        })
        .await
    }

    pub(crate) async fn erase_everything(&self) -> Result<(), CommitError> {
        self.write(&Table::ALL, |transaction| {
            Table::ALL
                .iter()
                .try_for_each(|table| transaction.object_store(table.name())?.clear().map(drop))
        })
        .await
    }

    pub(super) async fn write(
        &self,
        tables: &[Table],
        issue: impl FnOnce(&Transaction) -> Result<(), idb::Error>,
    ) -> Result<(), CommitError> {
        if self.connection.is_gone() {
            return Err(CommitError::Gone);
        }
        if tables.is_empty() {
            return Ok(());
        }
        let (transaction, ending) = self.begin(tables, Mode::Write)?;

        // Nothing is awaited between the requests. One that cannot even be issued takes the whole transaction down with it; to return
        // early instead would let the browser commit the requests before it.
        if let Err(error) = issue(&transaction) {
            // Where the abort fails the transaction has ended already, and the ending below says how.
            let _ = transaction.abort();
            return match self.end(ending).await {
                Err(_) => Err(Fault::from(error).into()),
                // Saved after all, and nobody knows how much: only opening and reading again can tell.
                Ok(()) => Err(CommitError::Gone),
            };
        }
        // The transaction is left to commit by itself after its last request. To ask for it would spare one turn of the event loop, but
        // Firefox then no longer says why a request failed, and a full disk would look like any other failure.
        Ok(self.end(ending).await?)
    }
}
