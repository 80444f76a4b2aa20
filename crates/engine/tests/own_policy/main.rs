//! A policy that a service made its own: who may change it, what stays, and by which rules each day is held.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "../calder_vale/mod.rs"]
mod calder_vale;
mod many_cases;

use calder_vale::{contact, day, enter, friend, join, now, own_case, party, run, service, sign_in};
use evenhand_domain::case::contact::{Contact, ContactWay};
use evenhand_domain::conflict::{ConflictOutcome, MatchKind};
use evenhand_domain::event::{Answered, FrontEvent, Override};
use evenhand_domain::ids::{CaseId, EventId};
use evenhand_domain::interest::{Interest, InterestKind};
use evenhand_domain::profile::ProfileId;
use evenhand_domain::register::{Kind, RegisterEntry};
use evenhand_domain::worker::Role;
use evenhand_engine::AnyStore;
use evenhand_engine::case::CaseError;
use evenhand_engine::case::allocate::{AllocateError, AllocateRequest};
use evenhand_engine::case::record::RecordError;
use evenhand_engine::desk::Desk;
use evenhand_engine::device::unlock::unlock;
use evenhand_engine::now::Now;
use evenhand_engine::policy::duty::DutyState;
use evenhand_engine::policy::profile::{Occasion, Reader, Strength, Topic};
use evenhand_engine::register::RegisterError;

/// So many days after the first day of the tests, the 23rd of November.
fn later(days: i64) -> Now {
    now(days * 24 * 60)
}

fn change(kind: Kind, values: &[(&str, &str)]) -> RegisterEntry {
    let begun = RegisterEntry::new(kind).with("why", "The group asked for it");
    values
        .iter()
        .fold(begun, |entry, (name, value)| entry.with(name, value))
}

fn venue(strength: &str, from: &str) -> RegisterEntry {
    change(
        Kind::OwnRule,
        &[("setting", "venue"), ("strength", strength), ("from", from)],
    )
}

fn refused<T: std::fmt::Debug>(result: Result<T, RegisterError>) -> &'static str {
    match result {
        Err(RegisterError::Answers(faults)) => faults[0].field,
        other => panic!("{other:?}"),
    }
}

#[test]
fn cam_10_the_manager_alone_changes_the_policy_from_today_on_and_never_a_wall() {
    let (store, desk, _) = service(ProfileId::Leicester);
    join(&desk, "Sam Okoro", Role::Officer);
    let wall = change(
        Kind::OwnRule,
        &[
            ("setting", "agency_consent"),
            ("strength", "remind"),
            ("from", "2027-01-01"),
        ],
    );
    assert_eq!(refused(run(desk.enter(now(3), wall))), "setting");
    assert_eq!(refused(run(desk.enter(now(3), venue("off", "2027-01-01")))), "strength");
    assert_eq!(refused(run(desk.enter(now(3), venue("remind", "2026-11-22")))), "from");
    let planned = RegisterEntry::new(Kind::Meeting)
        .with("on", "2026-12-10")
        .with("what", "Winter");
    let planned = run(desk.enter(now(3), planned)).unwrap();
    let agreed = venue("remind", "2027-01-01").with("meeting", planned);
    assert_eq!(refused(run(desk.enter(now(3), agreed))), "meeting");

    let id = run(desk.enter(now(4), venue("remind", "2027-01-01"))).unwrap();
    let held = |on: &str| desk.policy().on(day(on)).rule(Topic::Venue).strength;
    assert_eq!(
        (held("2026-12-31"), held("2027-01-01")),
        (Strength::Reason, Strength::Remind)
    );
    // What a rule was on a day stays what it was: it is changed by another entry alone, and can be before it holds.
    assert!(!desk.may_change_entry(id));
    assert_eq!(
        run(desk.strike_entry(now(5), id, "a slip")),
        Err(RegisterError::NotYours)
    );
    let other = venue("reason", "2027-01-01").values;
    assert_eq!(run(desk.change_entry(now(5), id, other)), Err(RegisterError::NotYours));
    run(desk.enter(now(5), venue("as_copied", "2027-01-01"))).unwrap();
    assert_eq!(held("2027-01-01"), Strength::Reason);
    desk.lock();
    let sam = enter(&store, "sam");
    assert_eq!(
        run(sam.enter(now(6), venue("remind", "2027-01-01"))),
        Err(RegisterError::NotYours)
    );
    assert_eq!(
        sam.register(Kind::OwnRule).len(),
        2,
        "everybody reads what they work by"
    );
}

