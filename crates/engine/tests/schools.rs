//! The national register of schools, as a service keeps it: sealed, read when it is needed, and told to what names a school.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod calder_vale;

use calder_vale::{enter, family, join, now, run, service};
use evenhand_domain::case::close::{FeedbackOffer, FeedbackWay};
use evenhand_domain::conflict::ConflictOutcome;
use evenhand_domain::interest::{Interest, InterestKind};
use evenhand_domain::profile::ProfileId;
use evenhand_domain::register::{Kind, RegisterEntry};
use evenhand_domain::school::{Found, Reading, School};
use evenhand_domain::worker::Role;
use evenhand_engine::case::CaseError;
use evenhand_engine::case::close::CloseRequest;
use evenhand_engine::case::open::OpenRequest;
use evenhand_engine::school::BringInSchoolsError;
use evenhand_store::Table;

const FILE: &str = "URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),Trusts (name),LA (name)\n\
                    900101,Alder Bank Primary School,Open,Primary,Vale Learning Trust,Calder Vale\n\
                    900102,Troutbeck Gate School,Open,Secondary,Vale Learning Trust,Calder Vale\n\
                    900103,Lidget Brow High School,Open,Secondary,,Calder Vale\n\
                    900104,Far Away School,Open,Primary,,Elsewhere\n";
const LINKS: &str = "URN,LinkURN,LinkType\n900103,800003,Predecessor\n";

fn areas() -> Vec<String> {
    vec!["Calder Vale".to_owned()]
}

fn read(text: &str) -> Found {
    let mut reading = Reading::new(&areas());
    reading.push(text.as_bytes()).unwrap();
    reading.finish().unwrap()
}

fn post(post: &str, school: School) -> Interest {
    Interest {
        kind: InterestKind::SchoolPost {
            post: Some(post.to_owned()),
            school,
        },
        from: None,
        to: None,
    }
}

#[test]
fn sps_14_the_register_is_kept_sealed_and_read_only_when_a_page_asks() {
    let (store, desk, _) = service(ProfileId::Sps);
    join(&desk, "Devon Hibbert", Role::Officer);
    let brought = run(desk.bring_in_schools(now(2), read(FILE), &areas())).unwrap();
    assert_eq!((brought.schools, brought.links), (3, 0));
    let rows = run(store.read_all(Table::Blob)).unwrap();
    assert_eq!(rows.len(), 1);
    assert!(!rows[0].value.windows(9).any(|bytes| bytes == b"Troutbeck"), "sealed");

    let at_devon = enter(&store, "devon");
    assert_eq!(at_devon.schools().listed.len(), 0, "nothing was read yet");
    assert_eq!(run(at_devon.load_schools()).listed.len(), 3);
    let place = RegisterEntry::new(Kind::Place).with("name", "Acorn Nursery");
    run(at_devon.enter(now(3), place.with("what", "nursery"))).unwrap();
    let found = at_devon.schools();
    let acorn = found.like("acorn", 8);
    assert_eq!(
        (acorn[0].school.urn.as_deref(), acorn[0].kind.as_str()),
        (None, "A nursery or playgroup")
    );
    let refused = run(at_devon.bring_in_schools(now(4), read(FILE), &areas()));
    assert_eq!(refused, Err(BringInSchoolsError::ManagerOnly));

    // What is brought in again takes the place of what was there; what was linked stays.
    let desk = enter(&store, "morag");
    assert_eq!(run(desk.bring_in_schools(now(5), read(LINKS), &[])).unwrap().links, 1);
    run(desk.bring_in_schools(now(6), read(FILE), &areas())).unwrap();
    assert_eq!(run(store.read_all(Table::Blob)).unwrap().len(), 1);
    let lidget = desk.complete(School::named("Lidget Brow High School"));
    assert_eq!(lidget.linked, ["800003"]);
    let kept = desk.team().schools.unwrap();
    assert_eq!((kept.count, kept.areas), (3, areas()));
}

#[test]
fn links_without_schools_and_areas_without_any_are_refused() {
    let (_, desk, _) = service(ProfileId::Sps);
    let bring_in = |found| run(desk.bring_in_schools(now(2), found, &areas()));
    assert_eq!(bring_in(read(LINKS)), Err(BringInSchoolsError::SchoolsFirst));
    assert_eq!(bring_in(Found::default()), Err(BringInSchoolsError::NoneFound));
}

