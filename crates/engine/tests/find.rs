//! Going somewhere by its name: what is found first, and what is never found.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod calder_vale;

use calder_vale::{contact, enter, family, friend, join, now, own_case, party, run, service};
use evenhand_domain::family::Standing;
use evenhand_domain::ids::CaseId;
use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::Role;
use evenhand_engine::case::find::Finds;
use evenhand_engine::case::open::OpenRequest;
use evenhand_engine::case::search::Search;
use evenhand_engine::desk::Desk;

fn find(desk: &Desk, typed: &str) -> Finds {
    desk.find(&Search::typed(typed), 10)
}

fn named(finds: &Finds) -> Vec<(CaseId, &str, Option<Standing>)> {
    let lines = finds.best.iter();
    lines.map(|found| (found.case, found.name.as_str(), found.is)).collect()
}

/// A case that the manager has.
fn case_of(desk: &Desk, parent: &str, child: &str) -> CaseId {
    let asked = OpenRequest {
        worker: Some(desk.me().unwrap().id),
        ..family(parent, child, "Hollin Beck School")
    };
    run(desk.open_case(now(3), &asked)).unwrap()
}

#[test]
fn who_a_case_is_about_comes_before_who_is_in_it_and_before_what_it_mentions() {
    let (_, desk, _) = service(ProfileId::Sps);
    let about = case_of(&desk, "Samina Latif", "Hamza");
    let with = case_of(&desk, "Hamza Iqbal", "Zoë");
    let mentions = case_of(&desk, "Ruth Adeyemi", "Tomi");
    let user = party(&desk, mentions).id;
    run(desk.record_contact(now(4), mentions, contact(user, "Hamza is in his class."))).unwrap();
    let finds = find(&desk, "hamza");
    assert_eq!(finds.count, 3);
    assert_eq!(
        named(&finds),
        [
            (about, "Hamza", None),
            (with, "Hamza Iqbal", Some(Standing::Parent)),
            (mentions, "Tomi", None)
        ]
    );
    // Any order, accents and marks aside; the best only, and how much there is.
    assert_eq!(named(&find(&desk, "beck; ZOE")), [(with, "Zoë", None)]);
    let one = desk.find(&Search::typed("hamza"), 1);
    assert_eq!((one.best.len(), one.count), (1, 3));
    desk.lock();
    assert_eq!(find(&desk, "hamza"), Finds::default());
}

#[test]
fn a_closed_case_comes_after_one_that_is_not() {
    use evenhand_domain::case::close::{FeedbackOffer, FeedbackWay};
    use evenhand_engine::case::close::CloseRequest;
    let (_, desk, _) = service(ProfileId::Sps);
    let closed = case_of(&desk, "Samina Latif", "Hamza");
    let open = case_of(&desk, "Ruth Adeyemi", "Hamza");
    let request = CloseRequest {
        outcome: "settled".into(),
        as_they_see_it: String::new(),
        feedback: FeedbackOffer {
            way: FeedbackWay::Slip,
            why: String::new(),
        },
        why_left_open: "one call".into(),
    };
    run(desk.close_case(now(5), closed, request)).unwrap();
    let order: Vec<_> = find(&desk, "hamza").best.iter().map(|found| found.case).collect();
    assert_eq!(order, [open, closed]);
}

#[test]
fn sps_15_a_barred_worker_finds_neither_the_case_nor_anybody_in_it() {
    let (store, desk, _) = service(ProfileId::Sps);
    let knows_them = join(&desk, "Devon Hibbert", Role::Officer);
    run(desk.declare(now(2), knows_them, friend("Samina Latif"))).unwrap();
    let case = own_case(&desk, "Samina Latif");
    let code = desk.case(case).unwrap().front.code.clone();
    let at_devon = enter(&store, "devon");
    for typed in ["samina", "latif", "zain", "alder", &code, "01632", ""] {
        assert_eq!(find(&at_devon, typed), Finds::default(), "{typed}");
        assert_ne!(find(&desk, typed), Finds::default(), "{typed}");
    }
}

