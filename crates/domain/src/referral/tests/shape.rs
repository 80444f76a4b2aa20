//! What is sent, and what is not.

use super::sample::{least, service, setting};
use crate::family::Standing;
use crate::referral::{
    Answers, Field, Need, Question, Referral, ReferralError, SchoolAnswer, Topic, newlines, summary,
};

/// Every referral of these tests is sealed by the page's own writer too, which must write the same bytes.
fn referral(answers: &Answers) -> Referral {
    let service = service();
    let referral = answers
        .referral(setting(&service), "2026-11-23".parse().unwrap(), "en")
        .unwrap();
    assert_eq!(referral.to_form().unwrap().into_bytes(), referral.to_bytes().unwrap());
    referral
}

#[test]
fn the_newline_rule_changes_carriage_returns_and_nothing_else() {
    assert_eq!(newlines("a\r\nb\rc\n\rd"), "a\nb\nc\n\nd");
    let kept = "\u{b}\u{7}\u{c}\u{200b}\u{2028}\u{202e}\u{85}\u{1b}[0m\t\0 <script> =1+1 ";
    assert_eq!(newlines(kept), kept);
}

#[test]
fn what_a_later_answer_took_away_is_not_sent() {
    let mut answers = least("parent");
    answers.set(Field::Knows, "yes");
    answers.set(Field::KnowsWho, "my cousin Priya");
    answers.set(Field::Email, "old@example.org");
    assert!(referral(&answers).knows_somebody());
    answers.set(Field::Knows, "no");
    let sent = String::from_utf8(referral(&answers).to_bytes().unwrap()).unwrap();
    assert!(!sent.contains("Priya") && !sent.contains("old@example.org"));
}

#[test]
fn lei_31_the_inbox_is_known_before_the_lock_and_is_that_of_what_is_sent() {
    let service = service();
    let setting = setting(&service);
    for (answer, who, elsewhere) in [
        ("no", "my cousin Priya", false),
        ("yes", "", true),
        ("not_sure", "", false),
        ("not_sure", " my cousin Priya", true),
    ] {
        let mut answers = least("parent");
        answers.set(Field::Knows, answer);
        answers.set(Field::KnowsWho, who);
        assert_eq!(answers.knows_somebody(setting), elsewhere, "{answer} {who:?}");
        assert_eq!(referral(&answers).knows_somebody(), elsewhere, "{answer} {who:?}");
    }
}

#[test]
fn sps_3_a_young_person_sends_nothing_of_a_parents_track() {
    let mut answers = least("parent");
    answers.set(Field::Carer, "yes");
    assert_eq!(referral(&answers).family().people[0].is, Standing::Carer);
    answers.set(Field::Who, "young_person");
    let family = referral(&answers).family();
    assert_eq!(family.people.len(), 1);
    assert_eq!(
        (family.people[0].is, family.people[0].name.as_str()),
        (Standing::YoungPerson, "Aisha Malik")
    );
    assert_eq!(family.people[0].phone.as_deref(), Some("+44 (0)7700 900461"));
}

#[test]
fn sps_14_the_front_sheet_carries_the_school_and_never_the_story() {
    let mut answers = least("parent");
    answers.set(Field::Story, "a long story");
    answers.set(Field::School, "named");
    answers.set(Field::SchoolName, "hollin beck primary school");
    let family = referral(&answers).family();
    let school = family.people[1].school.clone().unwrap();
    assert_eq!(
        (school.urn.as_deref(), school.name.as_str()),
        (Some("901204"), "Hollin Beck Primary School")
    );
    assert!(!format!("{family:?}").contains("long story"));
    answers.set(Field::SchoolUrn, "901204");
    answers.set(Field::SchoolName, "Hollin House");
    assert!(
        matches!(referral(&answers).child.school, SchoolAnswer::Named(school) if school.urn.is_none() && school.name == "Hollin House"),
        "whoever types on after choosing means another school"
    );
}

#[test]
fn two_schools_of_one_name_are_told_apart_by_the_one_that_was_chosen() {
    let mut service = service();
    service.schools.push(crate::school::School {
        urn: Some("999999".to_owned()),
        name: "Hollin Beck Primary School".to_owned(),
        ..crate::school::School::default()
    });
    let mut answers = least("parent");
    answers.set(Field::School, "named");
    answers.set(Field::SchoolName, "Hollin Beck Primary School");
    let urn = |answers: &Answers| match answers
        .referral(setting(&service), "2026-11-23".parse().unwrap(), "en")
        .unwrap()
        .child
        .school
    {
        SchoolAnswer::Named(school) => school.urn,
        _ => None,
    };
    assert_eq!(urn(&answers), None);
    answers.set(Field::SchoolUrn, "999999");
    assert_eq!(urn(&answers).as_deref(), Some("999999"));
}

