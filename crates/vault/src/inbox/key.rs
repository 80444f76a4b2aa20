//! The key pair of an inbox.
//!
//! Public bytes: `suite u8 | version u8 | X-Wing public key 1,216`; as text, base64url without padding.

use data_encoding::BASE64URL_NOPAD;
use thiserror::Error;
use zeroize::Zeroizing;

use crate::OpenError;
use crate::export::words_of;
use crate::hazmat::binding::Binding;
use crate::hazmat::hybrid::Receiver;
use crate::hazmat::key::Key;
use crate::hazmat::read::Reader;
use crate::hazmat::{SUITE_HYBRID, VERSION, hybrid};
use crate::ids::{RowId, VaultId};
use crate::person::PersonRoot;

const PURPOSE: &str = "inbox-key";

/// Opens what is locked to an inbox. Wiped on drop.
pub struct InboxSecret {
    seed: Key,
    receiver: Receiver,
    public: InboxPublic,
}

/// The published key of an inbox.
#[derive(Clone, PartialEq, Eq)]
pub struct InboxPublic(Vec<u8>);

/// A published key that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum InboxPublicError {
    /// The text is not base64url.
    #[error("the key is not written as it should be: letters are missing or wrong")]
    Text,
    /// The length is wrong.
    #[error("the key has the wrong length")]
    Length,
    /// A suite that is not known.
    #[error("the key is of a kind that is not known (suite {0})")]
    UnknownSuite(u8),
    /// A newer release wrote it.
    #[error("a newer release wrote this key (version {0})")]
    NewerVersion(u8),
    /// The bytes are no X-Wing key.
    #[error("the bytes are no key")]
    NotAKey,
}

impl InboxSecret {
    /// Makes a new pair.
    #[must_use]
    pub fn make() -> Self {
        Self::from_seed(Key::make())
    }

    fn from_seed(seed: Key) -> Self {
        let receiver = Receiver::of(&seed);
        let public = InboxPublic(receiver.public());
        Self { seed, receiver, public }
    }

    /// The half to publish.
    #[must_use]
    pub const fn public(&self) -> &InboxPublic {
        &self.public
    }

    /// The seed, to be written into an event that is then sealed, and nowhere else.
    #[must_use]
    pub fn expose_for_event(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(*self.seed.expose())
    }

    /// The pair out of an opened event; `None` unless there are thirty-two bytes.
    #[must_use]
    pub fn from_event(bytes: &[u8]) -> Option<Self> {
        Key::copy_from(bytes).map(Self::from_seed)
    }

    /// Seals the pair for one person; stored under `row`.
    #[must_use]
    pub fn seal_under(&self, root: &PersonRoot, vault: VaultId, row: RowId) -> Vec<u8> {
        root.seal(PURPOSE, vault, row, self.seed.expose())
    }

    /// Opens what [`InboxSecret::seal_under`] gave.
    ///
    /// # Errors
    /// [`OpenError`] for another root, vault or row, or altered bytes.
    pub fn open_under(root: &PersonRoot, vault: VaultId, row: RowId, sealed: &[u8]) -> Result<Self, OpenError> {
        let seed = root.open(PURPOSE, vault, row, sealed)?;
        Self::from_event(&seed).ok_or(OpenError::Shape)
    }

    pub(super) const fn receiver(&self) -> &Receiver {
        &self.receiver
    }
}

impl InboxPublic {
    /// The 1,218 bytes to publish.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        [[SUITE_HYBRID, VERSION].as_slice(), &self.0].concat()
    }

    /// Reads published bytes.
    ///
    /// # Errors
    /// [`InboxPublicError`].
    pub fn decode(bytes: &[u8]) -> Result<Self, InboxPublicError> {
        let mut reader = Reader::new(bytes);
        match (reader.u8(), reader.u8()) {
            (Some(SUITE_HYBRID), Some(VERSION)) => {}
            (Some(SUITE_HYBRID), Some(version)) => return Err(InboxPublicError::NewerVersion(version)),
            (Some(suite), Some(_)) => return Err(InboxPublicError::UnknownSuite(suite)),
            _ => return Err(InboxPublicError::Length),
        }
        let key = reader.rest();
        if key.len() != hybrid::PUBLIC_SIZE {
            return Err(InboxPublicError::Length);
        }
        if !hybrid::is_public(key) {
            return Err(InboxPublicError::NotAKey);
        }
        Ok(Self(key.to_vec()))
    }

    /// The key as text for `service.json`: base64url without padding.
    #[must_use]
    pub fn to_text(&self) -> String {
        BASE64URL_NOPAD.encode(&self.encode())
    }

    /// Reads what [`InboxPublic::to_text`] gave; white space around it is allowed.
    ///
    /// # Errors
    /// [`InboxPublicError`].
    pub fn from_text(text: &str) -> Result<Self, InboxPublicError> {
        let bytes = BASE64URL_NOPAD
            .decode(text.trim().as_bytes())
            .map_err(|_| InboxPublicError::Text)?;
        Self::decode(&bytes)
    }

    fn digest(&self) -> [u8; 32] {
        Binding::new("evenhand/1/inbox-key").slice(&self.0).hash()
    }

    /// Eight bytes that say which key a form is locked to.
    #[must_use]
    pub fn key_id(&self) -> [u8; 8] {
        let mut id = [0; 8];
        id.copy_from_slice(&self.digest()[24..]);
        id
    }

    /// Six words (66 bits) by which people know the key: on the public page, the leaflet and the workspace. They come from other bits
    /// of the hash than the key id, so that the two cannot be matched separately.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        words_of(&self.digest()[..9])
    }

    pub(super) fn key(&self) -> &[u8] {
        &self.0
    }
}
