#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

pub mod bytes;
pub mod case;
pub mod conflict;
pub mod date;
pub mod encoding;
pub mod event;
pub mod family;
pub mod ids;
pub mod interest;
pub mod json;
pub mod profile;
pub mod referral;
pub mod register;
pub mod school;
pub mod service;
pub mod team;
pub mod view;
pub mod worker;
