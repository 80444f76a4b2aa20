//! The answers of the contact form that belong to one person.

use evenhand_domain::case::party::{Party, WordsKind};
use evenhand_domain::family::Standing;
use evenhand_domain::ids::PartyId;
use leptos::prelude::*;

use super::answers::empty;
use crate::components::FieldId;
use crate::workspace::case::words::is_child;

/// The answers that belong to one person.
#[derive(Clone, Copy)]
pub(super) struct PartyAnswers {
    pub(super) id: PartyId,
    pub(super) name: StoredValue<String>,
    pub(super) is_agency: bool,
    pub(super) is_child: bool,
    pub(super) stated: RwSignal<String>,
    pub(super) wording: RwSignal<String>,
    pub(super) understood: RwSignal<String>,
    pub(super) why: RwSignal<String>,
    pub(super) aim: RwSignal<String>,
    pub(super) wish: RwSignal<String>,
    pub(super) feeling: RwSignal<String>,
    pub(super) stated_field: FieldId,
    pub(super) understood_field: FieldId,
    pub(super) why_field: FieldId,
}

impl PartyAnswers {
    /// Empty answers for somebody.
    pub(super) fn new(party: &Party) -> Self {
        let wording = if is_child(party.is) { "young" } else { "plain" };
        Self {
            id: party.id,
            name: StoredValue::new(party.name.clone()),
            is_agency: party.is == Standing::Practitioner && !party.service_user,
            is_child: is_child(party.is),
            stated: empty(),
            wording: RwSignal::new(wording.to_owned()),
            understood: empty(),
            why: empty(),
            aim: empty(),
            wish: empty(),
            feeling: empty(),
            stated_field: FieldId::new(),
            understood_field: FieldId::new(),
            why_field: FieldId::new(),
        }
    }

    /// The box for one kind of their words.
    pub(super) const fn words(&self, kind: WordsKind) -> RwSignal<String> {
        match kind {
            WordsKind::Aim => self.aim,
            WordsKind::Wish => self.wish,
            WordsKind::Feeling => self.feeling,
        }
    }

    /// Every box with its name.
    pub(super) fn texts(&self) -> [(&'static str, RwSignal<String>); 7] {
        [
            ("stated", self.stated),
            ("wording", self.wording),
            ("understood", self.understood),
            ("why", self.why),
            ("aim", self.aim),
            ("wish", self.wish),
            ("feeling", self.feeling),
        ]
    }
}
