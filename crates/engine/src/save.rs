//! One save: seal everything first, then one transaction, then the open book. "Saved" is said after the commit alone.

use std::collections::BTreeSet;

use evenhand_domain::date::Moment;
use evenhand_domain::event::{Entry, Event, ServiceEvent};
use evenhand_domain::ids::{CaseId, EventId, WorkerId};
use evenhand_store::{Table, Write};
use evenhand_vault::ids::{EventKeyId, RowId, SpaceId, VaultId};
use evenhand_vault::log::{self, LogHead};
use evenhand_vault::segment::{erase_body, seal_segment};
use evenhand_vault::space::{EventContext, SpaceKey};

use crate::change::{Change, SaveError};
use crate::desk::{Desk, Open};
use crate::keyring;
use crate::now::Now;
use crate::shelf::{Place, TakeOutError};
use crate::snapshot::changes_words;
use crate::space::{InboxSpace, Space};
use crate::wire;

impl From<InboxSpace> for evenhand_domain::event::Inbox {
    fn from(inbox: InboxSpace) -> Self {
        match inbox {
            InboxSpace::First => Self::First,
            InboxSpace::Second => Self::Second,
        }
    }
}

pub(crate) fn space_id(space: Space) -> SpaceId {
    SpaceId::of_label(&space.label())
}

/// Where this person's newest entry on this device is remembered, so that missing entries are noticed.
pub(crate) const HEAD: &str = "log-head";

/// A change as bytes, and what the open book becomes once they are committed.
struct Sealed {
    writes: Vec<Write>,
    entries: Vec<(Space, Entry<Event>, Place)>,
    row: RowId,
    head: Option<LogHead>,
}

impl Desk {
    /// Saves a change, all of it or nothing. Where it bars somebody from a case that they hold, their keys go at once. What
    /// cannot be put right now is put right with the next save, or when the workspace opens next; what was saved is saved.
    pub(crate) async fn save(&self, now: Now, change: Change) -> Result<(), SaveError> {
        self.commit(now, change).await?;
        if self.with(|open| !open.news.is_empty())? {
            let _ = self.bar(now, &self.0.pace).await;
        }
        Ok(())
    }

    /// Saves a change and looks at nobody's keys besides.
    pub(crate) async fn commit(&self, now: Now, mut change: Change) -> Result<(), SaveError> {
        let _alone = self.0.writing.lock().await;
        // Two changes of the keys of one case would begin the same epoch twice, and what the first one sealed would be lost.
        let saves = self.with(|open| open.saves)?;
        if change.after.is_some_and(|after| after != saves) {
            return Err(SaveError::Overtaken);
        }
        self.begin_owed_epochs(&mut change, now)?;
        let told = told_of(&change);
        let mut leases = Vec::new();
        for id in &told {
            match self.take_out(*id).await {
                Ok(lease) => leases.push(lease),
                // A new case is nowhere yet.
                Err(TakeOutError::NoSuchCase) => {}
                Err(TakeOutError::Storage(error)) => return Err(SaveError::Failed(error.to_string())),
            }
        }
        let erased = self.erase(&change).await?;
        let vault = self.vault();
        let sealed = self.with(|open| seal(open, vault, now, &change))??;
        let outlived = self.with(|open| open.outlived(&change))?;
        let mut writes = sealed.writes;
        writes.append(&mut change.writes);
        writes.extend(erased);
        writes.extend(self.with(|open| open.without_snapshots(outlived.iter().copied()))?);
        let is_gone = |id: CaseId| {
            let is_erased = !change.erased.is_empty() && told.contains(&id);
            is_erased || change.laid_down.contains(&Space::Front(id))
        };
        writes.extend(self.with(|open| open.without_drafts_of(is_gone))?);
        self.0.store.commit(writes).await?;
        self.with_mut(|open| {
            open.saves += 1;
            let mine: Vec<_> = change
                .grants
                .iter()
                .filter(|grant| grant.to == open.me)
                .copied()
                .collect();
            for (space, epoch, key) in change.minted {
                if mine.iter().any(|grant| (grant.space, grant.epoch) == (space, epoch)) {
                    open.ring.add(space, epoch, key);
                }
            }
            open.open_registers();
            open.channels.extend(change.channels);
            open.head = sealed.head;
            open.tips.extend(sealed.head.map(|head| (head.author, head)));
            // A change of keys alone adds no row to the log, and a snapshot is held against the last row that there is.
            if !sealed.entries.is_empty() {
                open.next_row = open
                    .next_row
                    .max(sealed.row.number().map_or(0, |number| number.saturating_add(1)));
            }
            open.since_snapshot = open
                .since_snapshot
                .filter(|_| !outlived.contains(&open.me))
                .map(|since| since + sealed.entries.len());
            for (space, entry, place) in sealed.entries {
                // A log that is begun here was certified here.
                if let Event::Service(ServiceEvent::LogBegun { worker, key, .. }) = &entry.event {
                    open.authors.insert(*key, *worker);
                }
                // What this person sealed for others and holds no key for is not theirs to read.
                if open.ring.holds(space) {
                    open.news.note(&open.book, space, &entry);
                    open.take_in(space, entry, place);
                } else {
                    open.newest = open.newest.max(entry.at);
                }
            }
            if !change.erased.is_empty() {
                open.book.index.outlive();
            }
            for id in &change.erased {
                open.forget_event(*id);
            }
            open.lay_down(change.laid_down);
            open.book.freshen();
            open.book.index.wanted.extend(told);
        })?;
        Ok(())
    }

