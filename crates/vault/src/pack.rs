//! A pack: every key that one person holds, in one seal under their own root, so that thousands need not be opened one by one.
//!
//! Bytes before the seal: for each key `label 21 | lane 16 | key 32`. It is a copy: the rings are what counts, and whoever takes a key from
//! a ring deletes the pack (SPS-8).

use zeroize::Zeroizing;

use crate::OpenError;
use crate::hazmat::key::Key;
use crate::ids::{RowId, VaultId};
use crate::person::PersonRoot;
use crate::ring::LABEL_SIZE;
use crate::space::SpaceKey;

const LANE_SIZE: usize = 16;
const SIZE: usize = LABEL_SIZE + LANE_SIZE + 32;

/// One key of a pack.
pub struct PackedKey {
    /// Which space and epoch, in the engine's own writing.
    pub label: [u8; LABEL_SIZE],
    /// The lane of the key, so that it need not be worked out.
    pub lane: [u8; LANE_SIZE],
    /// The key.
    pub key: SpaceKey,
}

/// Seals keys, each with its label and lane, for this person alone.
#[must_use]
pub fn seal_pack<'a>(
    root: &PersonRoot,
    (purpose, vault, row): (&str, VaultId, RowId),
    keys: impl ExactSizeIterator<Item = ([u8; LABEL_SIZE], [u8; LANE_SIZE], &'a SpaceKey)>,
) -> Vec<u8> {
    // The whole size at once: a buffer that grows leaves keys behind where it was.
    let mut plaintext = Zeroizing::new(Vec::with_capacity(keys.len() * SIZE));
    for (label, lane, key) in keys {
        plaintext.extend_from_slice(&label);
        plaintext.extend_from_slice(&lane);
        plaintext.extend_from_slice(key.key().expose());
    }
    root.seal(purpose, vault, row, &plaintext)
}

/// Opens what [`seal_pack`] gave, in the same order.
///
/// # Errors
/// [`OpenError::Refused`] for another person, purpose, vault or row, or altered bytes.
pub fn open_pack(
    root: &PersonRoot,
    (purpose, vault, row): (&str, VaultId, RowId),
    sealed: &[u8],
) -> Result<Vec<PackedKey>, OpenError> {
    let plaintext = root.open(purpose, vault, row, sealed)?;
    let (keys, rest) = plaintext.as_chunks::<SIZE>();
    if !rest.is_empty() {
        return Err(OpenError::Shape);
    }
    let unpack = |packed: &[u8; SIZE]| {
        let (label, rest) = packed.split_first_chunk()?;
        let (lane, key) = rest.split_first_chunk()?;
        let key = Key::copy_from(key).map(SpaceKey::from_key)?;
        Some(PackedKey {
            label: *label,
            lane: *lane,
            key,
        })
    };
    keys.iter()
        .map(|packed| unpack(packed).ok_or(OpenError::Shape))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_gives_every_key_back_to_its_owner_alone() {
        let (root, other) = (PersonRoot::make(), PersonRoot::make());
        let place = ("pack", VaultId::make(), RowId::make());
        let keys: Vec<_> = (0..50u8).map(|at| ([at; LABEL_SIZE], SpaceKey::make())).collect();
        let listed = keys.iter().map(|(label, key)| (*label, key.lane(), key));
        let sealed = seal_pack(&root, place, listed);
        let opened = open_pack(&root, place, &sealed).unwrap();
        assert_eq!(opened.len(), keys.len());
        for (opened, (label, key)) in opened.iter().zip(&keys) {
            assert!(opened.label == *label && opened.lane == key.lane() && opened.key.key().same(key.key()));
        }
        assert_eq!(open_pack(&other, place, &sealed).err(), Some(OpenError::Refused));
        assert_eq!(
            open_pack(&root, ("pack", place.1, RowId::make()), &sealed).err(),
            Some(OpenError::Refused)
        );
        let odd = root.seal(place.0, place.1, place.2, &[1; SIZE + 1]);
        assert_eq!(open_pack(&root, place, &odd).err(), Some(OpenError::Shape));
    }
}
