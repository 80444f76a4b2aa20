//! The public half of a person's keys.
//!
//! Bytes: `suite u8 | version u8 | generation u32 | verifying key 32 | X-Wing public key 1,216 | signature 64`.

use p2panda_core::SigningKey;
use thiserror::Error;

use crate::export::words_of;
use crate::hazmat::binding::Binding;
use crate::hazmat::read::Reader;
use crate::hazmat::{SUITE_HYBRID, VERSION, hybrid, sign};

/// The size of an encoded card, in bytes.
pub const CARD_SIZE: usize = 2 + 4 + 32 + hybrid::PUBLIC_SIZE + 64;

/// A person's verifying key and X-Wing public key. The first signs the second, so nobody can put another receiving key in its place.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonCard {
    generation: u32,
    verifying: [u8; 32],
    receiving: Vec<u8>,
    signature: [u8; 64],
}

/// Bytes that are no card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CardError {
    /// The length is wrong.
    #[error("the card is damaged: its length is wrong")]
    Length,
    /// A suite that is not known.
    #[error("the card uses keys of a kind that is not known (suite {0})")]
    UnknownSuite(u8),
    /// A newer release wrote it.
    #[error("a newer release wrote this card (version {0})")]
    NewerVersion(u8),
    /// One of the keys is not a key.
    #[error("the card holds bytes that are no key")]
    NotAKey,
    /// The card is not signed by its own identity.
    #[error("the card is not signed by the person whose card it claims to be")]
    Signature,
}

fn bound(generation: u32, verifying: [u8; 32], receiving: &[u8]) -> Binding {
    Binding::new("evenhand/1/person-card")
        .u32(generation)
        .fixed(verifying)
        .slice(receiving)
}

impl PersonCard {
    pub(super) fn sign(identity: &SigningKey, generation: u32, receiving: Vec<u8>) -> Self {
        let verifying = *identity.verifying_key().as_bytes();
        let signature = sign::sign(identity, &bound(generation, verifying, &receiving));
        Self {
            generation,
            verifying,
            receiving,
            signature,
        }
    }

    /// Counts the X-Wing keys of this person, from 1.
    #[must_use]
    pub const fn generation(&self) -> u32 {
        self.generation
    }

    /// The Ed25519 verifying key: who this person is, for good.
    #[must_use]
    pub const fn verifying_key(&self) -> [u8; 32] {
        self.verifying
    }

    /// SHA-256 over all of the card's keys.
    #[must_use]
    pub fn fingerprint(&self) -> [u8; 32] {
        bound(self.generation, self.verifying, &self.receiving).hash()
    }

    /// Six words of the fingerprint, for two people who compare it.
    #[must_use]
    pub fn fingerprint_words(&self) -> String {
        words_of(&self.fingerprint()[..9])
    }

    pub(crate) fn receiving(&self) -> &[u8] {
        &self.receiving
    }

    /// The [`CARD_SIZE`] bytes to hand on.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(CARD_SIZE);
        bytes.extend_from_slice(&[SUITE_HYBRID, VERSION]);
        bytes.extend_from_slice(&self.generation.to_le_bytes());
        bytes.extend_from_slice(&self.verifying);
        bytes.extend_from_slice(&self.receiving);
        bytes.extend_from_slice(&self.signature);
        bytes
    }

    /// Reads a card and checks that its identity signed it. Whether that identity is to be trusted is for the caller to know.
    ///
    /// # Errors
    /// [`CardError`].
    pub fn decode(bytes: &[u8]) -> Result<Self, CardError> {
        let mut reader = Reader::new(bytes);
        match (reader.u8(), reader.u8()) {
            (Some(SUITE_HYBRID), Some(VERSION)) => {}
            (Some(SUITE_HYBRID), Some(version)) => return Err(CardError::NewerVersion(version)),
            (Some(suite), Some(_)) => return Err(CardError::UnknownSuite(suite)),
            _ => return Err(CardError::Length),
        }
        let generation = reader.u32().ok_or(CardError::Length)?;
        let verifying = reader.array().ok_or(CardError::Length)?;
        let receiving = reader.take(hybrid::PUBLIC_SIZE).ok_or(CardError::Length)?.to_vec();
        let signature = reader.array().ok_or(CardError::Length)?;
        if !reader.is_done() {
            return Err(CardError::Length);
        }
        if !hybrid::is_public(&receiving) {
            return Err(CardError::NotAKey);
        }
        if !sign::is_signed(&verifying, &bound(generation, verifying, &receiving), &signature) {
            return Err(CardError::Signature);
        }
        Ok(Self {
            generation,
            verifying,
            receiving,
            signature,
        })
    }
}
