//! The root key of a person: random, never derived, never stored except in slots.

use zeroize::Zeroizing;

use crate::OpenError;
use crate::hazmat::aead;
use crate::hazmat::binding::Binding;
use crate::hazmat::key::Key;
use crate::ids::{RowId, VaultId};

/// Thirty-two random bytes that open all that one person may read. Wiped on drop.
pub struct PersonRoot(Key);

impl PersonRoot {
    /// Makes a new root.
    #[must_use]
    pub fn make() -> Self {
        Self(Key::make())
    }

    pub(crate) fn from_key(key: Key) -> Self {
        Self(key)
    }

    pub(crate) fn key(&self) -> &Key {
        &self.0
    }

    /// Whether two roots are the same.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        self.0.same(&other.0)
    }

    /// The row under which this person's own record of one purpose lies: opaque to all others.
    #[must_use]
    pub fn row(&self, purpose: &str) -> RowId {
        RowId::new(self.0.mark(&Binding::new("evenhand/1/root-row").text(purpose)))
    }

    /// Seals a record of one purpose for this person alone, padded.
    #[must_use]
    pub fn seal(&self, purpose: &str, vault: VaultId, row: RowId, plaintext: &[u8]) -> Vec<u8> {
        aead::seal_padded(&self.key_for(purpose), &bound(purpose, vault, row), plaintext)
    }

    /// Opens what [`PersonRoot::seal`] gave.
    ///
    /// # Errors
    /// [`OpenError::Refused`] for another person, purpose, vault or row, or altered bytes.
    pub fn open(
        &self,
        purpose: &str,
        vault: VaultId,
        row: RowId,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        aead::open_padded(&self.key_for(purpose), &bound(purpose, vault, row), sealed)
    }

    fn key_for(&self, purpose: &str) -> Key {
        self.0.derive(&Binding::new("evenhand/1/root-seal").text(purpose))
    }
}

fn bound(purpose: &str, vault: VaultId, row: RowId) -> Binding {
    Binding::new("evenhand/1/own-record")
        .text(purpose)
        .fixed(vault.bytes())
        .fixed(row.bytes())
}
