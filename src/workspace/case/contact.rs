//! Add a contact, and correct one: the heart of the record.

mod add;
mod agency;
mod agency_answers;
mod agency_said;
mod answers;
mod correct;
mod door;
mod explained;
mod form;
mod gather;
mod next;
mod party_answers;
mod said;
mod script;
mod statement;
mod support;
mod time;
mod venue;
mod who;
mod words;

pub(super) use add::AddContact;
pub(super) use correct::CorrectContact;
pub(super) use door::ground_words;
pub(super) use explained::explained_rows;
pub(super) use support::support_words;
pub(super) use venue::place_words;
