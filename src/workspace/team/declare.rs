//! What is typed for an interest, and what it comes to.

use evenhand_domain::interest::{Acquaintance, Interest, InterestKind};
use evenhand_domain::school::School;
use leptos::prelude::*;

use crate::components::{DateParts, FieldId, Problem};
use crate::workspace::day;

/// The kinds of interest with the values under which the form keeps them.
pub(super) const SCHOOL_POST: &str = "school-post";
pub(super) const OWN_CHILD: &str = "own-child";
pub(super) const RELATIVE: &str = "relative";
pub(super) const FRIEND: &str = "friend";
pub(super) const ORGANISATION: &str = "organisation";

pub(super) const KIND: FieldId = FieldId::named("interest-kind");
pub(super) const POST_SCHOOL: FieldId = FieldId::named("interest-post-school");
pub(super) const CHILD_SCHOOL: FieldId = FieldId::named("interest-child-school");
pub(super) const RELATIVE_NAME: FieldId = FieldId::named("interest-relative");
pub(super) const FRIEND_NAME: FieldId = FieldId::named("interest-friend");
pub(super) const ORGANISATION_NAME: FieldId = FieldId::named("interest-organisation");
pub(super) const BORN: FieldId = FieldId::named("interest-born");
pub(super) const FROM: FieldId = FieldId::named("interest-from");
pub(super) const TO: FieldId = FieldId::named("interest-to");

/// What is typed for an interest.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    pub(super) kind: RwSignal<String>,
    /// The school, the person or the body: what it names.
    pub(super) name: RwSignal<String>,
    pub(super) urn: RwSignal<String>,
    pub(super) post: RwSignal<String>,
    pub(super) relation: RwSignal<String>,
    pub(super) phone: RwSignal<String>,
    pub(super) email: RwSignal<String>,
    pub(super) address: RwSignal<String>,
    pub(super) born: DateParts,
    pub(super) from: DateParts,
    pub(super) to: DateParts,
}

fn given(text: RwSignal<String>) -> Option<String> {
    Some(text.with_untracked(|text| text.trim().to_owned())).filter(|text| !text.is_empty())
}

impl Typed {
    pub(super) fn new() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            kind: text(),
            name: text(),
            urn: text(),
            post: text(),
            relation: text(),
            phone: text(),
            email: text(),
            address: text(),
            born: DateParts::empty(),
            from: DateParts::empty(),
            to: DateParts::empty(),
        }
    }

    /// The field that names something, for the kind that was chosen.
    pub(super) fn named(self) -> FieldId {
        self.kind.with_untracked(|kind| match kind.as_str() {
            SCHOOL_POST => POST_SCHOOL,
            OWN_CHILD => CHILD_SCHOOL,
            RELATIVE => RELATIVE_NAME,
            FRIEND => FRIEND_NAME,
            ORGANISATION => ORGANISATION_NAME,
            _ => KIND,
        })
    }

    fn asks_for(self) -> &'static str {
        self.kind.with_untracked(|kind| match kind.as_str() {
            SCHOOL_POST | OWN_CHILD => "Enter the name of the school, nursery or college",
            RELATIVE | FRIEND => "Enter the person’s name",
            _ => "Enter the name of the group or body",
        })
    }

    fn who(self, dob: Option<evenhand_domain::date::Day>) -> Acquaintance {
        Acquaintance {
            name: given(self.name).unwrap_or_default(),
            relation: given(self.relation),
            dob,
            phone: given(self.phone),
            email: given(self.email),
            address: given(self.address),
        }
    }

    /// The interest.
    ///
    /// # Errors
    /// What is wrong with the fields.
    pub(super) fn read(self) -> Result<Interest, Vec<Problem>> {
        let mut found = Vec::new();
        if self.named() == KIND {
            return Err(vec![Problem::new(KIND, "Choose what kind of interest it is")]);
        }
        if given(self.name).is_none() {
            found.push(Problem::new(self.named(), self.asks_for()));
        }
        let is_person = self.kind.with_untracked(|kind| kind == RELATIVE || kind == FRIEND);
        let mut read = |boxes: DateParts, field: FieldId| {
            day::read(boxes).unwrap_or_else(|message| {
                found.push(Problem::new(field, message));
                None
            })
        };
        let dob = if is_person { read(self.born, BORN) } else { None };
        let (from, to) = (read(self.from, FROM), read(self.to, TO));
        if !found.is_empty() {
            return Err(found);
        }
        let name = given(self.name).unwrap_or_default();
        let school = || School {
            urn: given(self.urn),
            name: name.clone(),
            ..School::default()
        };
        let kind = self.kind.with_untracked(|kind| match kind.as_str() {
            SCHOOL_POST => InterestKind::SchoolPost {
                post: given(self.post),
                school: school(),
            },
            OWN_CHILD => InterestKind::OwnChildSchool { school: school() },
            RELATIVE => InterestKind::Relative(self.who(dob)),
            FRIEND => InterestKind::Friend(self.who(dob)),
            _ => InterestKind::Organisation {
                name: name.clone(),
                post: given(self.post),
            },
        });
        Ok(Interest { kind, from, to })
    }
}
