//! What is to be done.

mod group;
mod page;

pub(crate) use page::WorkPage;
