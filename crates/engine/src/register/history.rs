//! How many clauses were met, month by month: kept as a count each time a manager looks, because nobody can open again what a case
//! was a year ago once it is erased or passed on.

use std::collections::BTreeMap;

use evenhand_domain::date::Day;
use evenhand_domain::worker::Role;
use evenhand_policy::compliance::{State, count};

use super::Compliance;
use crate::book::Book;
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::now::Now;

/// What is counted.
const GATE: &str = "compliance";
/// How many months are shown.
const MONTHS: i32 = 12;

/// How many clauses stood how at the last look of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Met {
    /// Its first day.
    pub month: Day,
    /// Met, or due soon; none where no manager looked.
    pub met: Option<usize>,
    /// How many clauses the policy had.
    pub of: usize,
}

impl Compliance {
    /// How many clauses are met, or due soon.
    #[must_use]
    pub fn met(&self) -> usize {
        count(&self.clauses, State::Met) + count(&self.clauses, State::DueSoon)
    }
}

/// A look: the how many-th of its month, and what was seen. A count has no day, so the looks of a month are numbered.
fn read(answer: &str) -> Option<(u32, (usize, usize))> {
    let (number, seen) = answer.split_once(':')?;
    let (met, of) = seen.split_once('/')?;
    Some((number.parse().ok()?, (met.parse().ok()?, of.parse().ok()?)))
}

impl Book {
    /// The newest look of each month.
    fn looks(&self) -> BTreeMap<Day, (u32, (usize, usize))> {
        let own = self.tallies.keys().filter(|(_, _, gate, _)| gate == GATE);
        let mut looks = BTreeMap::new();
        for (month, look) in own.filter_map(|(month, _, _, answer)| Some((*month, read(answer)?))) {
            let newest = looks.entry(month).or_insert(look);
            *newest = look.max(*newest);
        }
        looks
    }
}

impl Desk {
    /// The last twelve months, the oldest first, from the first in which a manager looked. `sees` is how many clauses are met now,
    /// and of how many, where a manager looks.
    #[must_use]
    pub fn compliance_history(&self, now: Now, sees: Option<(usize, usize)>) -> Vec<Met> {
        let looked = self.read(Book::looks);
        let (looked, this) = (looked.unwrap_or_default(), now.day().month_begins());
        let months = (1 - MONTHS..=0).map(|back| this.plus_months(back));
        let months = months.map(|month| {
            let look = looked.get(&month).map(|(_, look)| *look);
            let look = sees.filter(|_| month == this).or(look);
            Met {
                month,
                met: look.map(|(met, _)| met),
                of: look.map_or(0, |(_, of)| of),
            }
        });
        months.skip_while(|month| month.met.is_none()).collect()
    }

    /// Keeps how many clauses are met, where a manager looks and it is not kept for this month already.
    ///
    /// # Errors
    /// When it could not be saved.
    pub async fn note_compliance(&self, now: Now, met: usize, of: usize) -> Result<(), SaveError> {
        let is_manager = self.me()?.role == Role::Manager;
        let newest = self.read(Book::looks)?.remove(&now.day().month_begins());
        if !is_manager || newest.is_some_and(|(_, seen)| seen == (met, of)) {
            return Ok(());
        }
        let number = newest.map_or(1, |(number, _)| number.saturating_add(1));
        let mut change = Change::new();
        self.count(&mut change, now, GATE, &format!("{number}:{met}/{of}"));
        self.save(now, change).await
    }
}
