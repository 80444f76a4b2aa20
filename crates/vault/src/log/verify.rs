//! Verifying a chain of operations.

use thiserror::Error;

use super::LogHead;
use super::header::{LogHeaderError, decode_header};

/// A chain that does not hold. `seq` is the place in the log where it breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ChainError {
    /// A header cannot be read or is not signed.
    #[error("operation {seq}: {source}")]
    Header {
        /// The place where it should have stood.
        seq: u64,
        /// What is wrong with it.
        source: LogHeaderError,
    },
    /// An operation by another author.
    #[error("operation {seq} is another author's")]
    OtherAuthor {
        /// The place.
        seq: u64,
    },
    /// Operations are missing, repeated or out of order.
    #[error("operation {expected} is missing: {found} follows")]
    Gap {
        /// The place that comes next.
        expected: u64,
        /// The place that was found.
        found: u64,
    },
    /// An operation links to another past: the log was forked or rewritten.
    #[error("operation {seq} does not follow from the one before")]
    Backlink {
        /// The place.
        seq: u64,
    },
    /// A body is there but is not the one that was signed.
    #[error("the body of operation {seq} has been altered")]
    BodyAltered {
        /// The place.
        seq: u64,
    },
}

/// Verifies operations that follow `from` (`None`: from the beginning of a log): signatures, order, links and bodies. A body that is
/// `None` was erased, which is allowed; one that was altered is refused. Gives the new head; `None` when there was nothing.
///
/// # Errors
/// [`ChainError`] at the first operation that does not hold.
pub fn verify_chain<'a>(
    from: Option<&LogHead>,
    operations: impl IntoIterator<Item = (&'a [u8], Option<&'a [u8]>)>,
) -> Result<Option<LogHead>, ChainError> {
    let mut head = from.copied();
    for (header, body) in operations {
        let expected = head.map_or(0, |head| u64::from(head.seq) + 1);
        let view = decode_header(header).map_err(|source| ChainError::Header { seq: expected, source })?;
        let found = u64::from(view.seq);
        if head.is_some_and(|head| head.author != view.author) {
            return Err(ChainError::OtherAuthor { seq: found });
        }
        if found != expected {
            return Err(ChainError::Gap { expected, found });
        }
        if view.backlink != head.map(|head| head.hash) {
            return Err(ChainError::Backlink { seq: found });
        }
        if body.is_some_and(|body| !view.fits(body)) {
            return Err(ChainError::BodyAltered { seq: found });
        }
        head = Some(view.head());
    }
    Ok(head)
}
