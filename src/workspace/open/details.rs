//! Who is in a new case, while it is typed.

use evenhand_domain::family::Standing;
use evenhand_domain::ids::CaseId;
use evenhand_engine::case::keep::may_keep_of;
use evenhand_engine::desk::Desk;
use evenhand_engine::policy::profile::Profile;
use leptos::prelude::*;

use super::typed_words::standing_word;
use crate::components::{FieldId, Problem};

pub(super) const STANDING: FieldId = FieldId::named("standing");
pub(super) const NAME: FieldId = FieldId::named("name");
pub(super) const CHILD: FieldId = FieldId::named("child");
pub(super) const AGE: FieldId = FieldId::named("age");
pub(super) const STORAGE: FieldId = FieldId::named("storage");
pub(super) const HOW: FieldId = FieldId::named("storage-how");
pub(super) const TOLD: FieldId = FieldId::named("told");
pub(super) const TOLD_HOW: FieldId = FieldId::named("told-how");

/// The oldest that a young person can be whom the service helps.
const OLDEST: u8 = 25;

/// What is typed about the people of a new case. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Details {
    pub(super) standing: RwSignal<String>,
    pub(super) name: RwSignal<String>,
    pub(super) phone: RwSignal<String>,
    pub(super) email: RwSignal<String>,
    pub(super) postcode: RwSignal<String>,
    pub(super) contact_note: RwSignal<String>,
    pub(super) child: RwSignal<String>,
    pub(super) age: RwSignal<String>,
    pub(super) school: RwSignal<String>,
    pub(super) knows: RwSignal<String>,
    pub(super) organisations: RwSignal<String>,
    /// `yes`, `no` or `not-asked` (LEI-29).
    pub(super) storage: RwSignal<String>,
    pub(super) how: RwSignal<String>,
    /// `yes` or `not-yet` (LEI-30).
    pub(super) told: RwSignal<String>,
    pub(super) told_how: RwSignal<String>,
    /// What the service user wants, word for word (LEI-25).
    pub(super) aim: RwSignal<String>,
}

impl Details {
    /// Nothing typed yet.
    pub(super) fn empty() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            standing: text(),
            name: text(),
            phone: text(),
            email: text(),
            postcode: text(),
            contact_note: text(),
            child: text(),
            age: text(),
            school: text(),
            knows: text(),
            organisations: text(),
            storage: text(),
            how: text(),
            told: text(),
            told_how: text(),
            aim: text(),
        }
    }

    /// What is known already from a brother's or sister's case: whoever asked for help, and what they said on knowing somebody.
    pub(super) fn of_sibling(self, desk: &Desk, other: CaseId) {
        let Ok(file) = desk.case(other) else { return };
        let Some(user) = file.story.as_ref().and_then(|story| story.service_user()) else {
            return;
        };
        if matches!(user.is, Standing::Child | Standing::YoungPerson) {
            return;
        }
        let put = |field: RwSignal<String>, text: &str| field.set(text.to_owned());
        put(self.standing, standing_word(user.is));
        put(self.name, &user.name);
        put(self.phone, user.phone.as_deref().unwrap_or_default());
        put(self.email, user.email.as_deref().unwrap_or_default());
        put(self.postcode, user.postcode.as_deref().unwrap_or_default());
        put(self.contact_note, &user.contact_note);
        put(self.knows, file.front.family.knows.as_deref().unwrap_or_default());
        put(self.organisations, &file.front.family.organisations.join(", "));
    }

    /// The fields for a draft, each with its name.
    pub(super) fn fields(self) -> Vec<(&'static str, RwSignal<String>)> {
        vec![
            ("standing", self.standing),
            ("name", self.name),
            ("phone", self.phone),
            ("email", self.email),
            ("postcode", self.postcode),
            ("contact_note", self.contact_note),
            ("child", self.child),
            ("age", self.age),
            ("school", self.school),
            ("knows", self.knows),
            ("organisations", self.organisations),
            ("storage", self.storage),
            ("how", self.how),
            ("told", self.told),
            ("told_how", self.told_how),
            ("aim", self.aim),
        ]
    }

    /// All that is typed of them, as one text: the same for the same family alone, whatever it wants.
    pub(super) fn as_text(self) -> String {
        let texts = self.fields().into_iter().filter(|(name, _)| *name != "aim");
        texts.map(|(_, text)| text.get_untracked() + "|").collect()
    }

    /// Whether whoever asked is the child or young person themself.
    pub(super) fn asks_for_self(self) -> bool {
        self.standing
            .with(|standing| matches!(standing.as_str(), "young_person" | "child"))
    }

    /// The age in whole years; none where nothing or no age was typed.
    pub(super) fn age_read(self) -> Option<u8> {
        self.age
            .with_untracked(|age| age.trim().parse().ok())
            .filter(|age| *age <= OLDEST)
    }

    /// Whether they agreed to a record, where they were asked, and how they were told that they can see it (LEI-29, LEI-30).
    pub(super) fn keeping(self) -> (Option<bool>, String) {
        let agreed = self.storage.with(|storage| storage == "yes").then_some(true);
        let is_told = agreed.is_some() && self.told.with(|told| told == "yes");
        let how = if is_told { self.told_how.get() } else { String::new() };
        (agreed, how.trim().to_owned())
    }

    /// Whether their words may be kept with the case from the first (LEI-29, LEI-30).
    pub(super) fn may_note(self, profile: &'static Profile) -> bool {
        let (agreed, how) = self.keeping();
        may_keep_of(profile, agreed, !how.is_empty()).is_ok()
    }

    /// What is missing, in the order of the page.
    pub(super) fn problems(self) -> Vec<Problem> {
        let is_empty = |field: RwSignal<String>| field.with_untracked(|text| text.trim().is_empty());
        let mut found = Vec::new();
        let mut add = |is_wrong: bool, field, message: &str| {
            if is_wrong {
                found.push(Problem::new(field, message));
            }
        };
        let for_self = untrack(|| self.asks_for_self());
        add(is_empty(self.standing), STANDING, "Select who asked for help");
        add(
            is_empty(self.name),
            NAME,
            "Enter their name, or what they want to be called",
        );
        add(
            !for_self && is_empty(self.child),
            CHILD,
            "Enter the child’s name, or what they are called",
        );
        add(
            !is_empty(self.age) && self.age_read().is_none(),
            AGE,
            "Enter the age in whole years from 0 to 25, like 9",
        );
        let storage = self.storage.get_untracked();
        add(storage.is_empty(), STORAGE, "Select whether they agreed to a record");
        add(
            storage == "no",
            STORAGE,
            "They said no, so log it as an enquiry that names nobody",
        );
        if storage == "yes" {
            add(is_empty(self.how), HOW, "Select how they agreed");
            add(
                is_empty(self.told),
                TOLD,
                "Select whether they know how to see their record",
            );
            let is_told = self.told.with_untracked(|told| told == "yes");
            add(is_told && is_empty(self.told_how), TOLD_HOW, "Enter how you told them");
        }
        found
    }
}
