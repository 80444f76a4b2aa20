//! Large things in chunks of 64 KiB, so that the screen can breathe between them.
//!
//! Bytes: `suite u8 | version u8 | salt 32 | commitment 16`, then chunks of 65,536 bytes (the last one shorter) with a tag of 16 each.
//! Plaintext: `length u64 | content | zeros` by Padmé. The chunk key comes from the file's key and the salt, so it serves once and the
//! nonce may count: `zeros 19 | index u32 | last u8` (the STREAM construction). File, index and last are associated data as well.

use subtle::ConstantTimeEq;
use thiserror::Error;
use zeroize::{Zeroize, Zeroizing};

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

/// What was fed to a [`ChunkSealer`] is not as long as was said when it began. What it gave is of no use then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the content is not as long as was said")]
pub struct LengthError;

/// Seals content as it comes, so that nobody holds all of it: only how long it is must be known before.
pub struct ChunkSealer {
    cipher: Stream,
    blob: BlobId,
    /// A chunk's plaintext, as far as it has come. Room for all of it from the first: a vector that grew would leave halves behind.
    plain: Zeroizing<Vec<u8>>,
    /// Bytes of content still to come.
    awaited: usize,
    /// Bytes of plaintext that are not in a sealed chunk yet, with the zeros.
    left: usize,
    index: u32,
}

impl ChunkSealer {
    /// Begins to seal content of so many bytes: the head of the sealed file, and what seals the rest of it.
    #[must_use]
    pub fn begin(key: &BlobKey, blob: BlobId, length: usize) -> (Vec<u8>, Self) {
        Self::within(key, blob, length, &[0; 32])
    }

    /// Begins to seal content inside a larger thing whose hash is bound in.
    pub(crate) fn within(key: &BlobKey, blob: BlobId, length: usize, context: &[u8; 32]) -> (Vec<u8>, Self) {
        let salt = random::bytes::<32>();
        let (cipher, commitment) = cipher_for(key.key(), blob, &salt, context);
        let head = [[SUITE_SYMMETRIC, VERSION].as_slice(), &salt, &commitment].concat();
        let left = pad::padme(length + 8);
        let mut plain = Zeroizing::new(Vec::with_capacity(left.min(CHUNK)));
        plain.extend_from_slice(&(length as u64).to_le_bytes());
        let sealer = Self {
            cipher,
            blob,
            plain,
            awaited: length,
            left,
            index: 0,
        };
        (head, sealer)
    }

    /// Takes the next of the content, and gives each chunk that is full.
    ///
    /// # Errors
    /// [`LengthError`] when it is more than was said.
    pub fn feed(&mut self, mut content: &[u8], mut give: impl FnMut(&[u8])) -> Result<(), LengthError> {
        self.awaited = self.awaited.checked_sub(content.len()).ok_or(LengthError)?;
        while !content.is_empty() {
            let (now, later) = content.split_at(content.len().min(self.room()));
            self.plain.extend_from_slice(now);
            content = later;
            if self.room() == 0 {
                give(&self.seal());
            }
        }
        Ok(())
    }

    /// The next chunk after all of the content, with the zeros that hide how long it is; none when the file is whole.
    ///
    /// # Errors
    /// [`LengthError`] when the content was less than was said.
    pub fn fill(&mut self) -> Result<Option<Vec<u8>>, LengthError> {
        if self.awaited > 0 {
            return Err(LengthError);
        }
        if self.left == 0 {
            return Ok(None);
        }
        let full = self.left.min(CHUNK);
        self.plain.resize(full, 0);
        Ok(Some(self.seal()))
    }

    /// How many bytes go into this chunk still.
    fn room(&self) -> usize {
        self.left.min(CHUNK) - self.plain.len()
    }

    fn seal(&mut self) -> Vec<u8> {
        self.left -= self.plain.len();
        let last = self.left == 0;
        let bound = bound(self.blob, self.index, last);
        let sealed = self.cipher.seal(self.index, last, &bound, &self.plain);
        self.plain.zeroize();
        self.index += 1;
        sealed
    }
}

