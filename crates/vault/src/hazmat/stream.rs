//! The cipher of files in chunks: the STREAM construction over XChaCha20-Poly1305.
//!
//! The key serves for one file once, so the nonce may count: `zeros 19 | index u32, most significant byte first | last u8`.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::{Zeroize, Zeroizing};

use super::binding::Binding;
use super::key::Key;

/// The tag after each chunk, in bytes.
pub(crate) const TAG: usize = 16;

/// The cipher of one file.
pub(crate) struct Stream(XChaCha20Poly1305);

impl Stream {
    /// The cipher for one purpose, which must hold a random salt, and the commitment to the key.
    pub(crate) fn begin(key: &Key, purpose: &Binding) -> (Self, [u8; 16]) {
        let mut derived = [0; 48];
        key.fill(purpose, &mut derived);
        let mut secret = [0; 32];
        let mut commitment = [0; 16];
        secret.copy_from_slice(&derived[..32]);
        commitment.copy_from_slice(&derived[32..]);
        let cipher = XChaCha20Poly1305::new(&secret.into());
        derived.zeroize();
        secret.zeroize();
        (Self(cipher), commitment)
    }

    /// Seals one chunk.
    pub(crate) fn seal(&self, index: u32, last: bool, bound: &Binding, plaintext: &[u8]) -> Vec<u8> {
        let payload = Payload {
            msg: plaintext,
            aad: bound.bytes(),
        };
        let Ok(sealed) = self.0.encrypt(&nonce(index, last), payload) else {
            unreachable!("the cipher refuses only more than 256 GiB");
        };
        sealed
    }

    /// Opens one chunk; `None` when it is altered or stands elsewhere.
    pub(crate) fn open(&self, index: u32, last: bool, bound: &Binding, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let payload = Payload {
            msg: sealed,
            aad: bound.bytes(),
        };
        self.0.decrypt(&nonce(index, last), payload).ok().map(Zeroizing::new)
    }
}

fn nonce(index: u32, last: bool) -> XNonce {
    let mut nonce = [0; 24];
    nonce[19..23].copy_from_slice(&index.to_be_bytes());
    nonce[23] = u8::from(last);
    XNonce::from(nonce)
}
