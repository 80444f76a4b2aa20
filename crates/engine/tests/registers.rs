//! Registers: who writes and reads what, what is due to whom, and what cannot be kept.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod calder_vale;

use calder_vale::{contact, day, enter, family, join, now, own_case, party, run, service};
use evenhand_domain::ids::WorkerId;
use evenhand_domain::profile::ProfileId;
use evenhand_domain::register::{Kind, RegisterEntry};
use evenhand_domain::worker::Role;
use evenhand_engine::case::allocate::AllocateError;
use evenhand_engine::case::open::{OpenError, OpenRequest};
use evenhand_engine::desk::Desk;
use evenhand_engine::policy::compliance::State;
use evenhand_engine::register::RegisterError;

fn entry(kind: Kind, values: &[(&str, &str)]) -> RegisterEntry {
    values
        .iter()
        .fold(RegisterEntry::new(kind), |entry, (name, value)| entry.with(name, value))
}

fn supervision(who: WorkerId) -> RegisterEntry {
    let values = [
        ("on", "2026-11-20"),
        ("way", "regular"),
        ("impartiality", "A hard call, talked through."),
        ("conflicts", "No"),
        ("action", "Read the script again"),
        ("action_by", "2026-12-01"),
    ];
    entry(Kind::Supervision, &values).with("who", who)
}

fn meeting(values: &[(&str, &str)]) -> RegisterEntry {
    let first = [("on", "2026-11-20"), ("what", "Autumn meeting")];
    entry(Kind::Meeting, &[first.as_slice(), values].concat())
}

/// The field at fault, with its words.
fn refused<T: std::fmt::Debug>(result: Result<T, RegisterError>) -> (&'static str, String) {
    match result {
        Err(RegisterError::Answers(faults)) => (faults[0].field, faults[0].what.clone()),
        other => panic!("{other:?}"),
    }
}

fn whats(desk: &Desk) -> Vec<(&'static str, String)> {
    desk.due(now(5))
        .iter()
        .map(|item| (item.what, item.due.to_string()))
        .collect()
}

#[test]
fn lei_16_lei_18_supervision_is_read_by_the_pair_alone_and_sets_the_next_day() {
    let (store, morag, _) = service(ProfileId::Leicester);
    let sam = join(&morag, "Sam Okoro", Role::Officer);
    join(&morag, "Ravi Patel", Role::Officer);
    let due = ("Supervision", "2027-01-04".to_owned());
    assert!(whats(&morag).contains(&due));
    let id = run(morag.enter(now(3), supervision(sam))).unwrap();
    assert_eq!(
        whats(&morag).iter().filter(|one| **one == due).count(),
        1,
        "Ravi's alone"
    );
    morag.lock();

    let sam = enter(&store, "sam");
    assert_eq!(sam.register(Kind::Supervision).len(), 1);
    assert!(whats(&sam).contains(&("Supervision", "2027-01-01".into())));
    assert!(whats(&sam).contains(&("Do what was agreed in supervision", "2026-12-01".into())));
    // An officer is told of what is theirs, and the service's own duties are the manager's.
    assert!(sam.due(now(5)).iter().all(|item| item.worker.is_some()));
    assert!(matches!(
        run(sam.enter(now(4), supervision(sam.me().unwrap().id))),
        Err(RegisterError::NotYours)
    ));
    assert!(!sam.may_change_entry(id));
    sam.lock();

    let ravi = enter(&store, "ravi");
    assert!(ravi.register(Kind::Supervision).is_empty());
    assert_eq!(ravi.register_entry(id), None);
    assert!(!ravi.due_calendar(now(5)).contains("Do what was agreed"));
}

#[test]
fn lei_18_a_manager_who_joins_later_reads_what_is_kept_and_an_entry_changes_and_is_struck() {
    let (store, morag, _) = service(ProfileId::Leicester);
    let sam = join(&morag, "Sam Okoro", Role::Officer);
    let ravi = join(&morag, "Ravi Patel", Role::Officer);
    let id = run(morag.enter(now(3), supervision(sam))).unwrap();
    join(&morag, "Ada Quill", Role::Manager);
    morag.lock();
    let ada = enter(&store, "ada");
    assert_eq!(ada.register(Kind::Supervision).len(), 1);
    let values = |who: WorkerId| supervision(who).with("action_done", "2026-11-22").values;
    assert_eq!(refused(run(ada.change_entry(now(4), id, values(ravi)))).0, "who");
    run(ada.change_entry(now(4), id, values(sam))).unwrap();
    assert!(
        whats(&ada)
            .iter()
            .all(|(what, _)| *what != "Do what was agreed in supervision")
    );
    assert_eq!(
        run(ada.strike_entry(now(5), id, " ")),
        Err(RegisterError::ReasonMissing)
    );
    run(ada.strike_entry(now(5), id, "written for the wrong day")).unwrap();
    ada.lock();
    let again = enter(&store, "ada");
    let kept = again.register_entry(id).unwrap();
    assert_eq!(kept.struck.as_deref(), Some("written for the wrong day"));
    assert_eq!(kept.changed.unwrap().0, again.me().unwrap().id);
    assert!(whats(&again).contains(&("Supervision", "2027-01-04".into())));
    assert_eq!(run(again.strike_entry(now(6), id, "again")), Err(RegisterError::Struck));
}

