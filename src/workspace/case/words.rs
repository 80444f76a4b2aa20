//! What went wrong with a case, and what things are called, in plain words.

use evenhand_domain::case::consent::GivenHow;
use evenhand_domain::case::contact::{Channel, ContactWay};
use evenhand_domain::family::Standing;
use evenhand_engine::case::CaseError;
use evenhand_engine::case::story::StoryError;

use crate::workspace::words::save_error;

/// Why a case cannot be worked on, and what to do.
pub(crate) fn case_error(error: CaseError) -> String {
    let words = match error {
        CaseError::NoSuchCase => "There is no such case here. Look for it in your list of cases.",
        CaseError::NotYours => "This case is not yours to open. Its worker or your manager can do this.",
        CaseError::NotAnswered => "Answer the question before opening first. Then this can be saved.",
        CaseError::Closed => "This case is closed. Open it again first, then save this.",
        CaseError::NotClosed => "This case is open already. Nothing was changed.",
        CaseError::NoSuchEntry => "That entry is no longer in this case. Go back to the timeline and choose it again.",
        CaseError::NoSuchParty => "That person is no longer in this case. Choose somebody else.",
        CaseError::ReasonMissing => "Say why",
        CaseError::SaidNo => {
            "They said no to a record, so nothing more that says who they are is kept. Keep only an anonymous count first, on the first page of this case."
        }
        CaseError::StorageNotAnswered => {
            "Ask first whether they agree to our keeping a record, at the top of this page. Then save this. An enquiry that names nobody becomes a case first."
        }
        CaseError::AccessNotTold => "Tell them first how to see their record, at the top of this page. Then save this.",
        CaseError::NotAtHand => {
            "This case could not be read from this device. Load the page again. If it happens again, restore your newest backup."
        }
        CaseError::ManagerOnly => "This is the manager’s to do. Ask them.",
    };
    words.to_owned()
}

/// Why something was not added to a case, and what to do.
pub(crate) fn story_error(error: &StoryError) -> String {
    match error {
        StoryError::Case(error) => case_error(*error),
        StoryError::NotNamed => "Enter a name, or a word such as “Mum”".to_owned(),
        StoryError::Missing { what } => format!("Enter {what}"),
        StoryError::OneOptionOnly => "Enter at least two options. Doing nothing for now is one.".to_owned(),
        StoryError::NotExplained => "Enter the good and the bad points of each option".to_owned(),
        StoryError::UnderstandingMissing => "Say how you know that they understood it".to_owned(),
        StoryError::OwnRequestNeeded => {
            "Under our policy the parent asks for this themself. Wait until they do, and then note it.".to_owned()
        }
        StoryError::ServiceUser => {
            "This case is theirs. If it belongs to somebody else, close it with that reason.".to_owned()
        }
        StoryError::AlreadyWithdrawn => "This permission was taken back already. Nothing was changed.".to_owned(),
        StoryError::AlreadyDone => "This was marked as done already. Nothing was changed.".to_owned(),
        StoryError::Save(error) => save_error(error),
    }
}

/// Whether somebody is a child or a young person.
pub(crate) const fn is_child(standing: Standing) -> bool {
    matches!(standing, Standing::Child | Standing::YoungPerson)
}

/// What somebody is, in words.
pub(crate) const fn standing_words(standing: Standing) -> &'static str {
    match standing {
        Standing::Parent => "Parent",
        Standing::Carer => "Carer",
        Standing::Child => "Child under 16",
        Standing::YoungPerson => "Young person, 16 to 25",
        Standing::Practitioner => "Works with the family",
        Standing::Other => "Somebody else",
    }
}

/// How a contact took place, in words.
pub(crate) const fn way_words(way: ContactWay) -> &'static str {
    match way {
        ContactWay::Telephone => "Telephone or video call",
        ContactWay::FaceToFace => "Face to face",
        ContactWay::Meeting => "Meeting with others",
        ContactWay::Letter => "Letter",
        ContactWay::Email => "Email or text message",
    }
}

/// Names in a sentence: `A, B and C`.
pub(crate) fn listed(names: &[String]) -> String {
    match names {
        [before @ .., one, last] => {
            let first: String = before.iter().map(|name| format!("{name}, ")).collect();
            format!("{first}{one} and {last}")
        }
        _ => names.concat(),
    }
}

/// How a case came, in words.
pub(crate) const fn channel_words(channel: Channel) -> &'static str {
    match channel {
        Channel::Form => "through the public page",
        Channel::Telephone => "by telephone",
        Channel::FaceToFace => "face to face",
        Channel::Letter => "by letter",
        Channel::Email => "by email or text message",
    }
}

/// How permission was given, in words.
pub(crate) const fn given_words(how: GivenHow) -> &'static str {
    match how {
        GivenHow::Spoken => "Spoken",
        GivenHow::Text => "In a text message or email",
        GivenHow::Written => "In writing on paper",
        GivenHow::Form => "On the public form",
        GivenHow::Signed => "Signed on this screen",
    }
}

/// Every way to give permission, with its word in a form.
pub(crate) const GIVEN: [(&str, GivenHow); 4] = [
    ("spoken", GivenHow::Spoken),
    ("text", GivenHow::Text),
    ("written", GivenHow::Written),
    ("form", GivenHow::Form),
];
