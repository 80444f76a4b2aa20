//! Spaces: whatever has a key of its own for each epoch. A case's story and its front sheet are two spaces (SPS-8).

mod blob;
mod chunk;

pub use blob::{BlobKey, open_chunks, seal_chunks};
pub use chunk::{ChunkOpener, ChunkSealer, LengthError};

use thiserror::Error;
use zeroize::Zeroizing;

use crate::OpenError;
use crate::hazmat::aead;
use crate::hazmat::binding::Binding;
use crate::hazmat::key::Key;
use crate::ids::{EventKeyId, RowId, SpaceId, VaultId};
use crate::log::LogSealKey;

/// The size of a sealed list cell, in bytes.
pub const CELL_SIZE: usize = 1024;
/// What fits into a list cell, in bytes.
pub const CELL_CAPACITY: usize = CELL_SIZE - aead::OVERHEAD - 4;

/// The key of one space at one epoch. Wiped on drop.
pub struct SpaceKey(Key);

/// Where an event belongs. All of it is bound into the seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventContext {
    /// The vault.
    pub vault: VaultId,
    /// The space.
    pub space: SpaceId,
    /// The epoch of the space's key.
    pub epoch: u32,
    /// The event.
    pub event: EventKeyId,
}

/// Where a stored row belongs, such as a snapshot. All of it is bound into the seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowContext<'a> {
    /// The vault.
    pub vault: VaultId,
    /// The store's name.
    pub store: &'a str,
    /// The row.
    pub row: RowId,
    /// The space.
    pub space: SpaceId,
    /// The epoch of the space's key.
    pub epoch: u32,
    /// The version of the row: an old one put back does not open as the new one.
    pub version: u32,
}

/// Where a list cell belongs. All of it is bound into the seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellContext {
    /// The vault.
    pub vault: VaultId,
    /// The row of the list segment.
    pub row: RowId,
    /// The place of the cell in the segment, from 0.
    pub index: u32,
    /// The space.
    pub space: SpaceId,
    /// The epoch of the space's key.
    pub epoch: u32,
}

/// A list cell could not be sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CellError {
    /// The content is larger than [`CELL_CAPACITY`].
    #[error("{size} bytes do not fit into a list cell of {CELL_CAPACITY}")]
    TooLarge {
        /// The size of the content, in bytes.
        size: usize,
    },
}

impl SpaceKey {
    /// Makes the key of a new space or epoch.
    #[must_use]
    pub fn make() -> Self {
        Self(Key::make())
    }

    pub(crate) fn from_key(key: Key) -> Self {
        Self(key)
    }

    pub(crate) fn key(&self) -> &Key {
        &self.0
    }

    /// The opaque mark of this space and epoch in log headers: the only trace of a case that those without its key see, and it changes
    /// with each epoch. It also commits to the key.
    #[must_use]
    pub fn lane(&self) -> [u8; 16] {
        self.0.mark(&Binding::new("evenhand/1/lane"))
    }

    /// A commitment to the key: the same for everybody who holds the same key, and telling nothing of it. It may stand in a grant event.
    #[must_use]
    pub fn commitment(&self) -> [u8; 32] {
        let mut commitment = [0; 32];
        self.0
            .fill(&Binding::new("evenhand/1/space-commitment"), &mut commitment);
        commitment
    }

    /// Seals an event under a key of its own, padded.
    #[must_use]
    pub fn seal_event(&self, context: &EventContext, plaintext: &[u8]) -> Vec<u8> {
        aead::seal_padded(&self.derive_event_key(context), &self.bound_event(context), plaintext)
    }

    /// Opens what [`SpaceKey::seal_event`] gave.
    ///
    /// # Errors
    /// [`OpenError::Refused`] for another key, vault, space, epoch or event, or altered bytes.
    pub fn open_event(&self, context: &EventContext, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        aead::open_padded(&self.derive_event_key(context), &self.bound_event(context), sealed)
    }

    fn derive_event_key(&self, context: &EventContext) -> Key {
        self.0
            .derive(&Binding::new("evenhand/1/event-key").fixed(context.event.bytes()))
    }

    fn bound_event(&self, context: &EventContext) -> Binding {
        Binding::new("evenhand/1/event")
            .fixed(context.vault.bytes())
            .fixed(context.space.bytes())
            .u32(context.epoch)
            .fixed(context.event.bytes())
            .fixed(self.lane())
    }

    /// Seals a stored row, padded.
    #[must_use]
    pub fn seal_row(&self, context: &RowContext<'_>, plaintext: &[u8]) -> Vec<u8> {
        aead::seal_padded(&self.row_key(), &bound_row(context), plaintext)
    }

    /// Opens what [`SpaceKey::seal_row`] gave.
    ///
    /// # Errors
    /// [`OpenError::Refused`] for another key or any other context, or altered bytes.
    pub fn open_row(&self, context: &RowContext<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        aead::open_padded(&self.row_key(), &bound_row(context), sealed)
    }

    fn row_key(&self) -> Key {
        self.0.derive(&Binding::new("evenhand/1/row-key"))
    }

    /// Seals a list cell: always [`CELL_SIZE`] bytes.
    ///
    /// # Errors
    /// [`CellError::TooLarge`] above [`CELL_CAPACITY`].
    pub fn seal_cell(&self, context: &CellContext, plaintext: &[u8]) -> Result<Vec<u8>, CellError> {
        aead::seal_sized(
            &self.cell_key(),
            &bound_cell(context),
            plaintext,
            CELL_SIZE - aead::OVERHEAD,
        )
        .ok_or(CellError::TooLarge { size: plaintext.len() })
    }

    /// Opens what [`SpaceKey::seal_cell`] gave. Another space's cell is refused by its key commitment, before anything is deciphered.
    ///
    /// # Errors
    /// [`OpenError::Refused`] for another key or any other context, or altered bytes.
    pub fn open_cell(&self, context: &CellContext, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        aead::open_padded(&self.cell_key(), &bound_cell(context), sealed)
    }

    fn cell_key(&self) -> Key {
        self.0.derive(&Binding::new("evenhand/1/cell-key"))
    }

    /// The key that seals log headers; of the service's space alone.
    #[must_use]
    pub fn log_seal(&self) -> LogSealKey {
        LogSealKey::from_key(self.0.derive(&Binding::new("evenhand/1/log-seal")))
    }

    /// The row under which a person's copy of the book lies on this device; of the service's space alone. Everybody in the service can
    /// work it out, so that whoever takes a key from somebody takes away their copy with it (SPS-8); to others it says nothing.
    #[must_use]
    pub fn snapshot_row(&self, person: [u8; 16]) -> RowId {
        RowId::new(self.0.mark(&Binding::new("evenhand/1/snapshot-row").fixed(person)))
    }

    /// The key that seals files for exchange between devices; of the service's space alone.
    #[must_use]
    pub fn exchange_key(&self) -> BlobKey {
        BlobKey::from_key(self.0.derive(&Binding::new("evenhand/1/exchange")))
    }
}

fn bound_row(context: &RowContext<'_>) -> Binding {
    Binding::new("evenhand/1/row")
        .fixed(context.vault.bytes())
        .text(context.store)
        .fixed(context.row.bytes())
        .fixed(context.space.bytes())
        .u32(context.epoch)
        .u32(context.version)
}

fn bound_cell(context: &CellContext) -> Binding {
    Binding::new("evenhand/1/cell")
        .fixed(context.vault.bytes())
        .fixed(context.row.bytes())
        .u32(context.index)
        .fixed(context.space.bytes())
        .u32(context.epoch)
}
