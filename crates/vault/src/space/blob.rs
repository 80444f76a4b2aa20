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

/// Seals a whole file at once. Where it is more than should be held at once, feed a [`ChunkSealer`].
#[must_use]
pub fn seal_chunks(key: &BlobKey, blob: BlobId, content: &[u8]) -> Vec<u8> {
    let (mut sealed, mut sealer) = ChunkSealer::begin(key, blob, content.len());
    // What it is fed is as long as was said.
    let _ = sealer.feed(content, |chunk| sealed.extend_from_slice(chunk));
    while let Ok(Some(chunk)) = sealer.fill() {
        sealed.extend_from_slice(&chunk);
    }
    sealed
}

/// Opens what [`seal_chunks`] gave.
///
/// # Errors
/// [`OpenError`] for another key or file, and for chunks that are altered, missing, repeated or out of order.
pub fn open_chunks(key: &BlobKey, blob: BlobId, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let (mut opener, rest) = ChunkOpener::begin(key, blob, sealed, sealed.len() as u64)?;
    // Room for all of it at once: a vector that grew would leave halves of the plaintext behind.
    let mut content = Zeroizing::new(Vec::with_capacity(rest.len()));
    opener.feed(rest, |piece| content.extend_from_slice(piece))?;
    opener.finish()?;
    Ok(content)
}
