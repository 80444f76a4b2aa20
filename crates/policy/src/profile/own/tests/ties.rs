//! What a tie comes to, who may sit in the Chair, and what people are called.

use evenhand_domain::conflict::MatchKind;

use super::*;

const KINDS_OF_TIES: [(&str, MatchKind); 8] = [
    ("school_post", MatchKind::SchoolPost),
    ("own_child_school", MatchKind::OwnChildSchool),
    ("relative", MatchKind::Relative),
    ("friend", MatchKind::Friend),
    ("organisation", MatchKind::Organisation),
    ("home_district", MatchKind::HomeDistrict),
    ("themself", MatchKind::Themself),
    ("own_answer", MatchKind::OwnAnswer),
];
const MEETING: &str = "66666666666666666666666666666666";

/// Whoever writes what: what the copied policy bars stays barred, what comes of a worker's own answer stays, nobody decides where it
/// lets nobody decide, and nothing becomes milder unless the group agreed it, or milder than a reason.
#[test]
fn sps_14_sps_15_wes_9_no_entry_lets_through_what_the_policy_bars() {
    for id in ProfileId::ALL {
        let copied = Profile::of(id);
        for (word, kind) in KINDS_OF_TIES {
            for outcome in ["clear", "look", "reason", "manager", "bar", "as_copied", "nothing"] {
                for meeting in ["", MEETING] {
                    let values = [
                        ("setting", word),
                        ("outcome", outcome),
                        ("from", "2027-01-01"),
                        ("meeting", meeting),
                    ];
                    let change = kept(1, Kind::OwnOutcome, &values);
                    let is_refused = fault(copied, &change.entry).is_some();
                    let now = policy(id, &[change]).on(day("2027-02-01"));
                    let about = format!("{id:?} {word} {outcome} {meeting}");
                    let was = copied.conflict_rule(kind).map(|rule| rule.outcome);
                    let is = now.conflict_rule(kind).map(|rule| rule.outcome);
                    let is_fixed = matches!(kind, MatchKind::Themself | MatchKind::OwnAnswer);
                    if is_refused || is_fixed || was == Some(ConflictOutcome::Bar) {
                        assert_eq!(is, was, "{about}");
                    }
                    if is < was {
                        assert!(!meeting.is_empty() && is >= Some(ConflictOutcome::Reason), "{about}");
                    }
                    if is != was && is == Some(ConflictOutcome::Manager) {
                        assert!(now.manager_decision.is_some(), "{about}");
                    }
                }
            }
        }
    }
}

fn tie(number: u8, word: &str, outcome: &str, from: &str) -> Kept {
    let values = [
        ("setting", word),
        ("outcome", outcome),
        ("from", from),
        ("meeting", MEETING),
    ];
    kept(number, Kind::OwnOutcome, &values)
}

#[test]
fn cam_10_a_tie_comes_to_what_the_group_agreed_from_its_day_on() {
    let changes = [
        tie(1, "relative", "bar", "2027-03-01"),
        tie(2, "organisation", "reason", "2027-03-01"),
        tie(3, "home_district", "reason", "2027-03-01"),
        tie(4, "relative", "as_copied", "2027-06-01"),
    ];
    let policy = policy(ProfileId::Camden, &changes);
    let held = |on: &str, kind| {
        let rule = policy.on(day(on)).conflict_rule(kind);
        rule.map(|rule| (rule.outcome, rule.clause))
    };
    let manager = Some((ConflictOutcome::Manager, "CAM-19"));
    assert_eq!(held("2027-02-28", MatchKind::Relative), manager);
    assert_eq!(
        held("2027-03-01", MatchKind::Relative),
        Some((ConflictOutcome::Bar, "our own rule beside CAM-19"))
    );
    assert_eq!(held("2027-06-01", MatchKind::Relative), manager);
    assert_eq!(
        held("2027-03-01", MatchKind::Organisation),
        Some((ConflictOutcome::Reason, "our own rule beside CAM-19"))
    );
    assert_eq!(held("2027-02-28", MatchKind::HomeDistrict), None);
    assert_eq!(
        held("2027-03-01", MatchKind::HomeDistrict),
        Some((ConflictOutcome::Reason, OUR_OWN))
    );
    // Families read it with the policy that was taken over.
    let told = policy.differs(day("2027-04-01"));
    assert!(
        told.iter()
            .any(|one| one == "The worker is related to the family: they do not take the case."),
        "{told:?}"
    );
    // Without the meeting it is refused, and the field is named.
    let alone = entry(Kind::OwnOutcome, &[("setting", "organisation"), ("outcome", "reason")]);
    assert_eq!(fault(policy.copied(), &alone).map(|(field, _)| field), Some("meeting"));
}

