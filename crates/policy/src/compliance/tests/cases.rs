//! What the cases show.

use super::*;

#[test]
fn nothing_is_met_from_nothing() {
    for profile in ProfileId::ALL {
        let found = all(profile, &[]);
        assert_eq!(found.len(), clauses(profile).count());
        for one in &found {
            let is_by_build = one.evidence.iter().any(|one| one.state == State::Met);
            let is_declared = one.clause.id == "CAM-20";
            assert!(
                one.state != State::Met || is_by_build || is_declared,
                "{}",
                one.clause.id
            );
            for evidence in &one.evidence {
                let needs_nothing = evidence.state == State::Met || evidence.is_silent;
                assert_eq!(evidence.to_do.is_empty(), needs_nothing, "{}", one.clause.id);
                assert!(!evidence.words.is_empty());
            }
        }
    }
}

#[test]
fn sps_11_sps_12_cam_15_one_contact_without_the_statement_is_not_met_and_leads_to_its_case() {
    let met = case(vec![contact(ContactWay::Telephone, yes())]);
    let found = all_with(ProfileId::Sps, &[], std::slice::from_ref(&met));
    assert_eq!(state(&found, "SPS-11"), State::Met);
    assert_eq!(state(&found, "SPS-12"), State::NotKnown, "there was no meeting");
    assert!(words(&found, "SPS-11").contains("Met in 1 of 1 case."));
    // Where contacts speak for it, the meetings that there were not decide nothing.
    let camden = all_with(ProfileId::Camden, &[], std::slice::from_ref(&met));
    assert_eq!(state(&camden, "CAM-15"), State::Met);

    let lacking = case(vec![contact(ContactWay::Telephone, no())]);
    let found = all_with(ProfileId::Sps, &[], &[met, lacking]);
    assert_eq!(state(&found, "SPS-11"), State::NotMet);
    assert!(words(&found, "SPS-11").contains("Met in 1 of 2 cases."));
    assert_eq!(
        of(&found, "SPS-11").evidence[0].places,
        [Place::Case(CaseId::new([2; 16]))]
    );
}

#[test]
fn sps_21_sta_1_sta_14_wes_13_lei_25_options_count_with_the_law_they_rest_on() {
    let choice = |what: &str, basis: &str| Choice {
        what: what.into(),
        pros: "quick".into(),
        cons: "no appeal".into(),
        basis: basis.into(),
    };
    let options = |basis: &str| {
        CaseEvent::OptionsExplained(OptionSet {
            matter: "What next?".into(),
            to: Vec::new(),
            choices: vec![choice("Wait", basis), choice("Ask for an assessment", "")],
            limits: String::new(),
        })
    };
    let with = case(vec![options("Code 9.14")]);
    let without = case(vec![options("")]);
    let staffordshire = |cases: &[(Front, Case)]| all_with(ProfileId::Staffordshire, &[], cases);
    assert_eq!(state(&staffordshire(std::slice::from_ref(&with)), "STA-1"), State::Met);
    assert_ne!(
        state(&staffordshire(std::slice::from_ref(&without)), "STA-1"),
        State::Met
    );
    assert_eq!(
        state(&staffordshire(std::slice::from_ref(&without)), "STA-14"),
        State::Met
    );
    assert_eq!(state(&all_with(ProfileId::Sps, &[], &[with]), "SPS-21"), State::Met);
    let westmorland = all_with(ProfileId::WestmorlandFurness, &[], &[without]);
    assert_eq!(state(&westmorland, "WES-13"), State::Met);
    assert_eq!(state(&westmorland, "WES-3"), State::Met);
}