#[test]
fn cam_7_each_confirms_in_their_own_name_word_for_word_and_it_stays() {
    let (store, morag, _) = service(ProfileId::Camden);
    let sam = join(&morag, "Sam Okoro", Role::Officer);
    assert_eq!(morag.owed_acknowledgement(now(3)).len(), 4);
    let for_sam = entry(Kind::Acknowledgement, &[("on", "2026-11-23"), ("words", "yes")]).with("who", sam);
    assert_eq!(run(morag.enter(now(3), for_sam)), Err(RegisterError::NotYours));
    let own = run(morag.acknowledge(now(3))).unwrap();
    assert!(morag.owed_acknowledgement(now(4)).is_empty());
    assert!(!morag.may_change_entry(own));
    morag.lock();
    let sam = enter(&store, "sam");
    assert!(!sam.owed_acknowledgement(now(4)).is_empty());
    run(sam.acknowledge(now(4))).unwrap();
    let kept = sam.register(Kind::Acknowledgement);
    assert_eq!(kept.len(), 2);
    assert!(kept[0].entry.text("words").contains("I favour nobody"));
    let (_, other, _) = service(ProfileId::Sps);
    assert!(other.owed_acknowledgement(now(3)).is_empty());
}

#[test]
fn wes_12_the_worker_concerned_does_not_decide_and_who_disagrees_is_offered_the_chair() {
    let (_, morag, _) = service(ProfileId::WestmorlandFurness);
    let sam = join(&morag, "Sam Okoro", Role::Officer);
    let felt = |who: WorkerId, more: &[(&str, &str)]| {
        let all = [
            ("on", "2026-11-20"),
            ("felt", "You are on their side"),
            ("procedure", "Fifteen days for a draft"),
            ("source", "Code 9.77"),
            ("explained", "On the telephone"),
        ];
        entry(Kind::PerceivedBias, &[all.as_slice(), more].concat()).with("who", who)
    };
    let me = morag.me().unwrap().id;
    assert_eq!(
        refused(run(morag.enter(now(3), felt(me, &[("agrees", "yes")])))).0,
        "who"
    );
    assert_eq!(
        refused(run(morag.enter(now(3), felt(sam, &[("agrees", "no")])))).0,
        "chair"
    );
    run(morag.enter(now(3), felt(sam, &[("agrees", "no"), ("chair", "yes")]))).unwrap();
}

#[test]
fn lei_11_an_officer_of_the_authority_cannot_be_made_chair() {
    let (_, morag, _) = service(ProfileId::Leicester);
    let member = |officer: &str| {
        entry(
            Kind::Member,
            &[
                ("name", "C. Webb"),
                ("sector", "school"),
                ("officer", officer),
                ("chair", "yes"),
                ("from", "2026-09-01"),
            ],
        )
    };
    let (field, what) = refused(run(morag.enter(now(3), member("yes"))));
    assert_eq!((field, what.contains("LEI-11")), ("chair", true));
    run(morag.enter(now(3), member("no"))).unwrap();
    let group = morag.group(day("2026-11-26")).unwrap();
    assert!(group.has_chair && group.missing.contains(&"Parents and carers"));
}

