//! Reading what was sealed.

use evenhand_domain::referral::{Referral, ReferralError};

/// Reads an opened form: the plaintext that the inbox key gave back.
///
/// # Errors
/// When it is of a newer form, or no referral. The error carries none of the text.
pub fn open_referral(plaintext: &[u8]) -> Result<Referral, ReferralError> {
    Referral::from_bytes(plaintext)
}
