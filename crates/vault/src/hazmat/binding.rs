//! What a seal is bound to, written unambiguously.

use sha2::{Digest, Sha256};

/// A label and the fields after it. Fields of fixed size stand as they are, all others after their length, so no two lists of fields
/// give the same bytes. It serves as associated data, as HKDF `info`, as what is signed and as what is hashed.
pub(crate) struct Binding(Vec<u8>);

impl Binding {
    /// Begins with a label that names the format and the purpose, such as `evenhand/1/event`.
    pub(crate) fn new(label: &'static str) -> Self {
        Self(Vec::with_capacity(128)).text(label)
    }

    /// Appends one byte.
    pub(crate) fn u8(mut self, value: u8) -> Self {
        self.0.push(value);
        self
    }

    /// Appends four bytes, least significant first.
    pub(crate) fn u32(mut self, value: u32) -> Self {
        self.0.extend_from_slice(&value.to_le_bytes());
        self
    }

    /// Appends an array of fixed size as it is.
    pub(crate) fn fixed<const N: usize>(mut self, bytes: [u8; N]) -> Self {
        self.0.extend_from_slice(&bytes);
        self
    }

    /// Appends a length of eight bytes and then the bytes.
    pub(crate) fn slice(mut self, bytes: &[u8]) -> Self {
        self.0.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        self.0.extend_from_slice(bytes);
        self
    }

    /// Appends a text as [`Binding::slice`] does.
    pub(crate) fn text(self, text: &str) -> Self {
        self.slice(text.as_bytes())
    }

    /// The bytes so far.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// SHA-256 over the bytes.
    pub(crate) fn hash(&self) -> [u8; 32] {
        Sha256::digest(&self.0).into()
    }
}
