//! Checking, locking and sending the answers.

mod check;
mod clear;
mod keep;
mod not_locked;
mod paper;
mod send_page;
mod sent;
mod ways;

pub(super) use check::check;
pub(super) use keep::keep;
pub(super) use paper::paper;
pub(super) use send_page::send;
pub(super) use sent::sent;
