//! The forty invented self-referrals, typed into the form, locked, opened, and compared word for word (LEI-31, LEI-32, WES-1).

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at the first thing that is not as it must be"
)]

use evenhand_domain::date::Day;
use evenhand_domain::referral::{
    Answers, ContactBy, Device, Field, Need, Question, Referral, SchoolAnswer, Setting, Sure, Topic, Who, newlines,
};
use evenhand_domain::school::School;
use evenhand_domain::service::{Inbox, ServiceFile};
use evenhand_engine::form::{open_referral, seal_referral};
use evenhand_vault::inbox::{InboxSecret, LockedFile};
use serde::Deserialize;

const FILE: &str = include_str!("../../../tests/data/referrals.jsonl");
const SERVICE: &str = include_str!("../../../public/service.json");

#[derive(Deserialize)]
struct Raw {
    id: String,
    who: String,
    device: String,
    help_with: Vec<String>,
    story: String,
    want: String,
    date: RawDate,
    child: RawChild,
    knows: String,
    person: RawPerson,
    contact: RawContact,
    needs: Vec<String>,
    keep_record: bool,
    language: String,
}

#[derive(Deserialize)]
struct RawDate {
    has: bool,
    what: String,
    when: Option<Day>,
}

#[derive(Deserialize)]
struct RawChild {
    first_name: String,
    age: Option<u8>,
    school_name: String,
    school_urn: Option<String>,
}

#[derive(Deserialize)]
struct RawPerson {
    name: String,
}

#[derive(Deserialize)]
struct RawContact {
    by: String,
    value: String,
    safe_message: bool,
    times: String,
}

fn rows() -> Vec<Raw> {
    let lines = FILE.split('\n').filter(|line| !line.is_empty());
    lines.map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The sample service, with an inbox key and every school of the file in its list.
fn service(rows: &[Raw], inbox: &InboxSecret) -> ServiceFile {
    let mut service = ServiceFile::parse(SERVICE).unwrap();
    let numbered = rows.iter().filter(|row| row.child.school_urn.is_some());
    service.schools = numbered
        .map(|row| School {
            urn: row.child.school_urn.clone(),
            name: row.child.school_name.clone(),
            ..School::default()
        })
        .collect();
    service.inbox = Some(Inbox {
        key: inbox.public().to_text(),
        email: None,
        opened_by: String::new(),
    });
    service
}

fn today() -> Day {
    Day::new(2026, 11, 23).unwrap()
}

fn setting(service: &ServiceFile) -> Setting<'_> {
    Setting {
        service,
        practitioners_may_ask: false,
    }
}

/// A plain English no, for which the form has its own choice; every other answer stands in the person's words.
fn is_plain_no(knows: &str) -> bool {
    knows.trim_end_matches('.').eq_ignore_ascii_case("no")
}

/// Splits choices into those the form lists and those that go to "something else", a line each.
fn split(texts: &[String], listed: impl Fn(&str) -> Option<String>) -> (Vec<String>, Vec<&str>) {
    let known = texts.iter().filter_map(|text| listed(text)).collect();
    let else_said = texts
        .iter()
        .filter(|text| listed(text).is_none())
        .map(String::as_str)
        .collect();
    (known, else_said)
}

fn topic(text: &str) -> Option<String> {
    let said = if text == "not sure" { "I am not sure" } else { text };
    Topic::listed(said).map(String::from)
}

fn need(text: &str) -> Option<String> {
    let said = match text {
        "BSL" => "bsl",
        "quiet place" => "quiet",
        "step-free" => "step_free",
        _ if text.starts_with("interpreter: ") => "interpreter",
        _ => text,
    };
    Need::listed(said).map(String::from)
}

