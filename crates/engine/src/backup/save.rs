//! Saving a backup.

use evenhand_domain::event::{Event, ServiceEvent};
use evenhand_store::{ReadError, Table, after};
use evenhand_vault::backup::seal_backup;
use evenhand_vault::ids::RowId;
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

/// So many rows are read before the page may breathe.
const AT_A_TIME: u32 = 1000;
/// So much of the work is done when everything is read.
const READ: f64 = 0.5;

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

    /// The same at a pace, piece by piece in order: all of it twice is more than some devices have room for.
    ///
    /// # Errors
    /// As for [`Desk::make_backup`]. The pieces that were given are of no use then.
    pub async fn make_backup_at(&self, pace: &Pace, mut give: impl FnMut(&[u8])) -> Result<(), BackupError> {
        let team = self.team();
        let me = self.me().map_err(SaveError::from)?.id;
        let recovery: Vec<[u8; 16]> = team.recovery_slots.values().copied().collect();
        let mine = team.recovery_slots.get(&me).ok_or(BackupError::NoRecoveryCode)?;
        let store = &self.0.store;
        let failed = |error: ReadError| BackupError::Storage(error.to_string());
        let mut own_slot = None;
        // The tables are read one after the other: a save in between would put its events into the backup without their keys.
        let alone = self.0.writing.lock().await;
        let mut all = 0;
        for (_, table) in rows::TABLES {
            all += usize::try_from(store.count(table).await.map_err(failed)?).unwrap_or_default();
        }
        let mut payload = rows::Writing::begin();
        let mut done = 0;
        for (_, table) in rows::TABLES {
            let mut next = Vec::new();
            loop {
                let found = store.read_from(table, &next, AT_A_TIME).await.map_err(failed)?;
                let Some(last) = found.last() else { break };
                next = after(&last.key);
                done += found.len();
                for row in &found {
                    if table == Table::Slots && !recovery.iter().any(|slot| slot.as_slice() == row.key) {
                        continue;
                    }
                    if table == Table::Slots && row.key == mine {
                        own_slot = Some((RowId::new(*mine), row.value.clone()));
                    }
                    payload.add(table, row);
                }
                pace.tell((0.0, READ), done, all).await;
            }
        }
        drop(alone);
        let own_slot = own_slot.ok_or(BackupError::NoRecoveryCode)?;
        let payload = payload.done();
        let sealing = self.with(|open| seal_backup(&open.root, open.vault, &[own_slot], &payload));
        let sealing = sealing.map_err(SaveError::from)?;
        let sealing = sealing.map_err(|error| BackupError::Storage(error.to_string()))?;
        let steps = sealing.steps();
        for (done, piece) in sealing.enumerate() {
            give(&piece);
            // One piece is sealed in a fraction of a millisecond.
            if done % 64 == 63 {
                pace.tell((READ, 1.0), done, steps).await;
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