#[test]
fn sps_8_before_the_question_is_answered_the_front_sheet_alone_is_found() {
    let (store, desk, _) = service(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let asked = OpenRequest {
        worker: Some(devon),
        ..family("Samina Latif", "Hamza", "Hollin Beck School")
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let user = party(&desk, case).id;
    run(desk.record_contact(now(4), case, contact(user, "The bus was late."))).unwrap();
    let at_devon = enter(&store, "devon");
    assert!(!at_devon.prepare_search(100), "there is one case");
    assert_eq!(
        named(&find(&at_devon, "samina")),
        [(case, "Samina Latif", Some(Standing::Parent))]
    );
    assert_eq!(find(&at_devon, "bus").count, 0, "whatever was made ready");
    run(at_devon.answer_before_opening(now(5), case, false)).unwrap();
    assert_eq!(find(&at_devon, "bus").count, 1);
}

#[test]
fn what_is_made_ready_is_made_once_and_in_parts() {
    let (_, desk, _) = service(ProfileId::Sps);
    for child in ["Hamza", "Zoë", "Tomi"] {
        case_of(&desk, "Samina Latif", child);
    }
    assert!(desk.prepare_search(2));
    assert!(!desk.prepare_search(2), "one was left");
    assert!(!desk.prepare_search(2), "and none now");
}

#[test]
fn a_list_is_written_out_as_far_as_it_is_shown_and_counted_whole() {
    use evenhand_domain::case::action::{Action, ActionKind};
    use evenhand_engine::case::list::{CaseFilter, CaseOrder, NextAction};
    let (_, desk, _) = service(ProfileId::Sps);
    let late = case_of(&desk, "Samina Latif", "Hamza");
    let soon = case_of(&desk, "Ruth Adeyemi", "tomi");
    let unset = case_of(&desk, "Kelly Wood", "Zoë");
    for (case, due) in [(late, "2026-11-20"), (soon, "2026-12-20")] {
        let action = Action {
            what: "Ring them".into(),
            due: due.parse().unwrap(),
            who: None,
            kind: ActionKind::Next,
        };
        run(desk.set_action(now(4), case, action)).unwrap();
    }
    let all = CaseFilter::default();
    let ids = |filter: &CaseFilter, order, most| {
        let (lines, count) = desk.first_cases(filter, order, most);
        (lines.iter().map(|line| line.id).collect::<Vec<_>>(), count)
    };
    assert_eq!(ids(&all, (CaseOrder::Next, false), 2), (vec![late, soon], 3));
    assert_eq!(ids(&all, (CaseOrder::Next, true), 1), (vec![unset], 3));
    assert_eq!(ids(&all, (CaseOrder::Who, false), 9).0, [late, soon, unset]);
    assert_eq!(ids(&all, (CaseOrder::Who, true), 9).0, [unset, soon, late]);
    let (lines, _) = desk.first_cases(&all, (CaseOrder::Code, false), 9);
    assert!(lines.is_sorted_by_key(|line| &line.code));
    assert_eq!(desk.first_cases(&all, (CaseOrder::Next, false), 9).0, desk.cases(&all));
    let of = |next| CaseFilter {
        next,
        ..CaseFilter::default()
    };
    let before = of(NextAction::Before("2026-11-23".parse().unwrap()));
    assert_eq!(ids(&before, (CaseOrder::Next, false), 9), (vec![late], 1));
    assert_eq!(
        ids(&of(NextAction::None), (CaseOrder::Next, false), 9),
        (vec![unset], 1)
    );
    let current = CaseFilter {
        not_closed: true,
        ..CaseFilter::default()
    };
    assert_eq!(ids(&current, (CaseOrder::Next, false), 0), (vec![], 3));
}
