//! What is to be done.

mod alone;
mod confirm;
mod group;
mod owed;
mod page;

pub(crate) use page::WorkPage;
