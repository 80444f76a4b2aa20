//! Checking, locking and sending the answers.

mod check;
mod clear;
mod keep;
mod not_locked;
mod paper;
mod send_page;
mod sent;
mod ways;

pub(super) use check::Check;
pub(super) use keep::Keep;
pub(super) use paper::PrintAnswers;
pub(super) use send_page::Send;
pub(super) use sent::Sent;