fn met_somewhere(desk: &Desk, case: CaseId, on: &str) -> Contact {
    Contact {
        on: day(on),
        way: ContactWay::FaceToFace,
        ..contact(party(desk, case).id, "x")
    }
}

/// A contact is held to the rules of its own day, whenever it is written down.
#[test]
fn lei_19_what_took_place_before_a_change_is_held_to_what_held_then() {
    let (store, desk, _) = service(ProfileId::Leicester);
    let case = own_case(&desk, "Samina Latif");
    run(desk.enter(now(4), venue("remind", "2026-12-01"))).unwrap();
    run(desk.enter(now(4), venue("reason", "2027-02-01"))).unwrap();
    desk.lock();
    let desk = enter(&store, "morag");
    for before_and_after in ["2026-11-30", "2027-02-01"] {
        assert_eq!(
            run(desk.record_contact(later(80), case, met_somewhere(&desk, case, before_and_after))),
            Err(RecordError::VenueNotAnswered)
        );
    }
    run(desk.record_contact(later(80), case, met_somewhere(&desk, case, "2027-01-31"))).unwrap();
    // It is asked for today, and what lacks it did not lack it on its day: nothing waits for it.
    let of = |desk: &Desk| {
        let duties = desk.duties(later(80), case).unwrap();
        duties.into_iter().find(|duty| duty.topic == Topic::Venue).unwrap()
    };
    assert_eq!(
        desk.policy().on(later(80).day()).rule(Topic::Venue).strength,
        Strength::Reason
    );
    assert_eq!((of(&desk).state, of(&desk).needs_reason()), (DutyState::NotMet, false));
}

