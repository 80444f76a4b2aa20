//! Supervision and observation of practice.

use super::*;

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
fn sta_15_sps_10_practice_is_observed_yearly() {
    for id in [ProfileId::Staffordshire, ProfileId::Sps] {
        assert_eq!(
            when(&all(id, &[]), "Observation of practice", Some(SAM)),
            "2027-09-07",
            "{id:?}"
        );
    }
}
