//! What the record asks before it keeps something, and what it does not keep.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod calder_vale;

use calder_vale::{contact, day, enter, family, join, now, own_case, party, run, service};
use evenhand_domain::case::action::{Action, ActionKind};
use evenhand_domain::case::close::{FeedbackOffer, FeedbackWay};
use evenhand_domain::case::consent::{Consent, GivenHow, StorageAnswer};
use evenhand_domain::case::contact::{
    AgencyTalk, Contact, ContactWay, Ground, Place, Stated, Venue, WithoutPermission, Wording,
};
use evenhand_domain::case::options::{Choice, Decision, OptionSet};
use evenhand_domain::case::party::{OwnWords, WordsKind};
use evenhand_domain::family::Standing;
use evenhand_domain::ids::{CaseId, PartyId};
use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::Role;
use evenhand_engine::case::CaseError;
use evenhand_engine::case::allocate::{AllocateError, AllocateRequest};
use evenhand_engine::case::attach::AttachError;
use evenhand_engine::case::close::{CloseError, CloseRequest};
use evenhand_engine::case::list::{CaseFilter, Work};
use evenhand_engine::case::open::{OpenError, OpenRequest, new_party};
use evenhand_engine::case::record::RecordError;
use evenhand_engine::case::search::Search;
use evenhand_engine::case::story::StoryError;
use evenhand_engine::desk::Desk;
use evenhand_engine::policy::duty::DutyState;
use evenhand_engine::policy::profile::Topic;

const SCHOOL: &str = "Alder Bank Primary School";
const A_DAY: i64 = 24 * 60;

fn consent(party: PartyId) -> Consent {
    Consent {
        party,
        agency: SCHOOL.into(),
        content: "that Zain will be back on Monday".into(),
        purpose: "so that they are ready".into(),
        how: GivenHow::Spoken,
        understood: "She said it back".into(),
        own_request: true,
        until: None,
    }
}

fn talk() -> AgencyTalk {
    AgencyTalk {
        agency: SCHOOL.into(),
        consent: None,
        said: String::new(),
        heard: String::new(),
        told_passed_on: true,
        why_not_told: String::new(),
        without_permission: None,
    }
}

fn set(to: PartyId, pros: &str) -> OptionSet {
    let choice = |what: &str| Choice {
        what: what.into(),
        pros: pros.into(),
        cons: String::new(),
        basis: String::new(),
    };
    OptionSet {
        matter: "Part-time timetable".into(),
        to: vec![to],
        choices: vec![choice("Ask for a meeting"), choice("Nothing for now")],
    }
}

fn close(way: FeedbackWay, why: &str, why_left_open: &str) -> CloseRequest {
    CloseRequest {
        outcome: "Back in school full time".into(),
        as_they_see_it: "Happier than at Easter".into(),
        feedback: FeedbackOffer { way, why: why.into() },
        why_left_open: why_left_open.into(),
    }
}

fn state(desk: &Desk, case: CaseId, topic: Topic) -> DutyState {
    let duties = desk.duties(case).unwrap();
    duties.iter().find(|duty| duty.topic == topic).unwrap().state
}

fn found(desk: &Desk, typed: &str) -> bool {
    let search = Search::typed(typed);
    !desk
        .cases(&CaseFilter {
            search,
            ..CaseFilter::default()
        })
        .is_empty()
}

/// Every verb that keeps who somebody is, each with how it was refused.
fn identifying_writes(desk: &Desk, case: CaseId, at: i64) -> Vec<Option<CaseError>> {
    let user = party(desk, case).id;
    let record = |error| match error {
        RecordError::Case(error) => Some(error),
        _ => None,
    };
    let story = |error| match error {
        StoryError::Case(error) => Some(error),
        _ => None,
    };
    let words = OwnWords {
        party: user,
        kind: WordsKind::Wish,
        words: "A quiet room".into(),
    };
    let aunt = new_party("Rukhsana Latif", Standing::Other, false);
    vec![
        run(desk.record_contact(now(at), case, contact(user, "x")))
            .err()
            .and_then(record),
        run(desk.put_party(now(at), case, aunt)).err().and_then(story),
        run(desk.note_words(now(at), case, words)).err().and_then(story),
        run(desk.give_consent(now(at), case, consent(user)))
            .err()
            .and_then(story),
        run(desk.explain_options(now(at), case, set(user, "p")))
            .err()
            .and_then(story),
        match run(desk.attach(now(at), case, "letter.pdf", "", &[7])) {
            Err(AttachError::Case(error)) => Some(error),
            _ => None,
        },
    ]
}

