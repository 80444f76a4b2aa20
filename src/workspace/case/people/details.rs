//! What stands in the boxes of one person.

use evenhand_domain::case::party::Party;
use evenhand_domain::date::Day;
use evenhand_domain::family::Standing;
use evenhand_domain::school::School;
use evenhand_engine::case::open::new_party;
use leptos::prelude::*;

use crate::components::{DateParts, FieldId, Problem};
use crate::workspace::case::form_draft::{Boxes, date_boxes};
use crate::workspace::case::near::trimmed;
use crate::workspace::day;

pub(super) const STANDING: FieldId = FieldId::named("standing");
pub(super) const NAME: FieldId = FieldId::named("name");
pub(super) const BORN: FieldId = FieldId::named("born");
pub(super) const AGE: FieldId = FieldId::named("age");

/// Every standing with its word in the form.
pub(super) const STANDINGS: [(&str, Standing); 6] = [
    ("parent", Standing::Parent),
    ("carer", Standing::Carer),
    ("child", Standing::Child),
    ("young", Standing::YoungPerson),
    ("practitioner", Standing::Practitioner),
    ("other", Standing::Other),
];

/// What is typed about one person. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Details {
    was: StoredValue<Option<Party>>,
    pub(super) standing: RwSignal<String>,
    pub(super) name: RwSignal<String>,
    pub(super) born: DateParts,
    pub(super) age: RwSignal<String>,
    pub(super) phone: RwSignal<String>,
    pub(super) email: RwSignal<String>,
    pub(super) postcode: RwSignal<String>,
    pub(super) address: RwSignal<String>,
    pub(super) school: RwSignal<String>,
    pub(super) agency: RwSignal<String>,
    pub(super) contact_note: RwSignal<String>,
    pub(super) needs: RwSignal<String>,
}

impl Details {
    /// Empty boxes, or those of somebody who is there.
    pub(super) fn new(party: Option<Party>) -> Self {
        let text =
            |read: fn(&Party) -> Option<String>| RwSignal::new(party.as_ref().and_then(read).unwrap_or_default());
        let standing = party
            .as_ref()
            .and_then(|party| STANDINGS.iter().find(|(_, is)| *is == party.is));
        Self {
            standing: RwSignal::new(standing.map_or("", |(word, _)| word).to_owned()),
            name: text(|party| Some(party.name.clone())),
            born: day::boxes_with(party.as_ref().and_then(|party| party.dob)),
            age: text(|party| party.age.map(|age| age.to_string())),
            phone: text(|party| party.phone.clone()),
            email: text(|party| party.email.clone()),
            postcode: text(|party| party.postcode.clone()),
            address: text(|party| party.address.clone()),
            school: text(|party| party.school.as_ref().map(|school| school.name.clone())),
            agency: text(|party| party.agency.clone()),
            contact_note: text(|party| Some(party.contact_note.clone())),
            needs: text(|party| Some(party.needs.join("\n"))),
            was: StoredValue::new(party),
        }
    }

    /// Every box with a name of its own, for the draft.
    pub(super) fn boxes(self) -> Boxes {
        let named = [
            ("standing", self.standing),
            ("name", self.name),
            ("age", self.age),
            ("phone", self.phone),
            ("email", self.email),
            ("postcode", self.postcode),
            ("address", self.address),
            ("school", self.school),
            ("agency", self.agency),
            ("contact_note", self.contact_note),
            ("needs", self.needs),
        ];
        let mut texts: Vec<_> = named.into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
        texts.extend(date_boxes("born", self.born));
        Boxes::new(texts, Vec::new(), Vec::new())
    }

    /// What they are, once that is chosen.
    pub(super) fn chosen(self) -> Option<Standing> {
        self.standing
            .with(|chosen| STANDINGS.iter().find(|(word, _)| word == chosen).map(|(_, is)| *is))
    }

    /// The person as typed, or every problem in the order of the page.
    pub(super) fn gather(self, today: Day) -> Result<Party, Vec<Problem>> {
        let mut found = Vec::new();
        let name = trimmed(self.name);
        if name.is_empty() {
            found.push(Problem::new(NAME, "Enter a name, or a word such as “Mum”"));
        }
        let is = self.chosen();
        if is.is_none() {
            found.push(Problem::new(STANDING, "Select who they are"));
        }
        let dob = match day::read(self.born) {
            Ok(Some(born)) if born > today => {
                found.push(Problem::new(BORN, "Enter a date of birth that is not after today"));
                None
            }
            Ok(born) => born,
            Err(words) => {
                found.push(Problem::new(BORN, words));
                None
            }
        };
        let typed = trimmed(self.age);
        let age = typed.parse::<u8>().ok().filter(|age| *age <= 120);
        if !typed.is_empty() && age.is_none() {
            found.push(Problem::new(AGE, "Enter the age in whole years, for example 9"));
        }
        let given = |field: RwSignal<String>| Some(trimmed(field)).filter(|text| !text.is_empty());
        let (Some(is), true) = (is, found.is_empty()) else {
            return Err(found);
        };
        let before = self.was.get_value();
        let party = before.clone().unwrap_or_else(|| new_party(&name, is, false));
        // A name that stays the same keeps the number by which the register knows the school.
        let school = given(self.school).map(|name| match before.and_then(|party| party.school) {
            Some(school) if school.name == name => school,
            _ => School::named(name),
        });
        Ok(Party {
            name,
            is,
            dob,
            age,
            phone: given(self.phone),
            email: given(self.email),
            postcode: given(self.postcode),
            address: given(self.address),
            school,
            agency: given(self.agency),
            contact_note: trimmed(self.contact_note),
            needs: trimmed(self.needs)
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect(),
            ..party
        })
    }
}
