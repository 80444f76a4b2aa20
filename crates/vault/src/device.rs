//! What a device keeps in the clear: which vault, which device, and how a passphrase is stretched.
//!
//! Bytes: `"EVHD" | version u8 | suite u8 | vault 16 | device 16 | salt 16 | memory u32 | passes u32 | lanes u32`.

use thiserror::Error;

use crate::hazmat::read::Reader;
use crate::hazmat::{SUITE_ARGON2ID, VERSION, random};
use crate::ids::{DeviceId, VaultId};

const MAGIC: &[u8; 4] = b"EVHD";

/// How hard a passphrase is stretched (Argon2id, RFC 9106).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfParams {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// A device header that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum HeaderError {
    /// The bytes are something else.
    #[error("these bytes are no device header")]
    NotAHeader,
    /// The bytes end too early or go on too long.
    #[error("the device header is damaged: its length is wrong")]
    Length,
    /// A newer release wrote it.
    #[error("a newer release wrote this device header (version {0})")]
    NewerVersion(u8),
    /// A way of stretching that this release does not know.
    #[error("the device header asks for a way of stretching that is not known (suite {0})")]
    UnknownSuite(u8),
    /// Stretching would be below 19 MiB, two passes and one lane: somebody may have weakened it.
    #[error("the device header asks for weaker stretching than is allowed")]
    TooWeak,
    /// Stretching would be above 256 MiB, ten passes or four lanes: somebody may want to block the device.
    #[error("the device header asks for more stretching than is allowed")]
    TooCostly,
}

impl KdfParams {
    /// Checks parameters: memory in KiB from 19 MiB to 256 MiB, passes from 2 to 10, lanes from 1 to 4.
    ///
    /// # Errors
    /// [`HeaderError::TooWeak`] or [`HeaderError::TooCostly`].
    pub const fn new(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self, HeaderError> {
        if memory_kib < 19 * 1024 || passes < 2 || lanes < 1 {
            return Err(HeaderError::TooWeak);
        }
        if memory_kib > 256 * 1024 || passes > 10 || lanes > 4 {
            return Err(HeaderError::TooCostly);
        }
        Ok(Self {
            memory_kib,
            passes,
            lanes,
        })
    }

    /// What every device uses: 64 MiB, three passes, one lane (the second choice of RFC 9106, with the lanes a browser has).
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            memory_kib: 64 * 1024,
            passes: 3,
            lanes: 1,
        }
    }

    /// The least that is accepted: 19 MiB, two passes, one lane. For quick tests.
    #[must_use]
    pub const fn floor() -> Self {
        Self {
            memory_kib: 19 * 1024,
            passes: 2,
            lanes: 1,
        }
    }

    /// Memory in KiB.
    #[must_use]
    pub const fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    /// Passes over the memory.
    #[must_use]
    pub const fn passes(self) -> u32 {
        self.passes
    }

    /// Lanes.
    #[must_use]
    pub const fn lanes(self) -> u32 {
        self.lanes
    }
}

/// The header of a device. Nothing in it is secret or names a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeviceHeader {
    vault: VaultId,
    device: DeviceId,
    salt: [u8; 16],
    kdf: KdfParams,
}

impl DeviceHeader {
    /// Makes the header of a new device with the standard stretching.
    #[must_use]
    pub fn make(vault: VaultId) -> Self {
        Self::make_with(vault, KdfParams::standard())
    }

    /// Makes the header of a new device with chosen stretching.
    #[must_use]
    pub fn make_with(vault: VaultId, kdf: KdfParams) -> Self {
        Self {
            vault,
            device: DeviceId::make(),
            salt: random::bytes(),
            kdf,
        }
    }

    /// The vault.
    #[must_use]
    pub const fn vault(&self) -> VaultId {
        self.vault
    }

    /// The device.
    #[must_use]
    pub const fn device(&self) -> DeviceId {
        self.device
    }

