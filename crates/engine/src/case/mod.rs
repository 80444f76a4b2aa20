//! What is done with a case, from the first contact to its closing.

pub mod allocate;
pub mod answer;
pub mod attach;
pub mod check;
pub mod close;
pub mod district;
pub mod enquiry;
pub mod erase;
pub(crate) mod family;
pub mod find;
mod hold;
mod in_error;
pub mod keep;
pub mod list;
pub(crate) mod news;
pub mod open;
mod opener;
mod passed_on;
pub mod read;
pub mod record;
pub mod search;
mod share;
pub mod story;

use thiserror::Error;

use crate::shelf::TakeOutError;

/// Why a case cannot be worked on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CaseError {
    /// There is no such case for this person. Whether there is one for others is not said.
    #[error("there is no such case here")]
    NoSuchCase,
    /// This person may read the front sheet alone.
    #[error("this case is not yours to open")]
    NotYours,
    /// The question before opening is not answered (SPS-8).
    #[error("the question before opening is not answered")]
    NotAnswered,
    /// The case is closed.
    #[error("this case is closed")]
    Closed,
    /// The case is not closed.
    #[error("this case is not closed")]
    NotClosed,
    /// There is no such entry in the case.
    #[error("there is no such entry in this case")]
    NoSuchEntry,
    /// There is no such person in the case.
    #[error("there is no such person in this case")]
    NoSuchParty,
    /// A reason is asked for.
    #[error("a reason is missing")]
    ReasonMissing,
    /// They said no to a record, and who they are is not erased yet (LEI-29).
    #[error("they said no to a record: who they are is erased first")]
    SaidNo,
    /// Whether the service user may be kept has to be answered first (LEI-29).
    #[error("whether a record may be kept is not answered")]
    StorageNotAnswered,
    /// They have not been told how to see their record (LEI-30).
    #[error("they have not been told how to see their record")]
    AccessNotTold,
    /// Only the manager may do this.
    #[error("this is the manager's to do")]
    ManagerOnly,
    /// The case is not taken out, or the browser could not read its storage.
    #[error("the case could not be read from this device")]
    NotAtHand,
}

impl From<TakeOutError> for CaseError {
    fn from(error: TakeOutError) -> Self {
        match error {
            TakeOutError::NoSuchCase => Self::NoSuchCase,
            TakeOutError::Storage(_) => Self::NotAtHand,
        }
    }
}
