//! The signing key of one person's log on one device, and the certificate that says so.
//!
//! Certificate bytes: `version u8 | device 16 | log verifying key 32 | signature 64`.

use p2panda_core::SigningKey;
use thiserror::Error;
use zeroize::Zeroizing;

use super::card::PersonCard;
use super::keys::PersonKeys;
use super::root::PersonRoot;
use crate::OpenError;
use crate::hazmat::binding::Binding;
use crate::hazmat::key::Key;
use crate::hazmat::read::Reader;
use crate::hazmat::{VERSION, sign};
use crate::ids::{DeviceId, RowId, VaultId};

const PURPOSE: &str = "log-key";

/// Signs one person's log on one device. A restore, a pairing or a copied profile makes a new one: to go on with an old log elsewhere
/// is to fork it. Wiped on drop.
pub struct LogKey {
    signing: SigningKey,
    device: DeviceId,
}

/// A log whose author a certificate proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CertifiedLog {
    /// The device that writes it.
    pub device: DeviceId,
    /// The verifying key of the log: the author in every header.
    pub author: [u8; 32],
}

/// A certificate that proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CertificateError {
    /// The length is wrong.
    #[error("the certificate is damaged: its length is wrong")]
    Length,
    /// A newer release wrote it.
    #[error("a newer release wrote this certificate (version {0})")]
    NewerVersion(u8),
    /// Not signed by this person for this vault.
    #[error("the certificate is not signed by this person for this vault")]
    Signature,
}

fn bound(vault: VaultId, device: DeviceId, author: [u8; 32]) -> Binding {
    Binding::new("evenhand/1/log-certificate")
        .fixed(vault.bytes())
        .fixed(device.bytes())
        .fixed(author)
}

impl LogKey {
    /// Makes the key of a new log on a device.
    #[must_use]
    pub fn make(device: DeviceId) -> Self {
        Self {
            signing: sign::make(),
            device,
        }
    }

    /// The device it belongs to.
    #[must_use]
    pub const fn device(&self) -> DeviceId {
        self.device
    }

    /// The verifying key: the author in every header of this log.
    #[must_use]
    pub fn author(&self) -> [u8; 32] {
        *self.signing.verifying_key().as_bytes()
    }

    pub(crate) const fn signing(&self) -> &SigningKey {
        &self.signing
    }

    /// Seals the key for its owner; stored under `row`. It opens for the same device alone.
    #[must_use]
    pub fn seal_under(&self, root: &PersonRoot, vault: VaultId, row: RowId) -> Vec<u8> {
        let mut plaintext = Zeroizing::new(Vec::with_capacity(49));
        plaintext.push(VERSION);
        plaintext.extend_from_slice(&self.device.bytes());
        plaintext.extend_from_slice(self.signing.as_bytes());
        root.seal(PURPOSE, vault, row, &plaintext)
    }

    /// Opens what [`LogKey::seal_under`] gave.
    ///
    /// # Errors
    /// [`OpenError::Refused`] for another root, vault, row or device, or altered bytes.
    pub fn open_under(
        root: &PersonRoot,
        vault: VaultId,
        device: DeviceId,
        row: RowId,
        sealed: &[u8],
    ) -> Result<Self, OpenError> {
        let plaintext = root.open(PURPOSE, vault, row, sealed)?;
        let mut reader = Reader::new(&plaintext);
        match reader.u8() {
            Some(VERSION) => {}
            Some(other) => return Err(OpenError::NewerVersion(other)),
            None => return Err(OpenError::Shape),
        }
        if reader.array().map(DeviceId::new) != Some(device) {
            return Err(OpenError::Refused);
        }
        let seed = Key::copy_from(reader.rest()).ok_or(OpenError::Shape)?;
        Ok(Self {
            signing: SigningKey::from_bytes(seed.expose()),
            device,
        })
    }
}

impl PersonKeys {
    /// Certifies with the identity key that a log on a device is this person's: 113 bytes, not secret.
    #[must_use]
    pub fn certify(&self, vault: VaultId, log: &LogKey) -> Vec<u8> {
        let author = log.author();
        let signature = self.sign(&bound(vault, log.device, author));
        let mut bytes = Vec::with_capacity(113);
        bytes.push(VERSION);
        bytes.extend_from_slice(&log.device.bytes());
        bytes.extend_from_slice(&author);
        bytes.extend_from_slice(&signature);
        bytes
    }
}

/// Checks a certificate against the card of the person who is said to have signed it.
///
/// # Errors
/// [`CertificateError`].
pub fn verify_certificate(card: &PersonCard, vault: VaultId, bytes: &[u8]) -> Result<CertifiedLog, CertificateError> {
    let mut reader = Reader::new(bytes);
    match reader.u8() {
        Some(VERSION) => {}
        Some(other) => return Err(CertificateError::NewerVersion(other)),
        None => return Err(CertificateError::Length),
    }
    let device = DeviceId::new(reader.array().ok_or(CertificateError::Length)?);
    let author = reader.array().ok_or(CertificateError::Length)?;
    let signature = reader.array().ok_or(CertificateError::Length)?;
    if !reader.is_done() {
        return Err(CertificateError::Length);
    }
    if !sign::is_signed(&card.verifying_key(), &bound(vault, device, author), &signature) {
        return Err(CertificateError::Signature);
    }
    Ok(CertifiedLog { device, author })
}