#[test]
fn sps_16_a_postcode_is_taken_from_a_postal_address_too() {
    let mut answers = least("parent");
    answers.set(Field::ContactBy, "post");
    answers.set(Field::Address, "14 Tanner's Row,\nMossthwaite,\r\nZZ12 3AB");
    assert_eq!(
        referral(&answers).family().people[0].postcode.as_deref(),
        Some("ZZ12 3AB")
    );
    answers.set(Field::Postcode, "ls8 2ab");
    assert_eq!(
        referral(&answers).family().people[0].postcode.as_deref(),
        Some("ls8 2ab")
    );
}

#[test]
fn fields_of_a_later_form_are_kept_and_a_later_shape_is_told_apart() {
    let mut json = serde_json::to_value(referral(&least("parent"))).unwrap();
    json["colour"] = "blue".into();
    json["help"]["topics"] = serde_json::json!(["plan", "moon"]);
    let read = Referral::from_bytes(json.to_string().as_bytes()).unwrap();
    assert_eq!(read.help.topics, [Topic::Plan, Topic::Later("moon".to_owned())]);
    assert_eq!(serde_json::to_value(&read).unwrap(), json);
    json["version"] = 2.into();
    assert_eq!(
        Referral::from_bytes(json.to_string().as_bytes()),
        Err(ReferralError::Newer { found: 2 })
    );
    for other in [&b"{}"[..], b"[1,2]", b"\xff", b"", b"{\"version\":1}"] {
        assert_eq!(Referral::from_bytes(other), Err(ReferralError::NotAReferral));
    }
    let deep = [b"{\"version\":1,\"x\":".as_slice(), "[".repeat(100_000).as_bytes()].concat();
    assert_eq!(Referral::from_bytes(&deep), Err(ReferralError::NotAReferral));
}

#[test]
fn lei_31_a_newer_form_loses_nothing_and_hides_nothing() {
    let mut json = serde_json::to_value(referral(&least("parent"))).unwrap();
    json["who"] = "grandparent".into();
    json["contact"]["by"] = "carrier pigeon".into();
    json["contact"]["second"] = "07700 900999".into();
    json["child"]["pronoun"] = "they".into();
    json["child"]["school"] = serde_json::json!({"kind": "online", "name": "Anywhere School"});
    json["knows"]["answer"] = "rather_not".into();
    let read = Referral::from_bytes(json.to_string().as_bytes()).unwrap();
    assert_eq!(read.newer_word("who"), Some("grandparent"));
    assert_eq!(read.newer_word("contact.by"), Some("carrier pigeon"));
    assert_eq!(read.newer_word("knows.answer"), Some("rather_not"));
    assert_eq!(read.rest["contact.second"], "07700 900999");
    assert_eq!(read.rest["child.pronoun"], "they");
    assert_eq!(
        (&read.rest["child.school.kind.word"], &read.rest["child.school.name"]),
        (&"online".into(), &"Anywhere School".into())
    );
    let again = Referral::from_bytes(&read.to_bytes().unwrap()).unwrap();
    assert_eq!(again, read, "and what is stored reads the same again");
}

#[test]
fn wes_1_needs_arrive_with_their_languages() {
    let mut answers = least("parent");
    answers.set_many(
        Field::Needs,
        vec!["something_else".to_owned(), "interpreter".to_owned()],
    );
    answers.set(Field::Interpreter, "Sylheti");
    answers.set(Field::NeedsElse, "woman worker please");
    let needs = referral(&answers).needs;
    assert_eq!(needs.list, [Need::Interpreter, Need::SomethingElse]);
    assert_eq!(
        (needs.interpreter.as_str(), needs.something_else.as_str()),
        ("Sylheti", "woman worker please")
    );
}

#[test]
fn the_check_page_reads_back_every_question_and_nothing_unasked() {
    let service = service();
    let mut answers = least("parent");
    answers.set(Field::NeedsElse, "not ticked, so not shown");
    let sections = summary(&answers, setting(&service));
    let rows: Vec<_> = sections.iter().flat_map(|section| &section.rows).collect();
    let asked = Question::path(&answers, setting(&service));
    assert_eq!(
        rows.iter()
            .map(|row| row.question)
            .collect::<std::collections::BTreeSet<_>>(),
        asked.into_iter().collect()
    );
    let needs = rows.iter().find(|row| row.question == Question::Needs).unwrap();
    assert!(needs.values.is_empty());
    let contact = rows.iter().find(|row| row.question == Question::Contact).unwrap();
    assert_eq!(
        contact.values,
        ["Phone", "+44 (0)7700 900461", "Is it safe to leave a message? No"]
    );
}
