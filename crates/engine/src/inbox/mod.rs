//! The inbox: its keys, and what comes in by it.

pub mod bring_in;
pub mod open;
mod referral;
mod unlock;
