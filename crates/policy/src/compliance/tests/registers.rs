//! What the registers and people's own words show.

use super::*;

#[test]
fn lei_16_lei_18_supervision_that_is_overdue_is_met_once_it_was_held() {
    let overdue = all(ProfileId::Leicester, &[]);
    assert_eq!(state(&overdue, "LEI-16"), State::Overdue);
    assert_eq!(of(&overdue, "LEI-16").since(), Some(day("2026-10-20")));
    assert_eq!(
        of(&overdue, "LEI-16").evidence[0].places,
        [Place::Register(Kind::Supervision)]
    );
    let held = [
        kept(
            1,
            Kind::Supervision,
            &[("who", &SAM.to_string()), ("on", "2026-11-20"), ("way", "regular")],
        ),
        kept(2, Kind::GroupSupport, &[("on", "2026-11-20")]),
    ];
    let found = all(ProfileId::Leicester, &held);
    assert_eq!(
        (state(&found, "LEI-16"), state(&found, "LEI-18")),
        (State::Met, State::Met)
    );
    assert_eq!(of(&found, "LEI-18").since(), Some(day("2026-11-20")));
    // A fortnight before the next one it is due soon.
    let earlier = [
        kept(
            1,
            Kind::Supervision,
            &[("who", &SAM.to_string()), ("on", "2026-10-25"), ("way", "regular")],
        ),
        kept(2, Kind::GroupSupport, &[("on", "2026-11-20")]),
    ];
    assert_eq!(state(&all(ProfileId::Leicester, &earlier), "LEI-16"), State::DueSoon);
}

/// Training by topic: SPS-9 in law (with the law noted in cases), CAM-14 in partnership, LEI-21 in anything.
#[test]
fn sps_9_cam_14_lei_21_training_is_met_by_its_own_topic() {
    let training = |topic: &'static str| {
        let of = |number, who: WorkerId| {
            let values = [
                ("on", "2026-11-01"),
                ("topic", topic),
                ("provider_is", "national"),
                ("accredited", "yes"),
            ];
            let mut kept = kept(number, Kind::Training, &values);
            kept.entry = kept.entry.with("who", who);
            kept
        };
        [of(1, SAM), of(2, MO)]
    };
    assert_eq!(
        state(&all(ProfileId::Camden, &training("partnership")), "CAM-14"),
        State::Met
    );
    assert_eq!(
        state(&all(ProfileId::Camden, &training("law")), "CAM-14"),
        State::NotKnown
    );
    assert_eq!(
        state(&all(ProfileId::Leicester, &training("other")), "LEI-21"),
        State::Met
    );
    assert_eq!(
        state(&all(ProfileId::WestmorlandFurness, &training("impartiality")), "WES-14"),
        State::Met
    );
    // The cases have to say on which law they rest as well.
    let law = all(ProfileId::Sps, &training("law"));
    assert_eq!(of(&law, "SPS-9").evidence[0].state, State::Met);
    assert_eq!(state(&law, "SPS-9"), State::NotKnown);
}

#[test]
fn cam_20_what_everybody_declared_is_met_and_falls_due_again() {
    let found = all(ProfileId::Camden, &[]);
    assert_eq!(state(&found, "CAM-20"), State::Met);
    assert_eq!(of(&found, "CAM-20").since(), Some(day("2026-11-02")));
    assert_eq!(of(&found, "CAM-20").evidence[0].places, [Place::Team]);
}

/// STA-4, STA-5, CAM-12 and WES-6: a declaration that says no is no declaration that it holds.
#[test]
fn sta_4_cam_12_a_declaration_that_says_no_is_not_met() {
    let declared = |what: &str, holds: &str| {
        [kept(
            1,
            Kind::StandingApart,
            &[("what", what), ("on", "2026-11-10"), ("holds", holds)],
        )]
    };
    assert_eq!(
        state(&all(ProfileId::Staffordshire, &declared("premises", "yes")), "STA-4"),
        State::Met
    );
    assert_eq!(
        state(&all(ProfileId::Staffordshire, &declared("premises", "no")), "STA-4"),
        State::NotMet
    );
    assert_eq!(
        state(&all(ProfileId::Camden, &declared("arms_length", "no")), "CAM-12"),
        State::NotMet
    );
}

