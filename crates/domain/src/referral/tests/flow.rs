//! Every track leads to the check page, and back undoes next.

use proptest::prelude::*;

use super::sample::{least, service, setting};
use crate::referral::{Answers, Field, Kind, Onward, Part, Question, Setting};

const TRACKS: [&str; 5] = ["parent", "young_person", "child", "helper", "practitioner"];

/// Walks from the first page by Continue; the pages passed, and where it ended.
fn walk(answers: &Answers, setting: Setting<'_>) -> (Vec<Question>, Option<Onward>) {
    let mut passed = vec![Question::Device];
    loop {
        let here = passed[passed.len() - 1];
        assert_eq!(
            here.previous(answers, setting),
            passed.len().checked_sub(2).map(|before| passed[before]),
            "back undoes next"
        );
        if !here.validate(answers, setting).is_empty() {
            return (passed, None);
        }
        match here.next(answers, setting) {
            Some(Onward::Ask(question)) => passed.push(question),
            end => return (passed, end),
        }
        assert!(passed.len() <= Question::ALL.len(), "no page comes twice");
    }
}

#[test]
fn every_track_reaches_the_check_page_with_no_more_than_it_must_ask() {
    let service = service();
    for who in TRACKS {
        let setting = Setting {
            practitioners_may_ask: true,
            ..setting(&service)
        };
        let (passed, end) = walk(&least(who), setting);
        assert_eq!(end, Some(Onward::Check), "{who} came through {passed:?}");
        for asked in [Question::School, Question::Postcode, Question::Knows] {
            assert!(
                passed.contains(&asked),
                "{who} is asked {asked:?}, for without it no conflict can be found (SPS-14, SPS-15)"
            );
        }
        assert!(
            least(who)
                .referral(setting, "2026-11-23".parse().unwrap(), "en")
                .is_some()
        );
    }
}

#[test]
fn cam_8_a_practitioner_asks_where_the_profile_lets_them_and_else_is_told_why_not() {
    let service = service();
    let (passed, end) = walk(&least("practitioner"), setting(&service));
    assert_eq!((passed.last(), end), (Some(&Question::Together), None));
    assert!(Question::Together.is_stop());
    assert!(
        least("practitioner")
            .referral(setting(&service), "2026-11-23".parse().unwrap(), "en")
            .is_none()
    );
}

#[test]
fn sps_20_a_child_is_asked_little_and_sps_3_a_young_person_is_told_of_their_parents() {
    let service = service();
    let (child, _) = walk(&least("child"), setting(&service));
    assert!(!child.contains(&Question::Name) && !child.contains(&Question::Area) && child.len() == 11);
    let (young, _) = walk(&least("young_person"), setting(&service));
    assert_eq!(young[2], Question::Parents);
}

#[test]
fn who_lives_elsewhere_is_told_who_helps_there() {
    let service = service();
    let mut answers = least("parent");
    answers.set(Field::Area, "no");
    assert_eq!(walk(&answers, setting(&service)).0.last(), Some(&Question::OutOfArea));
    answers.set(Field::Area, "not_sure");
    assert_eq!(walk(&answers, setting(&service)).1, Some(Onward::Check));
}

#[test]
fn lei_29_no_record_does_not_end_the_journey() {
    let service = service();
    let mut answers = least("parent");
    answers.set(Field::KeepRecord, "no");
    assert_eq!(walk(&answers, setting(&service)).1, Some(Onward::Check));
    let referral = answers
        .referral(setting(&service), "2026-11-23".parse().unwrap(), "en")
        .unwrap();
    assert!(!referral.keep_record);
}

#[test]
fn a_change_that_opens_a_question_goes_there_and_else_back_to_the_check_page() {
    let service = service();
    let setting = setting(&service);
    let mut answers = least("child");
    assert_eq!(Question::after_change(&answers, setting), Onward::Check);
    answers.set(Field::Who, "parent");
    answers.set(Field::Area, "");
    assert_eq!(Question::after_change(&answers, setting), Onward::Ask(Question::Area));
    answers.set(Field::Area, "yes");
    answers.set(Field::ContactBy, "email");
    assert_eq!(
        Question::after_change(&answers, setting),
        Onward::Ask(Question::Contact)
    );
}

#[test]
fn a_page_in_the_middle_is_not_shown_before_what_comes_before_it() {
    let service = service();
    let setting = setting(&service);
    assert!(Question::Device.is_reachable(&Answers::default(), setting));
    assert!(!Question::Contact.is_reachable(&Answers::default(), setting));
    assert!(Question::Contact.is_reachable(&least("parent"), setting));
    assert!(!Question::Parents.is_reachable(&least("parent"), setting));
}

/// All the words that a part offers, with those of what it reveals.
fn offered(part: &Part, all: &mut Vec<(Field, Vec<String>)>) {
    match &part.kind {
        Kind::Radios(choices) | Kind::Checkboxes(choices) => {
            all.push((part.field, choices.iter().map(|choice| choice.word.clone()).collect()));
            choices
                .iter()
                .flat_map(|choice| &choice.reveals)
                .for_each(|part| offered(part, all));
        }
        Kind::Tick => all.push((part.field, vec![String::new(), "yes".to_owned()])),
        Kind::Date => all.extend([
            (Field::DateDay, vec!["3".to_owned(), String::new(), "40".to_owned()]),
            (Field::DateMonth, vec!["Mar".to_owned(), "13".to_owned(), String::new()]),
            (Field::DateYear, vec!["27".to_owned(), "2027".to_owned(), String::new()]),
        ]),
        Kind::Line(_) | Kind::Lines(_) => {
            all.push((
                part.field,
                vec![String::new(), "a@b.example".to_owned(), "07700 900461".to_owned()],
            ));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever is answered, in whatever order, one page leads on, stops with other help, or says what to mend.
    #[test]
    fn no_answers_lead_into_a_dead_end(picks in prop::collection::vec(any::<prop::sample::Index>(), 60), allowed: bool) {
        let service = service();
        let setting = Setting { service: &service, practitioners_may_ask: allowed };
        let mut answers = Answers::default();
        let mut picks = picks.into_iter();
        for question in Question::ALL {
            let mut boxes = Vec::new();
            question.parts(&answers).iter().for_each(|part| offered(part, &mut boxes));
            for (field, words) in boxes {
                if let Some(pick) = picks.next() {
                    answers.set(field, pick.get(&words));
                }
            }
        }
        let (passed, end) = walk(&answers, setting);
        let last = passed[passed.len() - 1];
        let built = answers.referral(setting, "2026-11-23".parse().unwrap(), "en").is_some();
        prop_assert_eq!(built, end == Some(Onward::Check));
        prop_assert!(end.is_some() || last.is_stop() || !last.validate(&answers, setting).is_empty());
    }
}