#[test]
fn lei_29_after_a_no_nothing_more_says_who_they_are_under_any_policy() {
    for id in ProfileId::ALL {
        let (_, desk, _) = service(id);
        let case = own_case(&desk, "Samina Latif");
        let user = party(&desk, case).id;
        let of = run(desk.record_contact(now(4), case, contact(user, "x"))).unwrap();
        let no = StorageAnswer {
            party: user,
            agreed: false,
            how: GivenHow::Spoken,
        };
        run(desk.answer_storage(now(5), case, no)).unwrap();
        assert_eq!(desk.may_keep(case), Err(CaseError::SaidNo));
        assert_eq!(identifying_writes(&desk, case, 6), vec![Some(CaseError::SaidNo); 6]);
        assert_eq!(
            run(desk.correct_contact(now(6), case, of, "Wrong day", contact(user, "y"))),
            Err(CaseError::SaidNo.into())
        );
        assert_eq!(
            run(desk.close_case(now(6), case, close(FeedbackWay::Slip, "", "x"))),
            Err(CaseError::SaidNo.into())
        );
        assert_eq!(state(&desk, case, Topic::StorageAgreement), DutyState::NotMet);
        run(desk.erase_identity(now(7), case)).unwrap();
        assert_eq!(state(&desk, case, Topic::StorageAgreement), DutyState::Met);
        run(desk.record_contact(now(8), case, contact(user, "They were told whom to ask"))).unwrap();
    }
}

#[test]
fn lei_29_lei_30_every_verb_that_keeps_somebody_waits_where_the_policy_says_so() {
    let unasked = |desk: &Desk| OpenRequest {
        worker: Some(desk.me().unwrap().id),
        storage: None,
        told_access: String::new(),
        ..family("Samina Latif", "Zain", SCHOOL)
    };
    let (_, desk, _) = service(ProfileId::Leicester);
    let case = run(desk.open_case(now(3), &unasked(&desk))).unwrap();
    assert_eq!(
        identifying_writes(&desk, case, 4),
        vec![Some(CaseError::StorageNotAnswered); 6]
    );
    let yes = StorageAnswer {
        party: party(&desk, case).id,
        agreed: true,
        how: GivenHow::Spoken,
    };
    run(desk.answer_storage(now(5), case, yes)).unwrap();
    assert_eq!(
        identifying_writes(&desk, case, 6),
        vec![Some(CaseError::AccessNotTold); 6]
    );

    let (_, desk, _) = service(ProfileId::Sps);
    let case = run(desk.open_case(now(3), &unasked(&desk))).unwrap();
    assert_eq!(desk.may_keep(case), Ok(()), "this policy is silent, so nothing waits");
    assert_eq!(identifying_writes(&desk, case, 4), vec![None; 6]);
}

#[test]
fn lei_26_todays_permission_does_not_cover_what_was_said_before() {
    let (_, desk, _) = service(ProfileId::Leicester);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let given = run(desk.give_consent(now(A_DAY), case, consent(user))).unwrap();
    let said_on = |on: &str| Contact {
        on: day(on),
        agency: Some(AgencyTalk {
            consent: Some(given),
            said: "He will be back on Monday".into(),
            ..talk()
        }),
        ..contact(user, "x")
    };
    assert_eq!(
        run(desk.record_contact(now(A_DAY + 1), case, said_on("2026-11-23"))),
        Err(RecordError::ConsentDoesNotHold { agency: SCHOOL.into() })
    );
    run(desk.record_contact(now(A_DAY + 1), case, said_on("2026-11-24"))).unwrap();
}

