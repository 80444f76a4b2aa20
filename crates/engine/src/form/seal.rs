//! Sealing answers to the service's inbox key.

use evenhand_domain::referral::Referral;
use evenhand_domain::service::{Inbox, ServiceFile};
use evenhand_vault::inbox::{FORM_CAPACITY, FormKind, LockedFile, seal_form};
use thiserror::Error;

use super::key::{self, InboxKeyError};

/// Why answers were not sealed. The answers themselves are untouched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SealReferralError {
    /// The service has published no key, so it can take no locked answers.
    #[error("this service cannot take locked answers yet. Reach it by telephone, email or post.")]
    NoKey,
    /// The published key cannot be used.
    #[error(transparent)]
    Key(#[from] InboxKeyError),
    /// The answers are longer than a locked file holds.
    #[error("the answers are too long to lock. Make some of them shorter.")]
    TooLong,
    /// The browser gave no randomness, or the cipher failed.
    #[error("this browser could not lock the answers.")]
    Failed,
}

/// Sealed answers: a file of one size, whoever sent it and whatever it says.
#[derive(Clone)]
pub struct LockedAnswers {
    file: LockedFile,
    inbox: Inbox,
    fingerprint: String,
}

/// Seals a referral to the service's inbox: the second one where the person knows somebody here and the service has it.
///
/// # Errors
/// When the service has no key or no usable one, the answers are too long, or the cipher failed.
pub fn seal_referral(service: &ServiceFile, referral: &Referral) -> Result<LockedAnswers, SealReferralError> {
    let inbox = service
        .inbox_for(referral.knows_somebody())
        .ok_or(SealReferralError::NoKey)?;
    let key = key::read(inbox)?;
    let plaintext = referral.to_form().map_err(|_| SealReferralError::Failed)?;
    if plaintext.len() > FORM_CAPACITY {
        return Err(SealReferralError::TooLong);
    }
    let file = seal_form(&key, FormKind::Referral, plaintext.as_bytes()).map_err(|_| SealReferralError::Failed)?;
    Ok(LockedAnswers {
        file,
        inbox: inbox.clone(),
        fingerprint: key.fingerprint(),
    })
}

impl LockedAnswers {
    /// The file, as it is to be saved or shared.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.file.bytes()
    }

    /// The same as text, for a message.
    #[must_use]
    pub fn text(&self) -> String {
        self.file.to_text()
    }

    /// The file's name, which says nothing of anybody: `form-7F3K29.locked`.
    #[must_use]
    pub fn file_name(&self) -> String {
        self.file.file_name()
    }

    /// Six letters and digits in two groups, worked out from the sealed bytes, so that they reveal nothing.
    #[must_use]
    pub fn reference(&self) -> String {
        self.file.reference()
    }

    /// The inbox it is sealed to.
    #[must_use]
    pub fn inbox(&self) -> &Inbox {
        &self.inbox
    }

    /// The six words of that inbox's key.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }
}
