//! What the conflict check may see of a referral before its story is opened (SPS-8, SPS-14, SPS-15, SPS-16).

use super::choice::{ContactBy, Sure, Who};
use super::typed::postcode_in;
use super::{Referral, SchoolAnswer};
use crate::family::{Family, FamilyMember, Standing};

impl Referral {
    /// The front sheet: names, school, postcode, telephone, e-mail, and whom they know here. Never the story.
    #[must_use]
    pub fn family(&self) -> Family {
        let mut child = self.child_member();
        let people = if self.asks_for_self() {
            child.name = fullest(&self.person.name, &self.child.first_name);
            (child.phone, child.email) = (self.phone(), self.email());
            vec![child]
        } else {
            vec![self.person_member(), child]
        };
        Family {
            people: people.into_iter().filter(says_something).collect(),
            organisations: Some(self.person.works_at.trim().to_owned())
                .filter(|name| !name.is_empty())
                .into_iter()
                .collect(),
            knows: self.knows_in_words(),
        }
    }

    /// Whether the child or young person asks for themself (SPS-3, SPS-20).
    #[must_use]
    pub fn asks_for_self(&self) -> bool {
        matches!(self.who, Who::YoungPerson | Who::Child)
    }

    fn person_member(&self) -> FamilyMember {
        FamilyMember {
            name: self.person.name.trim().to_owned(),
            is: match self.who {
                Who::Parent => Standing::Parent,
                Who::Carer => Standing::Carer,
                Who::YoungPerson => Standing::YoungPerson,
                Who::Child => Standing::Child,
                Who::Helper => Standing::Other,
                Who::Practitioner => Standing::Practitioner,
            },
            dob: None,
            phone: self.phone(),
            email: self.email(),
            postcode: self.postcode(),
            school: None,
        }
    }

    fn child_member(&self) -> FamilyMember {
        let young = self.who == Who::YoungPerson || self.child.age.is_some_and(|age| age >= 16);
        FamilyMember {
            name: self.child.first_name.trim().to_owned(),
            is: if young { Standing::YoungPerson } else { Standing::Child },
            dob: None,
            phone: None,
            email: None,
            postcode: self.asks_for_self().then(|| self.postcode()).flatten(),
            school: match &self.child.school {
                SchoolAnswer::Named(school) => Some(school.clone()),
                SchoolAnswer::None | SchoolAnswer::Home | SchoolAnswer::NotSaid => None,
            },
        }
    }

    fn phone(&self) -> Option<String> {
        matches!(self.contact.by, ContactBy::Phone | ContactBy::Text).then(|| self.contact.value.trim().to_owned())
    }

    fn email(&self) -> Option<String> {
        (self.contact.by == ContactBy::Email).then(|| self.contact.value.trim().to_owned())
    }

    /// The postcode as given, or the one that stands in the postal address.
    fn postcode(&self) -> Option<String> {
        let given = Some(self.postcode.trim().to_owned()).filter(|postcode| !postcode.is_empty());
        given.or_else(|| {
            (self.contact.by == ContactBy::Post)
                .then(|| postcode_in(&self.contact.value))
                .flatten()
        })
    }

    /// Whom they know, in their words. A bare "yes" is kept as such, since somebody must then ask who it is.
    fn knows_in_words(&self) -> Option<String> {
        let words = self.knows.words.trim();
        match self.knows.answer {
            Some(Sure::Yes | Sure::NotSure) if !words.is_empty() => Some(words.to_owned()),
            Some(Sure::Yes) => Some("yes".to_owned()),
            Some(Sure::No) => Some("no".to_owned()),
            Some(Sure::NotSure) | None => None,
        }
    }
}

/// The full name, or what they are called where they gave no other.
fn fullest(full: &str, called: &str) -> String {
    let (full, called) = (full.trim(), called.trim());
    if full.is_empty() {
        called.to_owned()
    } else {
        full.to_owned()
    }
}

/// Whether there is anything in this person to check.
fn says_something(member: &FamilyMember) -> bool {
    !member.name.is_empty()
        || member.school.is_some()
        || [&member.phone, &member.email, &member.postcode]
            .into_iter()
            .any(Option::is_some)
}
