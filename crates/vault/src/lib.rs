#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

pub mod backup;
pub mod device;
pub mod digest;
pub mod export;
pub mod grant;
mod hazmat;
pub mod ids;
pub mod inbox;
pub mod log;
pub mod pack;
pub mod person;
pub mod phrase;
pub mod ring;
pub mod segment;
pub mod slot;
pub mod space;

pub use zeroize::Zeroizing;

/// Something sealed does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The bytes end too early.
    #[error("the sealed bytes end too early")]
    Truncated,
    /// Sealed in a way that this release does not know.
    #[error("sealed in a way that is not known (suite {0})")]
    UnknownSuite(u8),
    /// A newer release sealed it.
    #[error("sealed by a newer release (version {0})")]
    NewerVersion(u8),
    /// The key is another, the bytes were altered, or they were moved to another place.
    #[error("the seal does not open: another key, altered bytes or another place")]
    Refused,
    /// It opens, but what is inside is not what should be.
    #[error("the seal opens but does not hold what it should")]
    Shape,
}