/// Good practice that a service made firm is asked for before a case closes, from its day on; what took place before is not.
#[test]
fn closing_asks_for_what_a_service_made_firm_itself() {
    let (_, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let asks = |topic: Topic, at: Now| {
        let duties = desk.duties(at, case).unwrap();
        let duty = duties.into_iter().find(|duty| duty.topic == topic).unwrap();
        (duty.is_missing(), duty.needs_reason())
    };
    run(desk.record_contact(now(5), case, met_somewhere(&desk, case, "2026-11-23"))).unwrap();
    let told = change(
        Kind::OwnRule,
        &[("setting", "feedback"), ("strength", "remind"), ("from", "2026-12-01")],
    );
    assert_eq!(asks(Topic::Feedback, now(6)), (true, true));
    run(desk.enter(now(6), told)).unwrap();
    run(desk.enter(now(6), venue("reason", "2026-12-01"))).unwrap();
    assert_eq!(asks(Topic::Feedback, later(2)), (true, true));
    assert_eq!(asks(Topic::Feedback, later(60)), (true, false));
    assert_eq!(asks(Topic::Venue, later(60)), (true, false), "it took place before");
    assert_eq!(
        run(desk.record_contact(later(60), case, met_somewhere(&desk, case, "2026-12-02"))),
        Err(RecordError::VenueNotAnswered)
    );
}

#[test]
fn sps_11_the_words_that_are_read_out_are_our_own() {
    let (_, desk, _) = service(ProfileId::Sps);
    let words = change(
        Kind::OwnWords,
        &[
            ("setting", "plain.first_call"),
            ("words", "I am {worker}.\nI take no side."),
            ("from", "2026-11-23"),
        ],
    );
    run(desk.enter(now(4), words)).unwrap();
    let said = desk
        .policy()
        .on(now(5).day())
        .statement(Occasion::FirstCall, Reader::Plain, "Calder Vale", "Sam");
    assert_eq!(said, ["I am Sam.", "I take no side."]);
}

/// The compliance page says what was changed, and by which entry.
#[test]
fn lei_16_the_compliance_page_says_that_we_changed_how_often() {
    let (_, desk, _) = service(ProfileId::Leicester);
    join(&desk, "Sam Okoro", Role::Officer);
    let every = change(
        Kind::OwnInterval,
        &[
            ("setting", "supervision_officer"),
            ("every", "weeks"),
            ("number", "8"),
            ("from", "2026-11-23"),
        ],
    );
    run(desk.enter(now(4), every)).unwrap();
    let found = desk.compliance(now(5));
    let clause = found.clauses.iter().find(|one| one.clause.id == "LEI-16").unwrap();
    assert!(
        clause.evidence[0].words.starts_with("Changed by us: every 8 weeks."),
        "{}",
        clause.evidence[0].words
    );
}

fn tie(outcome: &str, from: &str) -> RegisterEntry {
    let values = [("setting", "relative"), ("outcome", outcome), ("from", from)];
    change(Kind::OwnOutcome, &values)
}

fn cousin() -> Interest {
    Interest {
        kind: InterestKind::Relative(match friend("Marmaduke Stibbs-Pomeroy").kind {
            InterestKind::Friend(who) => who,
            other => panic!("{other:?}"),
        }),
        from: None,
        to: None,
    }
}

/// Stricter from a day on: the same match that the manager could allow bars the worker then.
#[test]
fn cam_19_a_tie_that_we_made_a_bar_bars_from_its_day_on() {
    let (_, desk, _) = service(ProfileId::Camden);
    let sam = join(&desk, "Sam Okoro", Role::Officer);
    let case = own_case(&desk, "Marmaduke Stibbs-Pomeroy");
    run(desk.declare(now(3), sam, cousin())).unwrap();
    let found = |at: Now| {
        let all = desk.candidates(at, case).unwrap();
        let of_sam = all.into_iter().find(|one| one.worker.id == sam).unwrap();
        (of_sam.outcome, of_sam.check.because)
    };
    let by = |clause: &str| vec![clause.to_owned()];
    assert_eq!(found(now(4)), (ConflictOutcome::Manager, by("CAM-19")));
    run(desk.enter(now(4), tie("bar", "2027-01-01"))).unwrap();
    assert_eq!(found(later(38)).0, ConflictOutcome::Manager);
    let ours = by("our own rule beside CAM-19");
    assert_eq!(found(later(39)), (ConflictOutcome::Bar, ours));
    let allowed = AllocateRequest {
        reason: "Nobody else is free".to_owned(),
        ..AllocateRequest::default()
    };
    assert_eq!(
        run(desk.allocate(later(39), case, sam, &allowed)),
        Err(AllocateError::Barred)
    );
}

fn allowed() -> AllocateRequest {
    AllocateRequest {
        over: Some(Override {
            reason: "Nobody else speaks Polish".to_owned(),
            told_on: Some(day("2026-11-23")),
            told_how: "On the telephone".to_owned(),
            alternatives: "Waiting two weeks".to_owned(),
            answer: "They would rather not wait".to_owned(),
            more: Vec::new(),
        }),
        ..AllocateRequest::default()
    }
}

fn unlock_at(store: &AnyStore, at: Now, name: &str) -> Desk {
    run(unlock(store, at, sign_in(name))).unwrap()
}

/// What the front sheet says of those who lost the case.
fn why_removed(desk: &Desk, case: CaseId) -> Vec<(String, Option<EventId>)> {
    let _lease = run(desk.take_out(case)).unwrap();
    let entries = desk.case(case).unwrap().front_entries;
    let removed = entries.iter().filter_map(|entry| match &entry.event {
        FrontEvent::HolderRemoved { why, rule, .. } => Some((why.clone(), *rule)),
        _ => None,
    });
    removed.collect()
}

/// What the manager allowed was allowed by the rule of then. Whoever unlocks first on the day of the stricter one closes the case to
/// the worker, and a milder one hands nothing back.
#[test]
fn sps_15_cam_19_a_running_case_closes_to_whom_our_own_rule_bars_from_its_day_on() {
    for first in ["sam", "morag"] {
        let (store, desk, _) = service(ProfileId::Camden);
        let me = desk.me().unwrap().id;
        let sam = join(&desk, "Sam Okoro", Role::Officer);
        let case = own_case(&desk, "Marmaduke Stibbs-Pomeroy");
        let other = own_case(&desk, "Hepzibah Thistlethorne");
        run(desk.declare(now(3), sam, cousin())).unwrap();
        run(desk.allocate(now(4), case, sam, &allowed())).unwrap();
        run(desk.allocate(now(4), other, sam, &AllocateRequest::default())).unwrap();
        let id = run(desk.enter(now(5), tie("bar", "2027-01-01"))).unwrap();
        desk.lock();
        for name in ["sam", "morag"] {
            let desk = unlock_at(&store, later(38), name);
            assert!(
                desk.front(case).unwrap().holders.contains_key(&sam),
                "it holds tomorrow"
            );
            desk.lock();
        }
        unlock_at(&store, later(39), first).lock();
        let at_sam = unlock_at(&store, later(39), "sam");
        assert_eq!(at_sam.case(case).err(), Some(CaseError::NoSuchCase));
        assert!(at_sam.was_passed_on(case) && at_sam.front(other).is_ok());
        at_sam.lock();
        let desk = unlock_at(&store, later(39), "morag");
        let front = desk.front(case).unwrap();
        assert_eq!(front.holders.keys().copied().collect::<Vec<_>>(), [me]);
        // Whoever lays down their own keys makes none for the others: those come with what is written next.
        assert_eq!((front.worker(), front.owes_new_keys()), (None, first == "sam"));
        assert!(front.ruled_out.contains(&sam));
        let told = |desk: &Desk| why_removed(desk, case);
        let why = "Our own conflict rule of 1\u{a0}January\u{a0}2027 bars this worker";
        assert_eq!(told(&desk), [(why.to_owned(), Some(id))]);
        // Which rule it is says what kind of tie it is: that is for the managers.
        let asha = join(&desk, "Asha Rahman", Role::Officer);
        run(desk.allocate(later(39), case, asha, &AllocateRequest::default())).unwrap();
        assert!(!desk.front(case).unwrap().owes_new_keys());
        let at_asha = unlock_at(&store, later(39), "asha");
        assert_eq!(told(&at_asha), [("may have an interest".to_owned(), None)]);
        at_asha.lock();
        run(desk.enter(later(39), tie("as_copied", "2027-01-02"))).unwrap();
        desk.lock();
        unlock_at(&store, later(40), "morag").lock();
        assert!(
            unlock_at(&store, later(40), "sam").front(case).is_err(),
            "it stays closed"
        );
        let desk = unlock_at(&store, later(40), "morag");
        run(desk.allocate(later(40), case, sam, &allowed())).unwrap();
        desk.lock();
        unlock_at(&store, later(41), "morag").lock();
        assert!(unlock_at(&store, later(41), "sam").front(case).is_ok());
    }
}

/// A rule that holds from the day on which it is written closes what it bars in the same step.
#[test]
fn sps_15_a_rule_of_our_own_that_holds_today_closes_a_running_case_at_once() {
    let (_, desk, _) = service(ProfileId::Camden);
    let sam = join(&desk, "Sam Okoro", Role::Officer);
    let case = own_case(&desk, "Marmaduke Stibbs-Pomeroy");
    run(desk.declare(now(3), sam, cousin())).unwrap();
    run(desk.allocate(now(4), case, sam, &allowed())).unwrap();
    run(desk.enter(now(5), tie("bar", "2026-11-23"))).unwrap();
    let front = desk.front(case).unwrap();
    assert!(!front.holders.contains_key(&sam) && front.ruled_out.contains(&sam));
}

/// The manager answers what the service asks besides before anybody with a conflict gets a key, and the case keeps it as it was asked.
#[test]
fn lei_3_the_manager_answers_what_we_ask_besides() {
    let (_, desk, _) = service(ProfileId::Leicester);
    let sam = join(&desk, "Sam Okoro", Role::Officer);
    let case = own_case(&desk, "Marmaduke Stibbs-Pomeroy");
    run(desk.declare(now(3), sam, cousin())).unwrap();
    let question = "Who else was asked?";
    let values = [("setting", "besides"), ("words", question), ("from", "2026-11-23")];
    run(desk.enter(now(4), change(Kind::OwnQuestion, &values))).unwrap();
    let missing = AllocateError::OverrideAnswerMissing {
        question: question.to_owned(),
    };
    assert_eq!(run(desk.allocate(now(5), case, sam, &allowed())), Err(missing));
    let mut answered = allowed();
    let given = Answered {
        question: question.to_owned(),
        answer: "Both officers".to_owned(),
    };
    answered.over.as_mut().unwrap().more.push(given.clone());
    run(desk.allocate(now(5), case, sam, &answered)).unwrap();
    let front = desk.front(case).unwrap();
    assert_eq!(front.allocations.last().unwrap().over.as_ref().unwrap().more, [given]);

    let (_, desk, _) = service(ProfileId::Sps);
    let entry = change(Kind::OwnQuestion, &values);
    assert_eq!(refused(run(desk.enter(now(4), entry))), "setting", "no door is made");
}

/// Milder only where the group agreed it at a meeting that was held, and never where the policy bars.
#[test]
fn cam_19_sps_15_a_tie_becomes_milder_only_by_a_meeting_that_was_held_and_a_bar_never() {
    let (_, desk, _) = service(ProfileId::Camden);
    let meeting = |on: &str, held: &[(&str, &str)]| {
        let begun = RegisterEntry::new(Kind::Meeting).with("on", on).with("what", "Autumn");
        let entry = held.iter().fold(begun, |entry, (name, value)| entry.with(name, value));
        run(desk.enter(now(4), entry)).unwrap()
    };
    assert_eq!(refused(run(desk.enter(now(4), tie("reason", "2027-01-01")))), "meeting");
    let to_come = meeting("2026-12-10", &[]);
    let early = tie("reason", "2027-01-01").with("meeting", to_come);
    assert_eq!(refused(run(desk.enter(now(4), early))), "meeting");
    let was = meeting(
        "2026-11-20",
        &[
            ("held", "yes"),
            ("no_next", "Set in spring"),
            ("functions", "impartiality"),
        ],
    );
    let agreed = tie("reason", "2027-01-01").with("meeting", was);
    run(desk.enter(now(4), agreed)).unwrap();
    let rule = desk.policy().on(day("2027-01-01")).conflict_rule(MatchKind::Relative);
    assert_eq!(rule.map(|rule| rule.outcome), Some(ConflictOutcome::Reason));

    let (_, desk, _) = service(ProfileId::Sps);
    assert_eq!(refused(run(desk.enter(now(4), tie("reason", "2027-01-01")))), "setting");
}

#[test]
fn lei_11_our_own_rule_for_the_chair_holds_besides_the_policy_s_own() {
    let (_, desk, _) = service(ProfileId::Leicester);
    let member = |sector: &str, officer: &str| {
        let values = [
            ("name", "C. Webb"),
            ("sector", sector),
            ("officer", officer),
            ("chair", "yes"),
            ("from", "2026-09-01"),
        ];
        values
            .iter()
            .fold(RegisterEntry::new(Kind::Member), |entry, (name, value)| {
                entry.with(name, value)
            })
    };
    run(desk.enter(
        now(3),
        change(Kind::OwnChair, &[("seat", "parent_or_carer"), ("from", "2026-11-23")]),
    ))
    .unwrap();
    assert_eq!(refused(run(desk.enter(now(4), member("school", "no")))), "chair");
    assert_eq!(refused(run(desk.enter(now(4), member("parent", "yes")))), "chair");
    run(desk.enter(now(4), member("parent", "no"))).unwrap();
}
