use evenhand_domain::date::{Day, Moment};
use evenhand_domain::ids::{EventId, WorkerId};
use evenhand_domain::profile::ProfileId;
use evenhand_domain::register::{Kept, Kind, RegisterEntry};
use evenhand_domain::worker::Role;

use super::{DueItem, Office, due, induction_bars, missing_induction};
use crate::group::{chair_fault, composition};
use crate::profile::{Policy, Profile};

const SAM: WorkerId = WorkerId::new([1; 16]);
const VAL: WorkerId = WorkerId::new([2; 16]);
const MO: WorkerId = WorkerId::new([3; 16]);

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn entry(kind: Kind, values: &[(&str, &str)]) -> RegisterEntry {
    values
        .iter()
        .fold(RegisterEntry::new(kind), |entry, (name, value)| entry.with(name, value))
}

fn kept(number: u8, by: WorkerId, entry: RegisterEntry) -> Kept {
    Kept {
        id: EventId::new([number; 16]),
        by,
        at: Moment::from_millis(i64::from(number)),
        on: day("2026-09-07"),
        entry,
        changed: None,
        struck: None,
    }
}

/// Sam the officer, Val the volunteer and Mo the manager, all since 7 September 2026.
fn all(profile: ProfileId, entries: &[Kept]) -> Vec<DueItem> {
    all_on("2026-11-26", profile, entries)
}

fn all_on(today: &str, profile: ProfileId, entries: &[Kept]) -> Vec<DueItem> {
    let began = day("2026-09-07");
    due(&Office {
        policy: Policy::of(profile, entries.iter()),
        today: day(today),
        since: began,
        workers: vec![
            (SAM, Role::Officer, began),
            (VAL, Role::Volunteer, began),
            (MO, Role::Manager, began),
        ],
        declared: [(SAM, began)].into(),
        entries: entries.iter().collect(),
    })
}

fn of(items: &[DueItem], what: &str, who: Option<WorkerId>) -> DueItem {
    let found = items
        .iter()
        .find(|item| item.what == what && item.worker.map(|worker| worker.0) == who);
    found.unwrap_or_else(|| panic!("{what} is not due")).clone()
}

fn when(items: &[DueItem], what: &str, who: Option<WorkerId>) -> String {
    of(items, what, who).due.to_string()
}

fn supervised(number: u8, who: WorkerId, on: &str, way: &str) -> Kept {
    kept(
        number,
        MO,
        entry(
            Kind::Supervision,
            &[("who", &who.to_string()), ("on", on), ("way", way)],
        ),
    )
}

#[test]
fn lei_16_officers_every_six_weeks_volunteers_monthly_the_group_once_a_term() {
    let none = all(ProfileId::Leicester, &[]);
    assert_eq!(when(&none, "Supervision", Some(SAM)), "2026-10-19");
    assert_eq!(when(&none, "Supervision", Some(VAL)), "2026-10-07");
    assert_eq!(when(&none, "Group support for volunteers", None), "2026-12-20");
    assert!(
        none.iter()
            .all(|item| item.what != "Supervision" || item.worker.map(|who| who.0) != Some(MO))
    );
    assert_eq!(of(&none, "Supervision", Some(SAM)).clauses, ["LEI-16"]);

    let some = [
        supervised(1, SAM, "2026-11-02", "regular"),
        supervised(2, SAM, "2026-11-20", "ad_hoc"),
        supervised(3, VAL, "2026-10-31", "regular"),
        kept(4, MO, entry(Kind::GroupSupport, &[("on", "2026-10-15")])),
    ];
    let then = all(ProfileId::Leicester, &some);
    // One in between does not put off the regular one.
    assert_eq!(when(&then, "Supervision", Some(SAM)), "2026-12-14");
    assert_eq!(when(&then, "Supervision", Some(VAL)), "2026-11-30");
    // Maundy Thursday of 2027, for no terms are noted.
    assert_eq!(when(&then, "Group support for volunteers", None), "2027-03-25");
    let noted = [
        some[3].clone(),
        kept(
            5,
            MO,
            entry(Kind::Term, &[("from", "2026-09-03"), ("to", "2026-12-18")]),
        ),
        kept(
            6,
            MO,
            entry(Kind::Term, &[("from", "2027-01-04"), ("to", "2027-03-24")]),
        ),
    ];
    assert_eq!(
        when(&all(ProfileId::Leicester, &noted), "Group support for volunteers", None),
        "2027-03-24"
    );
}

