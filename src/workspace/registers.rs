//! The registers: all of them, one of them, one entry. Every screen is drawn from the register's own table.

mod chosen;
mod drawn;
mod due_list;
mod entry;
mod field;
mod form;
mod list;
mod overview;
mod state;
mod typed;
mod words;

pub(super) use due_list::DueList;
pub(super) use entry::EntryPage;
pub(super) use field::draw;
pub(super) use form::{AddEntry, ChangeEntry, ChangeSetting};
pub(super) use list::RegisterPage;
pub(super) use overview::Registers;
pub(super) use typed::Typed;
pub(super) use words::{name as entry_name, register_error};
