//! The people of the service: who works here, what they declared, and the keys of the inbox.

mod add_worker;
mod declare;
mod details;
mod districts;
mod inbox_keys;
mod interest_form;
mod interest_words;
mod interests;
mod leave;
mod list;
mod role;
mod service;
mod words;
mod worker;

pub(super) use add_worker::AddWorker;
pub(super) use inbox_keys::InboxKeys;
pub(super) use list::Team;
pub(super) use worker::WorkerPage;
