//! A case from the first call to closing, and an ordinary week.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod calder_vale;

use calder_vale::{contact, day, enter, family, now, own_case, party, run, service};
use evenhand_domain::case::action::{Action, ActionKind};
use evenhand_domain::case::close::{FeedbackOffer, FeedbackWay};
use evenhand_domain::case::consent::{Consent, GivenHow, StorageAnswer};
use evenhand_domain::case::contact::{AgencyTalk, Channel, Contact, ContactWay, Enquiry, Stated, Wording};
use evenhand_domain::case::options::{Choice, Decision, OptionSet};
use evenhand_domain::case::signature::Signature;
use evenhand_domain::case::state::CaseStatus;
use evenhand_domain::event::CaseTie;
use evenhand_domain::ids::PartyId;
use evenhand_domain::profile::ProfileId;
use evenhand_engine::case::CaseError;
use evenhand_engine::case::close::{CloseError, CloseRequest};
use evenhand_engine::case::list::{CaseFilter, WorkTask};
use evenhand_engine::case::open::OpenRequest;
use evenhand_engine::case::record::RecordError;
use evenhand_engine::case::search::Search;
use evenhand_engine::case::story::StoryError;

fn consent(party: PartyId) -> Consent {
    Consent {
        party,
        agency: "Alder Bank Primary School".into(),
        content: "that Zain will be back on Monday".into(),
        purpose: "so that they are ready".into(),
        how: GivenHow::Spoken,
        understood: "She said it back in her own words".into(),
        own_request: false,
        until: None,
        signed: None,
    }
}

fn talk() -> AgencyTalk {
    AgencyTalk {
        agency: "Alder Bank Primary School".into(),
        consent: None,
        said: String::new(),
        heard: "They have a place for him".into(),
        told_passed_on: true,
        why_not_told: String::new(),
        without_permission: None,
    }
}

fn close() -> CloseRequest {
    CloseRequest {
        outcome: "Back in school full time".into(),
        as_they_see_it: "Happy for now".into(),
        feedback: FeedbackOffer {
            way: FeedbackWay::Slip,
            why: String::new(),
        },
        why_left_open: "No decision was needed".into(),
    }
}

