//! Whether a record may be kept: what waits for the answer, and what a "no" ends.

use crate::calder_vale::{contact, family, now, own_case, party, run, service};
use crate::set_up::{SCHOOL, close, consent, set, state};
use evenhand_domain::case::close::FeedbackWay;
use evenhand_domain::case::consent::{GivenHow, StorageAnswer};
use evenhand_domain::case::party::{OwnWords, WordsKind};
use evenhand_domain::family::Standing;
use evenhand_domain::ids::CaseId;
use evenhand_domain::profile::ProfileId;
use evenhand_engine::case::CaseError;
use evenhand_engine::case::attach::AttachError;
use evenhand_engine::case::open::{OpenRequest, new_party};
use evenhand_engine::case::record::RecordError;
use evenhand_engine::case::story::StoryError;
use evenhand_engine::desk::Desk;
use evenhand_engine::policy::duty::DutyState;
use evenhand_engine::policy::profile::Topic;

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
        assert_eq!(desk.may_keep(now(9), case), Err(CaseError::SaidNo));
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
    assert_eq!(
        desk.may_keep(now(9), case),
        Ok(()),
        "this policy is silent, so nothing waits"
    );
    assert_eq!(identifying_writes(&desk, case, 4), vec![None; 6]);
}
