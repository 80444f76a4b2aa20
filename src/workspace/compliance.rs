//! The compliance page: where every clause of the service's policy stands, and what shows it.

mod history;
mod page;
mod row;

pub(super) use page::CompliancePage;
