//! The raw cipher calls. Nothing outside this folder names a cipher, a nonce or a tag.

pub(crate) mod aead;
pub(crate) mod binding;
pub(crate) mod hybrid;
pub(crate) mod key;
pub(crate) mod pad;
pub(crate) mod random;
pub(crate) mod read;
pub(crate) mod sign;
pub(crate) mod stream;
pub(crate) mod stretch;

/// Suite 1: XChaCha20-Poly1305 under a subkey and a 16-byte key commitment, both from HKDF-SHA256 over a random nonce.
pub(crate) const SUITE_SYMMETRIC: u8 = 0x01;
/// Suite 17: HPKE base mode with the X-Wing KEM (0x647a), HKDF-SHA256 (0x0001) and ChaCha20-Poly1305 (0x0003).
pub(crate) const SUITE_HYBRID: u8 = 0x11;
/// Suite 33: Argon2id version 0x13.
pub(crate) const SUITE_ARGON2ID: u8 = 0x21;
/// The only format version so far.
pub(crate) const VERSION: u8 = 1;
