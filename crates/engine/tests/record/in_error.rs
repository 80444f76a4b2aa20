//! What does not belong here: it still shows, and counts for nothing (SPS-13).

use crate::calder_vale::{day, enter, now, own_case, party, run, service};
use crate::set_up::{SCHOOL, consent, set, state};
use evenhand_domain::case::options::Decision;
use evenhand_domain::family::Standing;
use evenhand_domain::ids::PartyId;
use evenhand_domain::profile::ProfileId;
use evenhand_engine::case::CaseError;
use evenhand_engine::case::attach::AttachError;
use evenhand_engine::case::open::new_party;
use evenhand_engine::case::story::StoryError;
use evenhand_engine::policy::duty::DutyState;
use evenhand_engine::policy::profile::Topic;

#[test]
fn somebody_entered_in_error_still_shows_and_is_checked_for_no_more() {
    let (store, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let aunt = new_party("Rukhsana Latif", Standing::Other, false);
    run(desk.put_party(now(4), case, aunt.clone())).unwrap();
    let added = |party: PartyId| desk.case(case).unwrap().story.unwrap().added[&party];
    assert_eq!(
        run(desk.mark_in_error(now(5), case, added(user), "x")),
        Err(StoryError::ServiceUser)
    );
    run(desk.mark_in_error(now(5), case, added(aunt.id), "Another family")).unwrap();
    for desk in [desk, enter(&store, "morag")] {
        let file = desk.case(case).unwrap();
        let names: Vec<_> = file.front.family.people.iter().map(|one| one.name.as_str()).collect();
        assert!(!names.contains(&"Rukhsana Latif"), "{names:?}");
        let story = file.story.unwrap();
        assert!(!story.parties.contains_key(&aunt.id));
        assert_eq!(story.mistaken[&aunt.id], (aunt.clone(), "Another family".into()));
        run(desk.erase_identity(now(6), case)).unwrap();
        assert!(!format!("{:?}", desk.case(case).unwrap()).contains("Rukhsana"));
    }
}

#[test]
fn a_permission_options_and_a_decision_can_be_entered_in_error() {
    let (_, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let given = run(desk.give_consent(now(4), case, consent(user))).unwrap();
    let options = run(desk.explain_options(now(4), case, set(user, "p"))).unwrap();
    let decision = Decision {
        options,
        party: user,
        words: "Yes".into(),
        risks_explained: String::new(),
    };
    let decided = run(desk.note_decision(now(4), case, decision)).unwrap();
    for of in [given, options, decided] {
        run(desk.mark_in_error(now(5), case, of, "Another family")).unwrap();
    }
    let story = desk.case(case).unwrap().story.unwrap();
    assert_eq!(story.consents_for(SCHOOL, day("2026-11-23")).count(), 0);
    let why = Some("Another family".to_owned());
    assert_eq!(
        (
            &story.consents[0].in_error,
            &story.options[0].in_error,
            &story.decisions[0].in_error
        ),
        (&why, &why, &why)
    );
    assert_eq!(state(&desk, case, Topic::Options), DutyState::NotYet);
}

#[test]
fn sps_13_what_was_entered_in_error_by_mistake_counts_again_and_is_checked_again() {
    let (store, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let given = run(desk.give_consent(now(4), case, consent(user))).unwrap();
    let aunt = new_party("Rukhsana Latif", Standing::Other, false);
    run(desk.put_party(now(4), case, aunt.clone())).unwrap();
    let added = desk.case(case).unwrap().story.unwrap().added[&aunt.id];
    let nothing = Err(StoryError::Case(CaseError::NoSuchEntry));
    assert_eq!(
        run(desk.restore_entry(now(5), case, given)),
        nothing,
        "it is not marked"
    );
    for of in [given, added] {
        run(desk.mark_in_error(now(5), case, of, "Another family")).unwrap();
        run(desk.restore_entry(now(6), case, of)).unwrap();
    }
    for desk in [desk, enter(&store, "morag")] {
        let file = desk.case(case).unwrap();
        assert!(
            file.front
                .family
                .people
                .iter()
                .any(|member| member.name == "Rukhsana Latif")
        );
        let story = file.story.unwrap();
        assert_eq!(story.parties[&aunt.id], aunt);
        assert_eq!(story.consents_for(SCHOOL, day("2026-11-23")).count(), 1);
    }
}

#[test]
fn sps_13_a_file_can_be_entered_in_error_and_count_again_but_never_once_it_is_erased() {
    let (store, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let of = run(desk.attach(now(4), case, "letter.pdf", "Of another family", &[7])).unwrap();
    run(desk.mark_in_error(now(5), case, of, "Another family's letter")).unwrap();
    let nothing = Err(AttachError::Case(CaseError::NoSuchEntry));
    for desk in [&desk, &enter(&store, "morag")] {
        let story = desk.case(case).unwrap().story.unwrap();
        assert_eq!(story.why_in_error(of), Some("Another family's letter"));
        assert_eq!(run(desk.open_attachment(case, of)), nothing);
    }
    run(desk.restore_entry(now(6), case, of)).unwrap();
    assert_eq!(run(desk.open_attachment(case, of)).unwrap().1, [7]);
    run(desk.mark_in_error(now(7), case, of, "It was right")).unwrap();
    run(desk.erase_attachment(now(8), case, of, "It is not ours to keep")).unwrap();
    assert_eq!(
        run(desk.restore_entry(now(9), case, of)),
        Err(StoryError::Case(CaseError::NoSuchEntry))
    );
    for desk in [desk, enter(&store, "morag")] {
        let story = desk.case(case).unwrap().story.unwrap();
        assert_eq!(story.attachments[0].in_error.as_deref(), Some("It is not ours to keep"));
        assert!(story.erased.contains(&of));
    }
}
