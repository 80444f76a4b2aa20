//! What to say when something about the people of the service does not work.

use evenhand_domain::ids::WorkerId;
use evenhand_domain::team::Team;
use evenhand_engine::inbox::open::OpenInboxError;
use evenhand_engine::people::add::JoinError;
use evenhand_engine::people::declare::DeclareError;
use evenhand_engine::people::leave::LeaveError;

use crate::workspace::device::words::{At, set_up};
use crate::workspace::words::save_error;

/// Somebody did not join, or their details were not changed: where, and in words.
pub(super) fn join(error: &JoinError) -> (At, String) {
    match error {
        JoinError::ManagerOnly => (At::Page, "Only the manager can do this. Ask the manager".to_owned()),
        JoinError::Person(error) => set_up(error),
        JoinError::Save(error) => (At::Page, save_error(error)),
    }
}

/// Somebody was not marked as gone.
pub(super) fn leave(error: &LeaveError) -> String {
    match error {
        LeaveError::ManagerOnly => "Only the manager can do this. Ask the manager".to_owned(),
        LeaveError::Oneself => "Nobody marks themself as gone. Ask another manager to do it".to_owned(),
        LeaveError::NoSuchWorker => "This person does not work here any more. Load the page again".to_owned(),
        LeaveError::NoWayIn => "They are here, or left under an older version. Add them anew under Team".to_owned(),
        LeaveError::Save(error) => save_error(error),
    }
}

/// What part of a declaration is at fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// What it names.
    Named,
    /// Its last day.
    LastDay,
    /// All of it.
    Whole,
}

/// An interest was not kept: which part, and in words.
pub(super) fn declare(error: &DeclareError) -> (Part, String) {
    match error {
        DeclareError::MatchesNothing => (
            Part::Named,
            "Enter a name, so that it can be found when a family comes".to_owned(),
        ),
        DeclareError::EndsBeforeItBegins => (
            Part::LastDay,
            "The last day must not come before the first day".to_owned(),
        ),
        DeclareError::NoSuchInterest => (
            Part::Whole,
            "This interest is not there any more. Load the page again".to_owned(),
        ),
        DeclareError::NotYours => (
            Part::Whole,
            "Only this person and the manager can declare here. Ask one of them".to_owned(),
        ),
        DeclareError::Save(error) => (Part::Whole, save_error(error)),
    }
}

/// Somebody who holds a key, with a word where they left: what they may have kept is said where a new key is made.
pub(super) fn holder(team: &Team, worker: WorkerId) -> String {
    let left = if team.has_left(worker) { " (left)" } else { "" };
    format!("{}{left}", team.name_of(worker))
}

/// An inbox was not made.
pub(super) fn open_inbox(error: &OpenInboxError) -> String {
    match error {
        OpenInboxError::ManagerOnly => "Only the manager makes inbox keys. Ask the manager".to_owned(),
        OpenInboxError::NoSuchWorker => "This person does not work here any more. Choose somebody else".to_owned(),
        OpenInboxError::SameHolder => {
            "Nobody opens both inboxes: the second is for families who know the person that opens the first. Choose somebody else"
                .to_owned()
        }
        OpenInboxError::Save(error) => save_error(error),
    }
}
