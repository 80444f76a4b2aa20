//! Add a contact, and correct one: the heart of the record.

mod add;
mod agency;
mod answers;
mod correct;
mod form;
mod gather;
mod next;
mod party_answers;
mod said;
mod script;
mod statement;
mod time;
mod who;
mod words;

pub(super) use add::AddContact;
pub(super) use correct::CorrectContact;
