//! The pages that ask nothing.

mod cleared;
mod contact;
mod fair;
mod home;
mod not_found;
mod reach;

pub(super) use cleared::Cleared;
pub(super) use contact::{Contacts, OtherServices};
pub(super) use fair::Fair;
pub(super) use home::Home;
pub(super) use not_found::NotFound;
pub(super) use reach::Reach;
