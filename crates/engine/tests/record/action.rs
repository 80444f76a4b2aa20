//! What is to be done, and what is left when a case closes.

use crate::calder_vale::{contact, day, enter, now, own_case, party, run, service};
use crate::set_up::{A_DAY, close, set, state, talk};
use evenhand_domain::case::action::{Action, ActionKind};
use evenhand_domain::case::close::FeedbackWay;
use evenhand_domain::case::contact::{AgencyTalk, Contact};
use evenhand_domain::profile::ProfileId;
use evenhand_engine::case::CaseError;
use evenhand_engine::case::close::CloseError;
use evenhand_engine::case::list::{CaseFilter, Work};
use evenhand_engine::case::story::StoryError;
use evenhand_engine::policy::duty::DutyState;
use evenhand_engine::policy::profile::Topic;

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
