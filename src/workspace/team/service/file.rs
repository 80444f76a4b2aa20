//! `service.json` with the inbox keys and the policy put in: checked before and after, so that what is uploaded works.

use evenhand_domain::profile::ProfileId;
use evenhand_domain::service::{Called, Inbox as PublicInbox, ServiceFile, ServiceFileError};
use serde_json::{Value, json};

/// What goes into the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Keys {
    /// The policy that the service works under.
    pub(super) profile: ProfileId,
    /// The first inbox's key, with who opens it.
    pub(super) first: (String, String),
    /// The second inbox's, where there is one.
    pub(super) second: Option<(String, String)>,
    /// What the service changed in the policy, as families read it.
    pub(super) changed_rules: Vec<String>,
    /// What the service calls its group and who chairs it, where not as the policy does.
    pub(super) called: Called,
}

/// The finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finished {
    /// Its text.
    pub(super) text: String,
    /// Fields of the given file that are not known here and were left out.
    pub(super) left_out: Vec<String>,
}

/// Puts keys and policy into a file.
///
/// # Errors
/// When the given text, or what came of it, is no `service.json`; the error names the field.
pub(super) fn fill(given: &str, keys: &Keys) -> Result<Finished, ServiceFileError> {
    let mut file = ServiceFile::parse(given)?;
    file.profile = keys.profile;
    file.changed_rules.clone_from(&keys.changed_rules);
    file.called = keys.called.clone();
    file.inbox = Some(entry(&keys.first, file.inbox.as_ref()));
    file.second_inbox = keys
        .second
        .as_ref()
        .map(|second| entry(second, file.second_inbox.as_ref()));
    let text = serde_json::to_string_pretty(&file).unwrap_or_default();
    ServiceFile::parse(&text)?;
    Ok(Finished {
        left_out: left_out(given, &text),
        text: text + "\n",
    })
}

/// The entry of an inbox. The address and the words about who opens it stay as the service has written them.
fn entry((key, holder): &(String, String), before: Option<&PublicInbox>) -> PublicInbox {
    let opened_by = before
        .map(|before| before.opened_by.clone())
        .filter(|words| !words.is_empty());
    PublicInbox {
        key: key.clone(),
        email: before.and_then(|before| before.email.clone()),
        opened_by: opened_by.unwrap_or_else(|| holder.clone()),
    }
}

fn left_out(given: &str, finished: &str) -> Vec<String> {
    let names = |text: &str| match serde_json::from_slice::<Value>(text.as_bytes()) {
        Ok(Value::Object(fields)) => fields.keys().cloned().collect(),
        _ => Vec::new(),
    };
    let known = names(finished);
    names(given).into_iter().filter(|name| !known.contains(name)).collect()
}

/// A file to begin with, for a service that has none: what only the service knows is left open, and the check names it.
pub(super) fn begin_with(name: &str, profile: ProfileId) -> Value {
    json!({
        "format": 1,
        "name": name,
        "what_we_do": "We give free, private and fair help to families of children and young people with special educational needs and disabilities.",
        "accent": "petrol",
        "profile": profile.word(),
        "languages": ["en"],
    })
}

/// A file as JSON.
///
/// # Errors
/// The fault that the public page would find in its text.
pub(super) fn read(text: &str) -> Result<Value, ServiceFileError> {
    let text = text.trim_start_matches('\u{feff}');
    serde_json::from_slice(text.as_bytes()).map_err(|error| ServiceFileError::NotJson {
        line: error.line(),
        column: error.column(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRESENT: &str = include_str!("../../../../public/service.json");

    fn keys() -> Keys {
        Keys {
            profile: ProfileId::Camden,
            first: ("KEY-ONE".into(), "Priya".into()),
            second: Some(("KEY-TWO".into(), "Sam".into())),
            changed_rules: vec!["Supervision of each officer: every 8 weeks.".into()],
            called: Called {
                group: None,
                chair: Some("Chair of the Friends of the service".into()),
            },
        }
    }

    #[test]
    fn the_keys_and_the_policy_are_put_in_and_the_rest_stays() {
        let done = fill(PRESENT, &keys()).unwrap();
        let (before, after) = (
            ServiceFile::parse(PRESENT).unwrap(),
            ServiceFile::parse(&done.text).unwrap(),
        );
        assert_eq!(after.inbox.as_ref().map(|inbox| inbox.key.as_str()), Some("KEY-ONE"));
        assert_eq!(
            after.second_inbox.as_ref().map(|inbox| inbox.opened_by.as_str()),
            Some("Sam")
        );
        assert_eq!(after.profile, ProfileId::Camden);
        assert_eq!(after.changed_rules, keys().changed_rules);
        assert_eq!(after.called, keys().called);
        let rest = ServiceFile {
            profile: before.profile,
            changed_rules: Vec::new(),
            called: Called::default(),
            inbox: None,
            second_inbox: None,
            ..after
        };
        assert_eq!(
            rest,
            ServiceFile {
                inbox: None,
                second_inbox: None,
                ..before
            }
        );
        assert_eq!(done.left_out, Vec::<String>::new());
    }

    #[test]
    fn what_the_service_wrote_about_its_inbox_stays_and_what_is_unknown_is_named() {
        let mut given: Value = serde_json::from_str(PRESENT).unwrap();
        given["inbox"] = serde_json::json!({ "key": "OLD", "email": "locked@example.org", "opened_by": "The lead" });
        given["from_the_future"] = Value::from(1);
        let done = fill(&given.to_string(), &keys()).unwrap();
        let inbox = ServiceFile::parse(&done.text).unwrap().inbox.unwrap();
        assert_eq!((inbox.key.as_str(), inbox.opened_by.as_str()), ("KEY-ONE", "The lead"));
        assert_eq!(inbox.email.as_deref(), Some("locked@example.org"));
        assert_eq!(done.left_out, ["from_the_future"]);
    }

    #[test]
    fn a_file_to_begin_with_names_what_is_still_open() {
        let begun = begin_with("Elm \"SENDIASS\"", ProfileId::Leicester);
        let fault = fill(&begun.to_string(), &keys()).unwrap_err();
        assert!(
            fault
                .field()
                .and_then(crate::workspace::team::service::form::at)
                .is_some(),
            "{fault}"
        );
        assert_eq!(begun["name"], "Elm \"SENDIASS\"");
        // What nobody chose is promised to nobody.
        for promise in ["hours", "reply_working_days", "arrangement"] {
            assert_eq!(begun.get(promise), None);
        }
        assert!(matches!(fill("{", &keys()), Err(ServiceFileError::NotJson { .. })));
    }
}