#[test]
fn lei_12_lei_13_lei_14_a_meeting_ends_with_the_next_date_and_its_minutes_name_nobody() {
    let (_, morag, _) = service(ProfileId::Leicester);
    own_case(&morag, "Rukhsana Begum");
    run(morag.enter(
        now(3),
        entry(Kind::Meeting, &[("on", "2027-03-01"), ("what", "Spring meeting")]),
    ))
    .unwrap();
    assert!(whats(&morag).contains(&("Meeting of the advisory group", "2027-03-01".into())));
    let held = [("held", "yes"), ("functions", "impartiality managers")];
    let next = [held.as_slice(), &[("next", "2027-03-01")]].concat();
    assert_eq!(refused(run(morag.enter(now(3), meeting(&held)))).0, "next");
    assert_eq!(
        refused(run(
            morag.enter(now(3), meeting(&[("held", "yes"), ("next", "2027-03-01")]))
        ))
        .0,
        "functions"
    );
    let with = |minutes: &str, answer: &str| {
        let mut more = next.clone();
        more.extend([("minutes", minutes), ("identifies", answer)]);
        meeting(&more)
    };
    assert_eq!(
        refused(run(
            morag.enter(now(4), with("Rukhsana Begum’s appeal was raised", "no"))
        ))
        .0,
        "minutes"
    );
    assert_eq!(
        refused(run(morag.enter(now(4), with("Appeals are up.", "")))).0,
        "identifies"
    );
    assert_eq!(
        refused(run(morag.enter(now(4), with("Appeals are up.", "yes")))).0,
        "identifies"
    );
    run(morag.enter(now(4), with("Waiting at Alder Bank Primary School was raised.", "no"))).unwrap();
    let again = entry(Kind::Meeting, &[("on", "2027-03-01"), ("what", "Spring meeting")]);
    assert_eq!(refused(run(morag.enter(now(5), again))).0, "on");
    // The next date stands in the calendar once, however often it was said.
    let next = ("Meeting of the advisory group", "2027-03-01".to_owned());
    assert_eq!(whats(&morag).iter().filter(|one| **one == next).count(), 1);
    run(morag.enter(now(5), meeting(&[held.as_slice(), &[("next", "2027-06-14")]].concat()))).unwrap();
    assert!(whats(&morag).contains(&("Meeting of the advisory group", "2027-06-14".into())));
}

#[test]
fn lei_17_a_volunteer_has_no_case_until_the_induction_is_done() {
    let (_, morag, _) = service(ProfileId::Leicester);
    let val = join(&morag, "Val Reid", Role::Volunteer);
    let asked = || OpenRequest {
        worker: Some(val),
        ..family("Rukhsana Begum", "Zain", "Alder Bank Primary School")
    };
    let refused = run(morag.open_case(now(3), &asked())).unwrap_err();
    assert!(
        matches!(refused, OpenError::Allocate(AllocateError::InductionMissing)),
        "{refused:?}"
    );
    assert_eq!(
        morag.induction_left(),
        [("Val Reid".to_owned(), vec!["impartiality", "partiality"])]
    );
    for step in ["impartiality", "partiality"] {
        let done = entry(Kind::Induction, &[("step", step), ("on", "2026-11-20")]).with("who", val);
        run(morag.enter(now(4), done)).unwrap();
    }
    run(morag.open_case(now(5), &asked())).unwrap();
}

#[test]
fn wes_15_lei_2_what_is_not_whole_is_not_kept() {
    let (_, morag, _) = service(ProfileId::WestmorlandFurness);
    let outreach = |covered: &str| {
        entry(
            Kind::Outreach,
            &[
                ("on", "2026-11-20"),
                ("to", "Forum"),
                ("topic", "Plans"),
                ("covered", covered),
            ],
        )
    };
    assert_eq!(
        refused(run(morag.enter(now(3), outreach("impartial accurate rights")))).0,
        "covered"
    );
    run(morag.enter(now(3), outreach("impartial accurate rights confidential"))).unwrap();
    let target = entry(
        Kind::Target,
        &[
            ("counts", "fewer_appeals"),
            ("number", "5"),
            ("from", "2026-09-01"),
            ("to", "2027-07-20"),
        ],
    );
    assert_eq!(refused(run(morag.enter(now(3), target))).0, "counts");
    let ahead = supervision(morag.me().unwrap().id).with("on", day("2026-12-24"));
    assert_eq!(refused(run(morag.enter(now(3), ahead))).0, "on");
}

#[test]
fn lei_12_the_calendar_file_names_a_role_and_nobody() {
    let (_, morag, _) = service(ProfileId::Leicester);
    join(&morag, "Sam Okoro", Role::Officer);
    run(morag.enter(
        now(3),
        entry(Kind::Subscription, &[("body", "IPSEA"), ("renew", "2027-01-04")]),
    ))
    .unwrap();
    let file = morag.due_calendar(now(5));
    assert!(file.contains("SUMMARY:Supervision (officer)\r\n"));
    assert!(file.contains("SUMMARY:Renew a subscription\r\n"));
    for name in ["Sam", "Okoro", "Morag", "Calder", "IPSEA"] {
        assert!(!file.contains(name), "{name}");
    }
}

fn stands(desk: &Desk, id: &str) -> State {
    let found = desk.compliance(now(5)).clauses;
    found.iter().find(|one| one.clause.id == id).unwrap().state
}