/// A time that runs is counted by what held when it began: what is late is not made punctual by a longer one, and a shorter one makes
/// nothing late at once.
#[test]
fn lei_16_a_changed_interval_holds_for_what_begins_after_it() {
    let changed = |number: u8, weeks: &str, from: &str| {
        let values = [
            ("setting", "supervision_officer"),
            ("every", "weeks"),
            ("number", weeks),
            ("from", from),
        ];
        kept(number, MO, entry(Kind::OwnInterval, &values))
    };
    let mut entries = vec![
        supervised(1, SAM, "2026-11-02", "regular"),
        changed(2, "8", "2026-12-20"),
        changed(3, "4", "2027-06-01"),
    ];
    let sams =
        |entries: &[Kept], today: &str| when(&all_on(today, ProfileId::Leicester, entries), "Supervision", Some(SAM));
    assert_eq!(sams(&entries, "2026-12-21"), "2026-12-14", "six weeks, and still late");
    entries.push(supervised(4, SAM, "2027-01-04", "regular"));
    assert_eq!(sams(&entries, "2027-01-05"), "2027-03-01", "eight weeks");
    entries.push(supervised(5, SAM, "2027-05-24", "regular"));
    assert_eq!(
        sams(&entries, "2027-06-21"),
        "2027-07-19",
        "eight weeks, begun before it was four"
    );
    entries.push(supervised(6, SAM, "2027-06-22", "regular"));
    assert_eq!(sams(&entries, "2027-06-23"), "2027-07-20", "four weeks");
}

#[test]
fn wes_6_supervision_is_owed_under_the_other_policies_too_and_says_where_it_is_borrowed() {
    assert!(!of(&all(ProfileId::WestmorlandFurness, &[]), "Supervision", Some(SAM)).borrowed);
    for id in [ProfileId::Sps, ProfileId::Camden, ProfileId::Staffordshire] {
        let item = of(&all(id, &[]), "Supervision", Some(SAM));
        assert!(item.borrowed, "{id:?}");
        assert_eq!(item.clauses, ["LEI-16"]);
    }
    assert_eq!(
        when(
            &all(ProfileId::WestmorlandFurness, &[]),
            "Declare the manager’s independence",
            None
        ),
        "2026-10-07"
    );
}

#[test]
fn sps_18_lei_22_sta_10_wes_14_training_falls_due_by_topic_level_and_expiry() {
    let train = |number, who: WorkerId, values: &[(&str, &str)]| {
        let own = who.to_string();
        let all: Vec<(&str, &str)> = values.iter().copied().chain([("who", own.as_str())]).collect();
        kept(number, who, entry(Kind::Training, &all))
    };
    let taken = [
        train(
            1,
            SAM,
            &[
                ("on", "2026-10-01"),
                ("topic", "impartiality"),
                ("expires", "2026-12-01"),
            ],
        ),
        train(2, SAM, &[("on", "2026-10-05"), ("topic", "law"), ("level", "2")]),
        train(3, VAL, &[("on", "2026-10-05"), ("topic", "law"), ("level", "3")]),
    ];
    for id in [ProfileId::Sps, ProfileId::Staffordshire, ProfileId::WestmorlandFurness] {
        let items = all(id, &taken);
        assert_eq!(
            when(&items, "Training in impartiality", Some(SAM)),
            "2027-10-01",
            "{id:?}"
        );
        assert_eq!(
            when(&items, "Training in impartiality", Some(VAL)),
            "2027-09-07",
            "{id:?}"
        );
        assert_eq!(when(&items, "Renew a training", Some(SAM)), "2026-12-01", "{id:?}");
    }
    let leicester = all(ProfileId::Leicester, &taken);
    assert_eq!(
        when(&leicester, "Next level of legal training", Some(SAM)),
        "2027-10-05"
    );
    assert!(
        leicester
            .iter()
            .all(|item| item.what != "Next level of legal training" || item.worker.map(|who| who.0) != Some(VAL))
    );
    let renewed = [
        taken[0].clone(),
        train(4, SAM, &[("on", "2026-11-20"), ("topic", "impartiality")]),
    ];
    assert!(
        all(ProfileId::Sps, &renewed)
            .iter()
            .all(|item| item.what != "Renew a training")
    );
}

