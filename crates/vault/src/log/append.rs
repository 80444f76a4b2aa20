//! Appending to one's own log.

use p2panda_core::{Hash, Header};
use thiserror::Error;

use super::LogHead;
use super::mark::Mark;
use crate::ids::EventKeyId;
use crate::person::LogKey;

/// What the header of an operation says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// When, in milliseconds since 1970 (UTC); the caller reads the clock.
    pub time_ms: u64,
    /// The lane of the space that the event belongs to.
    pub lane: [u8; 16],
    /// The event.
    pub event: EventKeyId,
}

/// A signed operation, not yet stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// The header's bytes, to be sealed into a segment.
    pub header: Vec<u8>,
    /// The head of the log with this operation. It holds only once the operation is committed.
    pub head: LogHead,
}

/// Nothing could be appended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AppendError {
    /// The body is empty; a sealed event never is.
    #[error("an operation needs a body")]
    EmptyBody,
    /// The body is larger than a header can say (4 GiB).
    #[error("the body of an operation is too large")]
    BodyTooLarge,
    /// The head is that of another log: going on with it would fork it.
    #[error("the head belongs to another log")]
    OtherLog,
    /// The log has used all its 4,294,967,295 places.
    #[error("the log is full")]
    Full,
}

/// Signs the next operation after `head`; `None` begins the log.
///
/// # Errors
/// [`AppendError`].
pub fn append(
    key: &LogKey,
    head: Option<&LogHead>,
    entry: &Entry,
    sealed_body: &[u8],
) -> Result<Operation, AppendError> {
    if sealed_body.is_empty() {
        return Err(AppendError::EmptyBody);
    }
    if u32::try_from(sealed_body.len()).is_err() {
        return Err(AppendError::BodyTooLarge);
    }
    let author = key.author();
    let mut builder = Header::<Mark>::builder().body(sealed_body);
    let mut seq = 0;
    if let Some(head) = head {
        if head.author != author {
            return Err(AppendError::OtherLog);
        }
        seq = head.seq.checked_add(1).ok_or(AppendError::Full)?;
        builder = builder.chain(seq, Hash::from_bytes(head.hash));
    }
    let header = builder.build(key.signing(), Mark(*entry));
    let head = LogHead {
        author,
        seq,
        hash: *header.hash().as_bytes(),
    };
    Ok(Operation {
        header: header.encode(),
        head,
    })
}