#[test]
fn sps_14_a_trustee_loses_a_running_case_at_another_school_of_the_trust_when_the_register_is_brought_in() {
    let (store, desk, _) = service(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    run(desk.declare(
        now(2),
        devon,
        post("Trustee", School::named("Alder Bank Primary School")),
    ))
    .unwrap();
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Samina Latif", "Hamza", "Troutbeck Gate School")
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    assert!(
        enter(&store, "devon").case(case).is_ok(),
        "by name alone they are two schools"
    );
    let before = desk.declarations(devon).unwrap().last_declared;

    let desk = enter(&store, "morag");
    let brought = run(desk.bring_in_schools(now(40 * 24 * 60), read(FILE), &areas())).unwrap();
    assert_eq!(brought.told, 2, "one child and one declaration");
    assert_eq!(enter(&store, "devon").case(case).err(), Some(CaseError::NoSuchCase));
    let after = desk.declarations(devon).unwrap();
    assert_eq!(after.last_declared, before, "he declared nothing himself");
    let candidates = desk.candidates(now(40 * 24 * 60 + 1), case).unwrap();
    let his = candidates.iter().find(|one| one.worker.id == devon).unwrap();
    assert_eq!(his.outcome, ConflictOutcome::Bar);
    assert_eq!(desk.team().schools.unwrap().count, 3);
    let told_again = run(desk.bring_in_schools(now(40 * 24 * 60 + 2), read(FILE), &areas())).unwrap();
    assert_eq!(told_again.told, 0);
}

#[test]
fn sps_14_who_had_a_post_at_a_predecessor_is_found() {
    let (store, desk, _) = service(ProfileId::Sps);
    run(desk.bring_in_schools(now(2), read(FILE), &areas())).unwrap();
    run(desk.bring_in_schools(now(3), read(LINKS), &[])).unwrap();
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let old = School {
        urn: Some("800003".into()),
        ..School::named("Lidget Infants")
    };
    run(desk.declare(now(4), devon, post("governor", old))).unwrap();
    let mut asked = family("Samina Latif", "Hamza", "Lidget Brow High School");
    for party in &mut asked.parties {
        party.school = party.school.take().map(|school| desk.complete(school));
    }
    let case = run(desk.open_case(now(5), &asked)).unwrap();
    // It stands so in the snapshot, too, from which the manager unlocks.
    let desk = enter(&store, "morag");
    while desk.prepare_search(100) {}
    assert!(run(desk.keep_snapshot(|| std::future::ready(()))).unwrap());
    desk.lock();
    let desk = enter(&store, "morag");
    assert!(desk.has_snapshot());
    let front = desk.front(case).unwrap();
    let schools = front.family.people.iter().filter_map(|member| member.school.as_ref());
    assert_eq!(
        schools.flat_map(|school| school.linked.clone()).collect::<Vec<_>>(),
        ["800003"]
    );
    let candidates = desk.candidates(now(6), case).unwrap();
    let his = candidates.iter().find(|one| one.worker.id == devon).unwrap();
    assert_eq!(his.outcome, ConflictOutcome::Bar);
}

/// While a case was closed its school joined a trust. Whoever is a trustee there has it no longer once it is opened again.
#[test]
fn sps_14_a_case_that_is_opened_again_goes_by_what_the_register_says_today() {
    let (store, desk, _) = service(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Samina Latif", "Hamza", "Troutbeck Gate School")
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let at_devon = enter(&store, "devon");
    let closing = CloseRequest {
        outcome: "They managed".to_owned(),
        as_they_see_it: "All is well".to_owned(),
        feedback: FeedbackOffer {
            way: FeedbackWay::Slip,
            why: String::new(),
        },
        why_left_open: "They asked us to stop".to_owned(),
    };
    run(at_devon.answer_before_opening(now(5), case, false)).unwrap();
    run(at_devon.close_case(now(6), case, closing)).unwrap();
    let alder = post("Trustee", School::named("Alder Bank Primary School"));
    run(at_devon.declare(now(7), devon, alder)).unwrap();

    let desk = enter(&store, "morag");
    let brought = run(desk.bring_in_schools(now(40 * 24 * 60), read(FILE), &areas())).unwrap();
    assert_eq!(brought.told, 1, "the declaration, and no closed case");
    let at_devon = enter(&store, "devon");
    assert!(at_devon.case(case).is_ok(), "closed, it is as it was");
    run(at_devon.reopen_case(now(41 * 24 * 60), case, "They rang again")).unwrap();
    assert_eq!(at_devon.case(case).err(), Some(CaseError::NoSuchCase));
    let desk = enter(&store, "morag");
    let front = desk.front(case).unwrap();
    let schools = front.family.people.iter().filter_map(|member| member.school.as_ref());
    assert_eq!(
        schools.filter_map(|school| school.trust.as_deref()).collect::<Vec<_>>(),
        ["Vale Learning Trust"]
    );
    let candidates = desk.candidates(now(41 * 24 * 60 + 1), case).unwrap();
    let his = candidates.iter().find(|one| one.worker.id == devon).unwrap();
    assert_eq!(his.outcome, ConflictOutcome::Bar);
}
