use serde_json::{Value, json};

use super::*;

/// The sample that ships with the page, so that it can never be a broken one.
const SAMPLE: &str = include_str!("../../../../public/service.json");

fn changed(change: impl Fn(&mut Value)) -> Result<ServiceFile, ServiceFileError> {
    let mut value: Value = serde_json::from_str(SAMPLE).unwrap();
    change(&mut value);
    ServiceFile::parse(&value.to_string())
}

fn fault(change: impl Fn(&mut Value)) -> String {
    changed(change).unwrap_err().to_string()
}

#[test]
fn the_sample_service_is_read_and_pretends_nothing() {
    let service = ServiceFile::parse(SAMPLE).unwrap();
    assert_eq!(service.profile, ProfileId::Sps);
    assert!(!service.can_receive(), "the sample has no key, and so takes no answers");
    assert!(
        service
            .contacts
            .phone
            .is_some_and(|phone| phone.starts_with("01632 960"))
    );
}

#[test]
fn a_file_written_out_reads_back_the_same() {
    let service = ServiceFile::parse(SAMPLE).unwrap();
    assert_eq!(
        ServiceFile::parse(&serde_json::to_string(&service).unwrap()),
        Ok(service)
    );
}

#[test]
fn every_fault_names_its_field() {
    for (said, named) in [
        (fault(|file| file["name"] = Value::Null), "\"name\" is missing"),
        (fault(|file| file["name"] = json!("  ")), "\"name\" is not"),
        (fault(|file| file["profile"] = json!("essex")), "\"profile\""),
        (
            fault(|file| file["accent"] = json!("#ff0000")),
            "petrol, plum, moss, clay",
        ),
        (fault(|file| file["hours"][1]["days"] = json!(5)), "\"hours[1].days\""),
        (fault(|file| file["contacts"] = json!([])), "\"contacts\""),
        (
            fault(|file| file["contacts"] = json!({})),
            "at least a phone or an email",
        ),
        (
            fault(|file| file["contacts"]["address"][0] = json!(1)),
            "\"contacts.address[0]\"",
        ),
        (
            fault(|file| file["policy"]["next_review"] = json!("2020-01-01")),
            "\"policy.next_review\"",
        ),
        (
            fault(|file| file["policy"]["last_review"] = json!("01/02/2026")),
            "year-month-day",
        ),
        (fault(|file| file["reply_working_days"] = json!("5")), "from 1 to 60"),
        (fault(|file| file["languages"] = json!([])), "\"languages\""),
        (
            fault(|file| file["inbox"] = json!({"opened_by": "us"})),
            "\"inbox.key\" is missing",
        ),
        (
            fault(|file| file["national"][0]["web"] = json!("javascript:alert(1)")),
            "https://",
        ),
        (
            fault(|file| file["logo"] = json!("https://elsewhere.example.org/x.svg")),
            "\"logo\"",
        ),
        (fault(|file| file["logo"] = json!("../x.svg")), "\"logo\""),
    ] {
        assert!(said.contains(named), "{said} should contain {named}");
    }
}

#[test]
fn what_is_not_json_or_newer_says_so() {
    assert!(matches!(
        ServiceFile::parse("{\n \"name\": \"x\",\n"),
        Err(ServiceFileError::NotJson { line: 3, .. })
    ));
    assert!(ServiceFile::parse("").is_err());
    assert!(matches!(ServiceFile::parse("[]"), Err(ServiceFileError::Unfit { .. })));
    assert!(matches!(
        changed(|file| file["format"] = json!(2)),
        Err(ServiceFileError::Newer { found: 2, known: 1 })
    ));
}

#[test]
fn fields_of_a_newer_file_are_passed_over_and_a_mark_at_its_head_too() {
    assert!(changed(|file| file["colour_of_the_door"] = json!("red")).is_ok());
    assert!(ServiceFile::parse(&format!("\u{feff}{SAMPLE}")).is_ok());
}

#[test]
fn who_knows_somebody_gets_the_second_inbox_where_there_is_one() {
    let with = changed(|file| {
        file["inbox"] = json!({"key": "first"});
        file["second_inbox"] = json!({"key": "second"});
    })
    .unwrap();
    let key = |service: &ServiceFile, knows| service.inbox_for(knows).map(|inbox| inbox.key.clone());
    assert_eq!(
        (key(&with, false).as_deref(), key(&with, true).as_deref()),
        (Some("first"), Some("second"))
    );
    let without = changed(|file| file["inbox"] = json!({"key": "first"})).unwrap();
    assert_eq!(key(&without, true).as_deref(), Some("first"));
}

#[test]
fn a_school_is_found_by_the_start_of_its_words() {
    let service = ServiceFile::parse(SAMPLE).unwrap();
    let names = |typed| {
        service
            .schools_like(typed, 8)
            .into_iter()
            .map(|school| school.name.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(names("hollin"), ["Hollin Beck Primary School"]);
    assert_eq!(
        names("school high"),
        ["Brackenholt High School", "Ravensclough High School"]
    );
    assert!(names("hi").is_empty() && names("  ").is_empty());
    assert_eq!(
        service
            .school_named("HOLLIN  beck primary school.")
            .and_then(|school| school.urn.as_deref()),
        Some("901204")
    );
    assert_eq!(service.school_named("Hollin Beck"), None);
}

#[test]
fn a_reply_is_promised_from_the_day_the_service_is_open_again() {
    let monday: Day = "2026-11-23".parse().unwrap();
    let service = ServiceFile::parse(SAMPLE).unwrap();
    assert_eq!(service.reply_by(monday).to_string(), "2026-11-30");
    let closed = changed(|file| file["closed_until"] = json!("2026-12-07")).unwrap();
    assert_eq!(closed.reply_by(monday).to_string(), "2026-12-14");
}