#[test]
fn lei_17_sta_12_an_induction_is_due_until_every_step_is_done() {
    let step = |number, who: WorkerId, step: &str| {
        kept(
            number,
            MO,
            entry(
                Kind::Induction,
                &[("who", &who.to_string()), ("step", step), ("on", "2026-09-20")],
            ),
        )
    };
    let leicester = Profile::of(ProfileId::Leicester);
    let half = [step(1, VAL, "impartiality")];
    assert_eq!(
        when(&all(ProfileId::Leicester, &half), "Finish induction", Some(VAL)),
        "2026-10-07"
    );
    assert_eq!(
        missing_induction(leicester, &[&half[0]], VAL, Role::Volunteer),
        ["partiality"]
    );
    assert!(missing_induction(leicester, &[], SAM, Role::Officer).is_empty());
    let done = [step(1, VAL, "impartiality"), step(2, VAL, "partiality")];
    assert!(
        all(ProfileId::Leicester, &done)
            .iter()
            .all(|item| item.what != "Finish induction")
    );
    assert!(induction_bars(leicester, Role::Volunteer) && !induction_bars(leicester, Role::Officer));
    assert!(!induction_bars(Profile::of(ProfileId::Staffordshire), Role::Volunteer));
    // Visits are Staffordshire's, for staff and volunteers alike.
    assert_eq!(
        when(&all(ProfileId::Staffordshire, &done), "Finish induction", Some(SAM)),
        "2026-12-07"
    );
    assert_eq!(
        missing_induction(Profile::of(ProfileId::Staffordshire), &[], SAM, Role::Officer),
        ["impartiality", "library", "visit_authority", "visit_group"]
    );
}

#[test]
fn cam_7_wes_7_nobody_confirms_for_somebody_else() {
    let said = |number, by: WorkerId| {
        kept(
            number,
            by,
            entry(
                Kind::Acknowledgement,
                &[("who", &SAM.to_string()), ("on", "2026-10-01")],
            ),
        )
    };
    let what = "Confirm confidentiality and impartiality";
    for id in [ProfileId::Camden, ProfileId::WestmorlandFurness] {
        assert_eq!(when(&all(id, &[said(1, MO)]), what, Some(SAM)), "2026-09-07");
        assert_eq!(when(&all(id, &[said(1, SAM)]), what, Some(SAM)), "2027-10-01");
    }
    assert!(all(ProfileId::Sps, &[]).iter().all(|item| item.what != what));
}

#[test]
fn cam_20_interests_are_confirmed_yearly_also_where_there_are_none() {
    let items = all(ProfileId::Camden, &[]);
    let what = "Declare interests, or that there are none";
    assert_eq!(when(&items, what, Some(SAM)), "2027-09-07");
    assert_eq!(when(&items, what, Some(VAL)), "2026-10-07");
}

