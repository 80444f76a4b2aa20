//! Why a case was not closed or opened again, at the field where it can be mended.

use evenhand_domain::case::close::FeedbackWay;
use evenhand_engine::case::CaseError;
use evenhand_engine::case::close::CloseError;

use crate::components::{FieldId, Problem};
use crate::workspace::case::words::case_error;
use crate::workspace::words::save_error;

pub(super) const OUTCOME: FieldId = FieldId::named("outcome");
pub(super) const FEEDBACK: FieldId = FieldId::named("feedback");
pub(super) const FEEDBACK_WHY: FieldId = FieldId::named("feedback-why");
pub(super) const LEFT_OPEN: FieldId = FieldId::named("left-open");
pub(super) const SAVE: FieldId = FieldId::named("save");
pub(super) const REOPEN: FieldId = FieldId::named("reopen");

/// Every way to offer feedback, with its word in the form and what it is called.
pub(super) const WAYS: [(&str, FeedbackWay, &str); 5] = [
    ("slip", FeedbackWay::Slip, "On a paper slip"),
    ("link", FeedbackWay::Link, "With the link to our public page"),
    ("device", FeedbackWay::Device, "On a device in the office"),
    ("declined", FeedbackWay::Declined, "I asked, and they did not want to"),
    ("not_now", FeedbackWay::NotNow, "I did not ask"),
];

/// The problem as the page shows it.
pub(super) fn problem(error: &CloseError) -> Problem {
    let (field, message) = match error {
        CloseError::Case(CaseError::ReasonMissing) | CloseError::ReasonMissing => {
            (REOPEN, "Enter why this case opens again".to_owned())
        }
        CloseError::Case(error) => (SAVE, case_error(*error)),
        CloseError::OutcomeMissing => (OUTCOME, "Enter what came of it".to_owned()),
        CloseError::FeedbackNeedsReason => (FEEDBACK_WHY, "Enter why you did not ask".to_owned()),
        CloseError::MissingNeedsReason => (
            LEFT_OPEN,
            "Enter why this case closes with something missing, or do what is missing first".to_owned(),
        ),
        CloseError::Save(error) => (SAVE, save_error(error)),
    };
    Problem::new(field, message)
}

/// What a way to offer feedback is called.
pub(super) fn way_words(way: FeedbackWay) -> &'static str {
    WAYS.iter()
        .find(|(_, known, _)| *known == way)
        .map_or("", |(_, _, words)| words)
}
