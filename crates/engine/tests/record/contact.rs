//! What a contact is asked: the statement, the aim, the place.

use crate::calder_vale::{contact, family, join, now, own_case, party, run, service};
use crate::set_up::{SCHOOL, state};
use evenhand_domain::case::contact::{Contact, ContactWay, Explained, Place, Stated, Venue, Wording};
use evenhand_domain::case::party::WordsKind;
use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::Role;
use evenhand_engine::case::CaseError;
use evenhand_engine::case::allocate::{AllocateError, AllocateRequest};
use evenhand_engine::case::open::{OpenError, OpenRequest};
use evenhand_engine::case::record::RecordError;
use evenhand_engine::policy::duty::DutyState;
use evenhand_engine::policy::profile::Topic;

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
fn cam_25_a_decision_is_explained_whole_and_a_side_that_was_taken_is_seen() {
    let (_, desk, _) = service(ProfileId::Camden);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let told = |explained| Contact {
        facts: String::new(),
        explained: Some(explained),
        ..contact(user, "")
    };
    let whole = Explained {
        whose: "The SEN officer of the council".into(),
        decision: "They will not assess him".into(),
        reasons: "The school's own help has not been tried for two terms".into(),
        how: "We read the letter together and drew the steps".into(),
        unclear: "Who writes the next plan".into(),
        took_no_side: true,
    };
    assert_eq!(state(&desk, case, Topic::DecisionExplained), DutyState::NotCalledFor);
    for lacking in [
        Explained {
            whose: " ".into(),
            ..whole.clone()
        },
        Explained {
            decision: String::new(),
            ..whole.clone()
        },
        Explained {
            reasons: String::new(),
            ..whole.clone()
        },
        Explained {
            how: String::new(),
            ..whole.clone()
        },
        Explained {
            unclear: String::new(),
            ..whole.clone()
        },
    ] {
        assert_eq!(
            run(desk.record_contact(now(4), case, told(lacking))),
            Err(RecordError::ExplainedNotAnswered)
        );
    }
    let of = run(desk.record_contact(now(4), case, told(whole.clone()))).unwrap();
    assert_eq!(state(&desk, case, Topic::DecisionExplained), DutyState::Met);
    let took_a_side = Explained {
        took_no_side: false,
        ..whole.clone()
    };
    run(desk.correct_contact(now(5), case, of, "I defended it", told(took_a_side))).unwrap();
    assert_eq!(state(&desk, case, Topic::DecisionExplained), DutyState::NotMet);
    assert_eq!(
        desk.case(case).unwrap().story.unwrap().contacts[0].earlier[0]
            .was
            .explained,
        Some(whole.clone())
    );
    // Where only Camden asks for it, the rest is a reminder; who decided what, and how it was explained, is always there.
    let (_, desk, _) = service(ProfileId::Sps);
    let case = own_case(&desk, "Samina Latif");
    let user = party(&desk, case).id;
    let short = Explained {
        reasons: String::new(),
        ..whole.clone()
    };
    let of = |explained| Contact {
        explained: Some(explained),
        ..contact(user, "x")
    };
    run(desk.record_contact(now(4), case, of(short))).unwrap();
    assert_eq!(state(&desk, case, Topic::DecisionExplained), DutyState::NotMet);
    let empty = Explained {
        how: String::new(),
        ..whole
    };
    assert_eq!(
        run(desk.record_contact(now(4), case, of(empty))),
        Err(RecordError::ExplainedNotAnswered)
    );
}
