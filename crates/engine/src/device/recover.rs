//! The printed recovery code: a way back in when the passphrase is lost.

use evenhand_store::{AnyStore, Table, Write};
use evenhand_vault::ids::RowId;
use evenhand_vault::phrase::{RecoveryCode, RecoveryCodeError};
use evenhand_vault::slot::{SlotKind, SlotSecret};
use thiserror::Error;

use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::device::load::{self, LoadError};
use crate::device::set_up::SetUpError;
use crate::device::tries::Tries;
use crate::device::unlock::open_slot;
use crate::device::{DeviceError, header};
use crate::now::Now;
use crate::pace::Pace;
use crate::people::person::{SLOTS, SignIn, WayIn, put_slots};

/// Why the recovery code did not open the workspace. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RecoverError {
    /// What was typed is no recovery code.
    #[error(transparent)]
    Code(#[from] RecoveryCodeError),
    /// It is a recovery code, and opens nothing here.
    #[error("that recovery code does not open this workspace")]
    OpensNothing,
    /// There is nothing on this device.
    #[error("there is no workspace on this device")]
    Empty,
    /// The device cannot be read.
    #[error(transparent)]
    Device(#[from] DeviceError),
    /// The new name or passphrase cannot be used.
    #[error(transparent)]
    New(#[from] SetUpError),
    /// The records could not be opened.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// Opens the workspace by a recovery code and sets a new sign-in name and passphrase in place of the old ones.
///
/// # Errors
/// When the code opens nothing here, when the new name or passphrase cannot be used, or when it could not be saved.
pub async fn recover(store: &AnyStore, now: Now, typed: &str, new: SignIn) -> Result<Desk, RecoverError> {
    recover_at(store, now, typed, new, &Pace::none()).await
}

/// The same, at a pace.
///
/// # Errors
/// As for [`recover`].
pub async fn recover_at(
    store: &AnyStore,
    now: Now,
    typed: &str,
    new: SignIn,
    pace: &Pace,
) -> Result<Desk, RecoverError> {
    let device = header(store).await?.ok_or(RecoverError::Empty)?;
    let code = RecoveryCode::parse(typed)?;
    let secret = SlotSecret::from_recovery(&code, device.vault());
    let opened = open_slot(store, &device, &secret)
        .await?
        .filter(|opened| opened.kind == SlotKind::Recovery);
    let opened = opened.ok_or(RecoverError::OpensNothing)?;
    let way_in = WayIn::make(&device, new)?;
    let vault = device.vault();

    let row = opened.root.row(SLOTS);
    let kept = store.read(Table::Keys, &row.bytes()).await.map_err(DeviceError::from)?;
    let both = kept.and_then(|kept| opened.root.open(SLOTS, vault, row, &kept).ok());
    let old = both.and_then(|both| both.first_chunk::<16>().copied());
    let mut change = Change::new();
    if let Some(old) = old {
        change.delete(Table::Slots, RowId::new(old).bytes().to_vec());
    }
    let (passphrase, sealed) = way_in.slot(&opened.root, vault);
    change.put(Table::Slots, passphrase.bytes().to_vec(), sealed);
    put_slots(&mut change, &opened.root, vault, passphrase, opened.row);
    let writes: Vec<Write> = change.writes;
    store.commit(writes).await.map_err(SaveError::from)?;
    // Whoever holds the code is no guesser, and the new passphrase waits for no wrong try at the old one.
    let tries = Tries::read(store).await.map_err(DeviceError::from)?;
    tries.clear(store).await.map_err(SaveError::from)?;
    Ok(load::load(store, &device, now, opened.root, pace).await?)
}
