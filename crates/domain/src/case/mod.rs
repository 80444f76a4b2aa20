//! A case: the record of the work with a service user.

pub mod action;
pub mod attachment;
pub mod close;
pub mod consent;
pub mod contact;
pub mod fold;
pub mod options;
pub mod party;
pub mod signature;
pub mod state;
