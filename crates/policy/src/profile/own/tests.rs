mod ties;

use evenhand_domain::ids::WorkerId;
use evenhand_domain::register::RegisterEntry;

use super::setting::word_of;
use super::*;
use crate::profile::{Cadence, Called, Occasion, Reader, Topic};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn entry(kind: Kind, values: &[(&str, &str)]) -> RegisterEntry {
    let begun = RegisterEntry::new(kind);
    values
        .iter()
        .fold(begun, |entry, (name, value)| entry.with(name, value))
}

/// An entry that was written on the first of December.
fn kept(number: u8, kind: Kind, values: &[(&str, &str)]) -> Kept {
    Kept {
        id: EventId::new([number; 16]),
        by: WorkerId::new([1; 16]),
        at: Moment::from_millis(i64::from(number)),
        on: day("2026-12-01"),
        entry: entry(kind, values),
        changed: None,
        struck: None,
    }
}

fn rule(number: u8, setting: &str, strength: &str, from: &str) -> Kept {
    kept(
        number,
        Kind::OwnRule,
        &[("setting", setting), ("strength", strength), ("from", from)],
    )
}

fn policy(id: ProfileId, entries: &[Kept]) -> Policy {
    Policy::of(id, entries.iter())
}

#[test]
fn what_was_before_is_as_it_was_and_each_change_holds_from_its_day() {
    let changes = [
        rule(2, "venue", "remind", "2027-03-01"),
        rule(1, "venue", "as_copied", "2027-06-01"),
        rule(3, "wishes", "reason", "2027-03-01"),
    ];
    let policy = policy(ProfileId::Leicester, &changes);
    let held = |on: &str, topic| policy.on(day(on)).rule(topic).strength;
    assert_eq!(held("2027-02-28", Topic::Venue), Strength::Reason);
    assert_eq!(held("2027-03-01", Topic::Venue), Strength::Remind);
    assert_eq!(held("2027-06-01", Topic::Venue), Strength::Reason);
    assert_eq!(held("2027-02-28", Topic::Wishes), Strength::Remind);
    assert_eq!(held("2027-07-01", Topic::Wishes), Strength::Reason);
    let then = policy.on(day("2027-03-01"));
    assert!(
        !then.rule(Topic::Wishes).borrowed,
        "what a service decides for itself is its own"
    );
    assert_eq!(
        then.rule(Topic::Wishes).clauses,
        policy.copied().rule(Topic::Wishes).clauses
    );
    assert_eq!(
        then.changed_by(Setting::Rule(Topic::Venue)),
        Some(EventId::new([2; 16]))
    );
    assert!(!policy.on(day("2027-02-28")).is_changed());
    assert_eq!(
        policy.on(day("2027-03-01")).rule(Topic::Aim),
        policy.copied().rule(Topic::Aim)
    );
}

/// Nobody makes yesterday's rules, whatever day the entry names.
#[test]
fn a_change_never_holds_before_it_was_written() {
    let early = rule(1, "venue", "remind", "2026-01-01");
    let mut rewritten = rule(2, "wishes", "reason", "2026-12-01");
    rewritten.changed = Some((WorkerId::new([1; 16]), day("2026-12-24")));
    let policy = policy(ProfileId::Leicester, &[early, rewritten]);
    let held = |on: &str, topic| policy.on(day(on)).rule(topic).strength;
    assert_eq!(held("2026-11-30", Topic::Venue), Strength::Reason);
    assert_eq!(held("2026-12-01", Topic::Venue), Strength::Remind);
    assert_eq!(held("2026-12-23", Topic::Wishes), Strength::Remind);
    assert_eq!(held("2026-12-24", Topic::Wishes), Strength::Reason);
}

/// What holds a wall around a case stays, whoever writes what: the fold refuses it as the form does.
#[test]
fn sps_8_lei_26_no_entry_takes_down_a_wall() {
    for id in ProfileId::ALL {
        let copied = Profile::of(id);
        for topic in Topic::ALL {
            for strength in ["off", "remind", "reason", "manager", "bar", "nothing"] {
                let change = rule(1, &word_of(&topic), strength, "2027-01-01");
                let is_refused = fault(copied, &change.entry).is_some();
                let now = policy(id, &[change]).on(day("2027-02-01"));
                let (was, is) = (copied.rule(topic), now.rule(topic));
                let is_wall = topic.is_wall() || was.strength > Strength::Reason;
                if is_wall || is_refused {
                    assert_eq!(is, was, "{id:?} {topic:?} {strength}");
                }
                if !was.borrowed {
                    assert!(is.strength >= Strength::Remind, "{id:?} {topic:?} {strength}");
                }
                assert!(
                    is.strength <= was.strength.max(Strength::Reason),
                    "{id:?} {topic:?} {strength}"
                );
            }
        }
        let now = policy(id, &[rule(1, "wishes", "off", "2027-01-01")]).on(day("2027-02-01"));
        assert_eq!(now.manager_decision, copied.manager_decision);
    }
}

