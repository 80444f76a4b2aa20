//! How long the engine's verbs take in a service of a thousand cases: unlock, list, search, read, open a form. `cargo xtask bench native`
//! runs it.

#![allow(clippy::unwrap_used, reason = "a measurement that cannot begin has failed")]

use std::sync::OnceLock;

use divan::{Bencher, black_box};
use evenhand_domain::date::Moment;
use evenhand_engine::AnyStore;
use evenhand_engine::case::list::CaseFilter;
use evenhand_engine::case::search::Search;
use evenhand_engine::desk::Desk;
use evenhand_engine::device::unlock::unlock;
use evenhand_engine::now::Now;
use evenhand_engine::people::person::SignIn;
use evenhand_sample::{Crowd, LONG, PASSPHRASE, PEOPLE, Plan, crowd, locked_forms, make};
use pollster::block_on;

/// What somebody types, letter by letter.
const TYPED: [&str; 3] = ["achterberg", "larkmere academy", "transport appeal"];

fn main() {
    divan::main();
}

/// Wednesday 25 November 2026, 11:00 UTC.
fn now() -> Now {
    Now {
        at: Moment::from_millis(1_795_604_400_000),
        offset_minutes: 0,
    }
}

fn plan() -> Plan {
    Plan {
        cases: 1000,
        ..Plan::to_look_at(now())
    }
}

/// The service as a backup, its manager's code and its `service.json`: a store cannot go from one thread to another, bytes can.
fn service() -> &'static (Vec<u8>, String, String) {
    static MADE: OnceLock<(Vec<u8>, String, String)> = OnceLock::new();
    MADE.get_or_init(|| {
        let store = AnyStore::memory();
        let sample = block_on(make(&store, &plan(), async |_, _| {})).unwrap();
        let backup = block_on(open(&store).make_backup()).unwrap();
        (backup, sample.codes[0].clone(), sample.service_file)
    })
}

fn sign_in() -> SignIn {
    SignIn {
        name: PEOPLE[0].sign_in.to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    }
}

fn open(store: &AnyStore) -> Desk {
    block_on(unlock(store, now(), sign_in())).unwrap()
}

fn restored() -> (AnyStore, Desk) {
    use evenhand_engine::KdfParams;
    use evenhand_engine::backup::restore::{Held, restore_with};
    let store = AnyStore::memory();
    let (backup, code, _) = service();
    let restored = restore_with(&store, now(), Held::new(backup), code, sign_in(), KdfParams::floor());
    let desk = block_on(restored).unwrap();
    (store, desk)
}

/// Without stretching the passphrase at its full cost, which is measured with the vault.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn unlock_with_the_lowest_cost(bencher: Bencher<'_, '_>) {
    let (store, _) = restored();
    bencher.bench_local(|| open(&store));
}

#[divan::bench]
fn list_the_cases(bencher: Bencher<'_, '_>) {
    let (_, desk) = restored();
    bencher.bench_local(|| desk.cases(black_box(&CaseFilter::default())));
}

/// Every keystroke of [`TYPED`].
#[divan::bench]
fn search_while_typing(bencher: Bencher<'_, '_>) {
    let (_, desk) = restored();
    while desk.prepare_search(1000) {}
    let filters: Vec<CaseFilter> = TYPED
        .iter()
        .flat_map(|text| (1..=text.len()).map(|end| &text[..end]))
        .map(|typed| CaseFilter {
            search: Search::typed(typed),
            ..CaseFilter::default()
        })
        .collect();
    let mut turn = 0;
    bencher.bench_local(|| {
        turn = (turn + 1) % filters.len();
        desk.cases(black_box(&filters[turn]))
    });
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn make_the_search_ready(bencher: Bencher<'_, '_>) {
    let (store, _) = restored();
    bencher
        .with_inputs(|| open(&store))
        .bench_local_values(|desk| while desk.prepare_search(1000) {});
}

#[divan::bench]
fn read_the_longest_case(bencher: Bencher<'_, '_>) {
    let (_, desk) = restored();
    let lines = desk.cases(&CaseFilter::default());
    let long = lines.iter().find(|line| line.who == LONG).unwrap().id;
    bencher.bench_local(|| desk.case(black_box(long)).unwrap());
}

/// Every clause with what shows it (SPS-6).
#[divan::bench]
fn work_out_the_compliance_page(bencher: Bencher<'_, '_>) {
    let (_, desk) = restored();
    bencher.bench_local(|| desk.compliance(black_box(now())));
}

#[divan::bench]
fn unlock_a_form_that_came(bencher: Bencher<'_, '_>) {
    let (_, desk) = restored();
    let form = locked_forms(&plan(), &service().2, 1).unwrap().remove(0);
    bencher.bench_local(|| desk.unlock_file(black_box(&form)).unwrap());
}

#[divan::bench]
fn check_a_form_that_came(bencher: Bencher<'_, '_>) {
    let (_, desk) = restored();
    let form = locked_forms(&plan(), &service().2, 1).unwrap().remove(0);
    bencher
        .with_inputs(|| desk.unlock_file(&form).unwrap())
        .bench_local_values(|file| desk.check_file(now(), file).unwrap());
}

/// One family against everybody in a service of 200 people with 1,000 interests.
#[divan::bench]
fn check_a_family_against_200_people(bencher: Bencher<'_, '_>) {
    let (store, plan) = (AnyStore::memory(), plan());
    let made = crowd(&store, &plan, 200, 5, async |_, _| {});
    let Crowd { desk, families } = block_on(made).unwrap();
    let mut turn = 0;
    bencher.bench_local(|| {
        turn = (turn + 1) % families.len();
        assert_eq!(desk.candidates_for(now(), black_box(&families[turn])).len(), 200);
    });
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn make_a_backup(bencher: Bencher<'_, '_>) {
    let (_, desk) = restored();
    bencher.bench_local(|| block_on(desk.make_backup()).unwrap());
}
