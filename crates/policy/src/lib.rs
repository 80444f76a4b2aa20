#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

pub mod clause;
pub mod compliance;
pub mod conflict;
pub mod currency;
pub mod draw;
pub mod due;
pub mod duty;
pub mod group;
pub mod identify;
pub mod matching;
pub mod options;
pub mod profile;
pub mod prompt;
pub mod publication;
#[cfg(feature = "score")]
pub mod score;

pub use evenhand_recording as recording;
