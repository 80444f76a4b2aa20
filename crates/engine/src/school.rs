//! The settings that a service knows of: kept sealed as one file of its own, and read where a page needs them.

mod bring_in;
mod know;

pub use bring_in::{BringInSchoolsError, Brought};
