//! The inbox: what comes in, what is refused and why, and that the story waits for the check.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../calder_vale/mod.rs"]
mod calder_vale;
mod sent_again;

use calder_vale::{enter, friend, governor, join, now, run, service};
use evenhand_domain::case::action::ActionKind;
use evenhand_domain::case::close::{FeedbackOffer, FeedbackWay};
use evenhand_domain::case::state::CaseStatus;
use evenhand_domain::conflict::ConflictOutcome;
use evenhand_domain::event::Inbox;
use evenhand_domain::profile::ProfileId;
use evenhand_domain::referral::Referral;
use evenhand_domain::worker::Role;
use evenhand_engine::case::CaseError;
use evenhand_engine::case::allocate::{AllocateError, AllocateRequest};
use evenhand_engine::case::close::CloseRequest;
use evenhand_engine::case::list::CaseFilter;
use evenhand_engine::case::open::OpenError;
use evenhand_engine::case::search::Search;
use evenhand_engine::desk::Desk;
use evenhand_engine::inbox::bring_in::{BringInError, Incoming, TakeIn};
use evenhand_engine::inbox::open::OpenInboxError;
use evenhand_vault::inbox::{FormKind, InboxPublic, LockedFile, seal_form};

fn referral(parent: &str, child: &str) -> Referral {
    let text = format!(
        r#"{{"version":1,"who":"parent","device":"own","help":{{"topics":[],"something_else":"a refusal"}},
        "story":"They said <b>no</b> =1+1 \u202e and I don't know what to do","want":"someone to read it with me",
        "date":{{"has":"yes","what":"last day for mediation","day":"2027-01-15","rough":""}},
        "child":{{"first_name":"{child}","age":8,"school_year":"","school":{{"kind":"named","urn":"901204","name":"Hollin Beck Primary School"}}}},
        "postcode":"LS8 2AB","knows":{{"answer":"no","words":""}},"person":{{"name":"{parent}","works_at":""}},
        "contact":{{"by":"text","value":"07700 900611","safe_message":false,"times":"after 7"}},
        "needs":{{"list":[],"interpreter":"","reading":"","something_else":""}},"keep_record":true,"language":"en","from_later":{{"kept":1}}}}"#
    );
    Referral::from_bytes(text.as_bytes()).unwrap()
}

fn locked(key: &str, kind: FormKind, bytes: &[u8]) -> LockedFile {
    seal_form(&InboxPublic::from_text(key).unwrap(), kind, bytes).unwrap()
}

/// Locks a form and opens it at this minute.
fn bring(desk: &Desk, key: &str, sent: &Referral, at: i64) -> Incoming {
    let file = locked(key, FormKind::Referral, &sent.to_bytes().unwrap());
    desk.read_file(now(at), file.bytes()).unwrap()
}

fn with_inbox(profile: ProfileId) -> (evenhand_engine::AnyStore, Desk, String) {
    let (store, desk, _) = service(profile);
    let me = desk.me().unwrap().id;
    let key = run(desk.open_inbox(now(1), Inbox::First, me)).unwrap().key;
    (store, desk, key)
}

fn refused(desk: &Desk, bytes: &[u8]) -> BringInError {
    desk.read_file(now(5), bytes).err().unwrap()
}

fn new_case(knows: bool, worker: Option<evenhand_domain::ids::WorkerId>) -> TakeIn {
    TakeIn::NewCase {
        knows,
        worker,
        request: AllocateRequest::default(),
        own_not_the_same: String::new(),
        not_the_same: String::new(),
    }
}