/// Feedback, wishes and the rest are still to come while a case is open, and lacking once it is closed.
#[test]
fn sps_17_sps_7_wes_2_wes_16_sta_3_what_is_to_come_is_lacking_once_the_case_is_closed() {
    let mut open = case(vec![contact(ContactWay::Telephone, yes())]);
    let found = all_with(ProfileId::Sps, &[], &[open.clone()]);
    assert_eq!(
        (state(&found, "SPS-17"), state(&found, "SPS-7")),
        (State::NotKnown, State::NotKnown)
    );
    assert!(words(&found, "SPS-17").contains("In 1 open case it is still to come."));
    open.0.status = CaseStatus::Closed;
    let found = all_with(ProfileId::Sps, &[], &[open.clone()]);
    assert_eq!(
        (state(&found, "SPS-17"), state(&found, "SPS-7")),
        (State::NotMet, State::NotMet)
    );
    let westmorland = all_with(ProfileId::WestmorlandFurness, &[], &[open.clone()]);
    assert_eq!(
        (state(&westmorland, "WES-16"), state(&westmorland, "WES-2")),
        (State::NotMet, State::NotMet)
    );
    assert_eq!(
        state(&all_with(ProfileId::Staffordshire, &[], &[open]), "STA-3"),
        State::NotMet
    );
}

#[test]
fn sps_14_sps_15_sps_16_wes_9_wes_10_a_conflict_is_not_met_under_its_own_clause_alone() {
    let clear = case(Vec::new());
    let found = all_with(ProfileId::Sps, &[], std::slice::from_ref(&clear));
    for id in ["SPS-14", "SPS-15", "SPS-16"] {
        assert_eq!(state(&found, id), State::Met, "{id}");
    }
    let mut barred = clear.clone();
    barred
        .0
        .checks
        .insert(SAM, checked(ConflictOutcome::Bar, &[(MatchKind::SchoolPost, "SPS-14")]));
    let found = all_with(ProfileId::Sps, &[], &[clear.clone(), barred]);
    assert_eq!(
        (state(&found, "SPS-14"), state(&found, "SPS-15")),
        (State::NotMet, State::Met)
    );
    let mut reason = clear.clone();
    reason.0.checks.insert(
        SAM,
        checked(ConflictOutcome::Reason, &[(MatchKind::HomeDistrict, "SPS-16")]),
    );
    assert_eq!(
        state(&all_with(ProfileId::Sps, &[], &[reason.clone()]), "SPS-16"),
        State::NotMet
    );
    reason.0.allocations[0].reason = Some("Nobody else speaks Polish".into());
    assert_eq!(state(&all_with(ProfileId::Sps, &[], &[reason]), "SPS-16"), State::Met);
    let mut unchecked = clear.clone();
    unchecked.0.checks.clear();
    let westmorland = all_with(ProfileId::WestmorlandFurness, &[], &[clear, unchecked]);
    assert_eq!(
        (state(&westmorland, "WES-9"), state(&westmorland, "WES-10")),
        (State::NotMet, State::NotMet)
    );
    assert!(words(&westmorland, "WES-11").contains("checked in 1 of 2 cases"));
}

#[test]
fn sps_15_lei_29_a_match_that_nobody_looked_at_stands_and_an_erased_case_has_no_check() {
    let mut perhaps = case(Vec::new());
    perhaps
        .0
        .checks
        .insert(SAM, checked(ConflictOutcome::Look, &[(MatchKind::Relative, "SPS-15")]));
    let sps = |one: &(Front, Case)| all_with(ProfileId::Sps, &[], std::slice::from_ref(one));
    assert_eq!(state(&sps(&perhaps), "SPS-15"), State::NotMet);
    assert!(words(&sps(&perhaps), "SPS-15").contains("In 1 case a conflict stands unanswered."));
    if let Some(check) = perhaps.0.checks.get_mut(&SAM) {
        check.looked_at = Some((false, "another family".into()));
    }
    assert_eq!(state(&sps(&perhaps), "SPS-15"), State::Met);
    let mut erased = case(vec![CaseEvent::IdentityErased]);
    erased.0.checks.clear();
    assert_eq!(
        state(&sps(&erased), "SPS-15"),
        State::NotKnown,
        "nothing is left to check"
    );
}