#[test]
fn cam_24_lei_35_a_policy_is_reviewed_yearly_and_under_camden_by_the_group() {
    let library = |meeting: &[(&str, &str)]| {
        let values = [
            &[
                ("name", "Impartiality"),
                ("reviewed", "2026-10-10"),
                ("next", "2027-06-01"),
            ],
            meeting,
        ]
        .concat();
        kept(1, MO, entry(Kind::Policy, &values))
    };
    let meeting = EventId::new([9; 16]).to_string();
    let what = "Review a policy";
    let alone = all(ProfileId::Camden, &[library(&[])]);
    assert_eq!(alone.iter().filter(|item| item.what == what).count(), 1);
    assert_eq!(when(&alone, what, None), "2026-10-10");
    // The service may set itself an earlier day than the policy does.
    assert_eq!(
        when(
            &all(ProfileId::Camden, &[library(&[("meeting", &meeting)])]),
            what,
            None
        ),
        "2027-06-01"
    );
    assert_eq!(
        when(&all(ProfileId::Leicester, &[library(&[])]), what, None),
        "2027-06-01"
    );
    assert_eq!(
        when(
            &all(ProfileId::Leicester, &[]),
            "Put the policies into the library",
            None
        ),
        "2026-10-07"
    );
    let withdrawn = [library(&[("withdrawn", "2026-11-01")])];
    assert_eq!(
        of(
            &all(ProfileId::Leicester, &withdrawn),
            "Put the policies into the library",
            None
        )
        .entry,
        None
    );
}

#[test]
fn cam_6_the_plan_is_reviewed_yearly_and_agreed_by_the_group() {
    let meeting = EventId::new([9; 16]).to_string();
    let aim = kept(1, MO, entry(Kind::Plan, &[("on", "2026-09-10"), ("meeting", &meeting)]));
    assert_eq!(
        when(&all(ProfileId::Camden, &[]), "Write the development plan", None),
        "2026-12-07"
    );
    assert_eq!(
        when(&all(ProfileId::Camden, &[aim]), "Review the development plan", None),
        "2027-09-10"
    );
}

#[test]
fn sta_13_a_subscription_is_renewed_until_it_ended() {
    let body = |more: &[(&str, &str)]| {
        let values = [&[("body", "IPSEA"), ("renew", "2026-12-01")], more].concat();
        [kept(1, MO, entry(Kind::Subscription, &values))]
    };
    assert_eq!(
        when(&all(ProfileId::Staffordshire, &body(&[])), "Renew a subscription", None),
        "2026-12-01"
    );
    let clauses = |id| of(&all(id, &body(&[])), "Renew a subscription", None).clauses;
    assert_eq!(clauses(ProfileId::Staffordshire), ["STA-13"]);
    assert!(clauses(ProfileId::Leicester).is_empty());
    let ended = all(ProfileId::Staffordshire, &body(&[("ended", "2026-11-01")]));
    assert!(ended.iter().all(|item| item.what != "Renew a subscription"));
}

#[test]
fn sta_4_sta_5_cam_12_each_declaration_has_its_own_day() {
    let declared = [kept(
        1,
        MO,
        entry(Kind::StandingApart, &[("what", "premises"), ("on", "2026-09-30")]),
    )];
    let items = all(ProfileId::Staffordshire, &declared);
    assert_eq!(
        when(&items, "Declare that the offices are separate", None),
        "2027-09-30"
    );
    assert_eq!(when(&items, "Declare the service’s own identity", None), "2026-10-07");
    assert_eq!(
        when(
            &all(ProfileId::Camden, &[]),
            "Declare the relationship with the authority",
            None
        ),
        "2026-10-07"
    );
}

