//! The key of one attachment or file.

use zeroize::Zeroizing;

use super::chunk::{ChunkOpener, ChunkSealer};
use crate::OpenError;
use crate::hazmat::key::Key;
use crate::ids::BlobId;

/// The key of one attachment; it travels inside the event that names the attachment. Wiped on drop.
pub struct BlobKey(Key);

impl BlobKey {
    /// Makes a key for one attachment.
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

    /// The bytes, to be written into an event that is then sealed, and nowhere else.
    #[must_use]
    pub fn expose_for_event(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(*self.0.expose())
    }

    /// The key out of an opened event; `None` unless there are thirty-two bytes.
    #[must_use]
    pub fn from_event(bytes: &[u8]) -> Option<Self> {
        Key::copy_from(bytes).map(Self)
    }
}

/// Seals a whole file at once. Where the screen must stay alive, take the steps of [`ChunkSealer`].
#[must_use]
pub fn seal_chunks(key: &BlobKey, blob: BlobId, content: &[u8]) -> Vec<u8> {
    ChunkSealer::new(key, blob, content).flatten().collect()
}

/// Opens what [`seal_chunks`] gave.
///
/// # Errors
/// [`OpenError`] for another key or file, and for chunks that are altered, missing, repeated or out of order.
pub fn open_chunks(key: &BlobKey, blob: BlobId, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let mut opener = ChunkOpener::new(key, blob, sealed)?;
    while opener.step()? {}
    opener.finish()
}
