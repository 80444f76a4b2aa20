//! Reading rows.

use idb::{KeyRange, Query, Request};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::{IdbStore, fault::Fault, transaction::Mode};
use crate::{ReadError, Row, Table};

impl IdbStore {
    pub(crate) async fn read(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, ReadError> {
        let (transaction, ending) = self.begin(&[table], Mode::Read)?;
        let rows = transaction.object_store(table.name()).map_err(Fault::from)?;
        let value = rows.get(JsValue::from(Uint8Array::from(key))).map_err(Fault::from)?;
        self.end(ending).await?;

        let value = value.result().map_err(Fault::from)?;
        if value.is_undefined() {
            Ok(None)
        } else {
            value_bytes(value).map(Some)
        }
    }

    pub(crate) async fn read_many(&self, table: Table, keys: &[Vec<u8>]) -> Result<Vec<Option<Vec<u8>>>, ReadError> {
        let (transaction, ending) = self.begin(&[table], Mode::Read)?;
        let rows = transaction.object_store(table.name()).map_err(Fault::from)?;
        let asked = keys
            .iter()
            .map(|key| rows.get(JsValue::from(Uint8Array::from(key.as_slice()))))
            .collect::<Result<Vec<_>, _>>()
            .map_err(Fault::from)?;
        self.end(ending).await?;

        let values = asked.iter().map(|one| {
            let value = one.result().map_err(Fault::from)?;
            (!value.is_undefined()).then(|| value_bytes(value)).transpose()
        });
        values.collect()
    }

    pub(crate) async fn read_keys(&self, table: Table, prefix: &[u8]) -> Result<Vec<Vec<u8>>, ReadError> {
        let range = keys_beginning_with(prefix).map_err(Fault::from)?;
        let (transaction, ending) = self.begin(&[table], Mode::Read)?;
        let rows = transaction.object_store(table.name()).map_err(Fault::from)?;
        let keys = rows.get_all_keys(range, None).map_err(Fault::from)?;
        self.end(ending).await?;
        let keys: Array = keys.result().map_err(Fault::from)?.unchecked_into();
        keys.iter().map(key_bytes).collect()
    }

    pub(crate) async fn read_from(&self, table: Table, first: &[u8], most: u32) -> Result<Vec<Row>, ReadError> {
        let range = KeyRange::lower_bound(&Uint8Array::from(first).into(), Some(false)).map_err(Fault::from)?;
        self.read_range(table, Some(range.into()), Some(most)).await
    }

    pub(crate) async fn count(&self, table: Table) -> Result<u32, ReadError> {
        let (transaction, ending) = self.begin(&[table], Mode::Read)?;
        let rows = transaction.object_store(table.name()).map_err(Fault::from)?;
        let count = rows.count(None).map_err(Fault::from)?;
        self.end(ending).await?;
        let count = count.result().map_err(Fault::from)?.as_f64();
        // A count is a whole number far below the limits.
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::as_conversions,
            reason = "a count"
        )]
        Ok(count.unwrap_or_default() as u32)
    }

    pub(crate) async fn read_prefix(&self, table: Table, prefix: &[u8]) -> Result<Vec<Row>, ReadError> {
        self.read_range(table, keys_beginning_with(prefix).map_err(Fault::from)?, None)
            .await
    }

    async fn read_range(&self, table: Table, range: Option<Query>, most: Option<u32>) -> Result<Vec<Row>, ReadError> {
        // Both requests ride in one transaction, so nothing can be written between them and the two lists match.
        let (transaction, ending) = self.begin(&[table], Mode::Read)?;
        let rows = transaction.object_store(table.name()).map_err(Fault::from)?;
        let keys = rows.get_all_keys(range.clone(), most).map_err(Fault::from)?;
        let values = rows.get_all(range, most).map_err(Fault::from)?;
        self.end(ending).await?;

        let keys: Array = keys.result().map_err(Fault::from)?.unchecked_into();
        let values: Array = values.result().map_err(Fault::from)?.unchecked_into();
        if keys.length() != values.length() {
            return Err(ReadError::Failed("keys and values do not match".to_owned()));
        }
        keys.iter()
            .zip(values.iter())
            .map(|(key, value)| {
                Ok(Row {
                    key: key_bytes(key)?,
                    value: value_bytes(value)?,
                })
            })
            .collect()
    }
}

/// The keys that begin with these bytes; `None` is all keys. Binary keys are ordered by their bytes, a shorter one before a longer.
pub(super) fn keys_beginning_with(prefix: &[u8]) -> Result<Option<Query>, idb::Error> {
    if prefix.is_empty() {
        return Ok(None);
    }
    let from = Uint8Array::from(prefix).into();
    let range = match first_after(prefix) {
        Some(end) => KeyRange::bound(&from, &Uint8Array::from(end.as_slice()).into(), Some(false), Some(true))?,
        None => KeyRange::lower_bound(&from, Some(false))?,
    };
    Ok(Some(range.into()))
}

/// The smallest key after all those that begin with `prefix`; none when every byte of it is the highest.
fn first_after(prefix: &[u8]) -> Option<Vec<u8>> {
    let (at, last) = prefix.iter().enumerate().rev().find(|(_, byte)| **byte != u8::MAX)?;
    let mut end = prefix.get(..at)?.to_vec();
    end.push(last + 1);
    Some(end)
}

/// A browser gives a binary key back as a bare buffer, whatever it was when it went in.
fn key_bytes(key: JsValue) -> Result<Vec<u8>, ReadError> {
    key.dyn_into::<ArrayBuffer>()
        .map(|buffer| Uint8Array::new(&buffer).to_vec())
        .map_err(|_| ReadError::Damaged("a key that is not bytes".to_owned()))
}

fn value_bytes(value: JsValue) -> Result<Vec<u8>, ReadError> {
    value
        .dyn_into::<Uint8Array>()
        .map(|bytes| bytes.to_vec())
        .map_err(|_| ReadError::Damaged("a value that is not bytes".to_owned()))
}