    /// The log's rows without the bodies that are to be erased. The chain of headers stays whole.
    async fn erase(&self, change: &Change) -> Result<Vec<Write>, SaveError> {
        let places: Vec<Place> = self.with(|open| {
            let out = || open.book.cases.values().filter_map(|shelved| shelved.out.as_ref());
            let beside = |id: &EventId| open.beside.iter().find(|(_, entry, _)| entry.id == *id);
            let place = |id: &EventId| {
                let here = out().find_map(|out| out.place(*id));
                here.or_else(|| beside(id).map(|(.., place)| *place))
            };
            change.erased.iter().filter_map(place).collect()
        })?;
        let mut rows: std::collections::BTreeMap<RowId, Vec<u8>> = std::collections::BTreeMap::new();
        for place in places {
            let segment = match rows.entry(place.row) {
                std::collections::btree_map::Entry::Occupied(read) => read.into_mut(),
                std::collections::btree_map::Entry::Vacant(missing) => {
                    let found = self.0.store.read(Table::Log, &place.row.bytes()).await;
                    let value = found.map_err(|error| SaveError::Failed(error.to_string()))?;
                    missing.insert(value.ok_or(SaveError::Gone)?)
                }
            };
            *segment = erase_body(segment, place.index).map_err(|error| SaveError::Failed(error.to_string()))?;
        }
        let put = |(row, value): (RowId, Vec<u8>)| Write::Put {
            table: Table::Log,
            key: row.bytes().to_vec(),
            value,
        };
        Ok(rows.into_iter().map(put).collect())
    }
}

impl Open {
    /// Folds a case again without an event whose body was erased; one outside of cases goes into no snapshot any more.
    fn forget_event(&mut self, id: EventId) {
        self.beside.retain(|(_, entry, _)| entry.id != id);
        self.book
            .cases
            .values_mut()
            .for_each(|shelved| shelved.forget_entry(id));
    }

    /// Drops the keys of some spaces, and all that they opened.
    pub(crate) fn lay_down(&mut self, spaces: Vec<Space>) {
        for space in spaces {
            self.ring.lay_down(space);
            self.book.forget(space);
            self.book.index.outlive();
            if let Space::Case(id) = space {
                self.take_words(id);
            }
        }
    }

    /// The snapshots that may not outlive a change: of those who lose a key or leave; everybody's where something is erased.
    fn outlived(&self, change: &Change) -> BTreeSet<WorkerId> {
        let all = || self.book.team.members.keys().copied();
        if !change.erased.is_empty() {
            return all().collect();
        }
        let mut workers: BTreeSet<WorkerId> = change.walled.iter().copied().collect();
        workers.extend((!change.laid_down.is_empty()).then_some(self.me));
        for (_, _, event) in &change.events {
            if let Event::Service(ServiceEvent::WorkerLeft { worker, .. }) = event {
                workers.insert(*worker);
            }
        }
        let takes_keys = change.writes.iter().any(|write| {
            matches!(
                write,
                Write::Delete {
                    table: Table::Grants,
                    ..
                }
            )
        });
        if takes_keys && workers.is_empty() {
            workers.extend(all());
        }
        workers
    }
}

