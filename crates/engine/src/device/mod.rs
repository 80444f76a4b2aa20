//! The device: setting up a service on it, unlocking it, changing how it is unlocked.

pub mod load;
pub(crate) mod log;
pub(crate) mod opened;
pub mod passphrase;
pub mod recover;
pub mod set_up;
pub mod tries;
pub mod unlock;

use evenhand_store::{AnyStore, CommitError, ReadError, Table, Write};
use evenhand_vault::device::{DeviceHeader, HeaderError};
use thiserror::Error;

/// The row of the device's header.
pub(crate) const HEADER: &[u8] = b"header";

/// What is on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeviceState {
    /// Nothing: a service can be set up, or a backup restored.
    Empty,
    /// A locked workspace.
    Locked,
}

/// Why the device cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DeviceError {
    /// The browser gives no access to its storage, or lost it.
    #[error("the browser cannot read its storage: {0}")]
    Storage(String),
    /// A newer version of the software set this device up.
    #[error("a newer version set this device up")]
    Newer,
    /// What lies there is damaged.
    #[error("what is stored here is damaged: {0}")]
    Damaged(String),
}

impl From<ReadError> for DeviceError {
    fn from(error: ReadError) -> Self {
        Self::Storage(error.to_string())
    }
}

impl From<HeaderError> for DeviceError {
    fn from(error: HeaderError) -> Self {
        match error {
            HeaderError::NewerVersion(_) => Self::Newer,
            other => Self::Damaged(other.to_string()),
        }
    }
}

/// Looks at what is on this device. Opens nothing.
///
/// # Errors
/// When storage cannot be read, or holds something that this version does not know.
pub async fn look(store: &AnyStore) -> Result<DeviceState, DeviceError> {
    Ok(if header(store).await?.is_some() {
        DeviceState::Locked
    } else {
        DeviceState::Empty
    })
}

/// Takes away rows that an attempt to restore a backup left behind. Only for a device without a header: nothing on it can be opened.
pub(crate) async fn clear(store: &AnyStore) -> Result<(), CommitError> {
    let tables = Table::ALL.into_iter().filter(|table| *table != Table::Meta);
    let empty = tables.map(|table| Write::DeletePrefix {
        table,
        prefix: Vec::new(),
    });
    store.commit(empty.collect()).await
}

pub(crate) async fn header(store: &AnyStore) -> Result<Option<DeviceHeader>, DeviceError> {
    let bytes = store.read(Table::Meta, HEADER).await?;
    bytes
        .map(|bytes| DeviceHeader::decode(&bytes))
        .transpose()
        .map_err(DeviceError::from)
}
