//! Casework drawn at random: which cases a draw comes to, for whoever looks (STA-15, SPS-10).

use std::collections::BTreeMap;

use evenhand_domain::case::state::Front;
use evenhand_domain::date::Day;
use evenhand_domain::ids::{CaseId, WorkerId};
use evenhand_domain::register::{Kept, Kind, RegisterEntry};
use evenhand_policy::draw::place;

use crate::desk::Desk;
use crate::draw;
use crate::shelf::{Gist, Shelved};

/// One worker's part of a draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Whose casework.
    pub worker: WorkerId,
    /// The cases that were drawn, each with its code.
    pub cases: Vec<(CaseId, String)>,
    /// How many there were to draw from.
    pub of: usize,
}

/// Whose case it was on a day.
fn worker_on(front: &Front, day: Day) -> Option<WorkerId> {
    let mut before = front.allocations.iter().filter(|given| given.on <= day);
    before.next_back().map(|given| given.worker)
}

/// Whether there may be something to look at: the case was there and open between two days.
fn was_open(file: &Shelved, gist: &Gist, since: Day, on: Day) -> bool {
    let came = file.front.opened_on.is_some_and(|opened| opened <= on);
    came && !file.front.is_enquiry && gist.shown.closed_on.is_none_or(|closed| closed >= since)
}

impl Desk {
    /// The cases of a draw, by worker: as many of each, of those that this person may open and has not worked on themself. A case
    /// that is closed to them is not in it, and nothing shows that it is not.
    #[must_use]
    pub fn drawn(&self, draw: &Kept) -> Vec<Drawn> {
        let entry = &draw.entry;
        let number = |name: &str| entry.text(name).parse::<u32>().ok();
        let (Some(seed), Some(each), Some(since), Some(on)) =
            (number("seed"), number("each"), entry.day("since"), entry.day("on"))
        else {
            return Vec::new();
        };
        let each = usize::try_from(each).unwrap_or(usize::MAX);
        let found = self.with(|open| {
            let mut all: BTreeMap<WorkerId, Vec<(u64, CaseId, String)>> = BTreeMap::new();
            let may_open = |file: &&Shelved| file.front.has_answered_no_interest(open.me);
            for (id, file) in open.book.cases.iter().filter(|(_, file)| may_open(file)) {
                let Some(gist) = &file.gist else { continue };
                let worker = worker_on(&file.front, on).filter(|worker| *worker != open.me);
                if let Some(worker) = worker.filter(|_| was_open(file, gist, since, on)) {
                    let case = (place(seed, id.bytes()), *id, file.front.code.clone());
                    all.entry(worker).or_default().push(case);
                }
            }
            all.retain(|worker, _| !open.book.team.has_left(*worker));
            all
        });
        let drawn = found.unwrap_or_default().into_iter().map(|(worker, mut cases)| {
            cases.sort();
            let of = cases.len();
            cases.truncate(each);
            let cases = cases.into_iter().map(|(_, id, code)| (id, code)).collect();
            Drawn { worker, cases, of }
        });
        drawn.collect()
    }
}

/// A draw without a number gets one that nobody chose.
pub(super) fn numbered(mut entry: RegisterEntry) -> RegisterEntry {
    if entry.kind == Kind::Draw && entry.text("seed").is_empty() {
        let [a, b, c, d, ..] = draw::id();
        entry = entry.with("seed", u32::from_le_bytes([a, b, c, d]) % 1_000_000);
    }
    entry
}
