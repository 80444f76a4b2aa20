//! Large things in chunks of 64 KiB, so that the screen can breathe between them.
//!
//! Bytes: `suite u8 | version u8 | salt 32 | commitment 16`, then chunks of 65,536 bytes (the last one shorter) with a tag of 16 each.
//! Plaintext: `length u64 | content | zeros` by Padmé. The chunk key comes from the file's key and the salt, so it serves once and the
//! nonce may count: `zeros 19 | index u32 | last u8` (the STREAM construction). File, index and last are associated data as well.

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::BlobKey;
use crate::OpenError;
use crate::hazmat::binding::Binding;
use crate::hazmat::key::Key;
use crate::hazmat::read::Reader;
use crate::hazmat::stream::{Stream, TAG};
use crate::hazmat::{SUITE_SYMMETRIC, VERSION, aead, pad, random};
use crate::ids::BlobId;

/// The plaintext of a full chunk, in bytes.
const CHUNK: usize = 65_536;

/// The cipher for one salt and the commitment to the key.
fn cipher_for(key: &Key, blob: BlobId, salt: &[u8; 32], context: &[u8; 32]) -> (Stream, [u8; 16]) {
    Stream::begin(
        key,
        &Binding::new("evenhand/1/chunks")
            .fixed(blob.bytes())
            .fixed(*salt)
            .fixed(*context),
    )
}

fn bound(blob: BlobId, index: u32, last: bool) -> Binding {
    Binding::new("evenhand/1/chunk")
        .fixed(blob.bytes())
        .u32(index)
        .u8(u8::from(last))
}

/// Seals a payload step by step: the items, one after another, are the sealed file. The first is the head.
pub struct ChunkSealer<'a> {
    head: Option<Vec<u8>>,
    cipher: Stream,
    blob: BlobId,
    payload: &'a [u8],
    padded: usize,
    done: usize,
    index: u32,
}

impl<'a> ChunkSealer<'a> {
    /// Begins to seal a payload.
    #[must_use]
    pub fn new(key: &BlobKey, blob: BlobId, payload: &'a [u8]) -> Self {
        Self::within(key, blob, payload, &[0; 32])
    }

    /// Begins to seal a payload inside a larger thing whose hash is bound in.
    pub(crate) fn within(key: &BlobKey, blob: BlobId, payload: &'a [u8], context: &[u8; 32]) -> Self {
        let salt = random::bytes::<32>();
        let (cipher, commitment) = cipher_for(key.key(), blob, &salt, context);
        let head = [[SUITE_SYMMETRIC, VERSION].as_slice(), &salt, &commitment].concat();
        Self {
            head: Some(head),
            cipher,
            blob,
            payload,
            padded: pad::padme(payload.len() + 8),
            done: 0,
            index: 0,
        }
    }

    /// How many items there are in all, with the head.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.padded.div_ceil(CHUNK) + 1
    }

    /// The next stretch of `length u64 | payload | zeros`.
    fn plain(&self, size: usize) -> Zeroizing<Vec<u8>> {
        let mut plain = Zeroizing::new(Vec::with_capacity(size));
        if self.done == 0 {
            plain.extend_from_slice(&(self.payload.len() as u64).to_le_bytes());
        }
        let from = (self.done + plain.len() - 8).min(self.payload.len());
        let to = (self.done + size - 8).min(self.payload.len());
        plain.extend_from_slice(&self.payload[from..to]);
        plain.resize(size, 0);
        plain
    }
}

impl Iterator for ChunkSealer<'_> {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        if let Some(head) = self.head.take() {
            return Some(head);
        }
        if self.done == self.padded {
            return None;
        }
        let size = (self.padded - self.done).min(CHUNK);
        let last = self.done + size == self.padded;
        let plain = self.plain(size);
        let sealed = self
            .cipher
            .seal(self.index, last, &bound(self.blob, self.index, last), &plain);
        self.done += size;
        self.index += 1;
        Some(sealed)
    }
}

/// Opens a sealed file step by step. Nothing may be used before [`ChunkOpener::finish`].
pub struct ChunkOpener<'a> {
    cipher: Stream,
    blob: BlobId,
    sealed: &'a [u8],
    plain: Zeroizing<Vec<u8>>,
    index: u32,
    steps: usize,
}

impl<'a> ChunkOpener<'a> {
    /// Begins to open a sealed file.
    ///
    /// # Errors
    /// [`OpenError::Refused`] at once for another key or file; the others for bytes that are no sealed file.
    pub fn new(key: &BlobKey, blob: BlobId, sealed: &'a [u8]) -> Result<Self, OpenError> {
        Self::within(key, blob, sealed, &[0; 32])
    }

    /// Begins to open what [`ChunkSealer::within`] sealed.
    pub(crate) fn within(key: &BlobKey, blob: BlobId, sealed: &'a [u8], context: &[u8; 32]) -> Result<Self, OpenError> {
        let mut reader = Reader::new(sealed);
        aead::check_front(&mut reader, SUITE_SYMMETRIC)?;
        let salt = reader.array().ok_or(OpenError::Truncated)?;
        let claimed: [u8; 16] = reader.array().ok_or(OpenError::Truncated)?;
        let (cipher, commitment) = cipher_for(key.key(), blob, &salt, context);
        if !bool::from(claimed.ct_eq(&commitment)) {
            return Err(OpenError::Refused);
        }
        let sealed = reader.rest();
        if sealed.len() <= TAG {
            return Err(OpenError::Truncated);
        }
        let steps = sealed.len().div_ceil(CHUNK + TAG);
        // Room for all of it at once: a vector that grew would leave halves of the plaintext behind.
        let plain = Zeroizing::new(Vec::with_capacity(sealed.len()));
        Ok(Self {
            cipher,
            blob,
            sealed,
            plain,
            index: 0,
            steps,
        })
    }

    /// How many steps there are in all.
    #[must_use]
    pub const fn steps(&self) -> usize {
        self.steps
    }

    /// Opens the next chunk; false when there was none left.
    ///
    /// # Errors
    /// [`OpenError::Refused`] for a chunk that is altered, missing, repeated or out of order.
    pub fn step(&mut self) -> Result<bool, OpenError> {
        if self.sealed.is_empty() {
            return Ok(false);
        }
        let (chunk, rest) = self.sealed.split_at(self.sealed.len().min(CHUNK + TAG));
        let last = rest.is_empty();
        let opened = self
            .cipher
            .open(self.index, last, &bound(self.blob, self.index, last), chunk);
        self.plain.extend_from_slice(&opened.ok_or(OpenError::Refused)?);
        self.sealed = rest;
        self.index += 1;
        Ok(true)
    }

    /// The content, once all steps are done.
    ///
    /// # Errors
    /// [`OpenError::Truncated`] when steps are left; [`OpenError::Shape`] when length or padding are not true.
    pub fn finish(mut self) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        if !self.sealed.is_empty() {
            return Err(OpenError::Truncated);
        }
        let length = Reader::new(&self.plain)
            .u64()
            .and_then(|length| usize::try_from(length).ok());
        let length = length.ok_or(OpenError::Shape)?;
        let rest = self
            .plain
            .get(8..)
            .and_then(|rest| rest.get(length..))
            .ok_or(OpenError::Shape)?;
        if rest.iter().any(|byte| *byte != 0) {
            return Err(OpenError::Shape);
        }
        self.plain.drain(..8);
        self.plain.truncate(length);
        Ok(self.plain)
    }
}
