mod cases;
mod registers;

use evenhand_domain::case::contact::{Contact, ContactWay, Explained, Stated, Statement, Wording};
use evenhand_domain::case::options::{Choice, OptionSet};
use evenhand_domain::case::state::{Allocation, Case, CaseStatus, Front, WorkerCheck};
use evenhand_domain::conflict::{ConflictCheck, ConflictOutcome, Finding, MatchKind};
use evenhand_domain::date::{Day, Moment};
use evenhand_domain::event::{CaseEvent, Entry, Override};
use evenhand_domain::ids::{CaseId, EventId, PartyId, WorkerId};
use evenhand_domain::profile::ProfileId;
use evenhand_domain::register::{Kept, Kind, RegisterEntry};
use evenhand_domain::worker::Role;

use super::{Figures, Place, Shown, Standing, State, compliance, compliance_file, count};
use crate::clause::clauses;
use crate::due::Office;
use crate::profile::Profile;

const SAM: WorkerId = WorkerId::new([1; 16]);
const MO: WorkerId = WorkerId::new([3; 16]);
const TODAY: &str = "2026-11-26";

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn kept(number: u8, kind: Kind, values: &[(&str, &str)]) -> Kept {
    let begun = RegisterEntry::new(kind);
    Kept {
        id: EventId::new([number; 16]),
        by: MO,
        at: Moment::from_millis(i64::from(number)),
        on: day("2026-09-07"),
        entry: values
            .iter()
            .fold(begun, |entry, (name, value)| entry.with(name, value)),
        changed: None,
        struck: None,
    }
}

/// Sam the officer and Mo the manager, both since 7 September 2026.
fn all_with(profile: ProfileId, entries: &[Kept], cases: &[(Front, Case)]) -> Vec<Standing> {
    let began = day("2026-09-07");
    let office = Office {
        profile: Profile::of(profile),
        today: day(TODAY),
        since: began,
        workers: vec![(SAM, Role::Officer, began), (MO, Role::Manager, began)],
        declared: [(SAM, day("2026-11-01")), (MO, day("2026-11-02"))].into(),
        entries: entries.iter().collect(),
    };
    let mut figures = Figures::new(office.profile, office.today);
    for (number, (front, case)) in (1..).zip(cases) {
        figures.add(CaseId::new([number; 16]), front, &Shown::of(case));
    }
    compliance(&office, &figures)
}

fn all(profile: ProfileId, entries: &[Kept]) -> Vec<Standing> {
    all_with(profile, entries, &[])
}

fn of<'a>(standings: &'a [Standing], id: &str) -> &'a Standing {
    standings.iter().find(|one| one.clause.id == id).unwrap()
}

fn state(standings: &[Standing], id: &str) -> State {
    of(standings, id).state
}

fn words(standings: &[Standing], id: &str) -> String {
    let evidence = &of(standings, id).evidence;
    evidence
        .iter()
        .map(|one| one.words.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

fn told(number: u8, event: CaseEvent) -> Entry<CaseEvent> {
    Entry {
        id: EventId::new([number; 16]),
        by: SAM,
        at: Moment::from_millis(i64::from(number)),
        on: day("2026-11-20"),
        event,
    }
}

fn contact(way: ContactWay, stated: Stated) -> CaseEvent {
    let with = PartyId::new([9; 16]);
    CaseEvent::ContactRecorded(Box::new(Contact {
        on: day("2026-11-20"),
        at: None,
        way,
        minutes: None,
        with: vec![with],
        statements: vec![Statement { to: with, stated }],
        words: Vec::new(),
        facts: String::new(),
        their_words: String::new(),
        opinion: String::new(),
        agency: None,
        next: None,
        venue: None,
        without_aim: String::new(),
        sent: Vec::new(),
        kept_wording: Vec::new(),
        explained: None,
        support: Vec::new(),
        heard: String::new(),
    }))
}

fn yes() -> Stated {
    Stated::Yes {
        wording: Wording::Plain,
        understood: "said it back".into(),
    }
}

fn no() -> Stated {
    Stated::No {
        why: "they rang off".into(),
    }
}

/// A case that Sam has, with what happened in it.
fn case(events: Vec<CaseEvent>) -> (Front, Case) {
    let mut case = Case::default();
    for (number, event) in (1..).zip(events) {
        case.apply(&told(number, event));
    }
    let mut front = Front {
        status: CaseStatus::Open,
        ..Front::default()
    };
    front.allocations.push(Allocation {
        worker: SAM,
        on: day("2026-11-19"),
        reason: None,
        over: None,
    });
    front.answers.insert(SAM, false);
    front.checks.insert(SAM, checked(ConflictOutcome::Clear, &[]));
    (front, case)
}

fn checked(outcome: ConflictOutcome, findings: &[(MatchKind, &str)]) -> WorkerCheck {
    let finding = |(kind, clause): &(MatchKind, &str)| Finding {
        kind: *kind,
        outcome,
        clause: (*clause).to_owned(),
        matched: "a match".into(),
    };
    WorkerCheck {
        on: day("2026-11-19"),
        check: ConflictCheck {
            outcome,
            because: findings.iter().map(|(_, clause)| (*clause).to_owned()).collect(),
            findings: findings.iter().map(finding).collect(),
            rules: 1,
            interests_checked: 3,
        },
        looked_at: None,
    }
}
