//! A person's keys: the root that a slot opens, and everything that hangs on it.

mod card;
mod keys;
mod log_key;
mod root;

pub use card::{CARD_SIZE, CardError, PersonCard};
pub use keys::PersonKeys;
pub use log_key::{CertificateError, CertifiedLog, LogKey, verify_certificate};
pub use root::PersonRoot;
