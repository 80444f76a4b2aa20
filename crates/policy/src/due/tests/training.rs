//! Training and induction.

use super::*;

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
        assert_eq!(when(&items, "Renew training", Some(SAM)), "2026-12-01", "{id:?}");
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
            .all(|item| item.what != "Renew training")
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
