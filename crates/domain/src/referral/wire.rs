//! The shape in which a referral travels: JSON, version 1.

use serde::Deserialize;
use thiserror::Error;

use super::{Referral, VERSION};

/// Why bytes are not a referral that this build can read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ReferralError {
    /// A later form wrote it.
    #[error(
        "this form was filled in on a newer page (version {found}). Load the newest workspace, then bring it in again."
    )]
    Newer {
        /// The version it names.
        found: u16,
    },
    /// It is no referral, or it was damaged before it was sealed.
    #[error("what was locked in this file is not a request for help.")]
    NotAReferral,
}

#[derive(Deserialize)]
struct Version {
    version: u16,
}

impl Referral {
    /// The bytes to seal: JSON, UTF-8.
    ///
    /// # Errors
    /// [`ReferralError::NotAReferral`] where it cannot be written; a referral built by the form always can.
    pub fn to_bytes(&self) -> Result<Vec<u8>, ReferralError> {
        serde_json::to_vec(self).map_err(|_| ReferralError::NotAReferral)
    }

    /// Reads what was sealed.
    ///
    /// # Errors
    /// When it is of a newer shape, or no referral. Neither error carries any of the text.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ReferralError> {
        match serde_json::from_slice::<Version>(bytes) {
            Ok(Version { version }) if version > VERSION => Err(ReferralError::Newer { found: version }),
            Ok(_) => serde_json::from_slice(bytes).map_err(|_| ReferralError::NotAReferral),
            Err(_) => Err(ReferralError::NotAReferral),
        }
    }
}
