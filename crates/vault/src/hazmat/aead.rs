//! Sealing and opening with one key.
//!
//! Sealed bytes: `suite u8 | version u8 | nonce 24 | commitment 16 | ciphertext | tag 16`.
//!
//! The nonce is random. The subkey and the commitment are both derived from the key and the nonce, because the cipher alone does not
//! commit to its key: without the commitment one could craft bytes that open differently for two holders of different keys.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, Zeroizing};

use super::binding::Binding;
use super::key::Key;
use super::read::Reader;
use super::{SUITE_SYMMETRIC, VERSION, pad, random};
use crate::OpenError;

/// What a seal adds to the plaintext, in bytes.
pub(crate) const OVERHEAD: usize = 2 + 24 + 16 + 16;

/// The cipher under the subkey for this nonce, and the commitment to the key.
fn subkey(key: &Key, nonce: &[u8; 24]) -> (XChaCha20Poly1305, [u8; 16]) {
    let mut derived = [0; 48];
    key.fill(
        &Binding::new("evenhand/1/seal")
            .u8(SUITE_SYMMETRIC)
            .u8(VERSION)
            .fixed(*nonce),
        &mut derived,
    );
    let mut secret = [0; 32];
    let mut commitment = [0; 16];
    secret.copy_from_slice(&derived[..32]);
    commitment.copy_from_slice(&derived[32..]);
    let cipher = XChaCha20Poly1305::new(&secret.into());
    derived.zeroize();
    secret.zeroize();
    (cipher, commitment)
}

/// Seals bytes as they are; the caller sees to their size.
pub(crate) fn seal(key: &Key, bound: &Binding, plaintext: &[u8]) -> Vec<u8> {
    let nonce = random::bytes::<24>();
    let (cipher, commitment) = subkey(key, &nonce);
    let payload = Payload {
        msg: plaintext,
        aad: bound.bytes(),
    };
    let Ok(ciphertext) = cipher.encrypt(&XNonce::from(nonce), payload) else {
        unreachable!("the cipher refuses only more than 256 GiB");
    };
    let mut sealed = Vec::with_capacity(OVERHEAD + plaintext.len());
    sealed.extend_from_slice(&[SUITE_SYMMETRIC, VERSION]);
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(&commitment);
    sealed.extend_from_slice(&ciphertext);
    sealed
}

/// Opens what [`seal`] gave.
pub(crate) fn open(key: &Key, bound: &Binding, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let mut reader = Reader::new(sealed);
    check_front(&mut reader, SUITE_SYMMETRIC)?;
    let nonce = reader.array::<24>().ok_or(OpenError::Truncated)?;
    let claimed = reader.array::<16>().ok_or(OpenError::Truncated)?;
    let ciphertext = reader.rest();
    if ciphertext.len() < 16 {
        return Err(OpenError::Truncated);
    }
    let (cipher, commitment) = subkey(key, &nonce);
    if !bool::from(claimed.ct_eq(&commitment)) {
        return Err(OpenError::Refused);
    }
    let payload = Payload {
        msg: ciphertext,
        aad: bound.bytes(),
    };
    cipher
        .decrypt(&XNonce::from(nonce), payload)
        .map(Zeroizing::new)
        .map_err(|_| OpenError::Refused)
}

/// Seals after padding by Padmé with the floor for records.
pub(crate) fn seal_padded(key: &Key, bound: &Binding, plaintext: &[u8]) -> Vec<u8> {
    seal_sized(key, bound, plaintext, pad::padme(plaintext.len().saturating_add(4))).unwrap_or_else(|| {
        unreachable!("the padded size is always enough and no record reaches four gibibytes in a browser");
    })
}

/// Seals after padding to one size; `None` when the plaintext does not fit.
pub(crate) fn seal_sized(key: &Key, bound: &Binding, plaintext: &[u8], size: usize) -> Option<Vec<u8>> {
    Some(seal(key, bound, &pad::pad_to(plaintext, size)?))
}

/// Opens what [`seal_padded`] or [`seal_sized`] gave.
pub(crate) fn open_padded(key: &Key, bound: &Binding, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    pad::unpad(open(key, bound, sealed)?).ok_or(OpenError::Shape)
}

/// Reads the suite and version bytes that stand before everything sealed.
pub(crate) fn check_front(reader: &mut Reader<'_>, suite: u8) -> Result<(), OpenError> {
    let found = reader.u8().ok_or(OpenError::Truncated)?;
    let version = reader.u8().ok_or(OpenError::Truncated)?;
    if found != suite {
        return Err(OpenError::UnknownSuite(found));
    }
    if version != VERSION {
        return Err(OpenError::NewerVersion(version));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_plaintext_is_never_sealed_twice_alike() {
        let (key, bound) = (Key::make(), Binding::new("evenhand/test"));
        assert_ne!(seal(&key, &bound, b"views"), seal(&key, &bound, b"views"));
    }

    #[test]
    fn the_commitment_is_checked_besides_the_tag() {
        let (key, bound) = (Key::make(), Binding::new("evenhand/test"));
        let mut sealed = seal(&key, &bound, b"views");
        sealed[26] ^= 1;
        assert_eq!(open(&key, &bound, &sealed).err(), Some(OpenError::Refused));
    }

    #[test]
    fn labels_and_fields_are_bound_unambiguously() {
        let one = Binding::new("evenhand/test").text("ab").text("c");
        let other = Binding::new("evenhand/test").text("a").text("bc");
        let key = Key::make();
        assert_eq!(
            open(&key, &other, &seal(&key, &one, b"")).err(),
            Some(OpenError::Refused)
        );
        assert_ne!(key.mark(&one), key.mark(&other));
    }

    #[test]
    fn padding_that_is_not_true_is_another_fault() {
        let (key, bound) = (Key::make(), Binding::new("evenhand/test"));
        assert_eq!(
            open_padded(&key, &bound, &seal(&key, &bound, &[9, 0, 0, 0])).err(),
            Some(OpenError::Shape)
        );
    }
}
