//! Policies, plans, subscriptions, and what each confirms.

use super::*;

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
            "Declare the relationship with the council",
            None
        ),
        "2026-10-07"
    );
}
