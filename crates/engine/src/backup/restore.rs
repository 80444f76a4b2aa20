//! Restoring a backup on an empty browser. Logs go on as new logs, because to continue an old one would be to fork it.

use std::fmt::Display;
use std::mem;

use evenhand_domain::event::{Event, ServiceEvent};
use evenhand_store::{AnyStore, Table, Write};
use evenhand_vault::backup::{Backup, BackupError as ParseError, FRONT, OpenBackupError};
use evenhand_vault::device::{DeviceHeader, KdfParams};
use evenhand_vault::ids::RowId;
use evenhand_vault::phrase::{RecoveryCode, RecoveryCodeError};
use evenhand_vault::space::ChunkOpener;
use thiserror::Error;

use crate::backup::rows;
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::device::load::{self, LoadError};
use crate::device::set_up::SetUpError;
use crate::device::{DeviceError, DeviceState, HEADER, clear, look};
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
    /// The file could not be read to its end.
    #[error("the file could not be read")]
    Unreadable,
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

/// A backup file that is read piece by piece, from its beginning.
pub trait Pieces {
    /// How many bytes all of it has.
    fn length(&self) -> u64;

    /// The next bytes; none at the end. An error where the file cannot be read any more.
    fn next(&mut self) -> impl Future<Output = Result<Option<Vec<u8>>, RestoreError>>;
}

/// A file that is in memory already.
pub struct Held<'a> {
    all: &'a [u8],
    at: usize,
}

impl<'a> Held<'a> {
    /// All of it.
    #[must_use]
    pub const fn new(all: &'a [u8]) -> Self {
        Self { all, at: 0 }
    }
}

impl Pieces for Held<'_> {
    fn length(&self) -> u64 {
        self.all.len() as u64
    }

    async fn next(&mut self) -> Result<Option<Vec<u8>>, RestoreError> {
        let rest = self.all.get(self.at..).unwrap_or_default();
        let piece = &rest[..rest.len().min(PIECE)];
        self.at += piece.len();
        Ok((!piece.is_empty()).then(|| piece.to_vec()))
    }
}

/// Bytes of a piece of what is in memory.
const PIECE: usize = 64 * 1024;

/// Restores a backup and sets a new way in for whoever made it. The others come in by their own recovery codes.
///
/// The file is never held whole. Its rows are stored as they come; the device's header is stored last, and without it nothing is there:
/// rows that an attempt left behind, because the power failed, are taken away by the next.
///
/// # Errors
/// When the device is not empty, the file is not whole, the code opens nothing, or it could not be saved.
pub async fn restore(
    store: &AnyStore,
    now: Now,
    file: impl Pieces,
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
    file: impl Pieces,
    typed: &str,
    new: SignIn,
    kdf: KdfParams,
) -> Result<Desk, RestoreError> {
    restore_at(store, now, file, (typed, new), kdf, &Pace::none()).await
}

/// So much of the work is done when the rows are stored.
const STORED: f64 = 0.5;
/// About so many bytes are stored at a time.
const AT_A_TIME: usize = 4 * 1024 * 1024;

