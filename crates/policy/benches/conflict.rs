//! How long the conflict check takes against a long register, and one comparison of two names. `cargo xtask bench native` runs it.

#![allow(clippy::unwrap_used, reason = "a measurement that cannot begin has failed")]

use divan::{Bencher, black_box};
use evenhand_domain::family::Family;
use evenhand_domain::ids::WorkerId;
use evenhand_domain::interest::Interest;
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

#[divan::bench(args = [10, 100, 1000])]
fn check_against_a_register(bencher: Bencher<'_, '_>, length: usize) {
    let interests = register(length);
    assert_eq!(interests.len(), length);
    let families: Vec<Family> = lines(SCENARIOS)
        .map(|scenario| serde_json::from_value(scenario["family"].clone()).unwrap())
        .collect();
    let worker = Worker {
        id: WorkerId::new([1; 16]),
        name: "Devon Hibbert".to_owned(),
        role: Role::Officer,
        home_district: Some("NW1".to_owned()),
        phone: None,
        email: None,
    };
    let (today, mut turn) = ("2026-11-23".parse().unwrap(), 0);
    bencher.bench_local(|| {
        turn = (turn + 1) % families.len();
        check(
            Profile::of(ProfileId::Staffordshire),
            &worker,
            black_box(&interests),
            &families[turn],
            today,
        )
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
