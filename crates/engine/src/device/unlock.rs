//! Unlocking: one stretching of name and passphrase, then everything that opens with it.

use evenhand_store::{AnyStore, Table};
use evenhand_vault::device::DeviceHeader;
use evenhand_vault::ids::RowId;
use evenhand_vault::phrase::{Passphrase, SignInName};
use evenhand_vault::slot::{OpenedSlot, SlotSecret, StretchError, open_any, stretch};
use thiserror::Error;

use crate::change::SaveError;
use crate::desk::Desk;
use crate::device::load::{self, LoadError};
use crate::device::tries::Tries;
use crate::device::{DeviceError, header};
use crate::now::Now;
use crate::pace::Pace;
use crate::people::person::SignIn;

/// Why the workspace was not unlocked. Nothing was changed or wiped.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum UnlockError {
    /// The name or the passphrase is another; which of the two is not said.
    #[error("that name and passphrase do not open the workspace")]
    Wrong {
        /// Seconds until it may be tried again.
        wait_seconds: u32,
    },
    /// It was tried too often: wait first.
    #[error("too many tries: wait {wait_seconds} seconds")]
    Wait {
        /// Seconds until it may be tried again.
        wait_seconds: u32,
    },
    /// There is nothing on this device to unlock.
    #[error("there is no workspace on this device")]
    Empty,
    /// The device cannot be read.
    #[error(transparent)]
    Device(#[from] DeviceError),
    /// The device could not stretch the passphrase.
    #[error(transparent)]
    Stretch(#[from] StretchError),
    /// The records could not be opened.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// Unlocks the workspace on this device.
///
/// # Errors
/// When name and passphrase open nothing, when one has to wait, or when the records cannot be read.
pub async fn unlock(store: &AnyStore, now: Now, sign_in: SignIn) -> Result<Desk, UnlockError> {
    unlock_at(store, now, sign_in, &Pace::none()).await
}

/// The same, at a pace: reading everything, as the first unlock after a restore does, takes seconds in a large service.
///
/// # Errors
/// As for [`unlock`].
pub async fn unlock_at(store: &AnyStore, now: Now, sign_in: SignIn, pace: &Pace) -> Result<Desk, UnlockError> {
    let device = header(store).await?.ok_or(UnlockError::Empty)?;
    let tries = Tries::read(store).await.map_err(DeviceError::from)?;
    let tries = tries.by_clock(store, now.at).await.map_err(SaveError::from)?;
    let wait_seconds = tries.wait(now.at);
    if wait_seconds > 0 {
        return Err(UnlockError::Wait { wait_seconds });
    }
    let passphrase = Passphrase::from_input(sign_in.passphrase);
    let opened = match SignInName::from_input(sign_in.name) {
        Ok(name) => open_slot(store, &device, &stretch(&name, &passphrase, &device)?).await?,
        Err(_) => None,
    };
    let Some(opened) = opened else {
        let tries = tries.note(store, now.at).await.map_err(SaveError::from)?;
        return Err(UnlockError::Wrong {
            wait_seconds: tries.wait(now.at),
        });
    };
    tries.clear(store).await.map_err(SaveError::from)?;
    Ok(load::load(store, &device, now, opened.root, pace).await?)
}

pub(crate) async fn open_slot(
    store: &AnyStore,
    device: &DeviceHeader,
    secret: &SlotSecret,
) -> Result<Option<OpenedSlot>, DeviceError> {
    let rows = store.read_all(Table::Slots).await?;
    let slots = rows.iter().filter_map(|row| {
        let id: [u8; 16] = row.key.as_slice().try_into().ok()?;
        Some((RowId::new(id), row.value.as_slice()))
    });
    Ok(open_any(secret, device.vault(), slots))
}
