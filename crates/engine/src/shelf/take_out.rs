//! Taking a case out: its entries are read from the log and folded.

use std::rc::Rc;

use evenhand_domain::date::Moment;
use evenhand_domain::event::{Entry, Event};
use evenhand_domain::ids::{CaseId, EventId};
use evenhand_store::{ReadError, Table};
use evenhand_vault::ids::RowId;
use thiserror::Error;

use super::put_away::AT_HAND;
use crate::desk::{Desk, Fault, Open};
use crate::device::opened::{open_event, open_row};
use crate::shelf::{Out, Place};
use crate::space::Space;

/// Why a case was not taken out.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TakeOutError {
    /// The workspace is locked, or there is no such case for this person.
    #[error("there is no such case here")]
    NoSuchCase,
    /// The browser cannot read its storage.
    #[error("the browser cannot read its storage: {0}")]
    Storage(#[from] ReadError),
}

/// Keeps a case at hand as long as it lives. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Lease(#[expect(dead_code, reason = "that it lives is all it says")] Rc<()>);

/// The rows of the log in which a case has entries, each once.
pub(crate) fn rows_of(open: &Open, id: CaseId) -> Vec<RowId> {
    let places = open.book.cases.get(&id).map(|shelved| shelved.places.iter());
    let mut rows: Vec<RowId> = places.into_iter().flatten().map(|place| place.row).collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// Takes a case out of the rows in which its entries lie. What is missing or does not open is a fault; the rest is there.
pub(crate) fn bring_out(open: &mut Open, id: CaseId, rows: &[(RowId, Option<Vec<u8>>)]) {
    let Some(shelved) = open.book.cases.get(&id) else {
        return;
    };
    let mut wanted: Vec<Place> = shelved.places.iter().collect();
    wanted.sort_by_key(|place| (place.row, place.index));
    let mut found = Vec::new();
    for (row, value) in rows {
        let Some(value) = value else {
            open.faults.push(Fault::EntriesMissing);
            continue;
        };
        let operations = match open_row(&open.ring, open.vault, *row, value) {
            Ok(operations) => operations,
            Err(fault) => {
                open.faults.push(fault);
                continue;
            }
        };
        let first = wanted.partition_point(|place| place.row < *row);
        let here = wanted.get(first..).unwrap_or_default();
        let here: Vec<u32> = here
            .iter()
            .take_while(|place| place.row == *row)
            .map(|place| place.index)
            .collect();
        let operations = (0_u32..)
            .zip(operations)
            .filter(|(index, _)| here.binary_search(index).is_ok());
        found.extend(operations.map(|(index, operation)| (Place { row: *row, index }, operation)));
    }
    found.sort_by_key(|(_, operation)| {
        let view = &operation.view;
        (view.time_ms, view.author, view.seq)
    });
    let mut out = Out::default();
    for (place, operation) in &found {
        let Some((space, on, event)) = open_event(open, operation) else {
            continue;
        };
        let view = &operation.view;
        let Some(by) = open.authors.get(&view.author).copied() else {
            continue;
        };
        let (entry_id, at) = (
            EventId::new(view.event.bytes()),
            Moment::from_millis(i64::try_from(view.time_ms).unwrap_or(i64::MAX)),
        );
        match (space, event) {
            (Space::Front(of), Event::Front(event)) if of == id => {
                let entry = Entry {
                    id: entry_id,
                    by,
                    at,
                    on,
                    event,
                };
                out.apply_front(entry, *place);
            }
            (Space::Case(of), Event::Case(event)) if of == id => {
                let entry = Entry {
                    id: entry_id,
                    by,
                    at,
                    on,
                    event,
                };
                out.apply_story(entry, *place);
            }
            _ => {}
        }
    }
    if let Some(shelved) = open.book.cases.get_mut(&id) {
        shelved.out = Some(out);
        shelved.freshen();
    }
    open.faults.sort();
    open.faults.dedup();
}

impl Desk {
    /// Takes a case out, so that [`Desk::case`] and what it owes can be read, and keeps it at hand as long as the lease lives. One
    /// that is out already is ready at once.
    ///
    /// # Errors
    /// When there is no such case for this person, or the browser cannot read its storage.
    pub async fn take_out(&self, id: CaseId) -> Result<Lease, TakeOutError> {
        let mut is_new = false;
        if let Some(lease) = self.lease(id)? {
            return Ok(lease);
        }
        let _turn = self.0.taking.lock().await;
        loop {
            if let Some(lease) = self.lease(id)? {
                if is_new {
                    let _ = self.with_mut(|open| open.put_away_but(AT_HAND));
                }
                return Ok(lease);
            }
            is_new = true;
            let rows = self
                .with(|open| rows_of(open, id))
                .map_err(|_| TakeOutError::NoSuchCase)?;
            let keys: Vec<Vec<u8>> = rows.iter().map(|row| row.bytes().to_vec()).collect();
            let values = self.0.store.read_many(Table::Log, &keys).await?;
            let _ = self.with_mut(|open| {
                // Something may have been saved, or the case taken out, while the rows were read.
                if rows_of(open, id) == rows && open.book.cases.get(&id).is_some_and(|shelved| shelved.out.is_none()) {
                    let read: Vec<_> = rows.into_iter().zip(values).collect();
                    bring_out(open, id, &read);
                }
            });
        }
    }

    /// The lease of a case that is at hand; none where it has to be taken out first.
    #[must_use]
    pub fn at_hand(&self, id: CaseId) -> Option<Lease> {
        self.lease(id).ok().flatten()
    }

    /// The lease of a case that is out; none where it is not.
    fn lease(&self, id: CaseId) -> Result<Option<Lease>, TakeOutError> {
        let found = self.with_mut(|open| {
            open.uses += 1;
            let used = open.uses;
            let shelved = open.book.cases.get(&id)?;
            Some(shelved.out.as_ref().map(|out| {
                out.used.set(used);
                Lease(Rc::clone(&out.lease))
            }))
        });
        found.ok().flatten().ok_or(TakeOutError::NoSuchCase)
    }
}