async fn restore_at(
    store: &AnyStore,
    now: Now,
    mut file: impl Pieces,
    (typed, new): (&str, SignIn),
    kdf: KdfParams,
    pace: &Pace,
) -> Result<Desk, RestoreError> {
    if look(store).await? != DeviceState::Empty {
        return Err(RestoreError::NotEmpty);
    }
    let mut front = Vec::new();
    while front.len() < FRONT
        && let Some(more) = file.next().await?
    {
        front.extend_from_slice(&more);
    }
    let backup = Backup::parse(&front, file.length()).map_err(|error| match error {
        ParseError::NewerVersion(_) => RestoreError::Newer,
        other => RestoreError::NotABackup(other.to_string()),
    })?;
    let code = RecoveryCode::parse(typed)?;
    let (root, opener, first) = backup.open_with_recovery(&code).map_err(|error| match error {
        OpenBackupError::WrongCode => RestoreError::OpensNothing,
        other => RestoreError::NotABackup(other.to_string()),
    })?;
    let header = DeviceHeader::make_with(backup.vault(), kdf);
    let way_in = WayIn::make(&header, new)?;
    clear(store).await.map_err(SaveError::from)?;
    let own = root.row(SLOTS);
    let mut storing = Storing {
        store,
        opener,
        reading: rows::Reading::default(),
        batch: Vec::new(),
        bytes: 0,
        own,
        found: None,
    };
    if let Err(error) = storing.all(first, &mut file, pace).await {
        // What is there opens nothing; that it cannot be taken away now is not what the person has to hear.
        let _ = clear(store).await;
        return Err(error);
    }
    let Storing { batch, found, .. } = storing;
    let recovery = found.and_then(|row| root.open(SLOTS, header.vault(), own, &row).ok());
    let recovery = recovery.and_then(|both| both.last_chunk::<16>().copied());
    let Some(recovery) = recovery else {
        let _ = clear(store).await;
        return Err(RestoreError::NotABackup("its ways in are missing".to_owned()));
    };
    let mut change = Change::new();
    change.writes = batch;
    change.put(Table::Meta, HEADER.to_vec(), header.encode());
    let (slot, sealed) = way_in.slot(&root, header.vault());
    change.put(Table::Slots, slot.bytes().to_vec(), sealed);
    put_slots(&mut change, &root, header.vault(), slot, RowId::new(recovery));
    if let Err(error) = store.commit(change.writes).await {
        let _ = clear(store).await;
        return Err(SaveError::from(error).into());
    }
    let opened = load::load(store, &header, now, root, &pace.part((STORED, 1.0))).await;
    let desk = opened.map_err(RestoreError::NotOpened)?;
    let mut change = Change::new();
    change.add(Space::Service, Event::Service(ServiceEvent::BackupRestored));
    let noted = desk.save(now, change).await;
    noted.map_err(|error| RestoreError::NotOpened(error.into()))?;
    Ok(desk)
}

/// Rows that are being stored.
struct Storing<'a> {
    store: &'a AnyStore,
    opener: ChunkOpener,
    reading: rows::Reading,
    batch: Vec<Write>,
    bytes: usize,
    /// The row that names the maker's ways in, and what it holds.
    own: RowId,
    found: Option<Vec<u8>>,
}

impl Storing<'_> {
    /// All of the file but the last rows, which stay in the batch.
    async fn all(&mut self, first: &[u8], file: &mut impl Pieces, pace: &Pace) -> Result<(), RestoreError> {
        let all = usize::try_from(file.length()).unwrap_or(usize::MAX);
        let mut done = first.len();
        self.take(first)?;
        while let Some(piece) = file.next().await? {
            done += piece.len();
            self.take(&piece)?;
            if self.bytes >= AT_A_TIME {
                self.bytes = 0;
                let batch = mem::take(&mut self.batch);
                self.store.commit(batch).await.map_err(SaveError::from)?;
            }
            pace.tell((0.0, STORED), done, all).await;
        }
        self.opener.finish().map_err(damaged)?;
        self.reading.finish().map_err(damaged)
    }

    fn take(&mut self, piece: &[u8]) -> Result<(), RestoreError> {
        let Self {
            reading, batch, own, ..
        } = self;
        let mut whole = Ok(());
        let opened = self.opener.feed(piece, |plain| {
            if whole.is_ok() {
                whole = reading.feed(plain, |table, row| {
                    self.bytes += rows::size(&row);
                    if table == Table::Keys && row.key == own.bytes() {
                        self.found = Some(row.value.clone());
                    }
                    batch.push(Write::Put {
                        table,
                        key: row.key,
                        value: row.value,
                    });
                });
            }
        });
        opened.map_err(damaged)?;
        whole.map_err(damaged)
    }
}

fn damaged(error: impl Display) -> RestoreError {
    RestoreError::NotABackup(error.to_string())
}
