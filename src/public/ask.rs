//! The questions, and what is told before them.

mod gone;
mod key_words;
mod leave_quickly;
mod start;
mod step;
mod told;

pub(super) use gone::Gone;
pub(super) use key_words::KeyWords;
pub(super) use leave_quickly::LeaveQuickly;
pub(super) use start::Start;
pub(super) use step::Ask;