#[test]
fn a_call_becomes_a_closed_case() {
    let (store, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    run(desk.record_contact(now(4), case, contact(user, "Sent home at noon each day."))).unwrap();
    let choices = ["Ask for a meeting", "Nothing for now"].map(|what| Choice {
        what: what.into(),
        pros: "p".into(),
        cons: "c".into(),
        basis: "Children and Families Act 2014, section 42".into(),
    });
    let set = OptionSet {
        matter: "Part-time timetable".into(),
        to: vec![user],
        choices: choices.to_vec(),
        limits: "By 15 December 2026: send the appeal.".into(),
    };
    let options = run(desk.explain_options(now(5), case, set)).unwrap();
    let decision = Decision {
        options,
        party: user,
        words: "I will ask for a meeting".into(),
        risks_explained: String::new(),
    };
    run(desk.note_decision(now(6), case, decision)).unwrap();
    assert_eq!(
        run(desk.close_case(
            now(7),
            case,
            CloseRequest {
                why_left_open: String::new(),
                ..close()
            }
        )),
        Err(CloseError::MissingNeedsReason),
        "wishes of the child are not there, and the policy asks for them"
    );
    run(desk.close_case(now(7), case, close())).unwrap();
    let file = enter(&store, "morag").case(case).unwrap();
    assert_eq!(file.front.status, CaseStatus::Closed);
    let story = file.story.unwrap();
    assert!(
        story
            .closing()
            .unwrap()
            .now
            .left_open
            .iter()
            .any(|line| line.contains("SPS-7"))
    );
    assert_eq!(
        run(desk.record_contact(now(8), case, contact(user, "x"))),
        Err(RecordError::Case(CaseError::Closed))
    );
    assert_eq!(run(desk.reopen_case(now(9), case, " ")), Err(CloseError::ReasonMissing));
    run(desk.reopen_case(now(9), case, "Sent home again")).unwrap();
    assert_eq!(desk.case(case).unwrap().front.status, CaseStatus::Open);
}

#[test]
fn sps_11_sps_12_a_contact_says_for_each_party_whether_impartiality_was_stated() {
    let (_, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let none = Contact {
        statements: Vec::new(),
        ..contact(user, "x")
    };
    assert_eq!(
        run(desk.record_contact(now(4), case, none)),
        Err(RecordError::StatementNotAnswered { party: user })
    );
    let mut no = contact(user, "x");
    no.statements[0].stated = Stated::No { why: " ".into() };
    assert_eq!(
        run(desk.record_contact(now(4), case, no.clone())),
        Err(RecordError::StatementNeedsReason { party: user })
    );
    no.statements[0].stated = Stated::No {
        why: "She was crying".into(),
    };
    run(desk.record_contact(now(4), case, no)).unwrap();
    let child = desk
        .case(case)
        .unwrap()
        .story
        .unwrap()
        .parties
        .values()
        .find(|party| !party.service_user)
        .unwrap()
        .id;
    let meeting = Contact {
        way: ContactWay::Meeting,
        with: vec![user, child],
        ..contact(user, "x")
    };
    assert_eq!(
        run(desk.record_contact(now(5), case, meeting)),
        Err(RecordError::StatementNotAnswered { party: child })
    );
}

#[test]
fn lei_29_lei_30_nothing_is_kept_before_they_agreed_and_were_told() {
    let (_, desk, _) = service(ProfileId::Leicester);
    let me = desk.me().unwrap().id;
    let asked = OpenRequest {
        worker: Some(me),
        storage: None,
        told_access: String::new(),
        ..family("Samina Latif", "Zain", "Alder Bank")
    };
    let case = run(desk.open_case(now(3), &asked)).unwrap();
    let user = party(&desk, case).id;
    assert_eq!(
        run(desk.record_contact(now(4), case, contact(user, "x"))),
        Err(CaseError::StorageNotAnswered.into())
    );
    let answer = |agreed| StorageAnswer {
        party: user,
        agreed,
        how: GivenHow::Spoken,
    };
    run(desk.answer_storage(now(5), case, answer(true))).unwrap();
    assert_eq!(
        run(desk.record_contact(now(6), case, contact(user, "x"))),
        Err(CaseError::AccessNotTold.into())
    );
    let told = evenhand_domain::case::party::AccessTold {
        party: user,
        how: "on the telephone".into(),
    };
    run(desk.tell_access(now(7), case, told)).unwrap();
    run(desk.record_contact(now(8), case, contact(user, "x"))).unwrap();
}

#[test]
fn lei_29_a_refusal_erases_who_they_are_and_the_rest_still_opens() {
    let (store, desk, _) = service(ProfileId::Leicester);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let answer = StorageAnswer {
        party: user,
        agreed: false,
        how: GivenHow::Spoken,
    };
    run(desk.answer_storage(now(5), case, answer)).unwrap();
    run(desk.erase_identity(now(6), case)).unwrap();
    for desk in [desk, enter(&store, "morag")] {
        let file = desk.case(case).unwrap();
        assert!(
            !format!("{file:?}").contains("Latif"),
            "nothing that identifies them is left"
        );
        assert!(!format!("{file:?}").contains("Alder Bank"));
        assert_eq!(file.story.unwrap().service_user().unwrap().name, "Parent");
        assert!(
            desk.cases(&CaseFilter {
                search: Search::typed("latif"),
                ..CaseFilter::default()
            })
            .is_empty()
        );
        assert_eq!(desk.faults(), []);
    }
}

#[test]
fn lei_26_lei_27_an_agency_hears_what_was_agreed_and_what_it_says_is_passed_on() {
    let (_, desk, _) = service(ProfileId::Leicester);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let with = |talk| Contact {
        agency: Some(talk),
        ..contact(user, "x")
    };
    let disclosed = AgencyTalk {
        said: "He will be back on Monday".into(),
        ..talk()
    };
    let refused = run(desk.record_contact(now(4), case, with(disclosed.clone())));
    assert_eq!(
        refused,
        Err(RecordError::NoConsent {
            agency: "Alder Bank Primary School".into()
        })
    );
    // A call from the agency is recorded with nothing disclosed.
    run(desk.record_contact(now(4), case, with(talk()))).unwrap();
    let given = run(desk.give_consent(now(5), case, consent(user))).unwrap();
    let covered = AgencyTalk {
        consent: Some(given),
        ..disclosed
    };
    run(desk.record_contact(now(6), case, with(covered.clone()))).unwrap();
    let untold = AgencyTalk {
        told_passed_on: false,
        ..covered.clone()
    };
    assert_eq!(
        run(desk.record_contact(now(6), case, with(untold))),
        Err(RecordError::AgencyNoticeNeedsReason)
    );
    let story = desk.case(case).unwrap().story.unwrap();
    let pass_on: Vec<_> = story
        .open_actions()
        .filter(|kept| kept.now.action.kind == ActionKind::PassOn)
        .collect();
    assert_eq!(pass_on.len(), 2);
    run(desk.finish_action(now(7), case, pass_on[0].id, "told her on the telephone")).unwrap();

    run(desk.withdraw_consent(now(8), case, given, "sent a text")).unwrap();
    let after = run(desk.record_contact(now(9), case, with(covered)));
    assert_eq!(
        after,
        Err(RecordError::ConsentDoesNotHold {
            agency: "Alder Bank Primary School".into()
        })
    );
    assert_eq!(
        run(desk.withdraw_consent(now(9), case, given, "again")),
        Err(StoryError::AlreadyWithdrawn)
    );
}

#[test]
fn wes_5_sta_9_permission_is_understood_and_for_the_authority_their_own_request() {
    let (_, desk, _) = service(ProfileId::WestmorlandFurness);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let unclear = Consent {
        understood: String::new(),
        ..consent(user)
    };
    assert_eq!(
        run(desk.give_consent(now(4), case, unclear)),
        Err(StoryError::UnderstandingMissing)
    );

    let (_, desk, _) = service(ProfileId::Staffordshire);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let council = Consent {
        agency: "Staffordshire County Council SEND team".into(),
        ..consent(user)
    };
    assert_eq!(
        run(desk.give_consent(now(4), case, council.clone())),
        Err(StoryError::OwnRequestNeeded)
    );
    run(desk.give_consent(
        now(4),
        case,
        Consent {
            own_request: true,
            ..council
        },
    ))
    .unwrap();
}

#[test]
fn lei_26_wes_5_a_permission_is_signed_on_the_screen_below_the_words_that_were_read() {
    let (store, desk, _) = service(ProfileId::WestmorlandFurness);
    let case = own_case(&desk, "Samina Latif");
    let signature = |drawn: &str, typed: &str| Signature {
        words: "I agree that the service may tell Alder Bank Primary School this: the date.".into(),
        drawn: drawn.parse().unwrap(),
        typed: typed.into(),
    };
    let signed = |signed: Option<Signature>, how: GivenHow| Consent {
        how,
        signed,
        ..consent(party(&desk, case).id)
    };
    let missing = Err(StoryError::Missing { what: "the signature" });
    for (by, how) in [
        (None, GivenHow::Signed),
        (Some(signature("", " ")), GivenHow::Signed),
        (Some(signature("1,2 3,4", "")), GivenHow::Spoken),
    ] {
        assert_eq!(run(desk.give_consent(now(4), case, signed(by, how))), missing);
    }
    for by in [signature("10,20 30,40;7,7", ""), signature("", "Samina Latif")] {
        run(desk.give_consent(now(4), case, signed(Some(by), GivenHow::Signed))).unwrap();
    }
    let desk = enter(&store, "morag");
    let story = desk.case(case).unwrap().story.unwrap();
    let kept: Vec<_> = story
        .consents
        .iter()
        .map(|kept| kept.now.consent.signed.clone().unwrap())
        .collect();
    assert_eq!(kept, [signature("10,20 30,40;7,7", ""), signature("", "Samina Latif")]);
}

#[test]
fn sps_1_one_option_is_no_choice() {
    let (_, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let one = Choice {
        what: "Appeal".into(),
        pros: String::new(),
        cons: String::new(),
        basis: String::new(),
    };
    let empty = Choice {
        what: "  ".into(),
        ..one.clone()
    };
    let set = OptionSet {
        matter: "Refusal".into(),
        to: vec![user],
        choices: vec![one, empty],
        limits: String::new(),
    };
    assert_eq!(
        run(desk.explain_options(now(4), case, set)),
        Err(StoryError::OneOptionOnly)
    );
}

#[test]
fn an_ordinary_week() {
    let (store, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    // A wrong entry is corrected, and both show.
    let of = run(desk.record_contact(now(4), case, contact(user, "The letter came on Friday."))).unwrap();
    assert!(run(desk.correct_contact(now(5), case, of, "", contact(user, "y"))).is_err());
    run(desk.correct_contact(
        now(5),
        case,
        of,
        "Wrong day",
        contact(user, "The letter came on Thursday."),
    ))
    .unwrap();
    let kept = &desk.case(case).unwrap().story.unwrap().contacts[0];
    assert_eq!(kept.now.facts, "The letter came on Thursday.");
    assert_eq!(kept.earlier[0].was.facts, "The letter came on Friday.");
    // A brother's case of its own, which each knows of.
    let sibling = OpenRequest {
        linked: Some((case, CaseTie::Sibling)),
        worker: Some(desk.me().unwrap().id),
        ..family("Samina Latif", "Hamza", "Lidget Brow High School")
    };
    let brother = run(desk.open_case(now(6), &sibling)).unwrap();
    assert_eq!(
        desk.case(case).unwrap().story.unwrap().links,
        [(brother, CaseTie::Sibling)]
    );
    // A young person's record is a case of its own with its own key (SPS-3): the other's words are not in it.
    assert!(!format!("{:?}", desk.case(brother).unwrap()).contains("Thursday"));
    // Work shows what is due, and search finds it however it is typed.
    let action = Action {
        what: "Ring the school".into(),
        due: day("2026-11-22"),
        who: None,
        kind: ActionKind::Next,
    };
    let action = run(desk.set_action(now(7), case, action)).unwrap();
    let work = desk.work(now(8)).unwrap();
    assert!(matches!(&work.overdue[0].task, WorkTask::Do { what, .. } if what.what == "Ring the school"));
    run(desk.finish_action(now(9), case, action, "")).unwrap();
    assert!(desk.work(now(9)).unwrap().overdue.is_empty());
    let found = |typed| {
        desk.cases(&CaseFilter {
            search: Search::typed(typed),
            ..CaseFilter::default()
        })
        .len()
    };
    assert_eq!(
        (
            found("samina"),
            found("LATIF thursday"),
            found("01632960011"),
            found("zzz")
        ),
        (2, 1, 2, 0)
    );
    // The whole week is there again after a lock.
    desk.lock();
    let desk = enter(&store, "morag");
    assert_eq!(desk.cases(&CaseFilter::default()).len(), 2);
    assert_eq!(desk.faults(), []);
}

#[test]
fn cam_1_cam_4_an_anonymous_enquiry_becomes_a_case_in_one_step() {
    let (store, desk, _) = service(ProfileId::Camden);
    let enquiry = Enquiry {
        topic: "Exclusion".into(),
        minutes: Some(4),
        stated: Stated::Yes {
            wording: Wording::Plain,
            understood: String::new(),
        },
        note: "Asked about part-time timetables".into(),
    };
    let missing = Enquiry {
        topic: " ".into(),
        ..enquiry.clone()
    };
    assert!(run(desk.log_enquiry(now(3), Channel::Telephone, missing)).is_err());
    let id = run(desk.log_enquiry(now(3), Channel::Telephone, enquiry)).unwrap();
    assert!(desk.case(id).unwrap().front.is_enquiry);
    let asked = OpenRequest {
        worker: Some(desk.me().unwrap().id),
        ..family("Samina Latif", "Zain", "Alder Bank")
    };
    run(desk.enquiry_to_case(now(4), id, &asked)).unwrap();
    let desk = enter(&store, "morag");
    let file = desk.case(id).unwrap();
    assert!(!file.front.is_enquiry);
    assert_eq!(desk.who(id).unwrap(), "Zain");
    assert_eq!(file.story.unwrap().enquiry.as_ref().unwrap().topic, "Exclusion");
}

#[test]
fn a_file_is_sealed_kept_and_erased() {
    let (store, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let letter = vec![7_u8; 200_000];
    let of = run(desk.attach(now(4), case, "letter.pdf", "The refusal", &letter)).unwrap();
    let (name, bytes) = run(enter(&store, "morag").open_attachment(case, of)).unwrap();
    assert_eq!((name.as_str(), bytes), ("letter.pdf", letter));
    run(desk.erase_attachment(now(5), case, of, "Wrong family")).unwrap();
    assert!(run(desk.open_attachment(case, of)).is_err());
    assert!(run(desk.attach(now(6), case, "big", "", &vec![0; 10 * 1024 * 1024 + 1])).is_err());
}