#[test]
fn lei_26_safeguarding_is_a_door_of_its_own_for_the_manager() {
    let (store, desk, _) = service(ProfileId::Leicester);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Samina Latif", "Zain", SCHOOL)
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let user = party(&desk, case).id;
    let door = WithoutPermission {
        ground: Ground::Safeguarding,
        why: "He had a bruise and would not go home".into(),
        family_told: false,
        why_family_not_told: "It would not have been safe for him".into(),
    };
    let shared = |door: WithoutPermission| Contact {
        agency: Some(AgencyTalk {
            agency: "Children’s services".into(),
            said: "What he told me about the bruise".into(),
            without_permission: Some(door),
            ..talk()
        }),
        ..contact(user, "x")
    };
    let at_devon = enter(&store, "devon");
    run(at_devon.answer_before_opening(now(4), case, false)).unwrap();
    assert_eq!(
        run(at_devon.record_contact(now(5), case, shared(door.clone()))),
        Err(RecordError::WithoutPermissionManagerOnly)
    );
    let desk = enter(&store, "morag");
    for unanswered in [
        WithoutPermission {
            why: " ".into(),
            ..door.clone()
        },
        WithoutPermission {
            why_family_not_told: String::new(),
            ..door.clone()
        },
    ] {
        assert_eq!(
            run(desk.record_contact(now(6), case, shared(unanswered))),
            Err(RecordError::WithoutPermissionUnanswered)
        );
    }
    let of = run(desk.record_contact(now(6), case, shared(door.clone()))).unwrap();
    assert_eq!(
        state(&desk, case, Topic::AgencyConsent),
        DutyState::NotMet,
        "it stands outside the policy's consent"
    );
    // A worker corrects what else stands there, and leaves the manager's part as it is.
    let at_devon = enter(&store, "devon");
    let reworded = Contact {
        facts: "The school rang at noon".into(),
        ..shared(door)
    };
    run(at_devon.correct_contact(now(7), case, of, "The time", reworded)).unwrap();
}

#[test]
fn lei_33_wes_16_not_having_asked_is_not_met_and_closes_with_its_own_reason() {
    for id in [ProfileId::Leicester, ProfileId::WestmorlandFurness] {
        let (_, desk, _) = service(id);
        let case = own_case(&desk, "Samina Latif");
        let asked = close(FeedbackWay::NotNow, "He was in hospital", "It was settled in one call");
        run(desk.close_case(now(5), case, asked)).unwrap();
        assert_eq!(state(&desk, case, Topic::Feedback), DutyState::NotMet);
        let story = desk.case(case).unwrap().story.unwrap();
        let left_open = &story.closing().unwrap().now.left_open;
        assert!(
            left_open.iter().any(|line| line.contains("asked how we did")),
            "{left_open:?}"
        );
        assert_eq!(story.feedback[0].now.why, "He was in hospital");
    }
}

#[test]
fn cam_15_the_statement_says_how_it_was_understood_unless_it_was_written() {
    let (_, desk, _) = service(ProfileId::Camden);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let mut unclear = contact(user, "x");
    unclear.statements[0].stated = Stated::Yes {
        wording: Wording::Plain,
        understood: " ".into(),
    };
    assert_eq!(
        run(desk.record_contact(now(4), case, unclear.clone())),
        Err(RecordError::UnderstandingMissing { party: user })
    );
    unclear.way = ContactWay::Letter;
    run(desk.record_contact(now(5), case, unclear)).unwrap();
}

#[test]
fn lei_25_the_first_contact_has_their_aim_or_says_why_not() {
    let (_, desk, _) = service(ProfileId::Leicester);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let silent = Contact {
        words: Vec::new(),
        ..contact(user, "x")
    };
    assert_eq!(
        run(desk.record_contact(now(4), case, silent.clone())),
        Err(RecordError::AimNotAnswered)
    );
    let reasoned = Contact {
        without_aim: "She was too upset to say".into(),
        ..silent.clone()
    };
    run(desk.record_contact(now(5), case, reasoned)).unwrap();
    assert_eq!(state(&desk, case, Topic::Aim), DutyState::NotMet);
    run(desk.record_contact(now(6), case, silent)).unwrap();
    run(desk.record_contact(now(7), case, contact(user, "x"))).unwrap();
    assert_eq!(state(&desk, case, Topic::Aim), DutyState::Met);
}

#[test]
fn lei_25_a_case_leaves_intake_with_their_aim_or_the_reason_without_it() {
    let (_, desk, _) = service(ProfileId::Leicester);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let case = run(desk.open_case(now(3), &family("Samina Latif", "Zain", SCHOOL))).unwrap();
    assert_eq!(desk.owes_aim(case), Ok(true));
    let bare = AllocateRequest::default();
    assert_eq!(
        run(desk.allocate(now(4), case, devon, &bare)),
        Err(AllocateError::AimNotAnswered)
    );
    let request = AllocateRequest {
        without_aim: "Nobody has reached her yet".into(),
        ..bare
    };
    run(desk.allocate(now(5), case, devon, &request)).unwrap();
    assert_eq!(state(&desk, case, Topic::Aim), DutyState::NotMet);
    let story = desk.case(case).unwrap().story.unwrap();
    assert_eq!(story.without_aim[0].now, "Nobody has reached her yet");
}

