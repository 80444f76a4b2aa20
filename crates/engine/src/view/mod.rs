//! Views: somebody's own words, sealed as they gave them, passed on word for word, and what became of them (LEI-32, LEI-36, CAM-13).
//!
//! Nothing here can change the words of a view: the one event that holds them is written once, and no other has room for them.

mod check;
mod hold;
mod pass_on;
mod read;
mod take;

pub use check::{Checked, Found};
pub use pass_on::Sent;
pub use read::{Became, Fate};
pub use take::TakeRequest;

use evenhand_domain::register::Fault;
use thiserror::Error;

use crate::change::SaveError;

/// Why something was not done with a view. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ViewError {
    /// Answers are missing or cannot stand.
    #[error("an answer is missing or cannot stand")]
    Answers(Vec<Fault>),
    /// There are no words.
    #[error("there are no words to keep")]
    NoWords,
    /// There is no such view for this person.
    #[error("there is no such view")]
    NoSuchView,
    /// Nothing was chosen.
    #[error("no view was chosen")]
    NoneChosen,
    /// The giver took it back, or gave it in other words.
    #[error("the giver took this view back or gave it in other words")]
    MayNotGo,
    /// It was passed on, so it cannot be taken back any more.
    #[error("this view was passed on already")]
    WentOut,
    /// The words are not those that were sealed. It says which view, by its place among those that were chosen.
    #[error("the words of view {0} are not those that were sealed")]
    Altered(usize),
    /// What was read back from the finished file is not what was put in.
    #[error("the file does not hold what was put in")]
    NotTheSame,
    /// Some views of the pack are not for this person.
    #[error("some views of this pack are not for this person")]
    NotAll,
    /// The file is no pack of this service.
    #[error("this file is no pack of views of this service")]
    NotAPack,
    /// The giver said that this worker should not read it, or a check found that they may know them.
    #[error("this worker may not read it")]
    NotForThem,
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}
