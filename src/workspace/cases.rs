//! The list of cases.

mod filter;
mod page;
mod rows;

pub(crate) use page::CasesPage;