#[test]
fn of_a_heap_each_file_is_unlocked_at_once_and_brought_in_once() {
    let (_, desk, key) = with_inbox(ProfileId::Sps);
    let sent = referral("Kelly-Anne Braithwaite", "Jayden");
    let file = locked(&key, FormKind::Referral, &sent.to_bytes().unwrap());
    // The same file was chosen twice.
    let [first, again] = [(); 2].map(|()| desk.unlock_file(file.bytes()).unwrap());
    assert_eq!(first.key_date(), Some("2027-01-15".parse().unwrap()));
    let incoming = desk.check_file(now(5), first).unwrap();
    let me = desk.me().unwrap().id;
    run(desk.take_in(now(6), &incoming, &new_case(false, Some(me)))).unwrap();
    assert_eq!(desk.check_file(now(7), again).err(), Some(BringInError::AlreadyHere));
    assert_eq!(desk.unlock_file(file.bytes()).err(), Some(BringInError::AlreadyHere));
    // A case about the same child is named, whatever it was opened from.
    let other = locked(
        &key,
        FormKind::Referral,
        &referral("K Braithwaite", "Jayden").to_bytes().unwrap(),
    );
    let incoming = desk.read_file(now(8), other.bytes()).unwrap();
    assert_eq!(incoming.likely_duplicates().len(), 1);
    desk.lock();
    assert_eq!(desk.unlock_file(other.bytes()).err(), Some(BringInError::NoInbox));
}

#[test]
fn lei_31_a_referral_comes_in_word_for_word_with_what_a_newer_form_added() {
    let (store, desk, key) = with_inbox(ProfileId::Sps);
    let sent = referral("Kelly-Anne Braithwaite", "Jayden");
    let file = locked(&key, FormKind::Referral, &sent.to_bytes().unwrap());
    for bytes in [file.bytes().to_vec(), file.to_text().into_bytes()] {
        let incoming = desk.read_file(now(5), &bytes).unwrap();
        assert_eq!(incoming.reference(), file.reference());
        let shown = incoming.before_opening();
        assert_eq!(shown.names, ["Kelly-Anne Braithwaite", "Jayden"]);
        assert_eq!(shown.schools, ["Hollin Beck Primary School"]);
        assert_eq!(shown.districts, ["LS8"]);
    }
    let incoming = desk.read_file(now(5), file.bytes()).unwrap();
    let me = desk.me().unwrap().id;
    let id = run(desk.take_in(now(6), &incoming, &new_case(false, Some(me)))).unwrap();
    assert_eq!(refused(&desk, file.bytes()), BringInError::AlreadyHere);
    let desk = enter(&store, "morag");
    let case = desk.case(id).unwrap();
    assert_eq!(case.front.status, CaseStatus::Open);
    let story = case.story.unwrap();
    assert_eq!(story.referral, Some((sent, file.reference())));
    assert_eq!(story.storage_agreed(), Some(true));
    assert_eq!(story.words[0].now.words, "someone to read it with me");
    assert!(story.service_user().unwrap().contact_note.contains("Leave no message"));
    assert_eq!(story.open_actions().count(), 2, "a reply, and the date that they gave");
    assert_eq!(
        refused(&desk, file.bytes()),
        BringInError::AlreadyHere,
        "and after a lock too"
    );
}

#[test]
fn what_cannot_be_opened_says_why() {
    let (_, desk, key) = with_inbox(ProfileId::Sps);
    let sent = referral("Kelly-Anne Braithwaite", "Jayden").to_bytes().unwrap();
    let good = locked(&key, FormKind::Referral, &sent);
    assert_eq!(refused(&desk, b"hello"), BringInError::NotALockedFile);
    assert_eq!(refused(&desk, b""), BringInError::NotALockedFile);
    assert_eq!(
        refused(&desk, &vec![b'E'; 100 * 1024 * 1024]),
        BringInError::NotALockedFile
    );
    let mut long = good.bytes().to_vec();
    long.resize(100 * 1024 * 1024, 0);
    assert_eq!(refused(&desk, &long), BringInError::TooLarge);
    assert_eq!(
        refused(&desk, &good.bytes()[..good.bytes().len() - 1]),
        BringInError::Damaged
    );
    let mut flipped = good.bytes().to_vec();
    let last = flipped.len() - 1;
    flipped[last] ^= 1;
    assert_eq!(refused(&desk, &flipped), BringInError::Damaged);
    let mut newer = good.bytes().to_vec();
    newer[4] = 9;
    assert_eq!(refused(&desk, &newer), BringInError::Newer);
    assert_eq!(
        refused(&desk, locked(&key, FormKind::Challenge, &sent).bytes()),
        BringInError::ForTheChair
    );
    assert_eq!(
        refused(&desk, locked(&key, FormKind::Views, &sent).bytes()),
        BringInError::NotAReferral
    );
    let deep = "[".repeat(60_000);
    assert_eq!(
        refused(&desk, locked(&key, FormKind::Referral, deep.as_bytes()).bytes()),
        BringInError::Unreadable
    );
    assert_eq!(
        refused(&desk, locked(&key, FormKind::Referral, b"{\"version\":99}").bytes()),
        BringInError::Newer
    );
    let (_, _, foreign) = with_inbox(ProfileId::Sps);
    assert_eq!(
        refused(&desk, locked(&foreign, FormKind::Referral, &sent).bytes()),
        BringInError::NotForThisService
    );
    assert!(
        desk.cases(&CaseFilter::default()).is_empty(),
        "nothing of all that was kept"
    );
}

