//! A secret of thirty-two bytes and what is derived from it.

use hkdf::Hkdf;
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroize;

use super::binding::Binding;
use super::random;

/// Thirty-two secret bytes that are uniformly random. They live on the heap, so that a move leaves no copy on the stack behind, and
/// are wiped on drop. There is no `Debug`, no `Clone` and no way out except [`Key::expose`], which stays in this crate.
pub(crate) struct Key(Box<[u8; 32]>);

impl Key {
    /// A new random key.
    pub(crate) fn make() -> Self {
        let mut key = Self::zero();
        random::fill(key.0.as_mut_slice());
        key
    }

    /// Copies a key from bytes; `None` unless there are thirty-two.
    pub(crate) fn copy_from(bytes: &[u8]) -> Option<Self> {
        if bytes.len() != 32 {
            return None;
        }
        let mut key = Self::zero();
        key.0.copy_from_slice(bytes);
        Some(key)
    }

    /// A place for a key that is about to be written.
    pub(crate) fn zero() -> Self {
        Self(Box::new([0; 32]))
    }

    /// The bytes, to be written or read in place.
    pub(crate) fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// The bytes, to be written in place.
    pub(crate) fn expose_mut(&mut self) -> &mut [u8; 32] {
        &mut self.0
    }

    /// The key derived for one purpose.
    pub(crate) fn derive(&self, purpose: &Binding) -> Self {
        let mut key = Self::zero();
        self.fill(purpose, key.0.as_mut_slice());
        key
    }

    /// Sixteen bytes derived for one purpose, which may be shown: an opaque row or lane.
    pub(crate) fn mark(&self, purpose: &Binding) -> [u8; 16] {
        let mut mark = [0; 16];
        self.fill(purpose, &mut mark);
        mark
    }

    /// Fills a buffer of at most 255 × 32 bytes for one purpose.
    ///
    /// The key is already uniform, so HKDF's extract step is passed over (RFC 5869, section 3.3).
    pub(crate) fn fill(&self, purpose: &Binding, out: &mut [u8]) {
        let filled =
            Hkdf::<Sha256>::from_prk(self.0.as_slice()).is_ok_and(|hkdf| hkdf.expand(purpose.bytes(), out).is_ok());
        assert!(
            filled,
            "thirty-two bytes are a key and no purpose asks for more than 8,160 bytes"
        );
    }

    /// Whether two keys are the same, in constant time.
    pub(crate) fn same(&self, other: &Self) -> bool {
        self.0.as_slice().ct_eq(other.0.as_slice()).into()
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}
