//! The key pairs of a person: Ed25519 for signing, X-Wing for receiving.

use p2panda_core::SigningKey;
use zeroize::Zeroizing;

use super::card::PersonCard;
use super::root::PersonRoot;
use crate::OpenError;
use crate::hazmat::binding::Binding;
use crate::hazmat::key::Key;
use crate::hazmat::read::Reader;
use crate::hazmat::{VERSION, hybrid, sign};
use crate::ids::{RowId, VaultId};

const PURPOSE: &str = "person-keys";

/// A person's identity (signing) key, X-Wing seed and the generation of that seed. Wiped on drop.
pub struct PersonKeys {
    identity: SigningKey,
    seed: Key,
    generation: u32,
    card: PersonCard,
}

impl PersonKeys {
    /// Makes new keys, generation 1.
    #[must_use]
    pub fn make() -> Self {
        Self::assemble(sign::make(), Key::make(), 1)
    }

    /// The same person with a new X-Wing seed: the identity stays and the generation rises by one. Old channels open with the old
    /// keys alone, so once these are destroyed old copies stay closed.
    #[must_use]
    pub fn renew(&self) -> Self {
        Self::assemble(self.identity.clone(), Key::make(), self.generation.saturating_add(1))
    }

    fn assemble(identity: SigningKey, seed: Key, generation: u32) -> Self {
        let public = hybrid::public_of(&seed);
        let card = PersonCard::sign(&identity, generation, public);
        Self {
            identity,
            seed,
            generation,
            card,
        }
    }

    /// Counts the X-Wing seeds of this person, from 1.
    #[must_use]
    pub const fn generation(&self) -> u32 {
        self.generation
    }

    /// The public half, for the others.
    #[must_use]
    pub const fn card(&self) -> &PersonCard {
        &self.card
    }

    /// Seals the keys for their owner alone; stored under `row`.
    #[must_use]
    pub fn seal_under(&self, root: &PersonRoot, vault: VaultId, row: RowId) -> Vec<u8> {
        let mut plaintext = Zeroizing::new(Vec::with_capacity(69));
        plaintext.push(VERSION);
        plaintext.extend_from_slice(&self.generation.to_le_bytes());
        plaintext.extend_from_slice(self.identity.as_bytes());
        plaintext.extend_from_slice(self.seed.expose());
        root.seal(PURPOSE, vault, row, &plaintext)
    }

    /// Opens what [`PersonKeys::seal_under`] gave.
    ///
    /// # Errors
    /// [`OpenError`] for another root, vault or row, or altered bytes.
    pub fn open_under(root: &PersonRoot, vault: VaultId, row: RowId, sealed: &[u8]) -> Result<Self, OpenError> {
        let plaintext = root.open(PURPOSE, vault, row, sealed)?;
        let mut reader = Reader::new(&plaintext);
        match reader.u8() {
            Some(VERSION) => {}
            Some(other) => return Err(OpenError::NewerVersion(other)),
            None => return Err(OpenError::Shape),
        }
        let generation = reader.u32().ok_or(OpenError::Shape)?;
        let identity = Key::copy_from(reader.take(32).ok_or(OpenError::Shape)?).ok_or(OpenError::Shape)?;
        let seed = Key::copy_from(reader.rest()).ok_or(OpenError::Shape)?;
        Ok(Self::assemble(
            SigningKey::from_bytes(identity.expose()),
            seed,
            generation,
        ))
    }

    pub(crate) const fn seed(&self) -> &Key {
        &self.seed
    }

    pub(crate) fn sign(&self, bound: &Binding) -> [u8; 64] {
        sign::sign(&self.identity, bound)
    }
}