#[test]
fn an_older_key_still_opens_and_the_second_inbox_is_another_persons() {
    let (store, desk, old) = with_inbox(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let same = run(desk.open_inbox(now(2), Inbox::Second, me));
    assert_eq!(same, Err(OpenInboxError::SameHolder));
    let second = run(desk.open_inbox(now(2), Inbox::Second, devon)).unwrap();
    run(desk.open_inbox(now(3), Inbox::First, me)).unwrap();
    let sent = referral("Kelly-Anne Braithwaite", "Jayden").to_bytes().unwrap();
    assert!(
        desk.read_file(now(5), locked(&old, FormKind::Referral, &sent).bytes())
            .is_ok()
    );
    let file = locked(&second.key, FormKind::Referral, &sent);
    assert_eq!(
        refused(&desk, file.bytes()),
        BringInError::OtherInbox {
            holders: vec!["Devon Hibbert".into()]
        }
    );
    let at_devon = enter(&store, "devon");
    assert!(at_devon.read_file(now(6), file.bytes()).is_ok());
    let to_first = locked(&old, FormKind::Referral, &sent);
    assert_eq!(refused(&at_devon, to_first.bytes()), BringInError::OldKey);
    assert!(
        run(at_devon.open_inbox(now(7), Inbox::First, devon)).is_err(),
        "only the manager makes inboxes"
    );
}

#[test]
fn sps_15_whoever_brings_it_in_and_knows_them_never_holds_its_key() {
    let (store, desk, key) = with_inbox(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    run(desk.declare(now(2), me, friend("Kelly-Anne Braithwaite"))).unwrap();
    let sent = referral("Kelly-Anne Braithwaite", "Jayden");
    let file = locked(&key, FormKind::Referral, &sent.to_bytes().unwrap());
    let incoming = desk.read_file(now(5), file.bytes()).unwrap();
    assert_eq!(incoming.check().outcome, ConflictOutcome::Bar);
    assert!(matches!(
        run(desk.take_in(now(6), &incoming, &new_case(false, None))),
        Err(OpenError::PassItOn(_))
    ));
    let id = run(desk.take_in(now(6), &incoming, &new_case(false, Some(devon)))).unwrap();
    for manager in [desk, enter(&store, "morag")] {
        assert!(manager.case(id).is_err());
        assert!(manager.cases(&CaseFilter::default()).is_empty());
    }
    let at_devon = enter(&store, "devon");
    run(at_devon.answer_before_opening(now(7), id, false)).unwrap();
    assert_eq!(
        at_devon.case(id).unwrap().story.unwrap().referral.as_ref().unwrap().0,
        sent
    );
}

#[test]
fn sps_8_an_own_answer_is_as_good_as_a_declared_interest() {
    let (_, desk, key) = with_inbox(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let file = locked(
        &key,
        FormKind::Referral,
        &referral("Ann Other", "Bo").to_bytes().unwrap(),
    );
    let incoming = desk.read_file(now(5), file.bytes()).unwrap();
    assert_eq!(incoming.check().outcome, ConflictOutcome::Clear);
    assert!(matches!(
        run(desk.take_in(now(6), &incoming, &new_case(true, None))),
        Err(OpenError::PassItOn(_))
    ));
    let id = run(desk.take_in(now(6), &incoming, &new_case(true, Some(devon)))).unwrap();
    assert!(desk.case(id).is_err());
}

#[test]
fn sps_15_nobody_opens_both_inboxes_whichever_was_made_first() {
    let (store, desk, key) = with_inbox(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    // A manager who joins later is handed the first key, and is known to hold it.
    let greta = join(&desk, "Greta Holm", Role::Manager);
    assert_eq!(desk.team().inboxes[0].holders, [me, greta]);
    let sent = referral("Kelly-Anne Braithwaite", "Jayden").to_bytes().unwrap();
    let at_greta = enter(&store, "greta");
    let file = locked(&key, FormKind::Referral, &sent);
    assert!(at_greta.read_file(now(3), file.bytes()).is_ok());
    let same = Err(OpenInboxError::SameHolder);
    assert_eq!(run(desk.open_inbox(now(4), Inbox::Second, greta)), same);
    run(desk.open_inbox(now(4), Inbox::Second, devon)).unwrap();
    // Nor does whoever holds the second get the first.
    assert_eq!(run(desk.open_inbox(now(5), Inbox::First, devon)), same);
    // A newer first key is its holder's alone, and whoever held an older one may hold the second then.
    run(desk.open_inbox(now(6), Inbox::First, me)).unwrap();
    assert!(run(desk.open_inbox(now(7), Inbox::Second, greta)).is_ok());
    assert_eq!(run(desk.open_inbox(now(8), Inbox::First, greta)), same);
    let team = enter(&store, "morag").team();
    assert!(team.opens_inbox(Inbox::First, me) && !team.opens_inbox(Inbox::First, greta));
}

#[test]
fn wes_9_an_officer_who_opens_the_second_inbox_and_knows_them_leaves_the_case_with_the_manager() {
    let (store, desk, _) = with_inbox(ProfileId::WestmorlandFurness);
    let me = desk.me().unwrap().id;
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let second = run(desk.open_inbox(now(2), Inbox::Second, devon)).unwrap();
    run(desk.declare(now(2), devon, friend("Kelly-Anne Braithwaite"))).unwrap();
    let sent = referral("Kelly-Anne Braithwaite", "Jayden");
    let file = locked(&second.key, FormKind::Referral, &sent.to_bytes().unwrap());
    let at_devon = enter(&store, "devon");
    let incoming = at_devon.read_file(now(5), file.bytes()).unwrap();
    assert_eq!(incoming.check().outcome, ConflictOutcome::Bar);
    let id = run(at_devon.take_in(now(6), &incoming, &new_case(false, None))).unwrap();
    assert!(at_devon.case(id).is_err());
    assert!(enter(&store, "devon").cases(&CaseFilter::default()).is_empty());
    let desk = enter(&store, "morag");
    let front = desk.case(id).unwrap().front;
    assert_eq!(front.holders.keys().copied().collect::<Vec<_>>(), [me]);
    assert_eq!((front.worker(), front.status), (None, CaseStatus::Intake));
    run(desk.answer_before_opening(now(7), id, false)).unwrap();
    assert_eq!(desk.case(id).unwrap().story.unwrap().referral.as_ref().unwrap().0, sent);
}

#[test]
fn sps_15_a_yes_without_a_name_is_said_before_opening_and_has_to_be_looked_at() {
    let (_, desk, key) = with_inbox(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    let sent = referral("Kelly-Anne Braithwaite", "Jayden").to_bytes().unwrap();
    let mut sent: serde_json::Value = serde_json::from_slice(&sent).unwrap();
    sent["knows"]["answer"] = "yes".into();
    let file = locked(&key, FormKind::Referral, &serde_json::to_vec(&sent).unwrap());
    let incoming = desk.read_file(now(5), file.bytes()).unwrap();
    assert!(incoming.before_opening().knows_unnamed);
    assert_eq!(incoming.check().outcome, ConflictOutcome::Look);
    assert!(matches!(
        run(desk.take_in(now(6), &incoming, &new_case(false, None))),
        Err(OpenError::PassItOn(_))
    ));
    let looked = TakeIn::NewCase {
        knows: false,
        worker: Some(me),
        request: AllocateRequest::default(),
        not_the_same: String::new(),
        own_not_the_same: "They told me that it is our old receptionist".into(),
    };
    let id = run(desk.take_in(now(6), &incoming, &looked)).unwrap();
    let front = desk.case(id).unwrap().front;
    assert!(evenhand_engine::case::answer::BeforeOpening::from(&front.family).knows_unnamed);
    assert!(front.checks[&me].looked_at.is_some());

    sent["knows"]["answer"] = "no".into();
    let file = locked(&key, FormKind::Referral, &serde_json::to_vec(&sent).unwrap());
    let incoming = desk.read_file(now(7), file.bytes()).unwrap();
    assert!(!incoming.before_opening().knows_unnamed);
    assert_eq!(incoming.check().outcome, ConflictOutcome::Clear);
}

#[test]
fn lei_29_a_form_that_says_no_counts_as_not_met_and_a_resend_that_says_no_counts_too() {
    let (_, desk, key) = with_inbox(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    let mut sent = referral("Kelly-Anne Braithwaite", "Jayden");
    let bring = |desk: &Desk, sent: &Referral, at: i64| bring(desk, &key, sent, at);
    let id = run(desk.take_in(now(6), &bring(&desk, &sent, 5), &new_case(false, Some(me)))).unwrap();
    sent.keep_record = false;
    let again = bring(&desk, &sent, 7);
    run(desk.take_in(now(8), &again, &TakeIn::Duplicate { of: id })).unwrap();
    assert_eq!(desk.may_keep(now(9), id), Err(CaseError::SaidNo));
    let third = bring(&desk, &sent, 9);
    assert_eq!(
        run(desk.take_in(now(9), &third, &TakeIn::Duplicate { of: id })),
        Err(CaseError::SaidNo.into())
    );
    run(desk.erase_identity(now(10), id)).unwrap();
    let other = run(desk.take_in(now(11), &bring(&desk, &sent, 11), &new_case(false, Some(me)))).unwrap();
    assert_eq!(
        desk.may_keep(now(9), other),
        Err(CaseError::SaidNo),
        "a new case of a form that says no"
    );
}

#[test]
fn sps_15_a_yes_without_a_name_gives_the_case_to_the_second_inbox_too_and_to_no_manager_who_may_be_meant() {
    let (store, desk, key) = with_inbox(ProfileId::Sps);
    let me = desk.me().unwrap().id;
    let greta = join(&desk, "Greta Holm", Role::Manager);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    run(desk.open_inbox(now(2), Inbox::Second, devon)).unwrap();
    let sent = referral("Kelly-Anne Braithwaite", "Jayden").to_bytes().unwrap();
    let mut sent: serde_json::Value = serde_json::from_slice(&sent).unwrap();
    sent["knows"]["answer"] = "yes".into();
    let file = locked(&key, FormKind::Referral, &serde_json::to_vec(&sent).unwrap());
    let incoming = desk.read_file(now(5), file.bytes()).unwrap();
    assert!(
        matches!(
            run(desk.take_in(now(6), &incoming, &new_case(false, None))),
            Err(OpenError::PassItOn(_))
        ),
        "nobody gets it before somebody looked"
    );
    let looked = TakeIn::NewCase {
        knows: false,
        worker: Some(me),
        request: AllocateRequest::default(),
        not_the_same: String::new(),
        own_not_the_same: "They told me that it is not me".into(),
    };
    let id = run(desk.take_in(now(6), &incoming, &looked)).unwrap();
    let holders = desk.case(id).unwrap().front.holders.clone();
    assert!(holders.contains_key(&me) && holders.contains_key(&devon), "{holders:?}");
    assert!(!holders.contains_key(&greta));
    assert_eq!(enter(&store, "greta").case(id).err(), Some(CaseError::NoSuchCase));
    assert!(enter(&store, "devon").case(id).is_ok());
}
