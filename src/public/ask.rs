//! The questions, and what is told before them.

mod key_words;
mod start;
mod step;
mod told;

pub(super) use key_words::KeyWords;
pub(super) use start::{leave_quickly, start};
pub(super) use step::step;
pub(super) use told::gone;
