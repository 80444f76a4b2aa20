//! What the public page asks of the engine, and what the inbox asks back: sealing answers, opening them, and the service's
//! published word on fairness.
//!
//! Nothing here needs an unlocked workspace, a store or a clock.

mod fairness;
mod key;
mod open;
mod seal;

pub use self::fairness::{FairAnswer, fairness, practitioners_may_ask};
pub use self::key::{InboxKeyError, can_seal, chair_fingerprint, fingerprint};
pub use self::open::open_referral;
pub use self::seal::{LockedAnswers, SealReferralError, seal_referral};
