//! `service.json` as questions: what is asked, and how each answer lies in the file.

use serde_json::{Map, Value};

use super::questions::GROUPS;
use crate::components::{FieldId, TextKind};

/// How an answer is typed, and what it is in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A line of text; an empty one is null.
    Line(TextKind),
    /// A few sentences.
    Long,
    /// A list of texts, a line each.
    Lines,
    /// The hours, a line each: the days, a colon, from when to when.
    Hours,
    /// A whole number.
    Number,
    /// A day.
    Day,
    /// Whether it is part of the council.
    Arrangement,
}

/// Whether an answer may be left out, with what to do where it cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Must(&'static str),
    /// Without words where anything can be taken.
    May(&'static str),
}

/// One question.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Field {
    /// Where its answer lies in the file, such as `contacts.phone`.
    pub(super) path: &'static str,
    pub(super) id: FieldId,
    pub(super) label: &'static str,
    /// Help that stays in sight; a line may do without.
    pub(super) hint: &'static str,
    pub(super) kind: Kind,
    pub(super) need: Need,
}

/// Questions under one heading.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) heading: &'static str,
    pub(super) about: &'static str,
    pub(super) fields: &'static [Field],
}

/// How to reach the Chair: none of it is in the file unless something of it is typed.
const CHAIR: &str = "chair";

/// The question whose answer lies at a path of the file, such as a fault names.
pub(super) fn at(path: &str) -> Option<&'static Field> {
    // A telephone number or an e-mail address must be there, whichever.
    let path = if path == "contacts" { "contacts.phone" } else { path };
    let whole = path.split('[').next().unwrap_or(path);
    let mut all = GROUPS.iter().flat_map(|group| group.fields);
    all.find(|field| field.path == whole)
}

/// What stands in the file, as it is typed.
pub(super) fn typed(file: &Value, field: &Field) -> String {
    let found = field.path.split('.').try_fold(file, |at, part| at.get(part));
    match found {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Array(list)) => {
            let text = |item: &Value, part: &str| item.get(part).and_then(Value::as_str).unwrap_or_default().to_owned();
            let lines = list.iter().map(|item| match item.as_str() {
                Some(line) => line.to_owned(),
                None => format!("{}: {}", text(item, "days"), text(item, "open")),
            });
            lines.collect::<Vec<_>>().join("\n")
        }
        _ => String::new(),
    }
}

/// Puts what was typed into the file.
pub(super) fn put(file: &mut Value, field: &Field, typed: &str) {
    let typed = typed.trim();
    let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
    let value = match field.kind {
        Kind::Lines => Value::from_iter(lines),
        Kind::Hours => Value::from_iter(lines.map(|line| {
            let (days, open) = line.split_once(':').unwrap_or((line, ""));
            let parts = [("days", days), ("open", open)].map(|(name, text)| (name.to_owned(), text.trim().into()));
            Value::Object(Map::from_iter(parts))
        })),
        Kind::Number => typed.parse::<u32>().map_or(Value::Null, Value::from),
        Kind::Line(_) | Kind::Long | Kind::Day | Kind::Arrangement if typed.is_empty() => Value::Null,
        Kind::Line(_) | Kind::Long | Kind::Day | Kind::Arrangement => typed.into(),
    };
    let mut at = file;
    for part in field.path.split('.') {
        if !at.is_object() {
            *at = Value::Object(Map::new());
        }
        at = &mut at[part];
    }
    *at = value;
}

/// Leaves the Chair out where nothing of it was typed.
pub(super) fn without_an_empty_chair(file: &mut Value) {
    let is_empty = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    let chair = file.get(CHAIR).and_then(Value::as_object);
    if chair.is_some_and(|chair| chair.values().all(is_empty)) {
        file[CHAIR] = Value::Null;
    }
}

#[cfg(test)]
mod tests {
    use evenhand_domain::service::ServiceFile;

    use super::*;

    const PRESENT: &str = include_str!("../../../../public/service.json");

    #[test]
    fn a_file_that_is_typed_again_is_the_same_file() {
        let present: Value = serde_json::from_str(PRESENT).unwrap();
        let mut again = present.clone();
        for field in GROUPS.iter().flat_map(|group| group.fields) {
            let typed = typed(&present, field);
            put(&mut again, field, &typed);
            assert!(typed.is_empty() || at(field.path).is_some());
        }
        without_an_empty_chair(&mut again);
        assert_eq!(again, present);
    }

    #[test]
    fn a_file_from_nothing_but_answers_is_read_by_the_public_page() {
        let mut file: Value =
            serde_json::json!({ "format": 1, "profile": "sps", "accent": "moss", "languages": ["en"], "chair": null });
        let answers = [
            ("name", "Ashdale SENDIASS"),
            ("what_we_do", "We help."),
            ("area", "Ashdale"),
            ("arrangement", "hosted"),
            ("funder", "Ashdale Council"),
            ("contacts.phone", " 01632 960140 "),
            ("hours", "Monday to Friday: 9:30am to 4pm\n\n Saturday: 9am to 1pm"),
            ("reply_working_days", "5"),
            ("retention", "Until 25."),
            ("policy.last_review", "2026-09-01"),
            ("policy.next_review", "2027-09-01"),
            ("chair.phone", ""),
            ("chair.address", " "),
        ];
        for (path, typed) in answers {
            put(&mut file, at(path).unwrap(), typed);
        }
        without_an_empty_chair(&mut file);
        let read = ServiceFile::parse(&file.to_string()).unwrap();
        assert_eq!(read.contacts.phone.as_deref(), Some("01632 960140"));
        assert_eq!(read.hours[0].open, "9:30am to 4pm");
        assert_eq!(read.hours.len(), 2);
        assert_eq!(read.chair, None);
    }

    #[test]
    fn a_fault_of_the_file_leads_to_its_question() {
        for (path, label) in [
            ("contacts", "Telephone"),
            ("hours[1].open", "When does somebody answer? (optional)"),
        ] {
            assert_eq!(at(path).unwrap().label, label);
        }
        assert_eq!(at("neighbours[0].web"), None);
    }
}
