#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

pub mod conflict;
pub mod date;
pub mod family;
pub mod ids;
pub mod interest;
pub mod profile;
pub mod school;
pub mod worker;
