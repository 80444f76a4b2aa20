//! The pages that ask nothing.

mod contact;
mod fair;
mod home;
mod reach;
mod told;

pub(super) use contact::{other_services, service};
pub(super) use fair::fair;
pub(super) use home::Home;
pub(super) use reach::reach;
pub(super) use told::{cleared, not_found};
