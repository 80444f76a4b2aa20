//! Events as they were stored: each must open for ever, lose nothing, and be written the same again.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use evenhand_domain::event::Event;
use evenhand_domain::register::{Kind, RegisterEvent};
use serde_json::Value;

const V1: &str = include_str!("../../../tests/vectors/v1/events.jsonl");

/// Every kind of event there is. A new one is added here with its vector, and nothing here is ever taken out.
const KINDS: [&str; 69] = [
    "service.set_up",
    "service.worker_joined",
    "service.recovery_set",
    "service.worker_changed",
    "service.log_begun",
    "service.worker_left",
    "service.worker_came_back",
    "service.channel_opened",
    "service.inbox_opened",
    "service.inbox_holder_added",
    "service.backup_saved",
    "service.backup_restored",
    "service.schools_kept",
    "service.file_brought_in",
    "declaration.interest_declared",
    "declaration.interest_ended",
    "declaration.school_known",
    "declaration.nothing_to_declare",
    "front.case_opened",
    "front.enquiry_became_case",
    "front.family_noted",
    "front.conflict_checked",
    "front.match_looked_at",
    "front.interest_answered",
    "front.case_allocated",
    "front.holder_added",
    "front.holder_removed",
    "front.epoch_begun",
    "front.closed",
    "front.reopened",
    "case.referral_received",
    "case.enquiry_answered",
    "case.party_added",
    "case.party_changed",
    "case.storage_answered",
    "case.access_told",
    "case.words_noted",
    "case.contact_recorded",
    "case.options_explained",
    "case.decision_made",
    "case.consent_given",
    "case.consent_withdrawn",
    "case.action_set",
    "case.action_done",
    "case.action_reopened",
    "case.attachment_added",
    "case.attachment_erased",
    "case.corrected",
    "case.entered_in_error",
    "case.entry_restored",
    "case.case_linked",
    "case.handed_over",
    "case.feedback_offered",
    "case.case_closed",
    "case.case_reopened",
    "case.identity_erased",
    "inbox.secret_made",
    "register.entered",
    "register.changed",
    "register.struck",
    "view.taken",
    "view.reader_added",
    "view.reader_removed",
    "view.translated",
    "view.sorted",
    "view.passed_on",
    "view.taken_back",
    "view.given_anew",
    "view.erased",
];

fn kind(event: &Value) -> String {
    let (space, inner) = event.as_object().unwrap().iter().next().unwrap();
    let name = inner.as_str().map_or_else(
        || inner.as_object().unwrap().keys().next().unwrap().clone(),
        str::to_owned,
    );
    if space == "tally" {
        "tally".to_owned()
    } else {
        format!("{space}.{name}")
    }
}

#[test]
fn every_stored_event_opens_and_is_written_the_same_again() {
    for line in V1.lines() {
        let stored: Value = serde_json::from_str(line).unwrap();
        let event: Event = serde_json::from_value(stored.clone()).unwrap_or_else(|error| panic!("{error}: {line}"));
        assert_eq!(serde_json::to_value(&event).unwrap(), stored, "{line}");
    }
}

#[test]
fn there_is_a_vector_of_every_kind() {
    let found: BTreeSet<String> = V1
        .lines()
        .map(|line| kind(&serde_json::from_str(line).unwrap()))
        .collect();
    let mut wanted: BTreeSet<String> = KINDS.iter().map(|kind| (*kind).to_owned()).collect();
    wanted.insert("tally".to_owned());
    assert_eq!(found, wanted);
}

#[test]
fn what_an_older_version_wrote_without_the_newer_fields_still_opens() {
    let least = [
        r#"{"case":{"party_added":{"id":"01010101010101010101010101010101","name":"A","is":"parent"}}}"#,
        r#"{"case":{"contact_recorded":{"on":"2026-11-23","way":"telephone","with":[],"statements":[]}}}"#,
        r#"{"case":{"consent_given":{"party":"01010101010101010101010101010101","agency":"A","content":"B","how":"spoken"}}}"#,
        r#"{"front":{"case_allocated":{"worker":"01010101010101010101010101010101"}}}"#,
        r#"{"front":{"case_allocated":{"worker":"01010101010101010101010101010101","over":{"reason":"A"}}}}"#,
        r#"{"front":{"holder_removed":{"worker":"01010101010101010101010101010101","why":"A"}}}"#,
        r#"{"case":{"action_set":{"what":"A","due":"2026-11-23"}}}"#,
    ];
    for line in least {
        assert!(serde_json::from_str::<Event>(line).is_ok(), "{line}");
    }
}

#[test]
fn there_is_a_vector_of_every_register() {
    let mut found = BTreeSet::new();
    for line in V1.lines() {
        if let Event::Register(RegisterEvent::Entered(entry)) = serde_json::from_str(line).unwrap() {
            found.insert(entry.kind);
        }
    }
    assert_eq!(found, BTreeSet::from(Kind::ALL));
}
