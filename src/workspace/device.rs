//! This device: opening it, first run, unlocking, recovering, restoring, and locking by itself.

mod auto_lock;
mod boot;
mod first_steps;
mod new_sign_in;
mod open_as;
mod recover;
mod recovery_code;
mod restore;
mod set_up;
mod stopped;
pub(super) mod stopped_words;
mod unlock;
mod welcome;
pub(super) mod words;

pub(super) use auto_lock::{AutoLock, lock_now};
pub(super) use boot::boot;
pub(super) use first_steps::FirstSteps;
pub(super) use new_sign_in::{NewSignIn, NewSignInFields};
pub(super) use recover::Recover;
pub(super) use recovery_code::{CodeSheet, CodeTypedBack, NewCode};
pub(super) use restore::Restore;
pub(super) use stopped::{Opening, OtherTab, Stopped};
pub(super) use unlock::Unlock;
pub(super) use welcome::Welcome;
