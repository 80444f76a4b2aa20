//! What a service keeps of its own practice and works out of its own records: casework drawn at random, what targets have come to, and how
//! many clauses were met, month by month.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod calder_vale;

use std::collections::BTreeSet;

use calder_vale::{contact, day, enter, family, friend, join, now, party, run, service};
use evenhand_domain::case::contact::{ContactWay, Place, Venue};
use evenhand_domain::ids::{CaseId, WorkerId};
use evenhand_domain::profile::ProfileId;
use evenhand_domain::register::{Kept, Kind, RegisterEntry};
use evenhand_domain::worker::Role;
use evenhand_engine::AnyStore;
use evenhand_engine::case::open::OpenRequest;
use evenhand_engine::desk::Desk;
use evenhand_engine::register::RegisterError;

/// A case of a worker with one contact in it. The manager has said that they know nobody there.
fn worked_on(store: &AnyStore, worker: WorkerId, name: &str, parent: &str) -> CaseId {
    let asked = OpenRequest {
        worker: Some(worker),
        ..family(parent, "Zain", "Alder Bank Primary School")
    };
    let desk = enter(store, "morag");
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let desk = enter(store, name);
    run(desk.answer_before_opening(now(4), case, false)).unwrap();
    let user = party(&desk, case).id;
    run(desk.record_contact(now(5), case, contact(user, "First call."))).unwrap();
    run(enter(store, "morag").answer_before_opening(now(6), case, false)).unwrap();
    case
}

fn draw(desk: &Desk, seed: &str) -> Kept {
    let entry = RegisterEntry::new(Kind::Draw)
        .with("on", "2026-11-23")
        .with("since", "2026-09-01")
        .with("each", 2);
    let entry = if seed.is_empty() {
        entry
    } else {
        entry.with("seed", seed)
    };
    let id = run(desk.enter(now(10), entry)).unwrap();
    desk.register_entry(id).unwrap()
}

fn cases(desk: &Desk, draw: &Kept) -> BTreeSet<CaseId> {
    desk.drawn(draw)
        .into_iter()
        .flat_map(|drawn| drawn.cases)
        .map(|(id, _)| id)
        .collect()
}

