//! Segments: stored rows that hold operations of a log.
//!
//! Bytes: `suite u8 | version u8 | count u32`, then for each operation `length u32 | sealed header | length u32 | sealed body`; the
//! second length is 0 when the body was erased. A header is sealed under the vault's log key and bound to vault, row, index and
//! count, so operations cannot be moved, dropped or added. A body is sealed under its own event key and held by the header's hash.

use thiserror::Error;

use crate::OpenError;
use crate::hazmat::aead;
use crate::hazmat::binding::Binding;
use crate::hazmat::read::{Reader, put_slice};
use crate::hazmat::{SUITE_SYMMETRIC, VERSION};
use crate::ids::{RowId, VaultId};
use crate::log::{HeaderView, LogHeaderError, LogSealKey, decode_header, read_header_trusted};

/// Every header is padded to this size before it is sealed, in bytes.
const HEADER_SIZE: usize = 256;

/// An operation as it comes out of a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredOperation {
    /// The header's bytes, as they were signed.
    pub header: Vec<u8>,
    /// What the header says.
    pub view: HeaderView,
    /// The sealed event; `None` when it was erased.
    pub body: Option<Vec<u8>>,
}

/// A segment cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SegmentError {
    /// The bytes are not laid out as a segment.
    #[error("the segment is damaged: its layout is wrong")]
    Layout,
    /// A header does not open.
    #[error("operation {index} of the segment: {source}")]
    Seal {
        /// The place in the segment, from 0.
        index: u32,
        /// Why not.
        source: OpenError,
    },
    /// A header opens but is none.
    #[error("operation {index} of the segment: {source}")]
    Header {
        /// The place in the segment, from 0.
        index: u32,
        /// Why not.
        source: LogHeaderError,
    },
    /// A body is not the one that was signed.
    #[error("the body of operation {index} of the segment has been altered")]
    BodyAltered {
        /// The place in the segment, from 0.
        index: u32,
    },
    /// Sealed in a way that this release does not know.
    #[error("the segment is sealed in a way that is not known (suite {0})")]
    UnknownSuite(u8),
    /// A newer release wrote it.
    #[error("a newer release wrote this segment (version {0})")]
    NewerVersion(u8),
    /// There is no such operation.
    #[error("the segment has no operation {index}")]
    NoSuchOperation {
        /// The place that was asked for.
        index: u32,
    },
    /// A header is too large to be one of ours, or there are too many operations.
    #[error("the operations do not fit into a segment")]
    TooLarge,
}

fn bound(vault: VaultId, row: RowId, index: u32, count: u32) -> Binding {
    Binding::new("evenhand/1/segment-header")
        .fixed(vault.bytes())
        .fixed(row.bytes())
        .u32(index)
        .u32(count)
}

/// Seals operations into the bytes of one row.
///
/// # Errors
/// [`SegmentError::TooLarge`] when a header is larger than any of ours, [`SegmentError::Layout`] when a body is there but empty or
/// there are no operations at all.
pub fn seal_segment(
    key: &LogSealKey,
    vault: VaultId,
    row: RowId,
    operations: &[(&[u8], Option<&[u8]>)],
) -> Result<Vec<u8>, SegmentError> {
    let count = u32::try_from(operations.len()).map_err(|_| SegmentError::TooLarge)?;
    if count == 0 {
        return Err(SegmentError::Layout);
    }
    let mut bytes = vec![SUITE_SYMMETRIC, VERSION];
    bytes.extend_from_slice(&count.to_le_bytes());
    for (index, (header, body)) in (0..count).zip(operations) {
        let sealed = aead::seal_sized(key.key(), &bound(vault, row, index, count), header, HEADER_SIZE);
        put_slice(&mut bytes, &sealed.ok_or(SegmentError::TooLarge)?);
        if body.is_some_and(<[u8]>::is_empty) {
            return Err(SegmentError::Layout);
        }
        put_slice(&mut bytes, body.unwrap_or_default());
    }
    Ok(bytes)
}

/// A sealed header and a sealed body, empty when it was erased.
type Pair<'a> = (&'a [u8], &'a [u8]);

/// The pairs that a segment is laid out as.
fn layout(bytes: &[u8]) -> Result<Vec<Pair<'_>>, SegmentError> {
    let mut reader = Reader::new(bytes);
    match (reader.u8(), reader.u8()) {
        (Some(SUITE_SYMMETRIC), Some(VERSION)) => {}
        (Some(SUITE_SYMMETRIC), Some(version)) => return Err(SegmentError::NewerVersion(version)),
        (Some(suite), Some(_)) => return Err(SegmentError::UnknownSuite(suite)),
        _ => return Err(SegmentError::Layout),
    }
    let count = reader.u32().ok_or(SegmentError::Layout)?;
    let mut pairs = Vec::new();
    for _ in 0..count {
        pairs.push((
            reader.slice().ok_or(SegmentError::Layout)?,
            reader.slice().ok_or(SegmentError::Layout)?,
        ));
    }
    if reader.is_done() {
        Ok(pairs)
    } else {
        Err(SegmentError::Layout)
    }
}

impl StoredOperation {
    /// Whether the author signed it. It takes most of the time of reading it.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        decode_header(&self.header).is_ok()
    }
}

/// Opens a segment and checks each body that is there against the hash in its header.
///
/// # Errors
/// [`SegmentError`] at the first operation that does not hold.
pub fn open_segment(
    key: &LogSealKey,
    vault: VaultId,
    row: RowId,
    bytes: &[u8],
) -> Result<Vec<StoredOperation>, SegmentError> {
    let pairs = layout(bytes)?;
    let count = u32::try_from(pairs.len()).map_err(|_| SegmentError::Layout)?;
    (0..count)
        .zip(pairs)
        .map(|(index, (sealed, body))| {
            let header = aead::open_padded(key.key(), &bound(vault, row, index, count), sealed)
                .map_err(|source| SegmentError::Seal { index, source })?;
            let view = read_header_trusted(&header).map_err(|source| SegmentError::Header { index, source })?;
            let body = (!body.is_empty()).then(|| body.to_vec());
            if body.as_ref().is_some_and(|body| !view.fits(body)) {
                return Err(SegmentError::BodyAltered { index });
            }
            Ok(StoredOperation {
                header: header.to_vec(),
                view,
                body,
            })
        })
        .collect()
}

/// The segment without one body; the header stays and the chain still verifies. It needs no key, so whether an erasure was allowed
/// is for the log's own events to say. Erasing twice is no error.
///
/// # Errors
/// [`SegmentError::NoSuchOperation`], or what is wrong with the layout.
pub fn erase_body(bytes: &[u8], index: u32) -> Result<Vec<u8>, SegmentError> {
    let pairs = layout(bytes)?;
    let place = usize::try_from(index).map_err(|_| SegmentError::NoSuchOperation { index })?;
    if place >= pairs.len() {
        return Err(SegmentError::NoSuchOperation { index });
    }
    let mut erased = bytes.get(..6).ok_or(SegmentError::Layout)?.to_vec();
    for (at, (header, body)) in pairs.into_iter().enumerate() {
        put_slice(&mut erased, header);
        put_slice(&mut erased, if at == place { &[] } else { body });
    }
    Ok(erased)
}
