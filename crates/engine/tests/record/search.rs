//! What search finds.

use crate::calder_vale::{now, own_case, party, run, service};
use crate::set_up::{close, consent, set};
use evenhand_domain::case::close::FeedbackWay;
use evenhand_domain::case::options::Decision;
use evenhand_domain::profile::ProfileId;
use evenhand_engine::case::list::CaseFilter;
use evenhand_engine::case::search::Search;
use evenhand_engine::desk::Desk;

fn found(desk: &Desk, typed: &str) -> bool {
    let search = Search::typed(typed);
    !desk
        .cases(&CaseFilter {
            search,
            ..CaseFilter::default()
        })
        .is_empty()
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
