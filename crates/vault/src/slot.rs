//! Slots: the sealed copies of a person's root key that a passphrase or a recovery code opens.
//!
//! Bytes: a seal over `kind u8 | root 32`, always 91 bytes, so the two kinds cannot be told apart without opening them. A passphrase
//! slot opens on its own device alone, because the whole device header goes into its key; a recovery slot opens wherever the vault is
//! restored.

use thiserror::Error;
use zeroize::Zeroizing;

use crate::OpenError;
use crate::device::DeviceHeader;
use crate::hazmat::binding::Binding;
use crate::hazmat::key::Key;
use crate::hazmat::{aead, stretch as argon};
use crate::ids::{RowId, VaultId};
use crate::person::PersonRoot;
use crate::phrase::{Passphrase, RecoveryCode, SignInName};

/// The size of a sealed slot, in bytes.
pub const SLOT_SIZE: usize = aead::OVERHEAD + 33;

/// A secret that opens slots. Wiped on drop.
pub struct SlotSecret(Key);

/// What opens a slot. It is sealed inside, so nobody sees it from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotKind {
    /// A sign-in name and a passphrase, on one device.
    Passphrase,
    /// A printed recovery code, on any device.
    Recovery,
}

/// Stretching failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum StretchError {
    /// The device could not give the memory, or the parameters are not usable.
    #[error("the passphrase could not be stretched on this device")]
    Unable,
}

/// Stretches a sign-in name and a passphrase together (one Argon2id run), so that nobody can tell which of the two was wrong.
///
/// # Errors
/// [`StretchError`] when the device cannot do it.
pub fn stretch(name: &SignInName, passphrase: &Passphrase, header: &DeviceHeader) -> Result<SlotSecret, StretchError> {
    let typed = [name.expose(), passphrase.expose()];
    let mut input = Zeroizing::new(Vec::with_capacity(
        16 + typed.iter().map(|text| text.len()).sum::<usize>(),
    ));
    for text in typed {
        input.extend_from_slice(&(text.len() as u64).to_le_bytes());
        input.extend_from_slice(text.as_bytes());
    }
    let kdf = header.kdf();
    let stretched = argon::stretch(&input, header.salt(), kdf.memory_kib(), kdf.passes(), kdf.lanes())
        .map_err(|_| StretchError::Unable)?;
    Ok(SlotSecret(stretched.derive(
        &Binding::new("evenhand/1/slot-passphrase").slice(&header.encode()),
    )))
}

impl SlotSecret {
    /// The secret of a recovery code. It is bound to the vault and not to a device, so a restore elsewhere opens.
    #[must_use]
    pub fn from_recovery(code: &RecoveryCode, vault: VaultId) -> Self {
        Self(
            code.key()
                .derive(&Binding::new("evenhand/1/slot-recovery").fixed(vault.bytes())),
        )
    }
}

fn bound(vault: VaultId, row: RowId) -> Binding {
    Binding::new("evenhand/1/slot").fixed(vault.bytes()).fixed(row.bytes())
}

/// Seals a person's root key into a slot of [`SLOT_SIZE`] bytes that is stored under `row`.
#[must_use]
pub fn seal_slot(secret: &SlotSecret, root: &PersonRoot, kind: SlotKind, vault: VaultId, row: RowId) -> Vec<u8> {
    let mut plaintext = Zeroizing::new(Vec::with_capacity(33));
    plaintext.push(match kind {
        SlotKind::Passphrase => 1,
        SlotKind::Recovery => 2,
    });
    plaintext.extend_from_slice(root.key().expose());
    aead::seal(&secret.0, &bound(vault, row), &plaintext)
}

/// Opens one slot.
///
/// # Errors
/// [`OpenError::Refused`] for another secret, vault or row, or altered bytes; the other variants for bytes that are no slot.
pub fn open_slot(
    secret: &SlotSecret,
    vault: VaultId,
    row: RowId,
    sealed: &[u8],
) -> Result<(PersonRoot, SlotKind), OpenError> {
    let plaintext = aead::open(&secret.0, &bound(vault, row), sealed)?;
    let (kind, root) = plaintext.split_first().ok_or(OpenError::Shape)?;
    let kind = match kind {
        1 => SlotKind::Passphrase,
        2 => SlotKind::Recovery,
        _ => return Err(OpenError::Shape),
    };
    Ok((
        PersonRoot::from_key(Key::copy_from(root).ok_or(OpenError::Shape)?),
        kind,
    ))
}

/// A slot that opened.
pub struct OpenedSlot {
    /// Its row.
    pub row: RowId,
    /// What opened it.
    pub kind: SlotKind,
    /// The person's root key.
    pub root: PersonRoot,
}

/// Tries all slots and gives the one that opens; `None` says that the name, the passphrase or the code is wrong, and not which.
pub fn open_any<'a>(
    secret: &SlotSecret,
    vault: VaultId,
    slots: impl IntoIterator<Item = (RowId, &'a [u8])>,
) -> Option<OpenedSlot> {
    slots.into_iter().find_map(|(row, sealed)| {
        open_slot(secret, vault, row, sealed)
            .ok()
            .map(|(root, kind)| OpenedSlot { row, kind, root })
    })
}