/// SPS-2, SPS-4, SPS-5, LEI-1, LEI-5, LEI-15, CAM-27, STA-17 and WES-17: by somebody's word, dated, until a day.
#[test]
fn sps_2_sps_4_sps_5_lei_1_lei_5_lei_15_cam_27_sta_17_wes_17_a_word_holds_until_its_day() {
    let said = |clause: &str, holds: &str, until: &str| {
        let values = [
            ("clause", clause),
            ("on", "2026-01-10"),
            ("holds", holds),
            ("until", until),
        ];
        [kept(1, Kind::Attestation, &values)]
    };
    for profile in ProfileId::ALL {
        for clause in crate::clause::attestable(profile).map(|clause| clause.id) {
            let own = |holds: &str, until: &str| {
                let found = all(profile, &said(clause, holds, until));
                let attested = of(&found, clause)
                    .evidence
                    .iter()
                    .find(|one| matches!(one.places.as_slice(), [Place::Entry(Kind::Attestation, _)]));
                attested.unwrap().state
            };
            assert_eq!(own("yes", "2027-01-10"), State::Met, "{clause}");
            assert_eq!(own("yes", "2026-12-10"), State::DueSoon);
            assert_eq!(own("yes", "2026-11-25"), State::Overdue);
            assert_eq!(own("no", "2027-01-10"), State::NotMet);
        }
    }
    let found = all(ProfileId::Sps, &said("SPS-2", "yes", "2027-01-10"));
    assert_eq!(
        (state(&found, "SPS-2"), state(&found, "SPS-4")),
        (State::Met, State::NotKnown)
    );
}

#[test]
fn lei_9_cam_5_cam_26_sta_7_who_sits_in_the_group_is_looked_at_sector_by_sector() {
    let member = |number, sector: &str, chair: &str| {
        kept(
            number,
            Kind::Member,
            &[
                ("name", "x"),
                ("sector", sector),
                ("officer", "no"),
                ("chair", chair),
                ("from", "2026-09-07"),
            ],
        )
    };
    let some = [
        member(1, "parent", "yes"),
        member(2, "school", "no"),
        member(3, "parent", "no"),
    ];
    let leicester = all(ProfileId::Leicester, &some);
    assert_eq!(state(&leicester, "LEI-9"), State::NotMet);
    assert!(words(&leicester, "LEI-9").contains("Charities and parents’ groups"));
    assert_eq!(state(&leicester, "LEI-11"), State::Met);
    let camden = all(ProfileId::Camden, &some);
    assert_eq!(
        (state(&camden, "CAM-5"), state(&camden, "CAM-26")),
        (State::Met, State::NotMet)
    );
    let more = [&some[..], &[member(4, "health", "no"), member(5, "staff", "no")]].concat();
    let camden = all(ProfileId::Camden, &more);
    assert_eq!(
        (state(&camden, "CAM-26"), state(&camden, "CAM-22")),
        (State::Met, State::NotMet),
        "two of five are parents"
    );
    let most = [&more[..], &[member(6, "parent", "no"), member(7, "parent", "no")]].concat();
    assert_eq!(state(&all(ProfileId::Camden, &most), "CAM-22"), State::Met);
    let staffordshire = all(ProfileId::Staffordshire, &more);
    assert_eq!(
        (state(&staffordshire, "STA-7"), state(&staffordshire, "STA-8")),
        (State::Met, State::Met)
    );
}

/// STA-8 and CAM-22: a Chair whom the policy does not let sit there, written down before the policy was chosen.
#[test]
fn sta_8_cam_22_a_chair_who_cannot_be_is_not_met() {
    let chair = |sector: &str| {
        let values = [
            ("sector", sector),
            ("officer", "no"),
            ("chair", "yes"),
            ("from", "2026-09-07"),
        ];
        [kept(1, Kind::Member, &values)]
    };
    assert_eq!(
        state(&all(ProfileId::Staffordshire, &chair("health")), "STA-8"),
        State::NotMet
    );
    assert_eq!(state(&all(ProfileId::Camden, &chair("staff")), "CAM-22"), State::NotMet);
    assert_eq!(state(&all(ProfileId::Staffordshire, &[]), "STA-8"), State::NotKnown);
}

