//! Restoring a backup on an empty browser. Logs go on as new logs, because to continue an old one would be to fork it.

use evenhand_domain::event::{Event, ServiceEvent};
use evenhand_store::{AnyStore, Table, Write};
use evenhand_vault::backup::{Backup, BackupError as ParseError, OpenBackupError};
use evenhand_vault::device::{DeviceHeader, KdfParams};
use evenhand_vault::phrase::{RecoveryCode, RecoveryCodeError};
use thiserror::Error;

use crate::backup::rows;
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::device::load::{self, LoadError};
use crate::device::set_up::SetUpError;
use crate::device::{DeviceError, DeviceState, HEADER, look};
use crate::now::Now;
use crate::pace::Pace;
use crate::people::person::{SLOTS, SignIn, WayIn, put_slots};
use crate::space::Space;

/// Why a backup was not restored. Nothing was kept, unless it says so.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RestoreError {
    /// There is a workspace on this device already.
    #[error("there is a workspace on this device already")]
    NotEmpty,
    /// It is no backup, or it is damaged.
    #[error("this is not a whole backup: {0}")]
    NotABackup(String),
    /// A newer version made it.
    #[error("a newer version made this backup")]
    Newer,
    /// What was typed is no recovery code.
    #[error(transparent)]
    Code(#[from] RecoveryCodeError),
    /// The recovery code is not that of whoever made the backup.
    #[error("that recovery code does not open this backup")]
    OpensNothing,
    /// The new name or passphrase cannot be used.
    #[error(transparent)]
    New(#[from] SetUpError),
    /// The device cannot be read.
    #[error(transparent)]
    Device(#[from] DeviceError),
    /// The records are on this device now, and could not be opened after it: the new passphrase unlocks them.
    #[error("the records were restored and could not be opened: unlock with the new passphrase")]
    NotOpened(LoadError),
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// Restores a backup and sets a new way in for whoever made it. The others come in by their own recovery codes.
///
/// # Errors
/// When the device is not empty, the file is not whole, the code opens nothing, or it could not be saved.
pub async fn restore(
    store: &AnyStore,
    now: Now,
    file: &[u8],
    typed: &str,
    new: SignIn,
    pace: &Pace,
) -> Result<Desk, RestoreError> {
    restore_at(store, now, file, (typed, new), KdfParams::standard(), pace).await
}

/// Restores with a chosen cost of stretching; tests take the lowest.
///
/// # Errors
/// As for [`restore`].
pub async fn restore_with(
    store: &AnyStore,
    now: Now,
    file: &[u8],
    typed: &str,
    new: SignIn,
    kdf: KdfParams,
) -> Result<Desk, RestoreError> {
    restore_at(store, now, file, (typed, new), kdf, &Pace::none()).await
}

/// So much of the work is done when the file is open, and when its rows are stored.
const OPENED: f64 = 0.3;
const STORED: f64 = 0.4;

async fn restore_at(
    store: &AnyStore,
    now: Now,
    file: &[u8],
    (typed, new): (&str, SignIn),
    kdf: KdfParams,
    pace: &Pace,
) -> Result<Desk, RestoreError> {
    if look(store).await? != DeviceState::Empty {
        return Err(RestoreError::NotEmpty);
    }
    let backup = Backup::parse(file).map_err(|error| match error {
        ParseError::NewerVersion(_) => RestoreError::Newer,
        other => RestoreError::NotABackup(other.to_string()),
    })?;
    let code = RecoveryCode::parse(typed)?;
    let (root, mut opener) = backup.open_with_recovery(&code).map_err(|error| match error {
        OpenBackupError::WrongCode => RestoreError::OpensNothing,
        other => RestoreError::NotABackup(other.to_string()),
    })?;
    let damaged = |error: &dyn std::fmt::Display| RestoreError::NotABackup(error.to_string());
    let (mut done, steps) = (0, opener.steps());
    while opener.step().map_err(|error| damaged(&error))? {
        done += 1;
        // One chunk is opened in a fraction of a millisecond.
        if done % 64 == 0 {
            pace.tell((0.0, OPENED), done, steps).await;
        }
    }
    let payload = opener.finish().map_err(|error| damaged(&error))?;
    let rows = rows::read(&payload).ok_or_else(|| RestoreError::NotABackup("its rows are not whole".to_owned()))?;

    let header = DeviceHeader::make_with(backup.vault(), kdf);
    let way_in = WayIn::make(&header, new)?;
    let mut change = Change::new();
    let own = root.row(SLOTS);
    let recovery = rows
        .iter()
        .find(|(table, row)| *table == Table::Keys && row.key == own.bytes());
    let recovery = recovery.and_then(|(_, row)| root.open(SLOTS, header.vault(), own, &row.value).ok());
    let recovery = recovery.and_then(|both| both.last_chunk::<16>().copied());
    let recovery = recovery.ok_or_else(|| RestoreError::NotABackup("its ways in are missing".to_owned()))?;
    change.put(Table::Meta, HEADER.to_vec(), header.encode());
    for (table, row) in rows {
        change.put(table, row.key, row.value);
    }
    let (slot, sealed) = way_in.slot(&root, header.vault());
    change.put(Table::Slots, slot.bytes().to_vec(), sealed);
    put_slots(
        &mut change,
        &root,
        header.vault(),
        slot,
        evenhand_vault::ids::RowId::new(recovery),
    );
    let writes: Vec<Write> = change.writes;
    store.commit(writes).await.map_err(SaveError::from)?;
    let opened = load::load(store, &header, now, root, &pace.from(STORED)).await;
    let desk = opened.map_err(RestoreError::NotOpened)?;
    let mut change = Change::new();
    change.add(Space::Service, Event::Service(ServiceEvent::BackupRestored));
    let noted = desk.save(now, change).await;
    noted.map_err(|error| RestoreError::NotOpened(error.into()))?;
    Ok(desk)
}
