//! The answers of the contact form about an agency that was part of it.

use evenhand_domain::case::contact::AgencyTalk;
use leptos::prelude::*;

use super::answers::empty;
use super::door::DoorAnswers;
use crate::components::DateParts;

/// The value for "nothing was disclosed".
pub(super) const NOTHING_SAID: &str = "none";

/// The answers about an agency that was part of it.
#[derive(Clone, Copy)]
pub(super) struct AgencyAnswers {
    pub(super) was: RwSignal<String>,
    pub(super) name: RwSignal<String>,
    pub(super) consent: RwSignal<String>,
    pub(super) said: RwSignal<String>,
    pub(super) heard: RwSignal<String>,
    pub(super) told: RwSignal<String>,
    pub(super) why: RwSignal<String>,
    /// The day of the contact, for the permissions that held then.
    pub(super) on: DateParts,
    pub(super) door: DoorAnswers,
}

impl AgencyAnswers {
    /// Empty boxes, for a contact on the day that `on` holds.
    pub(super) fn new(on: DateParts) -> Self {
        Self {
            was: empty(),
            name: empty(),
            consent: empty(),
            said: empty(),
            heard: empty(),
            told: empty(),
            why: empty(),
            on,
            door: DoorAnswers::empty(),
        }
    }

    /// Whether a permission covers what was said, or the manager's own door does.
    pub(super) fn has_consent(self) -> bool {
        let is_door = self.door.ground.with(|ground| !ground.is_empty());
        is_door || self.consent.with(|chosen| !chosen.is_empty() && chosen != NOTHING_SAID)
    }

    /// Fills the boxes with what passed.
    pub(super) fn fill(self, talk: &AgencyTalk) {
        self.was.set("yes".to_owned());
        self.name.set(talk.agency.clone());
        self.consent.set(
            talk.consent
                .map_or_else(|| NOTHING_SAID.to_owned(), |consent| consent.to_string()),
        );
        match &talk.without_permission {
            Some(door) => self.door.fill(door, &talk.said),
            None => self.said.set(talk.said.clone()),
        }
        self.heard.set(talk.heard.clone());
        // A "no" has its reason: without one, nobody answered.
        let told = match (talk.told_passed_on, talk.why_not_told.is_empty()) {
            (true, _) => "yes",
            (false, false) => "no",
            (false, true) => "",
        };
        self.told.set(told.to_owned());
        self.why.set(talk.why_not_told.clone());
    }
}