#[test]
fn cam_23_sta_6_sta_7_lei_10_the_group_meets_termly_and_is_looked_at() {
    let meeting = |held: &str| {
        [kept(
            1,
            MO,
            entry(Kind::Meeting, &[("on", "2026-10-10"), ("held", held)]),
        )]
    };
    assert_eq!(
        when(&all(ProfileId::Camden, &[]), "Hold a meeting of the group", None),
        "2026-12-20"
    );
    assert_eq!(
        when(
            &all(ProfileId::Camden, &meeting("yes")),
            "Hold a meeting of the group",
            None
        ),
        "2027-03-25"
    );
    assert_eq!(
        when(
            &all(ProfileId::Camden, &meeting("no")),
            "Hold a meeting of the group",
            None
        ),
        "2026-12-20"
    );
    // A day that was agreed and not written up waits on the list.
    assert_eq!(
        when(&all(ProfileId::Camden, &meeting("")), "Meeting of the group", None),
        "2026-10-10"
    );
    let members = [
        kept(
            1,
            MO,
            entry(
                Kind::Member,
                &[("name", "A"), ("from", "2026-09-10"), ("asked", "2026-11-01")],
            ),
        ),
        kept(2, MO, entry(Kind::Member, &[("name", "B"), ("from", "2026-09-12")])),
    ];
    let what = "Review who sits in the group";
    assert_eq!(when(&all(ProfileId::Staffordshire, &members), what, None), "2027-03-12");
    assert_eq!(when(&all(ProfileId::Leicester, &members), what, None), "2027-09-12");
    assert_eq!(
        when(
            &all(ProfileId::Staffordshire, &[]),
            "Review the terms of reference",
            None
        ),
        "2026-12-07"
    );
}

#[test]
fn sta_15_sps_10_practice_is_observed_yearly() {
    for id in [ProfileId::Staffordshire, ProfileId::Sps] {
        assert_eq!(
            when(&all(id, &[]), "Observation of practice", Some(SAM)),
            "2027-09-07",
            "{id:?}"
        );
    }
}

fn member(sector: &str, officer: &str, chair: &str) -> RegisterEntry {
    entry(
        Kind::Member,
        &[("sector", sector), ("officer", officer), ("chair", chair)],
    )
}

#[test]
fn lei_11_cam_22_sta_8_three_policies_three_rules_for_the_chair() {
    let fault =
        |id, sector, officer| chair_fault(Profile::of(id), &member(sector, officer, "yes")).map(|(_, clause)| clause);
    assert_eq!(fault(ProfileId::Leicester, "school", "yes"), Some("LEI-11"));
    assert_eq!(fault(ProfileId::Leicester, "school", "no"), None);
    assert_eq!(fault(ProfileId::Camden, "staff", "no"), Some("CAM-22"));
    assert_eq!(fault(ProfileId::Camden, "health", "yes"), Some("CAM-22"));
    assert_eq!(fault(ProfileId::Camden, "parent", "no"), None);
    assert_eq!(fault(ProfileId::Staffordshire, "school", "no"), Some("STA-8"));
    assert_eq!(fault(ProfileId::Staffordshire, "parent", "no"), None);
    assert_eq!(fault(ProfileId::Sps, "authority", "yes"), None);
    assert_eq!(
        chair_fault(Profile::of(ProfileId::Leicester), &member("school", "yes", "no")),
        None
    );
}

#[test]
fn lei_9_cam_22_cam_26_the_missing_sectors_are_named_and_the_majority_is_counted() {
    let members = [
        kept(1, MO, member("parent", "no", "yes")),
        kept(2, MO, member("parent", "no", "no")),
        kept(3, MO, member("health", "no", "no")),
        kept(4, MO, member("school", "no", "no").with("to", "2026-10-01")),
    ];
    let camden = composition(Profile::of(ProfileId::Camden), members.iter());
    assert_eq!(
        (camden.members, camden.parents, camden.has_chair, camden.lacks_majority),
        (3, 2, true, false)
    );
    assert!(camden.missing.contains(&"Schools, nurseries and colleges"));
    assert!(!camden.missing.contains(&"Health and social care"));
    let fewer = composition(Profile::of(ProfileId::Camden), members[1..3].iter());
    assert!(fewer.lacks_majority && !fewer.has_chair);
    assert!(!composition(Profile::of(ProfileId::Leicester), members[1..3].iter()).lacks_majority);
}
