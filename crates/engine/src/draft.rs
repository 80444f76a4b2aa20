//! A half-written note, kept sealed across a lock. It is this person's alone, and it is no record.

use evenhand_store::{Table, Write};

use crate::change::SaveError;
use crate::desk::Desk;

const PURPOSE: &str = "draft";

fn purpose(place: &str) -> String {
    format!("{PURPOSE}/{place}")
}

impl Desk {
    /// Keeps what is half written at a place, sealed under this person's own key.
    ///
    /// # Errors
    /// When it could not be saved.
    pub async fn keep_draft(&self, place: &str, text: &str) -> Result<(), SaveError> {
        let purpose = purpose(place);
        let (row, sealed) = self.with(|open| {
            let row = open.root.row(&purpose);
            (row, open.root.seal(&purpose, open.vault, row, text.as_bytes()))
        })?;
        let write = Write::Put {
            table: Table::Draft,
            key: row.bytes().to_vec(),
            value: sealed,
        };
        Ok(self.0.store.commit(vec![write]).await?)
    }

    /// What was half written at a place.
    ///
    /// # Errors
    /// When storage cannot be read. A draft that does not open counts as none.
    pub async fn draft(&self, place: &str) -> Result<Option<String>, SaveError> {
        let purpose = purpose(place);
        let row = self.with(|open| open.root.row(&purpose))?;
        let found = self.0.store.read(Table::Draft, &row.bytes()).await;
        let Some(sealed) = found.map_err(|error| SaveError::Failed(error.to_string()))? else {
            return Ok(None);
        };
        let opened = self.with(|open| open.root.open(&purpose, open.vault, row, &sealed).ok())?;
        Ok(opened.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok()))
    }

    /// Throws a draft away, because it was saved as a record or is not wanted.
    ///
    /// # Errors
    /// When it could not be saved.
    pub async fn drop_draft(&self, place: &str) -> Result<(), SaveError> {
        let row = self.with(|open| open.root.row(&purpose(place)))?;
        Ok(self
            .0
            .store
            .commit(vec![Write::Delete {
                table: Table::Draft,
                key: row.bytes().to_vec(),
            }])
            .await?)
    }
}
