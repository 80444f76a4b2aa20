//! A service and answers to test with.

use crate::referral::{Answers, Field, Setting};
use crate::service::ServiceFile;

const SERVICE: &str = include_str!("../../../../../public/service.json");

pub(super) fn service() -> ServiceFile {
    ServiceFile::parse(SERVICE).unwrap()
}

pub(super) fn setting(service: &ServiceFile) -> Setting<'_> {
    Setting {
        service,
        practitioners_may_ask: false,
    }
}

/// The answers of somebody who fills in no more than they must.
pub(super) fn least(who: &str) -> Answers {
    let mut answers = Answers::default();
    for (field, text) in [
        (Field::Device, "own"),
        (Field::Who, who),
        (Field::Area, "yes"),
        (Field::HelpWith, "not_sure"),
        (Field::DateHas, "no"),
        (Field::ChildName, "Zain"),
        (Field::Age, "9"),
        (Field::School, "none"),
        (Field::Knows, "no"),
        (Field::Name, "Aisha Malik"),
        (Field::ContactBy, "phone"),
        (Field::Phone, "+44 (0)7700 900461"),
        (Field::SafeMessage, "no"),
        (Field::KeepRecord, "yes"),
    ] {
        answers.set(field, text);
    }
    answers
}
