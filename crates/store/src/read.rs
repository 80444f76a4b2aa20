//! Reading: what comes back, and why it may not.

/// One stored row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// The key; any bytes, the empty key among them. Rows come back in the order of these bytes.
    pub key: Vec<u8>,
    /// The sealed value; any bytes.
    pub value: Vec<u8>,
}

/// Why a read failed. An absent key is no error.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The data was deleted underneath, or the connection was closed for a newer version. The store must be opened again.
    #[error("the storage was closed or deleted underneath")]
    Gone,
    /// A row is there but does not hold bytes: something other than this crate wrote it. Holds what was found.
    #[error("the stored data is damaged: {0}")]
    Damaged(String),
    /// Anything else. Holds what the browser said.
    #[error("the storage could not be read: {0}")]
    Failed(String),
}

/// The first key after this one: where the next rows begin when a table is read a few at a time.
#[must_use]
pub fn after(key: &[u8]) -> Vec<u8> {
    [key, &[0]].concat()
}
