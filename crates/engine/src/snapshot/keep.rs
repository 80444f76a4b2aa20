//! Keeping a snapshot, when there is time for it.

use std::rc::Rc;

use evenhand_domain::ids::CaseId;
use evenhand_store::{Table, Write};
use evenhand_vault::ids::RowId;
use evenhand_vault::log::LogHead;
use evenhand_vault::pack::seal_pack;
use evenhand_vault::ring::Ring;

use super::{AT, Beside, CASE_PARTS, Case, Happened, Head, Part, SOURCES, key, purpose, unreadable};
use crate::case::search::Words;
use crate::change::SaveError;
use crate::desk::{Desk, Fault, Open};
use crate::draw;
use crate::shelf::Shelved;
use crate::wire;

/// So many entries may come before a snapshot is kept anew: opening reads them one by one.
const NEW_AFTER: usize = 16;
/// So many cases may change before the index is renewed with it.
const RENEW_AFTER: usize = 256;

/// A snapshot that is being sealed.
struct Keeping {
    name: [u8; 16],
    row: RowId,
    writes: Vec<Write>,
}

impl Desk {
    /// Whether a snapshot is due: there is none, or much came since. Records in which something was found wrong are read whole each
    /// time, so that it shows.
    #[must_use]
    pub fn owes_snapshot(&self) -> bool {
        self.with(|open| {
            let is_sound = open.faults.iter().all(|fault| *fault == Fault::ClockSetBack);
            let is_due = open.since_snapshot.is_none_or(|since| since >= NEW_AFTER);
            is_sound
                && is_due
                && open.is_settled
                && open.settling == 0
                && open.news.is_empty()
                && open.book.index.base.is_some()
        })
        .unwrap_or_default()
    }

    /// Whether there is a snapshot to open from next time.
    #[must_use]
    pub fn has_snapshot(&self) -> bool {
        self.with(|open| open.since_snapshot.is_some()).unwrap_or_default()
    }

    /// Keeps a snapshot of all that this person may read, for the next time they unlock; `pause` lets the page breathe between its
    /// parts. Gives whether it was kept: where something was saved meanwhile, it is not, and is due again.
    ///
    /// # Errors
    /// When it could not be saved. Nothing is lost with it.
    pub async fn keep_snapshot<P: Future<Output = ()>>(&self, pause: impl Fn() -> P) -> Result<bool, SaveError> {
        if !self.owes_snapshot() {
            return Ok(false);
        }
        let saves = self.with(|open| open.saves)?;
        let rows = self.ring_rows().await?;
        let Some(mut keeping) = self.with_mut(|open| begin(open, rows))?.transpose()? else {
            return Ok(false);
        };
        for number in 0..CASE_PARTS {
            pause().await;
            self.with(|open| keeping.cases(open, number))??;
        }
        pause().await;
        self.with(|open| keeping.index(open))??;
        pause().await;
        let _alone = self.0.writing.lock().await;
        // What was sealed is of one moment: a save in between may be in some parts and not in others.
        if self.with(|open| open.saves)? != saves {
            return Ok(false);
        }
        let (row, name) = (keeping.row, keeping.name);
        self.0.store.commit(keeping.writes).await?;
        self.with_mut(|open| {
            open.snapshot = Some((row, name));
            open.since_snapshot = Some(0);
            open.is_lean = true;
            open.put_away_but(0);
        })?;
        Ok(true)
    }

    /// The key of every row of this person's rings.
    async fn ring_rows(&self) -> Result<Vec<u8>, SaveError> {
        let marks = self.with(|open| {
            let own = open.root.ring(open.vault).mark();
            let others = open.rings.iter().map(Ring::mark);
            std::iter::once(own).chain(others).collect::<Vec<_>>()
        })?;
        let mut rows = Vec::new();
        for mark in marks {
            let found = self.0.store.read_keys(Table::Grants, &mark).await;
            rows.extend(found.map_err(|error| SaveError::Failed(error.to_string()))?);
        }
        rows.sort_unstable();
        Ok(rows.concat())
    }
}