/// Opens a sealed file as it comes. What it gives may be counted on only after [`ChunkOpener::finish`]: a file that is cut short is
/// known by its end.
pub struct ChunkOpener {
    cipher: Stream,
    blob: BlobId,
    /// A sealed chunk, as far as it has come.
    sealed: Vec<u8>,
    /// Sealed bytes that are not in an opened chunk yet.
    left: u64,
    /// Bytes of content still to come, once the first chunk has said how long it is.
    content: Option<u64>,
    index: u32,
}

impl ChunkOpener {
    /// Begins to open a sealed file of `length` bytes, of which `front` are the first: what opens it, and the rest of `front`, which it
    /// has not been fed yet.
    ///
    /// # Errors
    /// [`OpenError::Refused`] at once for another key or file; the others for bytes that are no sealed file.
    pub fn begin<'a>(key: &BlobKey, blob: BlobId, front: &'a [u8], length: u64) -> Result<(Self, &'a [u8]), OpenError> {
        Self::within(key, blob, front, length, &[0; 32])
    }

    /// Begins to open what [`ChunkSealer::within`] sealed.
    pub(crate) fn within<'a>(
        key: &BlobKey,
        blob: BlobId,
        front: &'a [u8],
        length: u64,
        context: &[u8; 32],
    ) -> Result<(Self, &'a [u8]), OpenError> {
        let mut reader = Reader::new(front);
        aead::check_front(&mut reader, SUITE_SYMMETRIC)?;
        let salt = reader.array().ok_or(OpenError::Truncated)?;
        let claimed: [u8; 16] = reader.array().ok_or(OpenError::Truncated)?;
        let (cipher, commitment) = cipher_for(key.key(), blob, &salt, context);
        if !bool::from(claimed.ct_eq(&commitment)) {
            return Err(OpenError::Refused);
        }
        let rest = reader.rest();
        let head = (front.len() - rest.len()) as u64;
        let left = length.checked_sub(head).filter(|left| *left > TAG as u64);
        let opener = Self {
            cipher,
            blob,
            sealed: Vec::with_capacity(CHUNK + TAG),
            left: left.ok_or(OpenError::Truncated)?,
            content: None,
            index: 0,
        };
        Ok((opener, rest))
    }

    /// Takes the next of the file, and gives the content of each chunk that is whole.
    ///
    /// # Errors
    /// [`OpenError::Refused`] for a chunk that is altered, missing, repeated or out of order, and for more bytes than the file has;
    /// [`OpenError::Shape`] when length or zeros are not true.
    pub fn feed(&mut self, mut sealed: &[u8], mut give: impl FnMut(&[u8])) -> Result<(), OpenError> {
        while !sealed.is_empty() {
            let whole = (CHUNK + TAG).min(usize::try_from(self.left).unwrap_or(usize::MAX));
            let room = whole - self.sealed.len();
            if room == 0 {
                return Err(OpenError::Refused);
            }
            let (now, later) = sealed.split_at(sealed.len().min(room));
            self.sealed.extend_from_slice(now);
            sealed = later;
            if self.sealed.len() == whole {
                self.open(&mut give)?;
            }
        }
        Ok(())
    }

    fn open(&mut self, give: &mut impl FnMut(&[u8])) -> Result<(), OpenError> {
        self.left -= self.sealed.len() as u64;
        let last = self.left == 0;
        let bound = bound(self.blob, self.index, last);
        let opened = self.cipher.open(self.index, last, &bound, &self.sealed);
        let opened = opened.ok_or(OpenError::Refused)?;
        self.sealed.clear();
        self.index += 1;
        let mut reader = Reader::new(&opened);
        let left = match self.content {
            Some(left) => left,
            None => reader.u64().ok_or(OpenError::Shape)?,
        };
        let rest = reader.rest();
        let here = rest.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        let (content, zeros) = rest.split_at(here);
        if zeros.iter().any(|byte| *byte != 0) {
            return Err(OpenError::Shape);
        }
        self.content = Some(left - here as u64);
        give(content);
        Ok(())
    }

    /// Says that the file is whole.
    ///
    /// # Errors
    /// [`OpenError::Truncated`] when some of it did not come; [`OpenError::Shape`] when it has less than it says.
    pub const fn finish(&self) -> Result<(), OpenError> {
        match (self.left, self.content) {
            (0, Some(0)) => Ok(()),
            (0, _) => Err(OpenError::Shape),
            _ => Err(OpenError::Truncated),
        }
    }
}
