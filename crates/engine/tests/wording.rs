//! Help with the wording: whom it is for, what the service allows, and what is kept of it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod calder_vale;

use std::collections::BTreeMap;

use calder_vale::{contact, enter, join, now, own_case, party, run, service};
use evenhand_domain::case::contact::KeptWording;
use evenhand_domain::profile::ProfileId;
use evenhand_domain::register::Kind;
use evenhand_domain::worker::Role;
use evenhand_engine::desk::Desk;
use evenhand_engine::policy::recording::{Checks, Label};
use evenhand_engine::register::RegisterError;

/// The words and rules as the page fetches them.
fn checks() -> Checks {
    Checks::read(concat!(
        include_str!("../../recording/data/words.txt"),
        include_str!("../../recording/data/rules.txt")
    ))
    .unwrap()
}

fn marked(desk: &Desk, text: &str) -> Vec<(Label, String)> {
    let marks = desk.look_at_wording(&checks(), text).into_iter();
    marks.map(|mark| (mark.label, text[mark.span].to_owned())).collect()
}

const TOLD: &str = "Mum said school is useless. I told her to appeal.";

#[test]
fn cam_11_sps_5_words_that_push_are_marked_and_the_family_is_not_corrected() {
    let (_, morag, _) = service(ProfileId::Camden);
    assert_eq!(
        marked(&morag, TOLD),
        [(Label::Directive, "I told her to appeal".into())]
    );
    assert_eq!(marked(&morag, "LA refused to assess, letter dated 4/3."), []);
    morag.lock();
    assert_eq!(marked(&morag, TOLD), [], "nothing is looked at behind a lock");
}

#[test]
fn lei_3_what_the_manager_allows_is_not_marked_again_for_anybody() {
    let (store, morag, _) = service(ProfileId::Leicester);
    join(&morag, "Sam Okoro", Role::Officer);
    morag.lock();
    let sam = enter(&store, "sam");
    let words = "told her to appeal";
    let asked = run(sam.ask_to_allow(now(3), words, "It is what the tribunal itself wrote")).unwrap();
    assert_eq!(marked(&sam, TOLD).len(), 1, "asking allows nothing");
    let answered = |by: &Desk, allowed: &str| {
        let mut values: BTreeMap<String, String> = by.register_entry(asked).unwrap().entry.values;
        values.insert("allowed".into(), allowed.into());
        run(by.change_entry(now(4), asked, values))
    };
    assert_eq!(
        answered(&sam, "yes"),
        Err(RegisterError::NotYours),
        "nobody allows their own words"
    );
    sam.lock();

    let morag = enter(&store, "morag");
    let due = |desk: &Desk| desk.due(now(5)).iter().any(|item| item.kind == Some(Kind::Phrase));
    assert!(due(&morag), "the manager sees what was asked");
    answered(&morag, "no").unwrap();
    assert_eq!(marked(&morag, TOLD).len(), 1);
    answered(&morag, "yes").unwrap();
    assert!(!due(&morag));
    // "I" is not among the words that were allowed, so what reaches further than they do is still marked.
    assert_eq!(marked(&morag, TOLD).len(), 1);
    let rest = "Rang mum, told her to appeal.";
    assert_eq!(&rest[checks().check(rest)[0].span.clone()], words);
    assert_eq!(marked(&morag, rest), []);
    assert_eq!(marked(&morag, "Told Her To Appeal."), []);
    assert_eq!(
        marked(&morag, "Told her to appeal. Told dad to appeal.").len(),
        1,
        "other words are other words"
    );
    morag.lock();
    let sam = enter(&store, "sam");
    assert_eq!(marked(&sam, rest), []);
    assert!(!sam.may_change_entry(asked), "what was allowed stays what was asked");
}

#[test]
fn lei_14_a_phrase_that_names_somebody_of_a_case_is_not_asked_for() {
    let (_, morag, _) = service(ProfileId::Leicester);
    own_case(&morag, "Amina Hassan");
    let asked = run(morag.ask_to_allow(now(4), "Amina Hassan must appeal", "Everybody says so"));
    assert!(matches!(asked, Err(RegisterError::Answers(faults)) if faults[0].field == "phrase"));
    let without = run(morag.ask_to_allow(now(4), "must appeal", " "));
    assert!(matches!(without, Err(RegisterError::Answers(faults)) if faults[0].field == "why"));
}

#[test]
fn sps_13_why_words_were_kept_stands_with_the_contact() {
    let (store, morag, _) = service(ProfileId::Sps);
    let id = own_case(&morag, "Amina Hassan");
    let mut told = contact(party(&morag, id).id, "School must act.");
    told.kept_wording = vec![KeptWording {
        words: "must act".into(),
        why: "It is section 42".into(),
    }];
    run(morag.record_contact(now(4), id, told.clone())).unwrap();
    morag.lock();
    let again = enter(&store, "morag");
    let story = again.case(id).unwrap().story.unwrap();
    assert_eq!(story.contacts[0].now.kept_wording, told.kept_wording);
}
