//! The append-only log of one person on one device: signed, hash-linked, with bodies that can be erased while the chain still holds.
//!
//! Headers are p2panda operations. What they say beyond that is 41 bytes: `version u8 | milliseconds u64 | lane 16 | event 16`. There
//! is no case in them. The body is the sealed event; the header carries its size and BLAKE3 hash.

mod append;
mod header;
mod mark;
mod verify;

pub use append::{AppendError, Entry, Operation, append};
pub use header::{HeaderView, LogHeaderError, decode_header, read_header_trusted};
pub use verify::{ChainError, verify_chain};

use crate::hazmat::key::Key;
use crate::hazmat::read::Reader;

/// Seals log headers in segments, vault-wide: who may open the service's space may follow the logs. Wiped on drop.
pub struct LogSealKey(Key);

impl LogSealKey {
    pub(crate) fn from_key(key: Key) -> Self {
        Self(key)
    }

    pub(crate) fn key(&self) -> &Key {
        &self.0
    }
}

/// The newest operation of a log: what the next one links to, and what a witness signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogHead {
    /// The verifying key of the log.
    pub author: [u8; 32],
    /// The place of the newest operation, from 0.
    pub seq: u32,
    /// The BLAKE3 hash of its header.
    pub hash: [u8; 32],
}

impl LogHead {
    /// The 68 bytes: `author 32 | seq u32 | hash 32`.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        [self.author.as_slice(), &self.seq.to_le_bytes(), &self.hash].concat()
    }

    /// Reads a head; `None` unless there are 68 bytes.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let head = Self {
            author: reader.array()?,
            seq: reader.u32()?,
            hash: reader.array()?,
        };
        reader.is_done().then_some(head)
    }
}
