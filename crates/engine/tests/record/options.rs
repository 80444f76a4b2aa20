//! Options, risks and decisions.

use crate::calder_vale::{now, own_case, party, run, service};
use crate::set_up::{set, state};
use evenhand_domain::case::options::Decision;
use evenhand_domain::profile::ProfileId;
use evenhand_engine::case::story::StoryError;
use evenhand_engine::policy::duty::DutyState;
use evenhand_engine::policy::profile::Topic;

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
