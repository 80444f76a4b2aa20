//! Backups: everything the store holds, as one file that a printed recovery code opens.
//!
//! A backup never holds a passphrase slot that opens without the header of the device it was made on, so whoever finds one has nothing to
//! guess at.
//!
//! Bytes: `"EVHB" | version u8 | suite u8 | vault 16 | backup 16 | wrapped key 90 | slots u8 | (row 16 | slot 91) for each`, then a
//! file in chunks (see the space module) whose key also depends on the SHA-256 of all that stands before it. Slots are filled up with
//! random ones to a multiple of eight, so their number says little about how many people there are.

use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::OpenError;
use crate::hazmat::binding::Binding;
use crate::hazmat::key::Key;
use crate::hazmat::read::Reader;
use crate::hazmat::{SUITE_SYMMETRIC, VERSION, aead, random};
use crate::ids::{BlobId, RowId, VaultId};
use crate::person::PersonRoot;
use crate::phrase::RecoveryCode;
use crate::slot::{SLOT_SIZE, SlotKind, SlotSecret, open_slot};
use crate::space::{BlobKey, ChunkOpener, ChunkSealer};

const MAGIC: &[u8; 4] = b"EVHB";
const WRAPPED: usize = aead::OVERHEAD + 32;
/// Slots are filled up to a multiple of this.
const SLOT_STEP: usize = 8;
/// The most slots a backup holds.
const MAX_SLOTS: usize = 248;

/// The key of one backup. Wiped on drop.
struct BackupKey(BlobKey);

/// A backup could not be sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SealBackupError {
    /// Without a recovery slot nobody could open it elsewhere.
    #[error("a backup needs at least one recovery slot")]
    NoSlot,
    /// More slots than a backup holds.
    #[error("a backup holds at most 248 recovery slots")]
    TooManySlots,
    /// A slot that is none.
    #[error("a recovery slot has the wrong length")]
    SlotLength,
}

/// Bytes that are no backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BackupError {
    /// Something else.
    #[error("this is not a backup")]
    NotABackup,
    /// The file ends too early.
    #[error("this backup has been cut off")]
    Truncated,
    /// A newer release wrote it.
    #[error("a newer release wrote this backup (version {0})")]
    NewerVersion(u8),
    /// Sealed in a way that this release does not know.
    #[error("this backup is sealed in a way that is not known (suite {0})")]
    UnknownSuite(u8),
}

/// A backup does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum OpenBackupError {
    /// No slot opens with this code.
    #[error("this recovery code does not open this backup")]
    WrongCode,
    /// The code or the person is known to the vault, but somebody else made this backup.
    #[error("this backup was made by another person, and opens with that person's recovery code")]
    OtherMaker,
    /// It has been altered.
    #[error("this backup has been altered: {0}")]
    Damaged(OpenError),
}

fn bound(vault: VaultId, backup: BlobId) -> Binding {
    Binding::new("evenhand/1/backup-key")
        .fixed(vault.bytes())
        .fixed(backup.bytes())
}

fn wrap_key(root: &PersonRoot) -> Key {
    root.key().derive(&Binding::new("evenhand/1/backup-wrap"))
}

/// Begins a backup of a payload of `length` bytes: the first bytes of the file, and what seals the rest. `root` is the maker's; `recovery_slots` are the maker's recovery slots with the rows they are bound
/// to. The caller never passes a passphrase slot: from outside the two look the same.
///
/// # Errors
/// [`SealBackupError`].
pub fn seal_backup(
    root: &PersonRoot,
    vault: VaultId,
    recovery_slots: &[(RowId, Vec<u8>)],
    length: usize,
) -> Result<(Vec<u8>, ChunkSealer), SealBackupError> {
    if recovery_slots.is_empty() {
        return Err(SealBackupError::NoSlot);
    }
    if recovery_slots.iter().any(|(_, slot)| slot.len() != SLOT_SIZE) {
        return Err(SealBackupError::SlotLength);
    }
    let count = recovery_slots.len().next_multiple_of(SLOT_STEP);
    if count > MAX_SLOTS {
        return Err(SealBackupError::TooManySlots);
    }
    let backup = BlobId::make();
    let key = BackupKey(BlobKey::make());
    let mut head = Vec::with_capacity(4 + 2 + 32 + WRAPPED + 1 + count * (16 + SLOT_SIZE));
    head.extend_from_slice(MAGIC);
    head.extend_from_slice(&[VERSION, SUITE_SYMMETRIC]);
    head.extend_from_slice(&vault.bytes());
    head.extend_from_slice(&backup.bytes());
    head.extend_from_slice(&aead::seal(
        &wrap_key(root),
        &bound(vault, backup),
        key.0.key().expose(),
    ));
    head.push(u8::try_from(count).map_err(|_| SealBackupError::TooManySlots)?);
    for (row, slot) in recovery_slots {
        head.extend_from_slice(&row.bytes());
        head.extend_from_slice(slot);
    }
    for _ in recovery_slots.len()..count {
        head.extend_from_slice(&random::bytes::<16>());
        head.extend_from_slice(&[SUITE_SYMMETRIC, VERSION]);
        head.extend_from_slice(&random::bytes::<{ SLOT_SIZE - 2 }>());
    }
    let (front, body) = ChunkSealer::within(&key.0, backup, length, &Sha256::digest(&head).into());
    head.extend_from_slice(&front);
    Ok((head, body))
}

