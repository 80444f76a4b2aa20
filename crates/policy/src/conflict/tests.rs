use evenhand_domain::conflict::ConflictOutcome;
use evenhand_domain::date::Day;
use evenhand_domain::family::Family;
use evenhand_domain::ids::WorkerId;
use evenhand_domain::interest::Interest;
use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::{Role, Worker};
use serde::Deserialize;

use super::*;

#[derive(Deserialize)]
pub(super) struct Person {
    name: String,
    role: Role,
    home_district: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    #[serde(default)]
    interests: Vec<Interest>,
}

#[derive(Deserialize)]
struct Scenario {
    id: String,
    profile: ProfileId,
    today: Day,
    worker: Person,
    family: Family,
    expect: ConflictOutcome,
    because: Vec<String>,
}

fn run(scenario: &Scenario) -> ConflictCheck {
    let person = &scenario.worker;
    let worker = Worker {
        id: WorkerId::new([0; 16]),
        name: person.name.clone(),
        role: person.role,
        home_district: person.home_district.clone(),
        phone: person.phone.clone(),
        email: person.email.clone(),
    };
    check(
        Profile::of(scenario.profile),
        &worker,
        &person.interests,
        &scenario.family,
        scenario.today,
    )
}

fn wrong(file: &str) -> Vec<String> {
    let lines = file.split('\n').filter(|line| !line.is_empty());
    let scenarios = lines.map(|line| serde_json::from_str::<Scenario>(line).unwrap());
    let miss = |scenario: Scenario| {
        let found = run(&scenario);
        let right = found.outcome == scenario.expect && found.because == scenario.because;
        let (expected, because) = (scenario.expect, &scenario.because);
        (!right).then(|| format!("{}: expected {expected:?} {because:?}, got {found:#?}", scenario.id))
    };
    scenarios.filter_map(miss).collect()
}

#[test]
fn the_sixty_published_scenarios() {
    let wrong = wrong(include_str!("../../../../tests/data/conflicts.jsonl"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every rule under every profile, the edges of an ended interest, and what speaks for and against a name.
#[test]
fn scenarios_of_our_own_invention() {
    let wrong = wrong(include_str!("scenarios.jsonl"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn nobody() -> Worker {
    let id = WorkerId::new([1; 16]);
    Worker {
        id,
        name: "Ines Bradnock".to_owned(),
        role: Role::Officer,
        home_district: None,
        phone: None,
        email: None,
    }
}

#[test]
fn sps_8_an_answer_before_opening_closes_the_case() {
    let sps = Profile::of(ProfileId::Sps);
    let clear = check(sps, &nobody(), &[], &Family::default(), "2026-11-23".parse().unwrap());
    assert_eq!((clear.outcome, clear.because.len()), (ConflictOutcome::Clear, 0));
    let told = with(clear, own_answer(sps, "I taught the boy"));
    assert_eq!(
        (told.outcome, told.because.as_slice()),
        (ConflictOutcome::Bar, ["SPS-8".to_owned()].as_slice())
    );
    let camden = own_answer(Profile::of(ProfileId::Camden), "");
    assert_eq!(
        (camden.outcome, camden.clause.as_str()),
        (ConflictOutcome::Manager, "CAM-16")
    );
}

#[test]
fn a_possible_match_can_be_dismissed_and_a_certain_one_cannot() {
    let sps = Profile::of(ProfileId::Sps);
    let family = Family {
        knows: Some("Ines helped us".to_owned()),
        ..Family::default()
    };
    let look = check(sps, &nobody(), &[], &family, "2026-11-23".parse().unwrap());
    assert_eq!(look.outcome, ConflictOutcome::Look);
    assert_eq!(without(look.clone(), |_| true).outcome, ConflictOutcome::Clear);
    let barred = with(look, own_answer(sps, ""));
    assert_eq!(without(barred, |_| true).outcome, ConflictOutcome::Bar);
}

#[test]
fn sps_15_wes_11_a_bare_yes_is_a_possible_match_under_every_policy() {
    let family = Family {
        knows: Some("yes".to_owned()),
        ..Family::default()
    };
    for id in ProfileId::ALL {
        let found = check(Profile::of(id), &nobody(), &[], &family, "2026-11-23".parse().unwrap());
        assert_eq!(found.outcome, ConflictOutcome::Look, "{id:?}");
    }
}