/// The cases that have to be at hand while a change is saved: those whose story goes on, or whose words change.
fn told_of(change: &Change) -> BTreeSet<CaseId> {
    let cases = change
        .events
        .iter()
        .filter_map(|(_, space, event)| match (space, event) {
            (Space::Case(id), _) => Some(*id),
            (Space::Front(id), Event::Front(event)) if changes_words(event) => Some(*id),
            _ => None,
        });
    cases.collect()
}

/// The key under which new events of a space are sealed: made with this change, or held already.
fn sealing_key<'a>(open: &'a Open, change: &'a Change, space: Space) -> Result<(u32, &'a SpaceKey), SaveError> {
    let minted = change
        .minted
        .iter()
        .filter(|(of, _, _)| *of == space)
        .max_by_key(|(_, epoch, _)| *epoch);
    minted
        .map(|(_, epoch, key)| (*epoch, key))
        .or_else(|| open.ring.newest(space))
        .ok_or(SaveError::NoKey)
}

fn seal(open: &Open, vault: VaultId, now: Now, change: &Change) -> Result<Sealed, SaveError> {
    let failed = |error: &dyn std::fmt::Display| SaveError::Failed(error.to_string());
    let row = RowId::numbered(open.next_row);
    let mut head = open.head;
    let mut newest = open.newest;
    let (mut operations, mut entries) = (Vec::new(), Vec::new());
    for (index, (id, space, event)) in (0_u32..).zip(&change.events) {
        let (epoch, key) = sealing_key(open, change, *space)?;
        let at = now.at.max(Moment::from_millis(newest.millis().saturating_add(1)));
        newest = at;
        let body = wire::write(now.day(), event).map_err(|error| failed(&error))?;
        let place = EventKeyId::new(id.bytes());
        let context = EventContext {
            vault,
            space: space_id(*space),
            epoch,
            event: place,
        };
        let body = key.seal_event(&context, &body);
        let time_ms = u64::try_from(at.millis()).unwrap_or_default();
        let entry = log::Entry {
            time_ms,
            lane: key.lane(),
            event: place,
        };
        let operation = log::append(&open.log_key, head.as_ref(), &entry, &body).map_err(|error| failed(&error))?;
        head = Some(operation.head);
        operations.push((operation.header, body));
        entries.push((
            *space,
            Entry {
                id: *id,
                by: open.me,
                at,
                on: now.day(),
                event: event.clone(),
            },
            Place { row, index },
        ));
    }
    let mut writes = grants(open, change)?;
    if !operations.is_empty() {
        let (_, service) = sealing_key(open, change, Space::Service)?;
        let parts: Vec<_> = operations
            .iter()
            .map(|(header, body)| (header.as_slice(), Some(body.as_slice())))
            .collect();
        let segment = seal_segment(&service.log_seal(), vault, row, &parts).map_err(|error| failed(&error))?;
        writes.push(Write::Put {
            table: Table::Log,
            key: row.bytes().to_vec(),
            value: segment,
        });
    }
    if let Some(head) = &head {
        let own = open.root.row(&head_purpose(open));
        let value = open.root.seal(HEAD, vault, own, &head.encode());
        writes.push(Write::Put {
            table: Table::Keys,
            key: own.bytes().to_vec(),
            value,
        });
    }
    Ok(Sealed {
        writes,
        entries,
        row,
        head,
    })
}

/// The head of one log: a log is of one person on one device.
pub(crate) fn head_purpose(open: &Open) -> String {
    purpose_of(HEAD, &open.log_key.device().bytes())
}

/// A purpose that is one device's.
pub(crate) fn purpose_of(what: &str, device: &[u8]) -> String {
    device
        .iter()
        .fold(format!("{what}/"), |text, byte| text + &format!("{byte:02x}"))
}

/// The rows that hand keys on: to oneself on one's own ring, to others on the channel's.
fn grants(open: &Open, change: &Change) -> Result<Vec<Write>, SaveError> {
    let mut writes = Vec::new();
    for grant in &change.grants {
        let minted = change
            .minted
            .iter()
            .find(|(space, epoch, _)| (*space, *epoch) == (grant.space, grant.epoch));
        let held = || open.ring.get(grant.space, grant.epoch);
        let key = minted.map(|(_, _, key)| key).or_else(held).ok_or(SaveError::NoKey)?;
        let ring = open.ring_to(change, grant.to).ok_or(SaveError::NoKey)?;
        let label = keyring::label(grant.space, grant.epoch);
        writes.push(Write::Put {
            table: Table::Grants,
            key: ring.row(&label),
            value: ring.seal(&label, key),
        });
    }
    Ok(writes)
}
