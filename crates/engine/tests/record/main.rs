//! What the record asks before it keeps something, and what it does not keep: a file for each noun.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../calder_vale/mod.rs"]
mod calder_vale;

mod action;
mod agency;
mod contact;
mod in_error;
mod keeping;
mod options;
mod search;
mod set_up;
