//! When each policy of the library was looked at last, and when it is looked at next (CAM-10, CAM-24, LEI-35).

use evenhand_domain::date::Day;
use evenhand_domain::ids::EventId;
use evenhand_domain::register::{Kept, Kind};
use evenhand_policy::due;

use crate::desk::Desk;
use crate::now::Now;

/// One policy that is in force, with its reviews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Its entry in the library.
    pub entry: EventId,
    /// What it is called.
    pub name: String,
    /// The day it was looked at last.
    pub last: Option<Day>,
    /// The day by which it is looked at next; none where neither the entry nor the service's policy names one.
    pub next: Option<Day>,
}

impl Desk {
    /// The policies of the library that are in force, the one that waits longest first. Everybody who works here reads these.
    #[must_use]
    pub fn reviews(&self, now: Now) -> Vec<Review> {
        let Ok(me) = self.me() else { return Vec::new() };
        let read = self.read(|book| {
            let due = due::due(&book.office(&me, now));
            let next = |id: EventId| due.iter().find(|item| item.entry == Some(id)).map(|item| item.due);
            let in_force = book.registers.standing(Kind::Policy);
            let in_force = in_force.filter(|kept| kept.entry.text("withdrawn").is_empty());
            let review = |kept: &Kept| Review {
                entry: kept.id,
                name: kept.entry.text("name").to_owned(),
                last: kept.entry.day("reviewed"),
                next: next(kept.id),
            };
            let mut found: Vec<Review> = in_force.map(review).collect();
            found.sort_by(|a, b| (a.next, &a.name).cmp(&(b.next, &b.name)));
            found
        });
        read.unwrap_or_default()
    }
}
