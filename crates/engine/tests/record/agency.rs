//! What passes between the service and an agency, and under which permission.

use crate::calder_vale::{contact, day, enter, family, join, now, own_case, party, run, service};
use crate::set_up::{A_DAY, SCHOOL, consent, state, talk};
use evenhand_domain::case::action::ActionKind;
use evenhand_domain::case::contact::{AgencyTalk, Contact, Ground, WithoutPermission};
use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::Role;
use evenhand_engine::case::open::OpenRequest;
use evenhand_engine::case::record::RecordError;
use evenhand_engine::desk::Desk;
use evenhand_engine::policy::duty::DutyState;
use evenhand_engine::policy::profile::Topic;

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