#[test]
fn how_often_is_changed_within_bounds_and_never_made_never_where_a_clause_asks() {
    let every = |number: &str, every: &str| {
        let values = [
            ("setting", "supervision_officer"),
            ("number", number),
            ("every", every),
            ("from", "2027-01-01"),
        ];
        kept(1, Kind::OwnInterval, &values)
    };
    let held = |change: Kept| {
        let now = policy(ProfileId::Leicester, &[change]).on(day("2027-02-01"));
        now.interval(Cadence::SupervisionOfficer)
            .map(|interval| (interval.every, interval.clauses.clone()))
    };
    let lei_16 = vec!["LEI-16"];
    assert_eq!(held(every("8", "weeks")), Some((Every::Weeks(8), lei_16.clone())));
    assert_eq!(held(every("2", "months")), Some((Every::Months(2), lei_16.clone())));
    assert_eq!(held(every("", "term")), Some((Every::Term, lei_16.clone())));
    for refused in [
        every("0", "weeks"),
        every("61", "months"),
        every("", "weeks"),
        every("8", "off"),
        every("8", "days"),
    ] {
        assert!(fault(Profile::of(ProfileId::Leicester), &refused.entry).is_some());
        assert_eq!(held(refused), Some((Every::Weeks(6), lei_16.clone())));
    }
    // Good practice from another policy can be left, and something that no clause asks for can be taken up.
    let own = [
        kept(
            1,
            Kind::OwnInterval,
            &[("setting", "interests"), ("every", "off"), ("from", "2027-01-01")],
        ),
        kept(
            2,
            Kind::OwnInterval,
            &[
                ("setting", "terms"),
                ("every", "months"),
                ("number", "24"),
                ("from", "2027-01-01"),
            ],
        ),
    ];
    let now = policy(ProfileId::Leicester, &own).on(day("2027-02-01"));
    assert_eq!(now.interval(Cadence::Interests), None);
    assert_eq!(
        now.interval(Cadence::Terms).map(|interval| interval.every),
        Some(Every::Months(24))
    );
    // Without its steps an induction would be done by everybody at once.
    let induction = entry(Kind::OwnInterval, &[("setting", "induction"), ("every", "term")]);
    assert!(fault(Profile::of(ProfileId::Camden), &induction).is_some());
}

#[test]
fn sps_11_cam_15_the_words_are_our_own_with_the_names_filled_in() {
    let words = |which: &str, words: &str| {
        kept(
            1,
            Kind::OwnWords,
            &[("setting", which), ("words", words), ("from", "2027-01-01")],
        )
    };
    let said = |change: Kept| {
        let now = policy(ProfileId::Sps, &[change]).on(day("2027-02-01"));
        now.statement(Occasion::Meeting, Reader::EasyRead, "Calder Vale", "Sam")
    };
    let own = words("easy_read.meeting", "I am {worker}.\n\n I take no side. ");
    assert_eq!(said(own), ["I am Sam.", "I take no side."]);
    let copied = Profile::of(ProfileId::Sps);
    let as_copied = copied.statement(Occasion::Meeting, Reader::EasyRead, "Calder Vale", "Sam");
    for left in [
        words("easy_read.meeting", ""),
        words("plain.meeting", "I am {worker}."),
        words("easy_read.meeting", "I am {name}."),
    ] {
        assert_eq!(said(left), as_copied);
    }
    for (refused, field) in [
        (words("plain.meeting", "We take no side."), "words"),
        (words("plain.meeting", "I am {name} {worker}."), "words"),
        (words("plain.never", "I am {worker}."), "setting"),
        (words("", "I am {worker}."), "setting"),
    ] {
        assert_eq!(fault(copied, &refused.entry).map(|(field, _)| field), Some(field));
    }
    let begun = copied.change_of(Setting::Words(Occasion::Meeting, Reader::EasyRead));
    assert_eq!(
        begun.text("words"),
        copied.script(Occasion::Meeting, Reader::EasyRead).join("\n")
    );
    assert_eq!(begun.text("setting"), "easy_read.meeting");
    let agency = policy(ProfileId::Sps, &[words("agency", "{worker} here, from {service}.")]).on(day("2027-02-01"));
    assert_eq!(
        agency.agency_notice("Calder Vale", "Sam"),
        ["Sam here, from Calder Vale."]
    );
    // Every answer of the form names something.
    let Some(evenhand_domain::register::Answer::One(choices)) =
        Kind::OwnWords.register().field("setting").map(|field| field.answer)
    else {
        panic!("a closed list")
    };
    assert_eq!(
        choices.len(),
        Occasion::ALL.len() * Reader::ALL.len() + 1 + Called::ALL.len()
    );
    for (word, _) in choices {
        assert!(
            setting_of(&entry(Kind::OwnWords, &[("setting", word)])).is_some(),
            "{word}"
        );
    }
}

