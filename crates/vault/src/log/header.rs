//! Reading headers: with their signature on import, without it from our own sealed segments.

use std::fmt;

use p2panda_core::cbor::decode_cbor;
use p2panda_core::{Hash, Header};
use serde::de::{Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use thiserror::Error;

use super::LogHead;
use super::mark::{Mark, Octets};
use crate::ids::EventKeyId;

/// What a header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeaderView {
    /// The verifying key of the log.
    pub author: [u8; 32],
    /// The place in the log, from 0.
    pub seq: u32,
    /// When, in milliseconds since 1970 (UTC), by the author's clock.
    pub time_ms: u64,
    /// The lane of the space that the event belongs to.
    pub lane: [u8; 16],
    /// The event.
    pub event: EventKeyId,
    /// BLAKE3 over the sealed body.
    pub payload_hash: [u8; 32],
    /// The size of the sealed body, in bytes.
    pub payload_size: u32,
    /// BLAKE3 over the header.
    pub hash: [u8; 32],
    /// The hash of the header before; `None` at the beginning.
    pub backlink: Option<[u8; 32]>,
}

/// Bytes that are no header of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LogHeaderError {
    /// The signature is not the author's.
    #[error("the operation is not signed by its author")]
    Signature,
    /// The bytes cannot be read as a header.
    #[error("the bytes are no header of an operation")]
    Shape,
    /// The header is of a version that this release does not know.
    #[error("a newer release wrote this operation (version {0})")]
    NewerVersion(u16),
    /// The header names no body; ours always do.
    #[error("the operation names no body")]
    NoBody,
}

impl HeaderView {
    /// Whether a sealed body is the one that the author signed.
    #[must_use]
    pub fn fits(&self, body: &[u8]) -> bool {
        u32::try_from(body.len()) == Ok(self.payload_size) && *Hash::digest(body).as_bytes() == self.payload_hash
    }

    /// The head of the log, were this its newest operation.
    #[must_use]
    pub const fn head(&self) -> LogHead {
        LogHead {
            author: self.author,
            seq: self.seq,
            hash: self.hash,
        }
    }
}

/// Reads a header and verifies its signature. For what comes from elsewhere.
///
/// # Errors
/// [`LogHeaderError`].
pub fn decode_header(bytes: &[u8]) -> Result<HeaderView, LogHeaderError> {
    let header = Header::<Mark>::decode(bytes).map_err(|error| match error {
        p2panda_core::HeaderError::InvalidSignature => LogHeaderError::Signature,
        p2panda_core::HeaderError::UnsupportedVersion(version, _) => LogHeaderError::NewerVersion(version),
        _ => LogHeaderError::Shape,
    })?;
    let Mark(entry) = header.extensions;
    Ok(HeaderView {
        author: *header.verifying_key.as_bytes(),
        seq: header.seq_num,
        time_ms: entry.time_ms,
        lane: entry.lane,
        event: entry.event,
        payload_hash: *header.payload_hash.ok_or(LogHeaderError::NoBody)?.as_bytes(),
        payload_size: header.payload_size,
        hash: *header.hash().as_bytes(),
        backlink: header.backlink.map(|hash| *hash.as_bytes()),
    })
}

/// Reads a header without verifying its signature, which takes most of the time. Only for headers that this vault verified, sealed
/// and now opens again: the seal says that they are unaltered.
///
/// # Errors
/// [`LogHeaderError`].
pub fn read_header_trusted(bytes: &[u8]) -> Result<HeaderView, LogHeaderError> {
    let fields: Fields = decode_cbor(bytes).map_err(|_| LogHeaderError::Shape)?;
    if fields.version != 1 {
        return Err(LogHeaderError::NewerVersion(fields.version));
    }
    let Mark(entry) = fields.mark;
    Ok(HeaderView {
        author: fields.author,
        seq: fields.seq,
        time_ms: entry.time_ms,
        lane: entry.lane,
        event: entry.event,
        payload_hash: fields.payload_hash.ok_or(LogHeaderError::NoBody)?,
        payload_size: fields.payload_size,
        hash: *Hash::digest(bytes).as_bytes(),
        backlink: fields.backlink,
    })
}

/// The list that a p2panda header is; some of its members are there only when an earlier one says so.
struct Fields {
    version: u16,
    author: [u8; 32],
    payload_size: u32,
    payload_hash: Option<[u8; 32]>,
    seq: u32,
    backlink: Option<[u8; 32]>,
    mark: Mark,
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FieldsVisitor;

        impl<'de> Visitor<'de> for FieldsVisitor {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the list of a header's fields")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Fields, A::Error> {
                let version = next(&mut list)?;
                let author = octets(&mut list)?;
                octets::<64, A>(&mut list)?;
                let payload_size = next(&mut list)?;
                let payload_hash = if payload_size > 0 {
                    Some(octets(&mut list)?)
                } else {
                    None
                };
                let seq = next(&mut list)?;
                let backlink = if seq > 0 { Some(octets(&mut list)?) } else { None };
                let mark = next(&mut list)?;
                Ok(Fields {
                    version,
                    author,
                    payload_size,
                    payload_hash,
                    seq,
                    backlink,
                    mark,
                })
            }
        }

        deserializer.deserialize_seq(FieldsVisitor)
    }
}

fn next<'de, T: Deserialize<'de>, A: SeqAccess<'de>>(list: &mut A) -> Result<T, A::Error> {
    list.next_element()?
        .ok_or_else(|| A::Error::custom("a field is missing"))
}

fn octets<'de, const N: usize, A: SeqAccess<'de>>(list: &mut A) -> Result<[u8; N], A::Error> {
    let Octets(bytes) = next(list)?;
    bytes
        .try_into()
        .map_err(|_| A::Error::custom("a field has another length"))
}