#[test]
fn lei_24_risks_stand_apart_from_the_decision() {
    let (_, desk, _) = service(ProfileId::Leicester);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let options = run(desk.explain_options(now(4), case, set(user, "p"))).unwrap();
    let decision = Decision {
        options,
        party: user,
        words: "I will ask for a meeting".into(),
        risks_explained: String::new(),
    };
    assert!(matches!(
        run(desk.note_decision(now(5), case, decision.clone())),
        Err(StoryError::Missing { what }) if what.contains("risks")
    ));
    let apart = Decision {
        risks_explained: "None".into(),
        ..decision
    };
    run(desk.note_decision(now(5), case, apart)).unwrap();
    assert_eq!(state(&desk, case, Topic::RisksApart), DutyState::Met);
}

#[test]
fn lei_19_a_meeting_at_home_has_who_asked_and_why() {
    let (_, desk, _) = service(ProfileId::Leicester);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let met_at = |venue| Contact {
        way: ContactWay::FaceToFace,
        venue,
        ..contact(user, "x")
    };
    let home = Venue {
        place: Place::Home,
        asked_by: "Samina".into(),
        why: String::new(),
    };
    assert_eq!(state(&desk, case, Topic::Venue), DutyState::NotCalledFor);
    for unanswered in [None, Some(home.clone())] {
        assert_eq!(
            run(desk.record_contact(now(4), case, met_at(unanswered))),
            Err(RecordError::VenueNotAnswered)
        );
    }
    let asked = Venue {
        why: "She cannot leave the baby".into(),
        ..home
    };
    run(desk.record_contact(now(4), case, met_at(Some(asked)))).unwrap();
    assert_eq!(state(&desk, case, Topic::Venue), DutyState::Met);
}

