//! The developers' commands as a library, so that the journeys can start the same server the commands start.
//!
//! `cargo xtask` without a verb lists what there is. One module is one chore.

#![warn(missing_docs)]

pub mod assets;
pub mod bench;
pub mod budget;
pub mod chores;
pub mod clauses;
pub mod dist;
pub mod headers;
pub mod learn;
pub mod markup;
pub mod project;
pub mod run;
pub mod score;
pub mod serve;
pub mod setup;
pub mod tidy;