#[test]
fn sta_16_lei_3_cam_19_the_managers_answers_stand_for_a_conflict_that_could_not_be_avoided() {
    let mut given = case(Vec::new());
    given
        .0
        .checks
        .insert(SAM, checked(ConflictOutcome::Manager, &[(MatchKind::Friend, "STA-16")]));
    assert_eq!(
        state(&all_with(ProfileId::Staffordshire, &[], &[given.clone()]), "STA-16"),
        State::NotMet
    );
    given.0.allocations[0].over = Some(Override {
        reason: "Nobody else is here".into(),
        told_on: Some(day("2026-11-18")),
        told_how: "on the telephone".into(),
        alternatives: "another service".into(),
        answer: "they wish for Sam".into(),
        more: Vec::new(),
    });
    assert_eq!(
        state(&all_with(ProfileId::Staffordshire, &[], &[given]), "STA-16"),
        State::Met
    );
}

/// SPS-8, CAM-16 and WES-8: whoever has a case answered before they opened it.
#[test]
fn sps_8_cam_16_the_question_before_opening_is_counted() {
    let answered = case(Vec::new());
    assert_eq!(
        state(
            &all_with(ProfileId::Camden, &[], std::slice::from_ref(&answered)),
            "CAM-16"
        ),
        State::Met
    );
    let mut open = answered;
    open.0.answers.clear();
    open.0.status = CaseStatus::Closed;
    assert_eq!(
        state(&all_with(ProfileId::Camden, &[], &[open.clone()]), "CAM-16"),
        State::NotMet
    );
    assert_eq!(state(&all_with(ProfileId::Sps, &[], &[open]), "SPS-8"), State::NotMet);
}

/// LEI-7, SPS-22, CAM-3 and STA-2 go by the same gate as LEI-26; with no agency spoken to, the lock alone speaks.
#[test]
fn lei_7_sps_22_cam_3_sta_2_without_a_talk_with_an_agency_the_lock_alone_speaks() {
    let quiet = [case(Vec::new())];
    assert_eq!(
        state(&all_with(ProfileId::Leicester, &[], &quiet), "LEI-7"),
        State::NotKnown
    );
    assert_eq!(state(&all_with(ProfileId::Sps, &[], &quiet), "SPS-22"), State::Met);
    assert_eq!(state(&all_with(ProfileId::Camden, &[], &quiet), "CAM-3"), State::Met);
    // Staffordshire's holds the word on standing apart in the same clause.
    assert_eq!(
        state(&all_with(ProfileId::Staffordshire, &[], &quiet), "STA-2"),
        State::NotKnown
    );
}

#[test]
fn an_enquiry_and_a_case_closed_over_a_year_ago_count_no_more() {
    let mut enquiry = case(vec![contact(ContactWay::Telephone, no())]);
    enquiry.0.is_enquiry = true;
    assert_eq!(
        state(&all_with(ProfileId::Sps, &[], &[enquiry]), "SPS-11"),
        State::NotKnown
    );
}

#[test]
fn cam_25_a_decision_that_was_explained_by_half_is_not_met_and_none_at_all_says_nothing() {
    let camden = |contacts: Vec<CaseEvent>| all_with(ProfileId::Camden, &[], &[case(contacts)]);
    assert_eq!(
        state(&camden(vec![contact(ContactWay::Telephone, yes())]), "CAM-25"),
        State::NotKnown
    );
    let told = |unclear: &str, took_no_side| {
        let CaseEvent::ContactRecorded(mut made) = contact(ContactWay::Telephone, yes()) else {
            unreachable!()
        };
        made.explained = Some(Explained {
            whose: "The head teacher".into(),
            decision: "He is moved to another class".into(),
            reasons: "There is more help in it".into(),
            how: "In the words of the letter, slowly".into(),
            unclear: unclear.into(),
            took_no_side,
        });
        vec![CaseEvent::ContactRecorded(made)]
    };
    assert_eq!(
        state(&camden(told("Nothing, she said it back", true)), "CAM-25"),
        State::Met
    );
    for half in [told("", true), told("Nothing", false)] {
        let found = camden(half);
        assert_eq!(state(&found, "CAM-25"), State::NotMet);
        assert!(words(&found, "CAM-25").contains("without taking a side?” Met in 0 of 1 case."));
    }
}