/// LEI-12 to LEI-14, SPS-6 and CAM-21: what the group did.
#[test]
fn lei_13_lei_12_lei_14_sps_6_cam_21_the_group_s_functions_are_named_where_nobody_touched_them() {
    let meeting = |number, functions: &str, on: &str| {
        kept(
            number,
            Kind::Meeting,
            &[("on", on), ("what", "x"), ("held", "yes"), ("functions", functions)],
        )
    };
    let some = [meeting(1, "impartiality performance plan", "2026-10-01")];
    let found = all(ProfileId::Leicester, &some);
    assert_eq!(state(&found, "LEI-13"), State::NotMet);
    assert!(words(&found, "LEI-13").contains("2 of 9 functions"));
    assert!(words(&found, "LEI-13").contains("Speak for children, young people and their parents"));
    assert_eq!(
        (state(&found, "LEI-12"), state(&found, "LEI-14")),
        (State::Met, State::Met)
    );
    assert_eq!(state(&all(ProfileId::Camden, &some), "CAM-21"), State::Met);
    let all_nine = "awareness impartiality performance criteria development support influence interests neighbourhood";
    assert_eq!(
        state(
            &all(ProfileId::Leicester, &[meeting(1, all_nine, "2026-10-01")]),
            "LEI-13"
        ),
        State::Met
    );
    // A meeting of two years ago says nothing of this year.
    assert_eq!(
        state(
            &all(ProfileId::Leicester, &[meeting(1, all_nine, "2024-10-01")]),
            "LEI-13"
        ),
        State::NotKnown
    );
    let asked = kept(
        2,
        Kind::Agenda,
        &[("what", "x"), ("on", "2026-10-02"), ("state", "open")],
    );
    let [met] = some;
    assert_eq!(state(&all(ProfileId::Sps, &[met, asked]), "SPS-6"), State::Met);
}

/// CAM-2, CAM-17, WES-12, WES-15, STA-11 to STA-13: entries of the last year speak, and what they name may fall due.
#[test]
fn cam_2_cam_17_wes_12_wes_15_sta_11_sta_12_sta_13_a_register_speaks_for_a_year() {
    let influence = |on: &str| all(ProfileId::Camden, &[kept(1, Kind::Influence, &[("on", on)])]);
    assert_eq!(state(&influence("2026-10-01"), "CAM-2"), State::Met);
    let mut old = kept(1, Kind::Influence, &[("on", "2025-10-01")]);
    old.on = day("2025-10-01");
    assert_eq!(state(&all(ProfileId::Camden, &[old]), "CAM-2"), State::NotKnown);
    let westmorland = [
        kept(
            1,
            Kind::PerceivedBias,
            &[("on", "2026-10-01"), ("who", &SAM.to_string())],
        ),
        kept(2, Kind::Outreach, &[("on", "2026-10-01")]),
    ];
    let found = all(ProfileId::WestmorlandFurness, &westmorland);
    assert_eq!(
        (state(&found, "WES-12"), state(&found, "WES-15")),
        (State::Met, State::Met)
    );
    let resources = [
        kept(1, Kind::Resource, &[("reach", "own")]),
        kept(2, Kind::Resource, &[("reach", "national")]),
    ];
    assert_eq!(
        state(&all(ProfileId::Camden, &resources[..1]), "CAM-17"),
        State::NotKnown
    );
    assert_eq!(state(&all(ProfileId::Camden, &resources), "CAM-17"), State::Met);
    let library = all(ProfileId::Staffordshire, &resources);
    assert_eq!(of(&library, "STA-11").evidence[1].state, State::Met);
    let renewed = |day: &str| {
        let values = [("body", "x"), ("from", "2020-01-01"), ("renew", day)];
        state(
            &all(ProfileId::Staffordshire, &[kept(1, Kind::Subscription, &values)]),
            "STA-13",
        )
    };
    assert_eq!(
        (renewed("2027-06-01"), renewed("2026-12-01")),
        (State::Met, State::DueSoon)
    );
    assert_eq!(renewed("2026-11-01"), State::Overdue);
    let own = [kept(
        1,
        Kind::Training,
        &[("on", "2026-10-01"), ("provider_is", "authority")],
    )];
    let outside = [kept(
        1,
        Kind::Training,
        &[("on", "2026-10-01"), ("provider_is", "national")],
    )];
    let second = |entries: &[Kept]| of(&all(ProfileId::Staffordshire, entries), "STA-12").evidence[1].state;
    assert_eq!((second(&own), second(&outside)), (State::NotKnown, State::Met));
}

