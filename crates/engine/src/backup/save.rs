//! Saving a backup.

use evenhand_domain::event::{Event, ServiceEvent};
use evenhand_store::{Row, Table};
use evenhand_vault::backup::seal_backup;
use evenhand_vault::ids::RowId;
use thiserror::Error;

use crate::backup::rows;
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::now::Now;
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

impl Desk {
    /// Makes a sealed backup of everything on this device. The printed recovery code of whoever makes it opens it; a passphrase
    /// never does, so that whoever finds the file has nothing to guess at.
    ///
    /// # Errors
    /// When storage cannot be read, or this person has no recovery code.
    pub async fn make_backup(&self) -> Result<Vec<u8>, BackupError> {
        let team = self.team();
        let me = self.me().map_err(SaveError::from)?.id;
        let recovery: Vec<[u8; 16]> = team.recovery_slots.values().copied().collect();
        let mine = team.recovery_slots.get(&me).ok_or(BackupError::NoRecoveryCode)?;
        let mut kept: Vec<(Table, Row)> = Vec::new();
        let mut own_slot = None;
        // The tables are read one after the other: a save in between would put its events into the backup without their keys.
        let alone = self.0.writing.lock().await;
        for (_, table) in rows::TABLES {
            let found = self.0.store.read_all(table).await;
            for row in found.map_err(|error| BackupError::Storage(error.to_string()))? {
                if table == Table::Slots && !recovery.iter().any(|slot| slot.as_slice() == row.key) {
                    continue;
                }
                if table == Table::Slots && row.key == mine {
                    own_slot = Some((RowId::new(*mine), row.value.clone()));
                }
                kept.push((table, row));
            }
        }
        drop(alone);
        let own_slot = own_slot.ok_or(BackupError::NoRecoveryCode)?;
        let payload = rows::write(&kept);
        let sealed = self.with(|open| {
            seal_backup(&open.root, open.vault, &[own_slot], &payload).map(|pieces| pieces.flatten().collect())
        });
        let sealed = sealed.map_err(SaveError::from)?;
        sealed.map_err(|error| BackupError::Storage(error.to_string()))
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