/// Types one row into the boxes of the form.
fn type_in(row: &Raw) -> Answers {
    let mut answers = Answers::default();
    let mut set = |field, text: &str| answers.set(field, text);
    set(Field::Device, &row.device);
    set(Field::Who, if row.who == "carer" { "parent" } else { &row.who });
    set(Field::Carer, if row.who == "carer" { "yes" } else { "" });
    set(Field::Area, "yes");
    set(Field::Story, &row.story);
    set(Field::Want, &row.want);
    set(Field::DateHas, if row.date.has { "yes" } else { "no" });
    if let Some(when) = row.date.when {
        set(Field::DateDay, &when.day().to_string());
        set(Field::DateMonth, &when.month().to_string());
        set(Field::DateYear, &when.year().to_string());
    }
    set(Field::DateWhat, &row.date.what);
    set(Field::ChildName, &row.child.first_name);
    set(
        Field::ChildNameKept,
        if row.child.first_name.is_empty() { "yes" } else { "" },
    );
    set(Field::Age, &row.child.age.map_or(String::new(), |age| age.to_string()));
    set(Field::AgeKept, if row.child.age.is_none() { "yes" } else { "" });
    set(
        Field::School,
        match row.child.school_name.as_str() {
            "" => "not_said",
            "none at the moment" => "none",
            _ => "named",
        },
    );
    set(Field::SchoolName, &row.child.school_name);
    set(Field::SchoolUrn, row.child.school_urn.as_deref().unwrap_or_default());
    set(Field::Knows, if is_plain_no(&row.knows) { "no" } else { "not_sure" });
    set(Field::KnowsWho, &row.knows);
    set(Field::Name, &row.person.name);
    set(Field::NameKept, if row.person.name.is_empty() { "yes" } else { "" });
    set(Field::ContactBy, &row.contact.by);
    let value = match row.contact.by.as_str() {
        "phone" => Field::Phone,
        "text" => Field::TextNumber,
        "email" => Field::Email,
        "post" => Field::Address,
        _ => Field::Trusted,
    };
    set(value, &row.contact.value);
    set(Field::SafeMessage, if row.contact.safe_message { "yes" } else { "no" });
    set(Field::Times, &row.contact.times);
    set(Field::KeepRecord, if row.keep_record { "yes" } else { "no" });

    let (mut topics, other_topics) = split(&row.help_with, topic);
    set(Field::HelpElse, &other_topics.join("\n"));
    let (mut needs, other_needs) = split(&row.needs, need);
    set(Field::NeedsElse, &other_needs.join("\n"));
    if let Some(language) = row.needs.iter().find_map(|need| need.strip_prefix("interpreter: ")) {
        set(Field::Interpreter, language);
    }
    if !other_topics.is_empty() {
        topics.push("something_else".to_owned());
    }
    if !other_needs.is_empty() {
        needs.push("something_else".to_owned());
    }
    answers.set_many(Field::HelpWith, topics);
    answers.set_many(Field::Needs, needs);
    answers
}

/// Compares what arrived with what was typed, letter for letter after the newline rule.
fn assert_arrived(row: &Raw, arrived: &Referral) {
    let id = &row.id;
    assert_eq!(arrived.who, Who::from_word(&row.who).unwrap(), "{id}");
    assert_eq!(arrived.device, Device::from_word(&row.device).unwrap(), "{id}");
    assert_eq!(arrived.story, newlines(&row.story), "{id}");
    assert_eq!(arrived.want, newlines(&row.want), "{id}");
    let expected: Vec<&str> = row
        .help_with
        .iter()
        .filter(|text| topic(text).is_none())
        .map(String::as_str)
        .collect();
    assert_eq!(
        arrived
            .help
            .something_else
            .split('\n')
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>(),
        expected,
        "{id}"
    );
    let listed: Vec<String> = row.help_with.iter().filter_map(|text| topic(text)).collect();
    let topics: Vec<String> = arrived
        .help
        .topics
        .iter()
        .filter(|topic| **topic != Topic::SomethingElse)
        .map(|topic| topic.word().to_owned())
        .collect();
    assert_eq!(topics, listed, "{id}");
    if arrived.who == Who::Child {
        assert!(!row.date.has, "{id}: a child is not asked for a date");
    } else {
        assert_eq!(
            arrived.date.has,
            Some(if row.date.has { Sure::Yes } else { Sure::No }),
            "{id}"
        );
    }
    assert_eq!(
        (arrived.date.day, arrived.date.what.as_str()),
        (row.date.when, row.date.what.as_str()),
        "{id}"
    );
    assert_eq!(
        (arrived.child.first_name.as_str(), arrived.child.age),
        (row.child.first_name.as_str(), row.child.age),
        "{id}"
    );
    match &arrived.child.school {
        SchoolAnswer::Named(school) => {
            assert_eq!(
                (&school.name, &school.urn),
                (&row.child.school_name, &row.child.school_urn),
                "{id}"
            );
        }
        SchoolAnswer::None => assert_eq!(row.child.school_name, "none at the moment", "{id}"),
        SchoolAnswer::Home | SchoolAnswer::NotSaid => assert_eq!(row.child.school_name, "", "{id}"),
    }
    if is_plain_no(&row.knows) {
        assert_eq!(arrived.knows.answer, Some(Sure::No), "{id}");
    } else {
        assert_eq!(arrived.knows.words, row.knows, "{id}");
    }
    assert_eq!(arrived.person.name, row.person.name, "{id}");
    assert_eq!(
        arrived.contact.by,
        ContactBy::from_word(&row.contact.by).unwrap(),
        "{id}"
    );
    assert_eq!(arrived.contact.value, newlines(&row.contact.value), "{id}");
    assert_eq!(
        (arrived.contact.safe_message, &arrived.contact.times),
        (row.contact.safe_message, &row.contact.times),
        "{id}"
    );
    let mut needs: Vec<String> = arrived
        .needs
        .something_else
        .split('\n')
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect();
    for listed in arrived.needs.list.iter().filter(|need| **need != Need::SomethingElse) {
        needs.push(match listed {
            Need::Interpreter => format!("interpreter: {}", arrived.needs.interpreter),
            Need::Bsl => "BSL".to_owned(),
            Need::Quiet => "quiet place".to_owned(),
            Need::StepFree => "step-free".to_owned(),
            other => other.label().to_lowercase(),
        });
    }
    needs.sort();
    let mut sent = row.needs.clone();
    sent.sort();
    assert_eq!(needs, sent, "{id}");
    assert_eq!(
        (arrived.keep_record, &arrived.language),
        (row.keep_record, &row.language),
        "{id}"
    );
}

