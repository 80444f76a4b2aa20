//! This person's own snapshot of the open book: a cache, so that unlocking need not read the whole log. The log is what counts.
//!
//! It lies in one group of rows, sealed under this person's root. Everybody in the service can work out where, so that whoever takes a
//! key from somebody, or erases something, takes the snapshot away in the same transaction (SPS-8, LEI-29): it never outlives a wall.

mod keep;
mod open;

pub(crate) use open::{changes_words, open};

use std::rc::Rc;

use evenhand_domain::case::state::Front;
use evenhand_domain::date::Day;
use evenhand_domain::ids::{CaseId, WorkerId};
use evenhand_domain::worker::Role;
use evenhand_store::{Table, Write};
use evenhand_vault::ids::RowId;
use serde::{Deserialize, Serialize};

use crate::desk::Open;
use crate::shelf::Gist;
use crate::space::Space;

/// The code that made a snapshot: another one makes its own.
const SOURCES: &str = env!("EVENHAND_SOURCES");

/// Where this person finds their own snapshot, sealed for this purpose: only those who have the service's key can work it out.
const AT: &str = "snapshot";

/// Cases lie in so many parts, by the first letter of their identifier.
const CASE_PARTS: u8 = 16;

/// What the parts of a snapshot are called; the last byte of a row's key says which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// What the other parts are read by.
    Head,
    /// Every key.
    Keys,
    /// Everything that is read at once: the rows of the rings, what lies outside of cases, counts.
    Beside,
    /// Some of the cases.
    Cases(u8),
    /// What a search looks at. It is read when the list stands.
    Index,
}

impl Part {
    /// The first byte after the row is the group: what is read at once, and what is read later.
    const fn bytes(self) -> [u8; 2] {
        match self {
            Self::Head => [0, 0],
            Self::Keys => [0, 1],
            Self::Beside => [0, 2],
            Self::Cases(number) => [0, 3 + number],
            Self::Index => [1, 0],
        }
    }
}

/// What a part is sealed for. All but the head bear the name of the snapshot, so that parts of two are never mixed.
fn purpose(part: Part, name: &[u8; 16]) -> String {
    let [group, number] = part.bytes();
    let name = if part == Part::Head { &[0; 16] } else { name };
    let name = name
        .iter()
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    format!("snapshot/{group}/{number}/{name}")
}

#[derive(Serialize, Deserialize)]
struct Head {
    sources: String,
    name: [u8; 16],
    /// The number of the next row of the log: what stands there and after it came since.
    next_row: u64,
    newest: i64,
    /// The newest entry of each log, encoded.
    tips: Vec<Vec<u8>>,
    /// Whose log is whose.
    authors: Vec<(Vec<u8>, WorkerId)>,
}

#[derive(Serialize, Deserialize)]
struct Beside {
    /// The keys of every row of this person's rings, in order.
    rows: Vec<u8>,
    /// What happened outside of cases.
    entries: Vec<Happened>,
    tallies: Vec<(Day, Role, String, String, u32)>,
}

/// An entry outside of cases.
#[derive(Serialize, Deserialize)]
struct Happened {
    /// The label of its space.
    space: Vec<u8>,
    id: [u8; 16],
    by: WorkerId,
    /// In milliseconds.
    at: i64,
    /// As it is sealed.
    event: Vec<u8>,
    /// The row of the log in which it lies, and its place in there.
    row: [u8; 16],
    index: u32,
}

#[derive(Serialize, Deserialize)]
struct Case {
    id: CaseId,
    front: Rc<Front>,
    gist: Option<Gist>,
    places: Vec<u8>,
}

/// A postcard that cannot be written or read.
fn unreadable(error: &postcard::Error) -> String {
    error.to_string()
}

impl Open {
    /// Where a worker's snapshot lies; none before the service has a key.
    fn snapshot_row(&self, worker: WorkerId) -> Option<RowId> {
        let (_, first) = self.ring.of(Space::Service).next()?;
        Some(first.snapshot_row(worker.bytes()))
    }

    /// Takes away the snapshots of some workers.
    pub(crate) fn without_snapshots(&self, workers: impl Iterator<Item = WorkerId>) -> Vec<Write> {
        let rows = workers.filter_map(|worker| self.snapshot_row(worker));
        let gone = rows.map(|row| Write::DeletePrefix {
            table: Table::Snap,
            prefix: row.bytes().to_vec(),
        });
        gone.collect()
    }
}

fn key(row: RowId, part: Part) -> Vec<u8> {
    [row.bytes().as_slice(), &part.bytes()].concat()
}