/// SPS-4 and SPS-6 and the rest: the page is worked out from the log, so it is the same after the log was read anew.
#[test]
fn sps_8_sps_11_the_compliance_page_is_what_the_log_says_and_each_sees_what_their_keys_open() {
    let (store, morag, _) = service(ProfileId::Sps);
    join(&morag, "Sam Okoro", Role::Officer);
    assert_eq!(stands(&morag, "SPS-11"), State::NotKnown, "nothing is met from nothing");
    let id = own_case(&morag, "Amina Hassan");
    let told = contact(party(&morag, id).id, "They asked about an assessment.");
    run(morag.record_contact(now(4), id, told)).unwrap();
    for clause in ["SPS-8", "SPS-11", "SPS-14", "SPS-15"] {
        assert_eq!(stands(&morag, clause), State::Met, "{clause}");
    }
    let attested = entry(
        Kind::Attestation,
        &[
            ("clause", "SPS-2"),
            ("on", "2026-11-23"),
            ("holds", "yes"),
            ("how", "By the agreement with the authority."),
            ("until", "2027-11-20"),
        ],
    );
    run(morag.enter(now(4), attested.clone())).unwrap();
    assert_eq!(stands(&morag, "SPS-2"), State::Met);
    // What the records can show is not attested, nor what another policy asks.
    for clause in ["SPS-11", "LEI-1", ""] {
        assert_eq!(
            refused(run(morag.enter(now(4), attested.clone().with("clause", clause)))).0,
            "clause"
        );
    }
    let late = attested.clone().with("until", "2028-01-01");
    assert_eq!(refused(run(morag.enter(now(4), late))).0, "until");

    let before = morag.compliance(now(5));
    morag.lock();
    assert!(morag.compliance(now(5)).clauses.is_empty());
    let sam = enter(&store, "sam");
    let seen = sam.compliance(now(5));
    assert_eq!((seen.cases, seen.is_manager), (0, false), "the case is the manager's");
    assert_eq!(
        (stands(&sam, "SPS-11"), stands(&sam, "SPS-2")),
        (State::NotKnown, State::Met)
    );
    assert!(matches!(run(sam.enter(now(6), attested)), Err(RegisterError::NotYours)));
    sam.lock();
    assert_eq!(enter(&store, "morag").compliance(now(5)), before);
}

#[test]
fn cam_17_what_a_family_was_sent_stands_in_its_case_and_in_no_register() {
    let (store, morag, _) = service(ProfileId::Camden);
    join(&morag, "Ravi Patel", Role::Officer);
    let guide = [
        ("name", "A guide to assessments"),
        ("from", "IPSEA"),
        ("reach", "national"),
    ];
    run(morag.enter(now(3), entry(Kind::Resource, &guide))).unwrap();
    let id = own_case(&morag, "Rukhsana Begum");
    let mut letter = contact(party(&morag, id).id, "The guide was sent.");
    letter.sent = morag.resources();
    run(morag.record_contact(now(4), id, letter)).unwrap();
    let kept = morag.case(id).unwrap().story.unwrap().contacts[0].now.sent.clone();
    assert_eq!(kept, ["A guide to assessments"]);
    morag.lock();
    let ravi = enter(&store, "ravi");
    assert_eq!(ravi.resources(), ["A guide to assessments"]);
    assert!(ravi.register(Kind::Sent).is_empty() && ravi.case(id).is_err());
}

#[test]
fn lei_6_sta_9_a_talk_with_the_authority_tells_of_no_case() {
    let (_, morag, _) = service(ProfileId::Leicester);
    own_case(&morag, "Amina Hassan");
    let talk = |said: &str, identifies: &str| {
        let values = [
            ("on", "2026-11-20"),
            ("with", "The lead officer"),
            ("kind", "operational"),
            ("about", "Transport"),
            ("said", said),
            ("identifies", identifies),
        ];
        run(morag.enter(now(4), entry(Kind::Authority, &values)))
    };
    let school = "Alder Bank Primary School";
    assert_eq!(refused(talk("Amina Hassan waits for a taxi", "no")).0, "said");
    let (field, words) = refused(talk(&format!("A boy in year 3 at {school} has no taxi"), "no"));
    assert_eq!(field, "said");
    assert!(words.contains("with a year or an age"), "{words}");
    assert_eq!(
        refused(talk(&format!("Taxis to {school} are late"), "")).0,
        "identifies"
    );
    assert_eq!(refused(talk("Taxis are late", "yes")).0, "identifies");
    talk(&format!("Taxis to {school} are late"), "no").unwrap();
    talk("Taxis are late for many", "no").unwrap();
    assert_eq!(morag.register(Kind::Authority).len(), 2);
}
