//! A sealed backup: every row but the ways in by passphrase, in one file that the maker's printed recovery code opens.

pub mod restore;
pub mod rows;
pub mod save;