/// CAM-10 and LEI-28 by the library, STA-18 by the procedures that name a clause.
#[test]
fn cam_10_lei_28_sta_18_the_library_is_looked_at_by_matter_and_by_clause() {
    let policy = |number, about: &str, clauses: &str| {
        let values = [
            ("name", "x"),
            ("about", about),
            ("clauses", clauses),
            ("reviewed", "2026-11-01"),
        ];
        let mut kept = kept(number, Kind::Policy, &values);
        kept.entry = kept.entry.with("meeting", EventId::new([9; 16]));
        kept
    };
    let some = [
        policy(1, "confidentiality", "STA-2, STA-16"),
        policy(2, "impartiality", "sta-1"),
    ];
    let camden = all(ProfileId::Camden, &some);
    assert_eq!(state(&camden, "CAM-10"), State::NotKnown);
    assert!(words(&camden, "CAM-10").contains("no policy on: Complaints"));
    let [one, two] = some.clone();
    let whole = [one, two, policy(3, "complaints", "")];
    assert_eq!(
        (
            state(&all(ProfileId::Camden, &whole), "CAM-10"),
            state(&all(ProfileId::Camden, &whole), "CAM-24")
        ),
        (State::Met, State::Met)
    );
    assert_eq!(state(&all(ProfileId::Leicester, &whole), "LEI-28"), State::NotKnown);
    assert_eq!(
        state(&all(ProfileId::Leicester, &[policy(1, "data", "")]), "LEI-28"),
        State::Met
    );
    let staffordshire = all(ProfileId::Staffordshire, &some);
    assert_eq!(state(&staffordshire, "STA-18"), State::NotMet);
    assert!(words(&staffordshire, "STA-18").contains("3 of 18 clauses"));
    let each: Vec<&str> = clauses(ProfileId::Staffordshire).map(|one| one.id).collect();
    assert_eq!(
        state(
            &all(ProfileId::Staffordshire, &[policy(1, "other", &each.join(" "))]),
            "STA-18"
        ),
        State::Met
    );
}

#[test]
fn the_file_for_the_group_has_every_clause_and_no_person_in_it() {
    let said = kept(
        1,
        Kind::Attestation,
        &[
            ("clause", "SPS-2"),
            ("on", "2026-11-10"),
            ("holds", "yes"),
            ("how", "Priya Nair says so"),
            ("until", "2027-11-01"),
        ],
    );
    let cases = [case(vec![contact(ContactWay::Telephone, no())])];
    let found = all_with(ProfileId::Sps, &[said], &cases);
    let file = compliance_file(ProfileId::Sps, &found, day(TODAY));
    assert_eq!(file.matches("\r\n").count(), 24);
    assert!(file.contains("\"SPS-11\",\"Impartiality is stated at the start of each contact\",\"Not met\""));
    for name in ["Priya", "rang off"] {
        assert!(!file.contains(name));
    }
    let counted: usize = State::ALL.map(|state| count(&found, state)).iter().sum();
    assert_eq!(counted, 22);
}

#[test]
fn lei_20_an_interpreter_who_was_not_there_is_an_unmet_need_for_a_year() {
    let booked = |number, on: &str, met: &str| {
        let mut kept = kept(number, Kind::Interpreter, &[("need", "bsl"), ("on", on), ("met", met)]);
        kept.on = day(on).min(day(TODAY));
        kept
    };
    let leicester = |entries: &[Kept]| state(&all(ProfileId::Leicester, entries), "LEI-20");
    assert_eq!(leicester(&[booked(1, "2026-11-01", "yes")]), State::Met);
    assert_eq!(
        leicester(&[booked(1, "2026-12-01", "")]),
        State::NotKnown,
        "still to come"
    );
    let unmet = booked(2, "2026-11-02", "no");
    let found = all(ProfileId::Leicester, &[booked(1, "2026-11-01", "yes"), unmet.clone()]);
    assert_eq!(state(&found, "LEI-20"), State::NotMet);
    assert!(words(&found, "LEI-20").contains("1 of 2 of the last year say"));
    assert_eq!(
        of(&found, "LEI-20").evidence[1].places,
        [Place::Entry(Kind::Interpreter, unmet.id)]
    );
    assert_eq!(
        leicester(&[booked(1, "2026-11-01", "yes"), booked(2, "2025-11-02", "no")]),
        State::Met
    );
}
