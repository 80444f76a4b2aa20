mod group;
mod policies;
mod supervision;
mod training;

use evenhand_domain::date::{Day, Moment};
use evenhand_domain::ids::{EventId, WorkerId};
use evenhand_domain::profile::ProfileId;
use evenhand_domain::register::{Kept, Kind, RegisterEntry};
use evenhand_domain::worker::Role;

use super::{DueItem, Office, due, induction_bars, missing_induction, without_planned};
use crate::group::{chair_fault, composition};
use crate::profile::{Policy, Profile};

const SAM: WorkerId = WorkerId::new([1; 16]);
const VAL: WorkerId = WorkerId::new([2; 16]);
const MO: WorkerId = WorkerId::new([3; 16]);

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn entry(kind: Kind, values: &[(&str, &str)]) -> RegisterEntry {
    values
        .iter()
        .fold(RegisterEntry::new(kind), |entry, (name, value)| entry.with(name, value))
}

fn kept(number: u8, by: WorkerId, entry: RegisterEntry) -> Kept {
    Kept {
        id: EventId::new([number; 16]),
        by,
        at: Moment::from_millis(i64::from(number)),
        on: day("2026-09-07"),
        entry,
        changed: None,
        struck: None,
    }
}

/// Sam the officer, Val the volunteer and Mo the manager, all since 7 September 2026.
fn all(profile: ProfileId, entries: &[Kept]) -> Vec<DueItem> {
    all_on("2026-11-26", profile, entries)
}

fn all_on(today: &str, profile: ProfileId, entries: &[Kept]) -> Vec<DueItem> {
    let began = day("2026-09-07");
    due(&Office {
        policy: Policy::of(profile, entries.iter()),
        today: day(today),
        since: began,
        workers: vec![
            (SAM, Role::Officer, began),
            (VAL, Role::Volunteer, began),
            (MO, Role::Manager, began),
        ],
        declared: [(SAM, began)].into(),
        entries: entries.iter().collect(),
    })
}

fn of(items: &[DueItem], what: &str, who: Option<WorkerId>) -> DueItem {
    let found = items
        .iter()
        .find(|item| item.what == what && item.worker.map(|worker| worker.0) == who);
    found.unwrap_or_else(|| panic!("{what} is not due")).clone()
}

fn when(items: &[DueItem], what: &str, who: Option<WorkerId>) -> String {
    of(items, what, who).due.to_string()
}