/// So many bytes hold the head of any backup, and enough of its body to begin.
pub const FRONT: usize = 32 * 1024;

/// A backup whose head has been read.
pub struct Backup<'a> {
    vault: VaultId,
    backup: BlobId,
    wrapped: &'a [u8],
    slots: Vec<(RowId, &'a [u8])>,
    head_hash: [u8; 32],
    /// The body as far as it is here, and how long all of it is.
    body: (&'a [u8], u64),
}

impl<'a> Backup<'a> {
    /// Reads the head of a backup of `length` bytes, of which `front` are the first: [`FRONT`] of them, or all where there are fewer.
    ///
    /// # Errors
    /// [`BackupError`].
    pub fn parse(front: &'a [u8], length: u64) -> Result<Self, BackupError> {
        let mut reader = Reader::new(front);
        if reader.take(4) != Some(MAGIC.as_slice()) {
            return Err(BackupError::NotABackup);
        }
        match (reader.u8(), reader.u8()) {
            (Some(VERSION), Some(SUITE_SYMMETRIC)) => {}
            (Some(VERSION), Some(suite)) => return Err(BackupError::UnknownSuite(suite)),
            (Some(version), Some(_)) => return Err(BackupError::NewerVersion(version)),
            _ => return Err(BackupError::Truncated),
        }
        let mut fields = || {
            let (vault, backup) = (VaultId::new(reader.array()?), BlobId::new(reader.array()?));
            let wrapped = reader.take(WRAPPED)?;
            let count = reader.u8()?;
            let mut slots = Vec::with_capacity(usize::from(count));
            for _ in 0..count {
                slots.push((RowId::new(reader.array()?), reader.take(SLOT_SIZE)?));
            }
            Some((vault, backup, wrapped, slots))
        };
        let (vault, backup, wrapped, slots) = fields().ok_or(BackupError::Truncated)?;
        let body = reader.rest();
        let head = &front[..front.len() - body.len()];
        let body_length = length.checked_sub(head.len() as u64).ok_or(BackupError::Truncated)?;
        Ok(Self {
            vault,
            backup,
            wrapped,
            slots,
            head_hash: Sha256::digest(head).into(),
            body: (body, body_length),
        })
    }

    /// The vault it is of.
    #[must_use]
    pub const fn vault(&self) -> VaultId {
        self.vault
    }

    /// Which backup it is.
    #[must_use]
    pub const fn id(&self) -> BlobId {
        self.backup
    }

    /// Opens with the maker's recovery code: the maker's root, what opens the payload as it is fed, and what to feed it first.
    ///
    /// # Errors
    /// [`OpenBackupError`].
    pub fn open_with_recovery(
        &self,
        code: &RecoveryCode,
    ) -> Result<(PersonRoot, ChunkOpener, &'a [u8]), OpenBackupError> {
        let secret = SlotSecret::from_recovery(code, self.vault);
        let root = self
            .slots
            .iter()
            .find_map(|(row, slot)| match open_slot(&secret, self.vault, *row, slot) {
                Ok((root, SlotKind::Recovery)) => Some(root),
                Ok((_, SlotKind::Passphrase)) | Err(_) => None,
            });
        let root = root.ok_or(OpenBackupError::WrongCode)?;
        let (opener, rest) = self.open_with_root(&root)?;
        Ok((root, opener, rest))
    }

    /// Opens with the maker's root, on a device where the maker is signed in.
    ///
    /// # Errors
    /// [`OpenBackupError`].
    pub fn open_with_root(&self, root: &PersonRoot) -> Result<(ChunkOpener, &'a [u8]), OpenBackupError> {
        let key = match aead::open(&wrap_key(root), &bound(self.vault, self.backup), self.wrapped) {
            Ok(key) => Key::copy_from(&key).map(BlobKey::from_key),
            Err(OpenError::Refused) => return Err(OpenBackupError::OtherMaker),
            Err(other) => return Err(OpenBackupError::Damaged(other)),
        };
        let key = key.ok_or(OpenBackupError::Damaged(OpenError::Shape))?;
        let (body, length) = self.body;
        ChunkOpener::within(&key, self.backup, body, length, &self.head_hash).map_err(OpenBackupError::Damaged)
    }
}
