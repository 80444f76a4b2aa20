//! Somebody leaves: their way in on this device ends, their cases get keys that they do not hold, and what they wrote stays.

use evenhand_domain::case::state::{CaseStatus, Front};
use evenhand_domain::event::{Event, ServiceEvent, WayIn, WrapRow};
use evenhand_domain::ids::{CaseId, WorkerId};
use evenhand_domain::worker::Role;
use evenhand_store::{AnyStore, Table, Write};
use thiserror::Error;

use crate::case::list::{CaseFilter, CaseLine};
use crate::change::{Change, SaveError};
use crate::desk::{Desk, Open};
use crate::device::load::{LoadError, own_row};
use crate::now::Now;
use crate::people::person::SLOTS;
use crate::shelf::Shelved;
use crate::space::Space;

/// Why somebody was not marked as gone. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LeaveError {
    /// Only the manager does this.
    #[error("only the manager marks somebody as gone")]
    ManagerOnly,
    /// Nobody marks themself, so that a service always has a manager.
    #[error("nobody marks themself as gone: another manager does it")]
    Oneself,
    /// There is no such worker, or they have left already.
    #[error("this person does not work here any more")]
    NoSuchWorker,
    /// They are here, or no way in of theirs was set aside: an older version destroyed it.
    #[error("there is no way in of theirs that was set aside: add them anew")]
    NoWayIn,
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl Desk {
    /// Marks a worker as gone: both their ways in on this device are taken away and set aside, and every case that this person
    /// holds with them gets new keys and waits for another worker where it was theirs. Cases that this person may not open follow
    /// when their other holder opens the workspace; what nobody else holds waits until they are let in again.
    ///
    /// # Errors
    /// When this person does not manage the service or means themself, when nobody such works here, or when it could not be
    /// saved.
    pub async fn mark_left(&self, now: Now, worker: WorkerId) -> Result<(), LeaveError> {
        let me = self.me().map_err(SaveError::from)?;
        if me.role != Role::Manager {
            return Err(LeaveError::ManagerOnly);
        }
        if worker == me.id {
            return Err(LeaveError::Oneself);
        }
        let team = self.team();
        if !team.current().iter().any(|one| one.id == worker) {
            return Err(LeaveError::NoSuchWorker);
        }
        let mut change = Change::new();
        let recovery = team.recovery_slots.get(&worker).map(|slot| slot.to_vec());
        let sign_in = team.sign_in_slots.get(&worker).map(|slot| slot.0.clone());
        let mut ways_in = Vec::new();
        for row in recovery.into_iter().chain(sign_in) {
            let slot = self.0.store.read(Table::Slots, &row).await;
            if let Some(slot) = slot.map_err(|error| SaveError::Failed(error.to_string()))? {
                change.delete(Table::Slots, row.clone());
                let row = WrapRow(row);
                ways_in.push(WayIn { row, slot });
            }
        }
        let left = ServiceEvent::WorkerLeft { worker, ways_in };
        change.add(Space::Service, Event::Service(left));
        let held = self.read(|book| {
            let cases = book.cases.iter();
            let held = cases.filter(|(_, file)| file.has_story() && file.front.holders.contains_key(&worker));
            held.map(|(id, file)| (*id, Front::clone(&file.front)))
                .collect::<Vec<_>>()
        });
        for (id, front) in held.map_err(SaveError::from)? {
            self.let_go(&mut change, now, id, &front, &[worker])?;
        }
        self.save(now, change).await?;
        Ok(())
    }

    /// Lets somebody in again who left, with the passphrase and the recovery code that they had: what they alone held goes to
    /// whoever may have it when they unlock (SPS-15). They get the keys of what managers declared meanwhile, by which that is
    /// found out.
    ///
    /// # Errors
    /// When this person does not manage the service, when nobody such left or no way in of theirs was set aside, or when it could
    /// not be saved.
    pub async fn let_in_again(&self, now: Now, worker: WorkerId) -> Result<(), LeaveError> {
        let me = self.me().map_err(SaveError::from)?;
        if me.role != Role::Manager {
            return Err(LeaveError::ManagerOnly);
        }
        let team = self.team();
        let role = team.members.get(&worker).map(|member| member.worker.role);
        let ways_in = team.set_aside.get(&worker).filter(|ways_in| !ways_in.is_empty());
        let (Some(role), Some(ways_in)) = (role, ways_in) else {
            return Err(LeaveError::NoWayIn);
        };
        let mut change = Change::new();
        for way_in in ways_in {
            change.put(Table::Slots, way_in.row.0.clone(), way_in.slot.clone());
        }
        change.add(Space::Service, Event::Service(ServiceEvent::WorkerCameBack { worker }));
        let spaces = self.keys_for(role, Space::Declarations(worker))?;
        // An inbox is given by its own event, to those who open it (`crates/engine/src/inbox/open.rs`).
        for space in spaces.into_iter().filter(|space| !matches!(space, Space::Inbox(_))) {
            self.grant_all(&mut change, space, worker)?;
        }
        self.save(now, change).await?;
        Ok(())
    }

    /// The cases that this person alone holds: nobody else may have them for now (SPS-15).
    #[must_use]
    pub fn held_alone(&self) -> Vec<CaseLine> {
        self.with(|open| {
            let alone = |file: &Shelved| file.has_story() && open.book.is_held_alone(&file.front);
            open.book.lines(open.me, alone)
        })
        .unwrap_or_default()
    }

    /// Takes a case's keys from those who left, and begins new keys for everybody who stays.
    pub(crate) fn let_go(
        &self,
        change: &mut Change,
        now: Now,
        id: CaseId,
        front: &Front,
        gone: &[WorkerId],
    ) -> Result<(), SaveError> {
        for worker in gone {
            self.take_keys(change, id, front, *worker, "left the service");
        }
        let me = self.with(|open| open.me)?;
        self.hand_keys(change, now, id, front, me)
    }

    /// The cases that a worker who left had last, and that wait for another.
    #[must_use]
    pub fn cases_left_by(&self, worker: WorkerId) -> Vec<CaseLine> {
        let mut lines = self.cases(&CaseFilter::default());
        lines.retain(|line| {
            let waits = |front: &Front| {
                let last = front.allocations.last().map(|allocation| allocation.worker);
                last == Some(worker) && front.worker().is_none() && front.status != CaseStatus::Closed
            };
            self.read_front(line.id, |_, file| waits(&file.front))
                .unwrap_or_default()
        });
        lines
    }
}

/// Takes away the ways in of somebody who left, where they were not known when that was noted.
pub(crate) async fn end_way_in(store: &AnyStore, open: &Open) -> Result<(), LoadError> {
    let sealed = own_row(store, &open.root, SLOTS).await?;
    let both = sealed.and_then(|sealed| open.root.open(SLOTS, open.vault, open.root.row(SLOTS), &sealed).ok());
    let slots = both.iter().flat_map(|both| both.as_chunks::<16>().0);
    let writes = slots.map(|slot| Write::Delete {
        table: Table::Slots,
        key: slot.to_vec(),
    });
    let snapshot = open.without_snapshots(std::iter::once(open.me));
    store
        .commit(writes.chain(snapshot).collect())
        .await
        .map_err(SaveError::from)?;
    Ok(())
}
