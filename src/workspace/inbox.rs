//! The inbox: locked files are brought in, checked, and become cases.

mod brought_in;
mod choose;
mod decide;
mod duplicates;
mod page;
mod sample_form;
mod stage;
mod tray;
mod words;

pub(crate) use page::InboxPage;
