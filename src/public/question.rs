//! A question on the page: its boxes, from what the domain says they are.

mod page;
mod part;
mod school;
mod sheet;

pub(super) use page::AskQuestion;