#[test]
fn lei_31_all_forty_arrive_as_they_were_typed() {
    let rows = rows();
    assert_eq!(rows.len(), 40);
    let inbox = InboxSecret::make();
    let service = service(&rows, &inbox);
    let setting = setting(&service);
    let today = today();
    let mut sizes = Vec::new();
    for row in &rows {
        let answers = type_in(row);
        for question in Question::path(&answers, setting) {
            let faults: Vec<_> = question
                .validate(&answers, setting)
                .into_iter()
                .map(|fault| fault.message)
                .collect();
            assert_eq!(faults, Vec::<String>::new(), "{} at {question:?}", row.id);
        }
        let referral = answers.referral(setting, today, &row.language).unwrap();
        let locked = seal_referral(&service, &referral).unwrap();
        sizes.push((locked.bytes().len(), locked.text().len()));

        let by_file = LockedFile::parse(locked.bytes()).unwrap().open(&inbox).unwrap();
        let arrived = open_referral(&by_file).unwrap();
        assert_eq!(arrived, referral, "{}", row.id);
        assert_arrived(row, &arrived);
        assert_eq!(arrived.sent_on, Some(today));

        let by_text = LockedFile::from_text(&locked.text()).unwrap().open(&inbox).unwrap();
        assert_eq!(open_referral(&by_text).unwrap(), referral, "{}", row.id);
    }
    assert!(
        sizes.windows(2).all(|pair| pair[0] == pair[1]),
        "every locked form has one size"
    );
}

#[test]
fn sps_15_somebody_who_knows_a_worker_is_sealed_to_the_second_inbox() {
    let rows = rows();
    let (first, second) = (InboxSecret::make(), InboxSecret::make());
    let mut service = service(&rows, &first);
    service.second_inbox = Some(Inbox {
        key: second.public().to_text(),
        email: None,
        opened_by: "the Chair".to_owned(),
    });
    let setting = setting(&service);
    let today = today();
    let sealed = |id: &str| {
        let row = rows.iter().find(|row| row.id == id).unwrap();
        let referral = type_in(row).referral(setting, today, "en").unwrap();
        LockedFile::parse(seal_referral(&service, &referral).unwrap().bytes()).unwrap()
    };
    let cousin = sealed("r-019");
    assert!(cousin.open(&first).is_err() && cousin.open(&second).is_ok());
    assert!(sealed("r-001").open(&first).is_ok());
}

#[test]
fn the_longest_answers_of_any_script_fit_into_one_locked_form() {
    let rows = rows();
    let inbox = InboxSecret::make();
    let service = service(&rows, &inbox);
    let setting = setting(&service);
    let mut answers = type_in(&rows[0]);
    // A control character takes six bytes in JSON: the most that a character can.
    let most = |length: usize| "\u{1}".repeat(length);
    answers.set(Field::Story, &most(3000));
    for field in [Field::Want, Field::HelpElse] {
        answers.set(field, &most(1000));
    }
    let lines = [
        Field::DateWhat,
        Field::DateRough,
        Field::ChildName,
        Field::SchoolYear,
        Field::KnowsWho,
        Field::Name,
    ];
    let more = [
        Field::Times,
        Field::NeedsElse,
        Field::Address,
        Field::Interpreter,
        Field::Reading,
        Field::SchoolName,
    ];
    for field in lines.into_iter().chain(more) {
        answers.set(field, &format!("x{}", most(299)));
    }
    answers.set(Field::ContactBy, "post");
    answers.set(Field::Knows, "yes");
    answers.set_many(
        Field::Needs,
        Need::LISTED.iter().map(|(word, _)| (*word).to_owned()).collect(),
    );
    answers.set_many(
        Field::HelpWith,
        Topic::LISTED.iter().map(|(word, _)| (*word).to_owned()).collect(),
    );
    let referral = answers.referral(setting, today(), "en").unwrap();
    assert!(seal_referral(&service, &referral).is_ok());
}
