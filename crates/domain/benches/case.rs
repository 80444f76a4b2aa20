//! How long it takes to fold a case, and to read the form that a family sent. `cargo xtask bench native` runs it.

#![allow(clippy::unwrap_used, reason = "a measurement that cannot begin has failed")]

use divan::{Bencher, black_box};
use evenhand_domain::case::state::Case;
use evenhand_domain::date::Moment;
use evenhand_domain::event::{CaseEvent, Entry, Event};
use evenhand_domain::ids::{EventId, WorkerId};
use evenhand_domain::referral::Referral;

/// One event of every kind, as they were stored once.
const EVENTS: &str = include_str!("../../../tests/vectors/v1/events.jsonl");

fn main() {
    divan::main();
}

fn events() -> impl Iterator<Item = CaseEvent> + Clone {
    EVENTS.lines().filter_map(|line| match serde_json::from_str(line) {
        Ok(Event::Case(event)) => Some(event),
        _ => None,
    })
}

/// A case whose events go through all kinds again and again.
fn case_of(length: usize) -> Vec<Entry<CaseEvent>> {
    let numbered = (0_u128..).zip(events().cycle().take(length));
    let entry = |(number, event): (u128, CaseEvent)| Entry {
        id: EventId::new(number.to_le_bytes()),
        by: WorkerId::new([1; 16]),
        at: Moment::from_millis(1_795_000_000_000),
        on: "2026-11-23".parse().unwrap(),
        event,
    };
    numbered.map(entry).collect()
}

#[divan::bench(args = [50, 200])]
fn fold(bencher: Bencher<'_, '_>, length: usize) {
    let entries = case_of(length);
    assert_eq!(entries.len(), length);
    bencher.bench(|| {
        let mut case = Case::default();
        for entry in black_box(&entries) {
            case.apply(entry);
        }
        case
    });
}

#[divan::bench]
fn read_a_form(bencher: Bencher<'_, '_>) {
    let sent = events().find_map(|event| match event {
        CaseEvent::ReferralReceived { referral, .. } => Some(referral),
        _ => None,
    });
    let bytes = sent.unwrap().to_bytes().unwrap();
    bencher.bench(|| Referral::from_bytes(black_box(&bytes)).unwrap());
}
