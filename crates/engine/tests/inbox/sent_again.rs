//! A request that came before comes again.

use super::*;

#[test]
fn the_same_request_sent_twice_goes_to_the_case_that_is_here() {
    let (_, desk, key) = with_inbox(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    let sent = referral("Kelly-Anne Braithwaite", "Jayden").to_bytes().unwrap();
    let first = desk
        .read_file(now(5), locked(&key, FormKind::Referral, &sent).bytes())
        .unwrap();
    let id = run(desk.take_in(now(6), &first, &new_case(false, Some(me)))).unwrap();
    let again = desk
        .read_file(now(7), locked(&key, FormKind::Referral, &sent).bytes())
        .unwrap();
    let likely: Vec<_> = again.likely_duplicates().iter().map(|line| line.id).collect();
    assert_eq!(likely, [id]);
    run(desk.take_in(now(8), &again, &TakeIn::Duplicate { of: id })).unwrap();
    assert_eq!(desk.cases(&CaseFilter::default()).len(), 1);
    let other = referral("Ann Other", "Bo").to_bytes().unwrap();
    let mut other: serde_json::Value = serde_json::from_slice(&other).unwrap();
    other["contact"]["value"] = "07700 900999".into();
    let other = serde_json::to_vec(&other).unwrap();
    let stranger = desk
        .read_file(now(9), locked(&key, FormKind::Referral, &other).bytes())
        .unwrap();
    assert!(stranger.likely_duplicates().is_empty());
}

#[test]
fn a_request_sent_again_is_read_searched_answered_and_opens_a_closed_case() {
    let (_, desk, key) = with_inbox(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    let mut sent = referral("Kelly-Anne Braithwaite", "Jayden");
    let bring = |desk: &Desk, sent: &Referral, at: i64| bring(desk, &key, sent, at);
    let id = run(desk.take_in(now(6), &bring(&desk, &sent, 5), &new_case(false, Some(me)))).unwrap();
    let closing = CloseRequest {
        outcome: "Settled".into(),
        as_they_see_it: String::new(),
        feedback: FeedbackOffer {
            way: FeedbackWay::Slip,
            why: String::new(),
        },
        why_left_open: "One call".into(),
    };
    run(desk.close_case(now(7), id, closing)).unwrap();
    sent.story = "Now they exclude him on Fridays".into();
    run(desk.take_in(now(9), &bring(&desk, &sent, 8), &TakeIn::Duplicate { of: id })).unwrap();
    let case = desk.case(id).unwrap();
    assert_eq!(case.front.status, CaseStatus::Open);
    let story = case.story.unwrap();
    assert_eq!(story.sent_again[0].now.0.story, "Now they exclude him on Fridays");
    let replies = story
        .open_actions()
        .filter(|kept| kept.now.action.what == "Reply to them");
    assert_eq!(replies.count(), 2);
    let dates = story
        .open_actions()
        .filter(|kept| kept.now.action.kind == ActionKind::KeyDate);
    assert_eq!(dates.count(), 1, "the same date is not set twice");
    let search = Search::typed("fridays");
    assert_eq!(
        desk.cases(&CaseFilter {
            search,
            ..CaseFilter::default()
        })
        .len(),
        1
    );
}

/// The same request once more, in which something else stands too.
fn with(sent: &Referral, change: impl FnOnce(&mut serde_json::Value)) -> Referral {
    let mut json: serde_json::Value = serde_json::from_slice(&sent.to_bytes().unwrap()).unwrap();
    change(&mut json);
    Referral::from_bytes(&serde_json::to_vec(&json).unwrap()).unwrap()
}

#[test]
fn sps_15_whom_a_request_that_was_sent_again_names_loses_the_case() {
    let (store, desk, key) = with_inbox(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let sent = referral("Kelly-Anne Braithwaite", "Jayden");
    let id = run(desk.take_in(now(6), &bring(&desk, &key, &sent, 5), &new_case(false, Some(devon)))).unwrap();
    assert_eq!(enter(&store, "devon").cases(&CaseFilter::default()).len(), 1);
    let again = with(&sent, |json| {
        json["knows"] = serde_json::json!({"answer": "yes", "words": "my cousin Devon Hibbert"});
    });
    let again = bring(&desk, &key, &again, 7);
    run(desk.take_in(now(8), &again, &TakeIn::Duplicate { of: id })).unwrap();
    assert!(enter(&store, "devon").cases(&CaseFilter::default()).is_empty());
    let front = desk.case(id).unwrap().front;
    assert_eq!(front.holders.keys().copied().collect::<Vec<_>>(), [me]);
    let back = run(desk.allocate(now(9), id, devon, &AllocateRequest::default()));
    assert_eq!(back, Err(AllocateError::Barred));
    // A third request that says "no" takes nothing back.
    let third = bring(&desk, &key, &sent, 9);
    run(desk.take_in(now(9), &third, &TakeIn::Duplicate { of: id })).unwrap();
    let back = run(desk.allocate(now(9), id, devon, &AllocateRequest::default()));
    assert_eq!(back, Err(AllocateError::Barred));
}

#[test]
fn sps_14_the_school_of_a_request_that_was_sent_again_counts_and_goes_on_counting() {
    let (store, desk, key) = with_inbox(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let priya = join(&desk, "Priya Nair", Role::Officer);
    for worker in [devon, priya] {
        run(desk.declare(now(2), worker, governor("Troutbeck Gate School"))).unwrap();
    }
    let sent = referral("Kelly-Anne Braithwaite", "Jayden");
    let id = run(desk.take_in(now(6), &bring(&desk, &key, &sent, 5), &new_case(false, Some(devon)))).unwrap();
    let again = with(&sent, |json| {
        json["child"]["school"] = serde_json::json!({"kind": "named", "name": "Troutbeck Gate School"});
    });
    let again = bring(&desk, &key, &again, 7);
    run(desk.take_in(now(8), &again, &TakeIn::Duplicate { of: id })).unwrap();
    assert!(enter(&store, "devon").cases(&CaseFilter::default()).is_empty());
    // Somebody's details are changed, and what the second request said is still there to be checked.
    run(desk.answer_before_opening(now(9), id, false)).unwrap();
    let user = calder_vale::party(&desk, id);
    run(desk.put_party(now(9), id, user)).unwrap();
    let barred = run(desk.allocate(now(10), id, priya, &AllocateRequest::default()));
    assert_eq!(barred, Err(AllocateError::Barred));
    let shown = desk.front(id).unwrap();
    let shown = evenhand_engine::case::answer::BeforeOpening::from(&shown.family);
    assert_eq!(
        shown.names,
        ["Jayden", "Kelly-Anne Braithwaite"],
        "nobody is named twice"
    );
    assert_eq!(shown.schools, ["Hollin Beck Primary School", "Troutbeck Gate School"]);
}

#[test]
fn sps_15_a_manager_whom_the_second_inbox_s_request_means_loses_the_case_that_the_first_one_s_became() {
    let (store, desk, key) = with_inbox(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let second = run(desk.open_inbox(now(2), Inbox::Second, devon)).unwrap();
    let sent = referral("Kelly-Anne Braithwaite", "Jayden");
    let id = run(desk.take_in(now(6), &bring(&desk, &key, &sent, 5), &new_case(false, Some(devon)))).unwrap();
    let at_devon = enter(&store, "devon");
    run(at_devon.answer_before_opening(now(7), id, false)).unwrap();
    let again = with(&sent, |json| {
        json["knows"] = serde_json::json!({"answer": "yes", "words": "Morag Beaton is my sister-in-law"});
        json["story"] = "Please keep this from her".into();
    });
    let again = bring(&at_devon, &second.key, &again, 8);
    let likely: Vec<_> = again.likely_duplicates().iter().map(|line| line.id).collect();
    assert_eq!(likely, [id]);
    run(at_devon.take_in(now(9), &again, &TakeIn::Duplicate { of: id })).unwrap();
    assert!(enter(&store, "morag").cases(&CaseFilter::default()).is_empty());
    let story = at_devon.case(id).unwrap().story.unwrap();
    assert_eq!(story.sent_again[0].now.0.story, "Please keep this from her");
}
