//! Writing: all of it or none of it.

use crate::Table;

/// One change to one row. A [`commit`](crate::AnyStore::commit) takes a list of them and applies it in order, so that the last change
/// to a key counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Write {
    /// Store `value` under `key`, whether or not something is there already.
    Put {
        /// Where.
        table: Table,
        /// Any bytes.
        key: Vec<u8>,
        /// Sealed bytes.
        value: Vec<u8>,
    },
    /// Remove the row under `key`. An absent row is no error.
    Delete {
        /// Where.
        table: Table,
        /// Any bytes.
        key: Vec<u8>,
    },
    /// Remove every row whose key begins with `prefix`. That there is none is no error.
    DeletePrefix {
        /// Where.
        table: Table,
        /// Any bytes; none at all empties the table.
        prefix: Vec<u8>,
    },
}

impl Write {
    /// The table that this change touches.
    #[must_use]
    pub const fn table(&self) -> Table {
        match self {
            Self::Put { table, .. } | Self::Delete { table, .. } | Self::DeletePrefix { table, .. } => *table,
        }
    }
}

/// Why a commit is not known to have been saved.
///
/// After [`Full`](Self::Full) and [`Aborted`](Self::Aborted) nothing at all was written. After [`Gone`](Self::Gone) the store must be opened and read
/// again: when the power fails while the last bytes go to the disk, nobody hears whether they arrived; but never did only some.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommitError {
    /// No room is left on the device, or the browser grants no more.
    #[error("there is no room left to save")]
    Full,
    /// The data was deleted underneath, or the connection was closed for a newer version. The store must be opened again.
    #[error("the storage was closed or deleted underneath")]
    Gone,
    /// The browser gave the transaction up. Holds what it said.
    #[error("the browser did not save: {0}")]
    Aborted(String),
}