#[test]
fn sta_15_sps_10_a_draw_is_fair_can_be_repeated_and_leaves_walled_cases_out() {
    let (store, desk, _) = service(ProfileId::Staffordshire);
    let me = desk.me().unwrap().id;
    run(desk.declare(now(1), me, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    let greta = join(&desk, "Greta Holm", Role::Manager);
    let workers = [
        join(&desk, "Devon Hibbert", Role::Officer),
        join(&desk, "Asha Pryce", Role::Officer),
    ];
    for parent in ["Samina Latif", "Amina Hassan", "Ruth Bell", "Ewa Nowak"] {
        worked_on(&store, workers[0], "devon", parent);
    }
    let only = worked_on(&store, workers[1], "asha", "Joan Cole");
    // A case of a family that the manager knows: Devon took the call himself.
    let at_devon = enter(&store, "devon");
    let walled = calder_vale::own_case(&at_devon, "Marmaduke Stibbs-Pomeroy");
    let user = party(&at_devon, walled).id;
    run(at_devon.record_contact(now(5), walled, contact(user, "First call."))).unwrap();
    assert!(at_devon.case(walled).unwrap().front.holders.contains_key(&greta));

    let desk = enter(&store, "morag");
    let drawn = draw(&desk, "");
    assert!(
        drawn.entry.text("seed").parse::<u32>().is_ok(),
        "a number that nobody chose"
    );
    let by_worker = desk.drawn(&drawn);
    assert_eq!(by_worker.len(), 2);
    for part in &by_worker {
        let (cases, of) = if part.worker == workers[0] { (2, 4) } else { (1, 1) };
        assert_eq!((part.cases.len(), part.of), (cases, of), "as many of each worker's");
    }
    assert!(cases(&desk, &drawn).contains(&only));
    // The same number draws the same, for the same person on another day too.
    let again = enter(&store, "morag");
    assert_eq!(again.drawn(&drawn), by_worker);
    assert_eq!(again.drawn(&draw(&again, drawn.entry.text("seed"))), by_worker);
    assert_eq!(
        run(again.change_entry(now(11), drawn.id, drawn.entry.values.clone())),
        Err(RegisterError::NotYours),
        "what was drawn stays as it was drawn"
    );

    // Over many numbers every case is drawn, and the walled one for nobody who is barred.
    let mut ever = BTreeSet::new();
    for seed in 0..24 {
        let mut other = drawn.clone();
        other.entry = other.entry.with("seed", seed);
        ever.extend(cases(&again, &other));
    }
    assert_eq!(ever.len(), 5);
    assert!(!ever.contains(&walled));
    // For another manager it is there once they said that they know nobody in it; the others stay in their order.
    let at_greta = enter(&store, "greta");
    run(at_greta.answer_before_opening(now(12), walled, false)).unwrap();
    let of = at_greta.drawn(&drawn).iter().map(|part| part.of).sum::<usize>();
    assert_eq!(of, 1, "she has said it of this case alone");
    let entry = RegisterEntry::new(Kind::Draw).with("on", "2026-11-23").with("each", 1);
    assert!(matches!(
        run(again.enter(now(13), entry.with("since", "2026-12-01"))),
        Err(RegisterError::Answers(_))
    ));
}

fn target(desk: &Desk, counts: &str) -> Kept {
    let entry = RegisterEntry::new(Kind::Target)
        .with("counts", counts)
        .with("number", 60)
        .with("from", "2026-11-01")
        .with("to", "2027-03-31");
    let id = run(desk.enter(now(20), entry)).unwrap();
    desk.register_entry(id).unwrap()
}

#[test]
fn lei_2_what_a_target_counts_is_counted_and_never_typed() {
    let (store, desk, _) = service(ProfileId::Leicester);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let case = worked_on(&store, devon, "devon", "Samina Latif");
    let at_devon = enter(&store, "devon");
    let user = party(&at_devon, case).id;
    let mut meeting = contact(user, "A meeting at the school.");
    meeting.way = ContactWay::Meeting;
    meeting.venue = Some(Venue {
        place: Place::Elsewhere,
        asked_by: "Samina Latif".into(),
        why: "They asked for it".into(),
    });
    meeting.sent = vec!["A guide".into(), "A leaflet".into()];
    run(at_devon.record_contact(now(7), case, meeting)).unwrap();
    let desk = enter(&store, "morag");
    let outreach = RegisterEntry::new(Kind::Outreach)
        .with("on", "2026-11-23")
        .with("to", "Parent carer forum")
        .with("topic", "Reviews")
        .with("present", 14)
        .with("covered", "impartial accurate rights confidential");
    run(desk.enter(now(8), outreach)).unwrap();
    let counted = |desk: &Desk, counts| desk.counted(&target(desk, counts), day("2026-12-01"));
    for (counts, wanted) in [
        ("contacts", 2),
        ("cases", 1),
        ("young_people", 0),
        ("meetings", 1),
        ("feedback", 0),
        ("resources", 2),
        ("outreach", 1),
        ("training", 0),
        ("supervisions", 0),
    ] {
        assert_eq!(counted(&desk, counts), Some(wanted), "{counts}");
    }
    let contacts = target(&desk, "contacts");
    assert_eq!(
        desk.counted(&contacts, day("2026-10-31")),
        Some(0),
        "not before it was there"
    );
    // Everybody counts alike, whoever holds the case; supervision is the managers' to see.
    join(&desk, "Asha Pryce", Role::Officer);
    let at_asha = enter(&store, "asha");
    assert_eq!(at_asha.counted(&contacts, day("2026-12-01")), Some(2));
    let supervisions = target(&enter(&store, "morag"), "supervisions");
    assert_eq!(enter(&store, "asha").counted(&supervisions, day("2026-12-01")), None);
}

#[test]
fn how_many_clauses_were_met_is_kept_by_month_when_a_manager_looks() {
    let (store, desk, _) = service(ProfileId::Sps);
    join(&desk, "Devon Hibbert", Role::Officer);
    let (november, january) = (now(2), now(60 * 24 * 60));
    assert_eq!(desk.compliance_history(november, None), []);
    let at_devon = enter(&store, "devon");
    run(at_devon.note_compliance(november, 3, 29)).unwrap();
    assert_eq!(
        at_devon.compliance_history(november, None),
        [],
        "an officer sees their own practice alone"
    );
    let desk = enter(&store, "morag");
    for met in [11, 12, 12] {
        run(desk.note_compliance(november, met, 29)).unwrap();
    }
    run(desk.note_compliance(january, 20, 29)).unwrap();
    let history = enter(&store, "devon").compliance_history(january, None);
    let told: Vec<_> = history.iter().map(|met| (met.month.to_string(), met.met)).collect();
    assert_eq!(
        told,
        [
            ("2026-11-01".to_owned(), Some(12)),
            ("2026-12-01".to_owned(), None),
            ("2027-01-01".to_owned(), Some(20)),
        ]
    );
    let seen = desk.compliance_history(january, Some((21, 29))).pop();
    assert_eq!(
        seen.and_then(|month| month.met),
        Some(21),
        "what is seen now stands for this month"
    );
    assert!(desk.compliance(january).met() <= desk.compliance(january).clauses.len());
}

#[test]
fn sps_16_districts_say_where_families_and_volunteers_live_of_the_cases_that_one_sees() {
    let (store, desk, _) = service(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    assert!(desk.districts().is_empty());
    let vera = join(&desk, "Vera Oduya", Role::Volunteer);
    join(&desk, "Devon Hibbert", Role::Officer);
    let mut worker = desk.team().members[&vera].worker.clone();
    worker.home_district = Some("ls8".into());
    run(desk.change_worker(now(2), worker)).unwrap();
    let lives = |postcode: &str, parent: &str| {
        let mut asked = family(parent, "Zain", "Alder Bank");
        for party in &mut asked.parties {
            party.postcode = Some(postcode.to_owned());
        }
        asked
    };
    run(desk.open_case(now(3), &lives("LS8 1AB", "Samina Latif"))).unwrap();
    run(desk.open_case(now(3), &lives("LS7 2CD", "Amina Hassan"))).unwrap();
    run(desk.declare(now(4), me, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    let at_devon = enter(&store, "devon");
    let asked = OpenRequest {
        worker: Some(at_devon.me().unwrap().id),
        ..lives("LS9 3EF", "Marmaduke Stibbs-Pomeroy")
    };
    run(at_devon.open_case(now(5), &asked)).unwrap();
    let districts = enter(&store, "morag").districts();
    let told: Vec<_> = districts
        .iter()
        .map(|(name, one)| (name.as_str(), one.families, one.volunteers.len()))
        .collect();
    assert_eq!(told, [("LS7", 1, 0), ("LS8", 1, 1)]);
}
