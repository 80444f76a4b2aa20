//! A change: events, keys and rows that are saved together or not at all.

use evenhand_domain::case::state::Front;
use evenhand_domain::event::{Entry, Event, FrontEvent, Tally};
use evenhand_domain::ids::{CaseId, EventId, WorkerId};
use evenhand_domain::worker::Role;
use evenhand_store::{CommitError, Table, Write};
use evenhand_vault::grant::Channel;
use evenhand_vault::space::SpaceKey;
use thiserror::Error;

use crate::desk::Desk;
use crate::draw;
use crate::now::Now;
use crate::space::Space;

/// Why a change was not saved. Nothing of it was kept.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SaveError {
    /// The workspace is locked.
    #[error("the workspace is locked")]
    Locked,
    /// Another tab writes.
    #[error("another tab has the workspace open")]
    OtherTab,
    /// This person holds no key for what was to be written.
    #[error("this is not yours to write")]
    NoKey,
    /// The device has no room left.
    #[error("this device has no room left")]
    Full,
    /// The records were deleted underneath, or another tab changed them.
    #[error("the records on this device are gone or were changed elsewhere")]
    Gone,
    /// Something else was saved since this change was worked out, and it gives or takes keys: what it was worked out from may not
    /// be so any more.
    #[error("something else was saved in the meantime")]
    Overtaken,
    /// The browser did not save it.
    #[error("the browser did not save it: {0}")]
    Failed(String),
}

impl From<CommitError> for SaveError {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Full => Self::Full,
            CommitError::Gone => Self::Gone,
            other => Self::Failed(other.to_string()),
        }
    }
}

/// Whom a key is to be wrapped for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Grant {
    pub(crate) space: Space,
    pub(crate) epoch: u32,
    pub(crate) to: WorkerId,
}

/// What is to be saved, all of it or nothing.
#[derive(Default)]
pub(crate) struct Change {
    /// Events, each with the space it is sealed in, oldest first.
    pub(crate) events: Vec<(EventId, Space, Event)>,
    /// Keys that are made with this change. Who keeps them is said by `grants` alone.
    pub(crate) minted: Vec<(Space, u32, SpaceKey)>,
    /// To whom keys go.
    pub(crate) grants: Vec<Grant>,
    /// Channels that are opened with this change.
    pub(crate) channels: Vec<(WorkerId, Channel)>,
    /// Rows besides: wraps taken away, slots, attachments.
    pub(crate) writes: Vec<Write>,
    /// Spaces whose keys this person lays down with this change.
    pub(crate) laid_down: Vec<Space>,
    /// Workers who lose the keys of a case with this change.
    pub(crate) walled: Vec<WorkerId>,
    /// Events whose bodies are erased from the log.
    pub(crate) erased: Vec<EventId>,
    /// After how many saves it was worked out, where it gives or takes keys or says whom to check: it is good for nothing later.
    pub(crate) after: Option<u64>,
}

impl Change {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds an event; gives its identifier.
    pub(crate) fn add(&mut self, space: Space, event: Event) -> EventId {
        let id = EventId::new(draw::id());
        self.events.push((id, space, event));
        id
    }

    /// Makes a key for a new epoch of a space.
    pub(crate) fn mint(&mut self, space: Space, epoch: u32) {
        self.minted.push((space, epoch, SpaceKey::make()));
    }

    /// A front sheet with what this change notes of the family and of what is known of its people, apart from who holds it.
    pub(crate) fn named(&self, id: CaseId, front: &Front, (by, now): (WorkerId, Now)) -> Front {
        let mut named = front.clone();
        for (event_id, space, event) in &self.events {
            if let (Space::Front(of), Event::Front(event)) = (space, event)
                && *of == id
                && matches!(
                    event,
                    FrontEvent::EnquiryBecameCase
                        | FrontEvent::FamilyNoted { .. }
                        | FrontEvent::ConflictChecked { .. }
                        | FrontEvent::MatchLookedAt { .. }
                        | FrontEvent::InterestAnswered { .. }
                )
            {
                named.apply(&Entry {
                    id: *event_id,
                    by,
                    at: now.at,
                    on: now.day(),
                    event: event.clone(),
                });
            }
        }
        named
    }

    /// Stores a row.
    pub(crate) fn put(&mut self, table: Table, key: Vec<u8>, value: Vec<u8>) {
        self.writes.push(Write::Put { table, key, value });
    }

    /// Takes a row away.
    pub(crate) fn delete(&mut self, table: Table, key: Vec<u8>) {
        self.writes.push(Write::Delete { table, key });
    }
}

impl Desk {
    /// Counts an answer without its case, for those who read reports.
    pub(crate) fn count(&self, change: &mut Change, now: Now, gate: &str, answer: &str) {
        let month = now.day().month_begins();
        let role = self.me().map_or(Role::Officer, |worker| worker.role);
        let tally = Tally {
            month,
            role,
            gate: gate.to_owned(),
            answer: answer.to_owned(),
        };
        change.add(Space::Tally, Event::Tally(tally));
    }
}