#[test]
fn what_people_are_called_is_our_own_from_its_day_on() {
    let called = |number, who: &str, words: &str, from: &str| {
        kept(
            number,
            Kind::OwnWords,
            &[("setting", who), ("words", words), ("from", from)],
        )
    };
    let changes = [
        called(1, "called.officer", " SEND adviser ", "2027-03-01"),
        called(2, "called.chair", "Chair of the Partnership", "2027-03-01"),
        called(3, "called.officer", "", "2027-06-01"),
    ];
    let policy = policy(ProfileId::Sps, &changes);
    let held = |on: &str, who| policy.on(day(on)).words.of(who);
    assert_eq!(held("2027-02-28", Called::Officer), "officer");
    assert_eq!(held("2027-03-01", Called::Officer), "SEND adviser");
    assert_eq!(held("2027-03-01", Called::Chair), "Chair of the Partnership");
    assert_eq!(held("2027-06-01", Called::Officer), "officer");
    for refused in ["two\nlines", "{worker}", &"a".repeat(61)] {
        let change = called(1, "called.group", refused, "2027-03-01").entry;
        assert_eq!(fault(policy.copied(), &change).map(|(field, _)| field), Some("words"));
    }
    assert_eq!(
        policy
            .on(day("2027-03-01"))
            .change_of(Setting::Called(Called::Officer))
            .text("words"),
        "SEND adviser"
    );
}

/// What a service asks of its Chair besides is added to the rule of the policy that it copied, and never stands in its place.
#[test]
fn lei_11_cam_22_sta_8_the_chair_meets_the_copied_rule_and_our_own() {
    use crate::group::chair_fault;
    let seat = |seat: &str, majority: &str| {
        kept(
            1,
            Kind::OwnChair,
            &[("seat", seat), ("majority", majority), ("from", "2027-01-01")],
        )
    };
    let member = |sector: &str, officer: &str| {
        entry(
            Kind::Member,
            &[("chair", "yes"), ("sector", sector), ("officer", officer)],
        )
    };
    let under = |id, change: Kept| policy(id, &[change]).on(day("2027-02-01"));
    let leicester = under(ProfileId::Leicester, seat("parent_or_carer", "yes"));
    let refused = |member: RegisterEntry| chair_fault(leicester, &member).map(|(_, clause)| clause);
    assert_eq!(refused(member("parent", "no")), None);
    assert_eq!(refused(member("parent", "yes")), Some("LEI-11"));
    assert_eq!(refused(member("school", "no")), Some(OUR_OWN));
    assert!(leicester.chair.majority_parents);
    // The policy's own rules stay, whatever is asked besides.
    let camden = under(ProfileId::Camden, seat("parent_or_carer", "no"));
    assert!(camden.chair.majority_parents);
    for word in ["anybody", "nobody", "as_copied", ""] {
        for id in ProfileId::ALL {
            let now = under(id, seat(word, ""));
            assert_eq!(
                now.chair.seat,
                now.chair.seat.max(Profile::of(id).chair.seat),
                "{id:?} {word}"
            );
            assert_eq!(now.chair, Profile::of(id).chair, "{id:?} {word}");
        }
    }
}

/// What became stricter since a day, whenever it was written; what was milder for a while in between became stricter too.
#[test]
fn sps_15_what_became_stricter_since_a_day_is_looked_at_again() {
    let changes = [
        tie(1, "relative", "reason", "2027-03-01"),
        tie(2, "relative", "as_copied", "2027-06-01"),
        tie(3, "organisation", "bar", "2027-09-01"),
        tie(4, "home_district", "reason", "2027-09-01"),
    ];
    let policy = policy(ProfileId::Camden, &changes);
    let since = |since: &str, today: &str| policy.stricter(Some(day(since)), day(today));
    assert_eq!(since("2027-01-01", "2027-05-31"), []);
    assert_eq!(since("2027-01-01", "2027-06-01"), [MatchKind::Relative]);
    assert_eq!(since("2027-06-01", "2027-08-31"), []);
    assert_eq!(since("2027-06-01", "2027-09-01"), [MatchKind::Organisation]);
    assert_eq!(
        policy.stricter(None, day("2027-09-01")),
        [MatchKind::Relative, MatchKind::Organisation]
    );
    assert_eq!(
        super::policy(ProfileId::Camden, &[]).stricter(None, day("2027-09-01")),
        []
    );
}

/// What the copied policy asks stays asked, whatever an entry says; more is asked besides, from its day on, and no door is made.
#[test]
fn sta_16_lei_3_the_manager_is_asked_what_we_ask_besides() {
    let asked = |number: u8, setting: &str, words: &str, from: &str| {
        kept(
            number,
            Kind::OwnQuestion,
            &[("setting", setting), ("words", words), ("from", from)],
        )
    };
    let changes = [
        asked(1, "told_how", "How did you tell them?", "2027-02-01"),
        asked(2, "besides", "Who else was asked?\nWho agreed?", "2027-02-01"),
        asked(3, "besides", "a\nb", "2027-03-01"),
        asked(4, "told_how", "", "2027-04-01"),
    ];
    let door = |id: ProfileId, on: &str| policy(id, &changes).on(day(on)).manager_decision.clone();
    for id in ProfileId::ALL {
        let copied = Profile::of(id).manager_decision.clone();
        assert_eq!(door(id, "2027-01-31"), copied);
        let Some(copied) = copied else {
            assert_eq!(door(id, "2027-03-01"), None);
            continue;
        };
        let now = door(id, "2027-03-01").unwrap();
        assert!(copied.questions.iter().all(|question| now.questions.contains(question)));
        assert_eq!(now.words(ManagerQuestion::ToldHow), "How did you tell them?");
        assert!(now.questions.contains(&ManagerQuestion::ToldHow));
        assert_eq!(
            now.more,
            ["Who else was asked?", "Who agreed?"],
            "what is no question changes nothing"
        );
        let after = door(id, "2027-04-01").unwrap();
        assert_eq!(after.questions, copied.questions, "as it was copied again");
    }
}
