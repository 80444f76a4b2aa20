//! The list of cases.

mod boxes;
mod filter;
mod page;
mod rows;

pub(crate) use page::CasesPage;