#[test]
fn sps_1_an_option_without_pros_and_cons_is_not_explained() {
    let (_, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    assert_eq!(
        run(desk.explain_options(now(4), case, set(user, " "))),
        Err(StoryError::NotExplained)
    );
    run(desk.explain_options(now(4), case, set(user, "p"))).unwrap();
    assert_eq!(state(&desk, case, Topic::Options), DutyState::Met);
    // Where the policy is silent it is kept, and counts as not met.
    let (_, desk, _) = service(ProfileId::Camden);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    run(desk.explain_options(now(4), case, set(user, ""))).unwrap();
    assert_eq!(state(&desk, case, Topic::Options), DutyState::NotMet);
}

#[test]
fn lei_27_a_correction_that_adds_what_an_agency_said_sets_the_task() {
    let (_, desk, _) = service(ProfileId::Leicester);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let heard = |heard: &str| Contact {
        agency: Some(AgencyTalk {
            heard: heard.into(),
            ..talk()
        }),
        ..contact(user, "x")
    };
    let tasks = |desk: &Desk| {
        let story = desk.case(case).unwrap().story.unwrap();
        let open = story.open_actions();
        open.filter(|kept| kept.now.action.kind == ActionKind::PassOn).count()
    };
    let of = run(desk.record_contact(now(4), case, heard(""))).unwrap();
    assert_eq!(tasks(&desk), 0);
    run(desk.correct_contact(now(5), case, of, "Left out", heard("They have a place"))).unwrap();
    assert_eq!(tasks(&desk), 1);
    run(desk.correct_contact(now(6), case, of, "Spelling", heard("They have a place for him"))).unwrap();
    assert_eq!(tasks(&desk), 1, "it is passed on once");
}

#[test]
fn lei_27_closing_names_what_was_not_passed_on_and_leaves_no_work_behind() {
    let (_, desk, _) = service(ProfileId::Leicester);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let heard = Contact {
        agency: Some(AgencyTalk {
            heard: "They have a place".into(),
            ..talk()
        }),
        ..contact(user, "x")
    };
    run(desk.record_contact(now(4), case, heard)).unwrap();
    run(desk.explain_options(now(4), case, set(user, "p"))).unwrap();
    let without = close(FeedbackWay::Slip, "", "");
    assert_eq!(
        run(desk.close_case(now(5), case, without)),
        Err(CloseError::MissingNeedsReason)
    );
    run(desk.close_case(now(5), case, close(FeedbackWay::Slip, "", "She moved away"))).unwrap();
    let story = desk.case(case).unwrap().story.unwrap();
    let left_open = &story.closing().unwrap().now.left_open;
    assert!(
        left_open.iter().any(|line| line.contains("Pass on what Alder Bank")),
        "{left_open:?}"
    );
    let later = now(20 * A_DAY);
    assert_eq!(desk.work(later).unwrap(), Work::default());
    assert!(desk.cases(&CaseFilter::default())[0].next.is_none());
    run(desk.reopen_case(now(6), case, "She is back")).unwrap();
    assert_eq!(desk.work(later).unwrap().overdue.len(), 1);
}

#[test]
fn everything_that_was_written_is_found() {
    let (_, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let mut user = party(&desk, case);
    user.needs = vec!["Urdu interpreter".into()];
    run(desk.put_party(now(4), case, user.clone())).unwrap();
    run(desk.attach(now(4), case, "refusal.pdf", "Letter of June", &[7])).unwrap();
    run(desk.give_consent(now(4), case, consent(user.id))).unwrap();
    run(desk.explain_options(now(4), case, set(user.id, "Gratis"))).unwrap();
    let of = desk.case(case).unwrap().story.unwrap().options[0].id;
    let decision = Decision {
        options: of,
        party: user.id,
        words: "Yes".into(),
        risks_explained: "Tribunals take long".into(),
    };
    run(desk.note_decision(now(4), case, decision)).unwrap();
    run(desk.close_case(now(5), case, close(FeedbackWay::Slip, "", "x"))).unwrap();
    for typed in ["urdu", "refusal", "june", "monday", "gratis", "tribunals", "easter"] {
        assert!(found(&desk, typed), "{typed}");
    }
}

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
fn what_was_done_by_mistake_is_work_again_and_once_only() {
    let (store, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let call = Action {
        what: "Ring the school".into(),
        due: day("2026-11-23"),
        who: None,
        kind: ActionKind::Next,
    };
    let action = run(desk.set_action(now(4), case, call)).unwrap();
    let nothing = Err(StoryError::Case(CaseError::NoSuchEntry));
    assert_eq!(run(desk.reopen_action(now(5), case, action)), nothing, "it is not done");
    run(desk.finish_action(now(5), case, action, "")).unwrap();
    assert_eq!(desk.work(now(6)).unwrap().today.len(), 0);
    run(desk.reopen_action(now(6), case, action)).unwrap();
    for desk in [desk, enter(&store, "morag")] {
        assert_eq!(desk.work(now(7)).unwrap().today.len(), 1);
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

#[test]
fn lei_25_the_aim_noted_at_the_opening_is_there_at_the_first_contact_where_it_may_be_kept() {
    let (_, desk, _) = service(ProfileId::Leicester);
    let me = desk.me().unwrap().id;
    let asked = OpenRequest {
        worker: Some(me),
        aim: "I want him back in school,\nfull time".into(),
        ..family("Samina Latif", "Zain", SCHOOL)
    };
    let unasked = OpenRequest {
        storage: None,
        ..asked.clone()
    };
    let untold = OpenRequest {
        told_access: " ".into(),
        ..asked.clone()
    };
    for (early, why) in [
        (unasked, CaseError::StorageNotAnswered),
        (untold, CaseError::AccessNotTold),
    ] {
        assert_eq!(run(desk.open_case(now(3), &early)), Err(OpenError::Case(why)));
    }
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let story = desk.case(case).unwrap().story.unwrap();
    let user = party(&desk, case).id;
    assert_eq!(story.words[0].now.words, "I want him back in school,\nfull time");
    assert_eq!(
        (story.words[0].now.kind, story.words[0].now.party),
        (WordsKind::Aim, user)
    );
    assert_eq!(state(&desk, case, Topic::Aim), DutyState::Met);
    let silent = Contact {
        words: Vec::new(),
        ..contact(user, "x")
    };
    run(desk.record_contact(now(4), case, silent)).unwrap();
}
