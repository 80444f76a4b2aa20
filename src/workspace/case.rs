//! The pages of one case. What they show is what the desk gives for this person, and nothing else.

mod allocate;
mod close;
mod contact;
mod entered_in_error;
mod fairness;
mod files;
mod foreseen;
pub(crate) mod form_draft;
mod frame;
pub(crate) mod near;
mod options;
mod page;
mod people;
mod permissions;
mod summary;
mod taken_out;
mod this;
mod timeline;
pub(crate) mod words;

pub(super) use foreseen::{foresee, read_ahead};
pub(crate) use near::say_saved;
pub(crate) use page::CasePage;
pub(crate) use summary::Keeping;
pub(crate) use taken_out::TakenOut;
pub(crate) use this::ThisCase;
