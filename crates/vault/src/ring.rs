//! A ring of keys: stored rows, each with one space key and the label that says which space and epoch it is of.
//!
//! Whoever has the ring finds all its keys by their common beginning; for everybody else a row is random bytes. A person has one ring
//! of their own, and each grant channel is one more, from the sender to the receiver (SPS-8: who has no row has no key).
//!
//! This is the one way by which space keys are stored and handed on. Rows of a ring begin alike so that a person finds their keys by
//! one read of a prefix. What that shows to whoever has the disk is how many keys a ring holds: not whose they are, nor of what.
//!
//! Row key: `mark 16 | row 16`. Value: a seal over `label 21 | key 32`, bound to the vault and the row key.

use zeroize::Zeroizing;

use crate::OpenError;
use crate::grant::Channel;
use crate::hazmat::aead;
use crate::hazmat::binding::Binding;
use crate::hazmat::key::Key;
use crate::ids::{SpaceId, VaultId};
use crate::person::PersonRoot;
use crate::space::SpaceKey;

/// The size of a label, in bytes. All labels have it, so that all rows look alike.
pub const LABEL_SIZE: usize = 21;
/// The size of a row key, in bytes.
pub const ROW_SIZE: usize = 16 + 16;
/// The size of a sealed key, in bytes.
pub const SEALED_SIZE: usize = aead::OVERHEAD + LABEL_SIZE + 32;

/// A ring of space keys. Wiped on drop.
pub struct Ring {
    secret: Key,
    vault: VaultId,
}

/// One key of a ring, opened.
pub struct RingKey {
    /// Which space and epoch, in the engine's own writing.
    pub label: [u8; LABEL_SIZE],
    /// The key.
    pub key: SpaceKey,
}

impl Ring {
    /// What every row of this ring begins with.
    #[must_use]
    pub fn mark(&self) -> [u8; 16] {
        self.secret
            .mark(&Binding::new("evenhand/1/ring-mark").fixed(self.vault.bytes()))
    }

    /// The row of the key with this label, [`ROW_SIZE`] bytes: the mark, then sixteen bytes that say nothing.
    #[must_use]
    pub fn row(&self, label: &[u8; LABEL_SIZE]) -> Vec<u8> {
        let row = self.secret.mark(
            &Binding::new("evenhand/1/ring-row")
                .fixed(self.vault.bytes())
                .fixed(*label),
        );
        [self.mark(), row].concat()
    }

    /// Seals a key with its label for [`Ring::row`]: [`SEALED_SIZE`] bytes.
    #[must_use]
    pub fn seal(&self, label: &[u8; LABEL_SIZE], key: &SpaceKey) -> Vec<u8> {
        let plaintext = Zeroizing::new([label.as_slice(), key.key().expose()].concat());
        aead::seal(&self.key(), &self.bound(&self.row(label)), &plaintext)
    }

    /// Opens a row.
    ///
    /// # Errors
    /// [`OpenError::Refused`] for another ring, vault or row, or altered bytes.
    pub fn open(&self, row: &[u8], sealed: &[u8]) -> Result<RingKey, OpenError> {
        let plaintext = aead::open(&self.key(), &self.bound(row), sealed)?;
        let (label, key) = plaintext.split_first_chunk().ok_or(OpenError::Shape)?;
        let key = Key::copy_from(key).map(SpaceKey::from_key).ok_or(OpenError::Shape)?;
        Ok(RingKey { label: *label, key })
    }

    fn key(&self) -> Key {
        self.secret.derive(&Binding::new("evenhand/1/ring-seal"))
    }

    fn bound(&self, row: &[u8]) -> Binding {
        Binding::new("evenhand/1/ring").fixed(self.vault.bytes()).slice(row)
    }
}

impl PersonRoot {
    /// The ring of keys that this person laid down for themself.
    #[must_use]
    pub fn ring(&self, vault: VaultId) -> Ring {
        Ring {
            secret: self.key().derive(&Binding::new("evenhand/1/root-ring")),
            vault,
        }
    }
}

impl Channel {
    /// The ring of keys that the sender handed to the receiver.
    #[must_use]
    pub fn ring(&self) -> Ring {
        Ring {
            secret: self.secret().derive(&Binding::new("evenhand/1/channel-ring")),
            vault: self.vault(),
        }
    }
}

impl SpaceId {
    /// The identifier of the space that a label names.
    #[must_use]
    pub fn of_label(label: &[u8]) -> Self {
        let hash = Binding::new("evenhand/1/space-id").slice(label).hash();
        let mut id = [0; 16];
        id.copy_from_slice(&hash[..16]);
        Self::new(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_plaintext_of_another_length_is_not_taken_for_a_key() {
        let ring = PersonRoot::make().ring(VaultId::make());
        let row = ring.row(&[1; LABEL_SIZE]);
        for length in [0, LABEL_SIZE - 1, LABEL_SIZE, LABEL_SIZE + 31, LABEL_SIZE + 33] {
            let sealed = aead::seal(&ring.key(), &ring.bound(&row), &vec![1; length]);
            assert_eq!(
                ring.open(&row, &sealed).err(),
                Some(OpenError::Shape),
                "length {length}"
            );
        }
    }
}