/// The cases whose words changed since the index was made.
fn fresh(open: &Open) -> impl Iterator<Item = (&CaseId, &Words)> {
    let cases = open.book.cases.iter();
    cases.filter_map(|(id, shelved)| Some((id, shelved.words.as_ref()?)))
}

fn begin(open: &mut Open, rows: Vec<u8>) -> Option<Result<Keeping, SaveError>> {
    open.take_all_words();
    // What was taken away or erased is not kept among the words of the index either.
    if open.book.index.is_outlived || fresh(open).count() > RENEW_AFTER {
        open.book.renew_index();
    }
    let mut keeping = Keeping {
        name: draw::id(),
        row: open.snapshot_row(open.me)?,
        writes: Vec::new(),
    };
    Some(keeping.beside(open, rows).map(|()| keeping))
}

impl Keeping {
    fn put(&mut self, open: &Open, part: Part, bytes: &[u8]) {
        let purpose = purpose(part, &self.name);
        let value = open.root.seal(&purpose, open.vault, self.row, bytes);
        self.write(part, value);
    }

    fn write(&mut self, part: Part, value: Vec<u8>) {
        self.writes.push(Write::Put {
            table: Table::Snap,
            key: key(self.row, part),
            value,
        });
    }

    fn beside(&mut self, open: &Open, rows: Vec<u8>) -> Result<(), SaveError> {
        let tips = open.tips.values();
        let head = Head {
            sources: SOURCES.to_owned(),
            name: self.name,
            next_row: open.next_row,
            newest: open.newest.millis(),
            tips: tips.map(LogHead::encode).collect(),
            authors: open
                .authors
                .iter()
                .map(|(author, worker)| (author.to_vec(), *worker))
                .collect(),
        };
        let entries = open.beside.iter().map(|(space, entry, place)| {
            let event = wire::write(entry.on, &entry.event).map_err(|error| SaveError::Failed(error.to_string()))?;
            Ok(Happened {
                space: space.label().to_vec(),
                id: entry.id.bytes(),
                by: entry.by,
                at: entry.at.millis(),
                event,
                row: place.row.bytes(),
                index: place.index,
            })
        });
        let tallies = open.book.tallies.iter();
        let beside = Beside {
            rows,
            entries: entries.collect::<Result<_, SaveError>>()?,
            tallies: tallies
                .map(|((month, role, gate, answer), count)| (*month, *role, gate.clone(), answer.clone(), *count))
                .collect(),
        };
        self.put(open, Part::Head, &bytes(&head)?);
        self.put(open, Part::Beside, &bytes(&beside)?);
        let own = open.root.row(AT);
        let at = open.root.seal(AT, open.vault, own, &self.row.bytes());
        self.writes.push(Write::Put {
            table: Table::Keys,
            key: own.bytes().to_vec(),
            value: at,
        });
        let purpose = purpose(Part::Keys, &self.name);
        let keys = open.ring.packed();
        let sealed = seal_pack(&open.root, (&purpose, open.vault, self.row), keys.into_iter());
        self.write(Part::Keys, sealed);
        Ok(())
    }

    fn cases(&mut self, open: &Open, number: u8) -> Result<(), SaveError> {
        let cases = open.book.cases.iter();
        let here = cases.filter(|(id, _)| id.bytes()[0] >> 4 == number);
        let case = |(id, shelved): (&_, &Shelved)| Case {
            id: *id,
            front: Rc::clone(&shelved.front),
            gist: shelved.gist.clone(),
            places: shelved.places.0.clone(),
        };
        let cases: Vec<Case> = here.map(case).collect();
        self.put(open, Part::Cases(number), &bytes(&cases)?);
        Ok(())
    }

    fn index(&mut self, open: &Open) -> Result<(), SaveError> {
        let fresh: Vec<(&CaseId, &Words)> = fresh(open).collect();
        self.put(open, Part::Index, &bytes(&(&open.book.index.base, fresh))?);
        Ok(())
    }
}

fn bytes(of: &impl serde::Serialize) -> Result<Vec<u8>, SaveError> {
    postcard::to_allocvec(of).map_err(|error| SaveError::Failed(unreadable(&error)))
}
