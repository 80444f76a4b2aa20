//! How long the conflict check takes against a long register, and one comparison of two names. `cargo xtask bench native` runs it.

#![allow(clippy::unwrap_used, reason = "a measurement that cannot begin has failed")]

use divan::{Bencher, black_box};
use evenhand_domain::conflict::ConflictOutcome;
use evenhand_domain::date::Day;
use evenhand_domain::family::Family;
use evenhand_domain::ids::WorkerId;
use evenhand_domain::interest::{Acquaintance, Interest, InterestKind};
use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::{Role, Worker};
use evenhand_policy::conflict::check;
use evenhand_policy::matching::may_be_same_person;
use evenhand_policy::profile::Profile;
use serde_json::Value;

const SCENARIOS: &str = include_str!("../../../tests/data/conflicts.jsonl");
const NAMES: &str = include_str!("../../../tests/data/names.jsonl");

fn main() {
    divan::main();
}

fn lines(file: &'static str) -> impl Iterator<Item = Value> {
    let lines = file.lines().filter(|line| !line.is_empty());
    lines.map(|line| serde_json::from_str(line).unwrap())
}

/// A register of so many interests, drawn from all scenarios in turn.
fn register(length: usize) -> Vec<Interest> {
    let declared: Vec<Interest> = lines(SCENARIOS)
        .filter_map(|scenario| serde_json::from_value::<Vec<Interest>>(scenario["worker"]["interests"].clone()).ok())
        .flatten()
        .collect();
    declared.iter().cycle().take(length).cloned().collect()
}

/// So many people who all have another name.
fn people(count: usize) -> Vec<String> {
    let names: Vec<String> = lines(NAMES)
        .filter_map(|pair| pair["a"].as_str().map(str::to_owned))
        .collect();
    let words = |at: usize| names[at % names.len()].split_whitespace();
    let name = |at: usize| {
        let (first, last) = (words(at * 7).next(), words(at * 13 + at / names.len()).last());
        format!("{} {}", first.unwrap_or_default(), last.unwrap_or_default())
    };
    (0..count).map(name).collect()
}

/// So many families: those of all scenarios in turn, by other names.
fn families(count: usize) -> Vec<Family> {
    let drawn: Vec<Family> = lines(SCENARIOS)
        .map(|scenario| serde_json::from_value(scenario["family"].clone()).unwrap())
        .collect();
    let mut names = people(count * 4).into_iter();
    let named = |family: &Family| {
        let mut family = Family {
            knows: None,
            ..family.clone()
        };
        for member in &mut family.people {
            member.name = names.next().unwrap_or_default();
        }
        family
    };
    drawn.iter().cycle().take(count).map(named).collect()
}

fn worker(name: String) -> Worker {
    Worker {
        id: WorkerId::new([1; 16]),
        name,
        role: Role::Officer,
        home_district: Some("NW1".to_owned()),
        phone: None,
        email: None,
    }
}

fn today() -> Day {
    "2026-11-23".parse().unwrap()
}

/// One family against two hundred workers with a thousand interests between them.
#[divan::bench]
fn check_a_family_against_200_workers(bencher: Bencher<'_, '_>) {
    let mut interests = register(1000);
    for (interest, name) in interests.iter_mut().zip(people(2000).split_off(1000)) {
        if let InterestKind::Relative(person) | InterestKind::Friend(person) = &mut interest.kind {
            person.name = name;
        }
    }
    let workers: Vec<Worker> = people(200).into_iter().map(worker).collect();
    let (families, mut turn) = (families(100), 0);
    bencher.bench_local(|| {
        turn = (turn + 1) % families.len();
        let declared = workers.iter().zip(interests.chunks(5));
        let profile = Profile::of(ProfileId::Staffordshire);
        let checks = declared.map(|(worker, declared)| check(profile, worker, declared, &families[turn], today()));
        checks.filter(|check| check.outcome == ConflictOutcome::Clear).count()
    });
}

/// Somebody declares a friend, and has ten thousand cases.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn check_an_interest_against_10_000_families(bencher: Bencher<'_, '_>) {
    let friend = InterestKind::Friend(Acquaintance {
        name: "Marguerite Ashdown-Lisle".to_owned(),
        relation: Some("friend".to_owned()),
        dob: None,
        phone: Some("07700 900461".to_owned()),
        email: Some("m.ashdown@example.org".to_owned()),
        address: Some("4 Elm Row, ZZ4 2AB".to_owned()),
    });
    let declared = [Interest {
        kind: friend,
        from: None,
        to: None,
    }];
    let (families, worker) = (families(10_000), worker("Devon Hibbert".to_owned()));
    bencher.bench_local(|| {
        let profile = Profile::of(ProfileId::Staffordshire);
        let checks = families
            .iter()
            .map(|family| check(profile, &worker, &declared, family, today()));
        checks.filter(|check| check.outcome == ConflictOutcome::Clear).count()
    });
}

#[divan::bench]
fn compare_two_names(bencher: Bencher<'_, '_>) {
    let pairs: Vec<(String, String)> = lines(NAMES)
        .map(|pair| {
            let name = |key: &str| pair[key].as_str().unwrap_or_default().to_owned();
            (name("a"), name("b"))
        })
        .collect();
    let mut turn = 0;
    bencher.bench_local(|| {
        turn = (turn + 1) % pairs.len();
        let (one, other) = &pairs[turn];
        may_be_same_person(black_box(one), black_box(other))
    });
}