#[test]
fn every_setting_that_is_offered_can_be_changed_and_says_what_holds_now() {
    for id in ProfileId::ALL {
        let copied = Profile::of(id);
        for (word, shown) in settings(copied, copied, Kind::OwnRule) {
            let firm = entry(Kind::OwnRule, &[("setting", &word), ("strength", "reason")]);
            assert_eq!(fault(copied, &firm), None, "{shown}");
            assert!(setting_words(&firm).is_some_and(|words| shown.ends_with(words)));
        }
        for (word, shown) in settings(copied, copied, Kind::OwnOutcome) {
            let barred = entry(Kind::OwnOutcome, &[("setting", &word), ("outcome", "bar")]);
            assert_eq!(fault(copied, &barred), None, "{shown}");
            assert!(setting_words(&barred).is_some_and(|words| shown.ends_with(words)));
        }
        for (word, shown) in settings(copied, copied, Kind::OwnInterval) {
            let often = entry(
                Kind::OwnInterval,
                &[("setting", &word), ("every", "weeks"), ("number", "9")],
            );
            assert_eq!(fault(copied, &often), None, "{shown}");
        }
    }
    let sps = Profile::of(ProfileId::Sps);
    assert!(
        settings(sps, sps, Kind::OwnRule)
            .iter()
            .all(|(word, _)| word != "question_before_opening")
    );
}

#[test]
fn the_same_changes_are_worked_out_once_and_a_struck_one_counts_for_nothing() {
    let change = rule(1, "venue", "remind", "2027-01-01");
    let (one, other) = (
        policy(ProfileId::Leicester, std::slice::from_ref(&change)),
        policy(ProfileId::Leicester, std::slice::from_ref(&change)),
    );
    assert!(std::ptr::eq(one.on(day("2027-02-01")), other.on(day("2027-02-01"))));
    let struck = Kept {
        struck: Some("by mistake".to_owned()),
        ..change
    };
    assert_eq!(
        policy(ProfileId::Leicester, &[struck]),
        Profile::of(ProfileId::Leicester).into()
    );
}

#[test]
fn what_families_read_is_what_is_done_otherwise() {
    let changes = [
        rule(1, "wishes", "reason", "2027-01-01"),
        rule(2, "venue", "remind", "2027-01-01"),
        rule(3, "statement_at_contact", "off", "2027-01-01"),
        kept(
            4,
            Kind::OwnInterval,
            &[
                ("setting", "supervision_officer"),
                ("every", "weeks"),
                ("number", "8"),
                ("from", "2027-01-01"),
            ],
        ),
        kept(
            5,
            Kind::OwnInterval,
            &[("setting", "interests"), ("every", "off"), ("from", "2027-01-01")],
        ),
        kept(
            6,
            Kind::OwnInterval,
            &[
                ("setting", "membership"),
                ("every", "as_copied"),
                ("from", "2027-01-01"),
            ],
        ),
        kept(
            7,
            Kind::OwnWords,
            &[
                ("setting", "agency"),
                ("words", "{worker} here."),
                ("from", "2027-01-01"),
            ],
        ),
    ];
    let policy = policy(ProfileId::Leicester, &changes);
    assert_eq!(
        policy.differs(day("2027-02-01")),
        [
            "We ask each person what they wish and how they feel, the child too.",
            "Supervision of each officer: every 8 weeks.",
        ]
    );
    assert_eq!(policy.differs(day("2026-12-31")), [""; 0]);
}
