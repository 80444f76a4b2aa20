//! Grant channels: how one person hands space keys to another.
//!
//! One encapsulation opens a channel from A to B; after it each space key is one row of the channel's ring ([`crate::ring`]). A worker
//! with a conflict gets no row, and that absence is the wall (SPS-8): there is nothing to open.
//!
//! Encapsulation bytes: `suite u8 | version u8 | encapsulation 1,120 | A's signature 64`. HPKE's base mode authenticates nobody, so the
//! signature is what tells B that the channel is A's.

use thiserror::Error;

use crate::OpenError;
use crate::hazmat::binding::Binding;
use crate::hazmat::key::Key;
use crate::hazmat::read::Reader;
use crate::hazmat::{SUITE_HYBRID, VERSION, hybrid, sign};
use crate::ids::{RowId, VaultId};
use crate::person::{PersonCard, PersonKeys, PersonRoot};

/// The size of an encapsulation, in bytes.
pub const ENCAPSULATION_SIZE: usize = 2 + hybrid::ENCAPSULATION_SIZE + 64;

const PURPOSE: &str = "grant-channel";

/// A channel from one person to another, in that direction. Wiped on drop.
pub struct Channel {
    secret: Key,
    vault: VaultId,
}

/// A channel could not be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ChannelError {
    /// The length is wrong.
    #[error("the grant is damaged: its length is wrong")]
    Length,
    /// A suite that is not known.
    #[error("the grant uses a way of sealing that is not known (suite {0})")]
    UnknownSuite(u8),
    /// A newer release wrote it.
    #[error("a newer release wrote this grant (version {0})")]
    NewerVersion(u8),
    /// Not signed by the person who is said to have sent it, or for other receivers or another vault.
    #[error("the grant is not signed by the person who is said to have sent it")]
    Signature,
    /// The key exchange itself was refused.
    #[error("the key exchange of this grant does not work")]
    Exchange,
}

fn parties(label: &'static str, vault: VaultId, from: &PersonCard, to: &PersonCard) -> Binding {
    Binding::new(label)
        .fixed(vault.bytes())
        .fixed(from.verifying_key())
        .fixed(to.fingerprint())
}

impl Channel {
    /// Opens a channel from `from` to `to`: the channel and the [`ENCAPSULATION_SIZE`] bytes for the receiver. The sender must keep
    /// [`Channel::seal_under`], because the secret cannot be derived again.
    ///
    /// # Errors
    /// [`ChannelError::Exchange`] when the receiver's key cannot be used.
    pub fn open_to(from: &PersonKeys, to: &PersonCard, vault: VaultId) -> Result<(Self, Vec<u8>), ChannelError> {
        let info = parties("evenhand/1/grant", vault, from.card(), to);
        let (encapsulation, secret) = hybrid::send_secret(to.receiving(), &info).map_err(|_| ChannelError::Exchange)?;
        let signed = parties("evenhand/1/grant-signature", vault, from.card(), to).slice(&encapsulation);
        let mut bytes = Vec::with_capacity(ENCAPSULATION_SIZE);
        bytes.extend_from_slice(&[SUITE_HYBRID, VERSION]);
        bytes.extend_from_slice(&encapsulation);
        bytes.extend_from_slice(&from.sign(&signed));
        Ok((Self { secret, vault }, bytes))
    }

    /// Accepts a channel that `from` opened to the holder of `to`.
    ///
    /// # Errors
    /// [`ChannelError::Signature`] when `from` did not sign it for this receiver, generation and vault; else what is wrong with the bytes.
    pub fn accept(to: &PersonKeys, bytes: &[u8], from: &PersonCard, vault: VaultId) -> Result<Self, ChannelError> {
        let mut reader = Reader::new(bytes);
        match (reader.u8(), reader.u8()) {
            (Some(SUITE_HYBRID), Some(VERSION)) => {}
            (Some(SUITE_HYBRID), Some(version)) => return Err(ChannelError::NewerVersion(version)),
            (Some(suite), Some(_)) => return Err(ChannelError::UnknownSuite(suite)),
            _ => return Err(ChannelError::Length),
        }
        let encapsulation = reader.take(hybrid::ENCAPSULATION_SIZE).ok_or(ChannelError::Length)?;
        let signature = reader.array().ok_or(ChannelError::Length)?;
        if !reader.is_done() {
            return Err(ChannelError::Length);
        }
        let signed = parties("evenhand/1/grant-signature", vault, from, to.card()).slice(encapsulation);
        if !sign::is_signed(&from.verifying_key(), &signed, &signature) {
            return Err(ChannelError::Signature);
        }
        let info = parties("evenhand/1/grant", vault, from, to.card());
        let secret = hybrid::receive_secret(to.seed(), encapsulation, &info).map_err(|_| ChannelError::Exchange)?;
        Ok(Self { secret, vault })
    }

    /// Seals one's own copy of the channel; stored under `row`. The receiver may do so too and spare the exchange at each unlock.
    #[must_use]
    pub fn seal_under(&self, root: &PersonRoot, row: RowId) -> Vec<u8> {
        root.seal(PURPOSE, self.vault, row, self.secret.expose())
    }

    /// Opens what [`Channel::seal_under`] gave.
    ///
    /// # Errors
    /// [`OpenError`] for another root, vault or row, or altered bytes.
    pub fn open_under(root: &PersonRoot, vault: VaultId, row: RowId, sealed: &[u8]) -> Result<Self, OpenError> {
        let plaintext = root.open(PURPOSE, vault, row, sealed)?;
        let secret = Key::copy_from(&plaintext).ok_or(OpenError::Shape)?;
        Ok(Self { secret, vault })
    }

    pub(crate) const fn secret(&self) -> &Key {
        &self.secret
    }

    pub(crate) const fn vault(&self) -> VaultId {
        self.vault
    }
}