    /// How a passphrase is stretched here.
    #[must_use]
    pub const fn kdf(&self) -> KdfParams {
        self.kdf
    }

    pub(crate) const fn salt(&self) -> &[u8; 16] {
        &self.salt
    }

    /// The 66 bytes to store.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(66);
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&[VERSION, SUITE_ARGON2ID]);
        bytes.extend_from_slice(&self.vault.bytes());
        bytes.extend_from_slice(&self.device.bytes());
        bytes.extend_from_slice(&self.salt);
        for number in [self.kdf.memory_kib, self.kdf.passes, self.kdf.lanes] {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        bytes
    }

    /// Reads stored bytes.
    ///
    /// # Errors
    /// [`HeaderError`]: what is weaker or costlier than allowed is refused, so a changed header cannot make guessing cheap.
    pub fn decode(bytes: &[u8]) -> Result<Self, HeaderError> {
        let mut reader = Reader::new(bytes);
        if reader.take(4) != Some(MAGIC.as_slice()) {
            return Err(HeaderError::NotAHeader);
        }
        let version = reader.u8().ok_or(HeaderError::Length)?;
        if version != VERSION {
            return Err(HeaderError::NewerVersion(version));
        }
        let suite = reader.u8().ok_or(HeaderError::Length)?;
        if suite != SUITE_ARGON2ID {
            return Err(HeaderError::UnknownSuite(suite));
        }
        let mut body = || {
            let ids = (reader.array()?, reader.array()?, reader.array()?);
            let numbers = (reader.u32()?, reader.u32()?, reader.u32()?);
            reader.is_done().then_some((ids, numbers))
        };
        let ((vault, device, salt), (memory, passes, lanes)) = body().ok_or(HeaderError::Length)?;
        let kdf = KdfParams::new(memory, passes, lanes)?;
        Ok(Self {
            vault: VaultId::new(vault),
            device: DeviceId::new(device),
            salt,
            kdf,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_reads_back() {
        let header = DeviceHeader::make(VaultId::make());
        let bytes = header.encode();
        assert_eq!(bytes.len(), 66);
        assert_eq!(DeviceHeader::decode(&bytes), Ok(header));
        for length in 0..66 {
            assert!(DeviceHeader::decode(&bytes[..length]).is_err());
        }
        assert_eq!(
            DeviceHeader::decode(&[bytes.as_slice(), &[0]].concat()),
            Err(HeaderError::Length)
        );
    }

    #[test]
    fn a_downgrade_of_the_stretching_is_refused() {
        let bytes = DeviceHeader::make(VaultId::make()).encode();
        let with = |at: usize, value: u32| {
            let mut changed = bytes.clone();
            changed[at..at + 4].copy_from_slice(&value.to_le_bytes());
            DeviceHeader::decode(&changed)
        };
        assert_eq!(with(54, 19 * 1024 - 1), Err(HeaderError::TooWeak));
        assert_eq!(with(58, 1), Err(HeaderError::TooWeak));
        assert_eq!(with(62, 0), Err(HeaderError::TooWeak));
        assert_eq!(with(54, 256 * 1024 + 1), Err(HeaderError::TooCostly));
        assert_eq!(with(58, 11), Err(HeaderError::TooCostly));
        assert_eq!(with(62, 5), Err(HeaderError::TooCostly));
    }

    #[test]
    fn what_is_newer_or_something_else_is_told_apart() {
        let mut bytes = DeviceHeader::make(VaultId::make()).encode();
        bytes[5] = 7;
        assert_eq!(DeviceHeader::decode(&bytes), Err(HeaderError::UnknownSuite(7)));
        bytes[4] = 2;
        assert_eq!(DeviceHeader::decode(&bytes), Err(HeaderError::NewerVersion(2)));
        bytes[0] = 0;
        assert_eq!(DeviceHeader::decode(&bytes), Err(HeaderError::NotAHeader));
        assert_eq!(DeviceHeader::decode(b""), Err(HeaderError::NotAHeader));
    }
}
