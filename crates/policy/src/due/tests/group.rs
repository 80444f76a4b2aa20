//! The group that oversees the service.

use super::*;

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
        when(
            &all(ProfileId::Camden, &[]),
            "Hold a meeting of the advisory group",
            None
        ),
        "2026-12-20"
    );
    assert_eq!(
        when(
            &all(ProfileId::Camden, &meeting("yes")),
            "Hold a meeting of the advisory group",
            None
        ),
        "2027-03-25"
    );
    assert_eq!(
        when(
            &all(ProfileId::Camden, &meeting("no")),
            "Hold a meeting of the advisory group",
            None
        ),
        "2026-12-20"
    );
    // A day that was agreed and not written up waits on the list.
    assert_eq!(
        when(
            &all(ProfileId::Camden, &meeting("")),
            "Meeting of the advisory group",
            None
        ),
        "2026-10-10"
    );
    // Where a meeting is planned by the day on which one is owed, the list has it once.
    let list = |on: &str| {
        let planned = [kept(1, MO, entry(Kind::Meeting, &[("on", on)]))];
        let list = without_planned(all(ProfileId::Camden, &planned));
        let meetings = list.into_iter().filter(|item| item.kind == Some(Kind::Meeting));
        meetings.map(|item| item.what).collect::<Vec<_>>()
    };
    let (hold, planned) = ("Hold a meeting of the advisory group", "Meeting of the advisory group");
    assert_eq!(list("2026-12-16"), [planned]);
    assert_eq!(list("2027-01-10"), [hold, planned]);
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
    let what = "Review who sits in the advisory group";
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
