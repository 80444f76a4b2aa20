//! Saving a backup.

use evenhand_domain::event::{Event, ServiceEvent};
use evenhand_store::{ReadError, Row, Table, after};
use evenhand_vault::backup::seal_backup;
use evenhand_vault::ids::RowId;
use evenhand_vault::space::LengthError;
use thiserror::Error;

use crate::backup::rows;
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::now::Now;
use crate::pace::Pace;
use crate::space::Space;

/// Why no backup was made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BackupError {
    /// The browser cannot read its storage.
    #[error("the browser cannot read its storage: {0}")]
    Storage(String),
    /// This person has no recovery code, and without one nobody could open it.
    #[error("you have no recovery code, so nobody could open it")]
    NoRecoveryCode,
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// So many rows are read before the page may breathe: few attachments, for each may have ten megabytes.
const fn at_a_time(table: Table) -> u32 {
    if matches!(table, Table::Blob) { 2 } else { 1000 }
}

/// So much of the work is done when everything is counted.
const COUNTED: f64 = 0.3;

/// What goes into a backup, as it was counted.
#[derive(Default)]
struct Counted {
    rows: usize,
    bytes: usize,
    /// The recovery slot of whoever makes it.
    own_slot: Option<Vec<u8>>,
}

impl Desk {
    /// Makes a sealed backup of everything on this device. The printed recovery code of whoever makes it opens it; a passphrase
    /// never does, so that whoever finds the file has nothing to guess at.
    ///
    /// # Errors
    /// When storage cannot be read, or this person has no recovery code.
    pub async fn make_backup(&self) -> Result<Vec<u8>, BackupError> {
        let mut file = Vec::new();
        self.make_backup_at(&Pace::none(), |piece| file.extend_from_slice(piece))
            .await?;
        Ok(file)
    }

    /// The same at a pace, piece by piece in order. Everything is read twice, to count it and to seal it, for a small device has no
    /// room for all of it at once.
    ///
    /// # Errors
    /// As for [`Desk::make_backup`]. The pieces that were given are of no use then.
    pub async fn make_backup_at(&self, pace: &Pace, mut give: impl FnMut(&[u8])) -> Result<(), BackupError> {
        let me = self.me().map_err(SaveError::from)?.id;
        let mine = self.team().recovery_slots.get(&me).copied();
        let mine = mine.ok_or(BackupError::NoRecoveryCode)?;
        // Between the two readings, and between two tables, nothing may be saved: it would be there in part.
        let _alone = self.0.writing.lock().await;
        let mut counted = Counted::default();
        self.each_row(pace, (0.0, COUNTED), |table, row| {
            counted.rows += 1;
            counted.bytes += rows::size(row);
            if table == Table::Slots && row.key == mine {
                counted.own_slot = Some(row.value.clone());
            }
            Ok(())
        })
        .await?;
        let own_slot = counted.own_slot.ok_or(BackupError::NoRecoveryCode)?;
        let count = rows::begin(counted.rows);
        let length = count.len() + counted.bytes;
        let own_slot = [(RowId::new(mine), own_slot)];
        let sealing = self.with(|open| seal_backup(&open.root, open.vault, &own_slot, length));
        let sealing = sealing.map_err(SaveError::from)?;
        let (head, mut sealer) = sealing.map_err(|error| BackupError::Storage(error.to_string()))?;
        give(&head);
        let uneven = |error: LengthError| BackupError::Storage(error.to_string());
        sealer.feed(&count, &mut give).map_err(uneven)?;
        let mut plain = Vec::new();
        self.each_row(pace, (COUNTED, 1.0), |table, row| {
            plain.clear();
            rows::write(&mut plain, table, row);
            sealer.feed(&plain, &mut give).map_err(uneven)
        })
        .await?;
        while let Some(chunk) = sealer.fill().map_err(uneven)? {
            give(&chunk);
        }
        Ok(())
    }

    /// Reads every row that goes into a backup, in the same order each time.
    async fn each_row(
        &self,
        pace: &Pace,
        part: (f64, f64),
        mut row: impl FnMut(Table, &Row) -> Result<(), BackupError>,
    ) -> Result<(), BackupError> {
        let store = &self.0.store;
        let failed = |error: ReadError| BackupError::Storage(error.to_string());
        let recovery: Vec<[u8; 16]> = self.team().recovery_slots.values().copied().collect();
        let mut all = 0;
        for (_, table) in rows::TABLES {
            all += usize::try_from(store.count(table).await.map_err(failed)?).unwrap_or_default();
        }
        let mut done = 0;
        for (_, table) in rows::TABLES {
            let mut next = Vec::new();
            loop {
                let found = store.read_from(table, &next, at_a_time(table)).await.map_err(failed)?;
                let Some(last) = found.last() else { break };
                next = after(&last.key);
                done += found.len();
                let passphrase =
                    |found: &Row| table == Table::Slots && !recovery.iter().any(|slot| slot.as_slice() == found.key);
                for found in found.iter().filter(|found| !passphrase(found)) {
                    row(table, found)?;
                }
                pace.tell(part, done, all).await;
            }
        }
        Ok(())
    }

    /// Notes that a backup was saved, so that its age can be shown to everybody.
    ///
    /// # Errors
    /// When it could not be saved.
    pub async fn note_backup(&self, now: Now) -> Result<(), BackupError> {
        let mut change = Change::new();
        change.add(Space::Service, Event::Service(ServiceEvent::BackupSaved));
        self.save(now, change).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Waker};

    use evenhand_domain::date::Moment;
    use evenhand_domain::profile::ProfileId;
    use evenhand_store::AnyStore;
    use evenhand_vault::device::KdfParams;
    use evenhand_vault::phrase::RecoveryCode;
    use pollster::block_on;

    use super::*;
    use crate::device::set_up::{SetUp, set_up_with};
    use crate::people::person::SignIn;

    #[test]
    fn a_backup_waits_for_a_save_that_is_under_way() {
        let now = Now {
            at: Moment::from_millis(1_795_424_400_000),
            offset_minutes: 0,
        };
        let asked = SetUp {
            profile: ProfileId::Sps,
            service_name: "Calder Vale SENDIASS".into(),
            manager_name: "Morag Beaton".into(),
            sign_in: SignIn {
                name: "morag".into(),
                passphrase: "otter lamp river cloud seven".into(),
            },
        };
        let code = RecoveryCode::make();
        let store = AnyStore::memory();
        let made = set_up_with(&store, now, asked, &code, KdfParams::floor());
        let desk = block_on(made).unwrap();
        let saving = block_on(desk.0.writing.lock());
        let mut backup = pin!(desk.make_backup());
        let waker = Waker::noop();
        assert!(backup.as_mut().poll(&mut Context::from_waker(waker)).is_pending());
        drop(saving);
        assert!(block_on(backup).is_ok());
    }
}
