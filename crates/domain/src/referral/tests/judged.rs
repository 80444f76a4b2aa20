//! What a page accepts, and what it says when it does not.

use super::sample::{least, service, setting};
use crate::referral::{Answers, Field, Question};

fn said(question: Question, changes: &[(Field, &str)]) -> Vec<String> {
    let service = service();
    let mut answers = least("parent");
    changes.iter().for_each(|(field, text)| answers.set(*field, text));
    let faults = question.validate(&answers, setting(&service));
    faults.into_iter().map(|fault| fault.message.into_owned()).collect()
}

#[test]
fn an_empty_page_says_what_to_do() {
    let service = service();
    let mut young = Answers::default();
    young.set(Field::Who, "young_person");
    for (question, words) in [
        (Question::Device, "Select whose phone or computer this is"),
        (Question::Who, "Select who you are"),
        (
            Question::Area,
            "Select yes if you live in Calder Vale or the school is there",
        ),
        (
            Question::HelpWith,
            "Select what you want help with, or select 'I am not sure'",
        ),
        (
            Question::ChildName,
            "Enter the child's first name, or a name you call them",
        ),
        (Question::Age, "Enter their age in years"),
        (
            Question::School,
            "Enter the school's name, or select 'None at the moment'",
        ),
        (
            Question::Knows,
            "Select yes if you know someone who works or volunteers here",
        ),
        (Question::Name, "Enter your name"),
        (Question::Contact, "Select how we should contact you"),
        (Question::KeepRecord, "Select yes if we can keep a record"),
    ] {
        let faults = question.validate(&Answers::default(), setting(&service));
        assert_eq!(faults[0].message, words);
    }
    for passed_over in [Question::Story, Question::Want, Question::Postcode, Question::Needs] {
        assert!(
            passed_over.validate(&Answers::default(), setting(&service)).is_empty(),
            "{passed_over:?} is optional"
        );
    }
    assert_eq!(
        Question::Age.validate(&young, setting(&service))[0].message,
        "Enter your age in years"
    );
}

#[test]
fn banned_words_are_in_no_error() {
    let mut all = Vec::new();
    for question in Question::ALL {
        all.extend(said(question, &[(Field::Age, "x"), (Field::Postcode, "?")]));
    }
    for (field, word) in [
        (Field::ContactBy, "post"),
        (Field::ContactBy, "trusted"),
        (Field::ContactBy, "email"),
    ] {
        all.extend(said(Question::Contact, &[(field, word)]));
    }
    assert!(all.len() >= 5);
    for words in all {
        for banned in [
            "please",
            "sorry",
            "valid",
            "required",
            "forbidden",
            "oops",
            "select an option",
        ] {
            assert!(!words.to_lowercase().contains(banned), "{words}");
        }
    }
}

#[test]
fn dates_come_in_as_people_write_them() {
    let when = |day, month, year| {
        said(
            Question::Date,
            &[
                (Field::DateHas, "yes"),
                (Field::DateDay, day),
                (Field::DateMonth, month),
                (Field::DateYear, year),
            ],
        )
    };
    for (day, month, year) in [
        ("3", "Mar", "27"),
        ("03", "03", "2027"),
        ("3rd", "march", "2027"),
        ("30.", "Sept", "27"),
        ("", "June", ""),
    ] {
        assert!(when(day, month, year).is_empty(), "{day} {month} {year}");
    }
    for (day, month, year) in [
        ("31", "2", "2027"),
        ("3", "", ""),
        ("x", "3", "27"),
        ("3", "Ma", "27"),
        ("3", "3", "227"),
    ] {
        assert_eq!(
            when(day, month, year),
            ["Enter a date that is in the calendar, even if it is a guess"]
        );
    }
    assert_eq!(when("", "", ""), ["Enter the date, even if it is a guess"]);
    assert!(
        said(
            Question::Date,
            &[(Field::DateHas, "yes"), (Field::DateRough, "after half term")]
        )
        .is_empty()
    );
}

#[test]
fn numbers_addresses_and_names_come_in_any_form() {
    for phone in ["07700 900461", "+44 (0) 7700-900461", "01632.960100", "٠٧٧٠٠ ٩٠٠٤٦١"] {
        assert!(said(Question::Contact, &[(Field::Phone, phone)]).is_empty(), "{phone}");
    }
    assert_eq!(
        said(Question::Contact, &[(Field::Phone, "ask my nan")]),
        ["Enter your phone number"]
    );
    for email in ["a@b.example", " dawn.ohara+send@example.org ", "ü@ü.example"] {
        assert!(
            said(Question::Contact, &[(Field::ContactBy, "email"), (Field::Email, email)]).is_empty(),
            "{email}"
        );
    }
    for email in ["a.example", "a@b", "@b.example", "a b@c.example", ""] {
        let words = said(Question::Contact, &[(Field::ContactBy, "email"), (Field::Email, email)]);
        assert_eq!(words, ["Enter an email address, like name@example.com"], "{email}");
    }
    for name in ["李", "O'Hara", "Kelly-Anne", "أم ليان", "@Sam"] {
        assert!(said(Question::Name, &[(Field::Name, name)]).is_empty());
    }
    assert!(said(Question::Name, &[(Field::Name, ""), (Field::NameKept, "yes")]).is_empty());
    for postcode in ["ls8 2ab", "LS82AB", "ZZ12 3AB", "W1A 0AX", "ls8", ""] {
        assert!(
            said(Question::Postcode, &[(Field::Postcode, postcode)]).is_empty(),
            "{postcode}"
        );
    }
    for postcode in ["Leeds", "12345", "LS8 2A", "the blue house"] {
        assert_eq!(
            said(Question::Postcode, &[(Field::Postcode, postcode)]).len(),
            1,
            "{postcode}"
        );
    }
}

#[test]
fn ages_are_whole_years_up_to_25() {
    for age in ["9", " 09 ", "9 years", "0", "25"] {
        assert!(said(Question::Age, &[(Field::Age, age)]).is_empty(), "{age}");
    }
    for age in ["26", "nine", "9.5", "", "-1", "999999"] {
        assert_eq!(
            said(Question::Age, &[(Field::Age, age)]),
            ["Enter their age in years"],
            "{age}"
        );
    }
    assert!(said(Question::Age, &[(Field::Age, ""), (Field::SchoolYear, "reception")]).is_empty());
}

#[test]
fn a_story_holds_three_thousand_characters_of_any_script() {
    let full: String = "ক".repeat(3000);
    assert!(said(Question::Story, &[(Field::Story, &full)]).is_empty());
    assert_eq!(
        said(Question::Story, &[(Field::Story, &(full + "x"))]),
        ["Your message must be 3,000 characters or less"]
    );
    let lines = "\r\n".repeat(3000);
    assert!(
        said(Question::Story, &[(Field::Story, &lines)]).is_empty(),
        "a new line counts once"
    );
}

#[test]
fn a_choice_that_the_page_does_not_offer_is_refused() {
    assert_eq!(
        said(Question::Device, &[(Field::Device, "<script>")]),
        ["Choose from the list"]
    );
    assert_eq!(
        said(Question::HelpWith, &[(Field::HelpWith, "money")]),
        ["Choose from the list"]
    );
}
