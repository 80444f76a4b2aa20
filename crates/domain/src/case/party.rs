//! The people in a case, and what they were told or said in their own words.

use serde::{Deserialize, Serialize};

use crate::date::Day;
use crate::family::{FamilyMember, Standing};
use crate::ids::PartyId;
use crate::school::School;

/// Somebody in a case: a service user, a child, somebody who helps, somebody from an agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Which.
    pub id: PartyId,
    /// Name as given; a word such as "Parent" where nothing that identifies them may be kept.
    pub name: String,
    /// What they are.
    pub is: Standing,
    /// Whether they are the service user whose case this is.
    #[serde(default)]
    pub service_user: bool,
    /// Date of birth.
    #[serde(default)]
    pub dob: Option<Day>,
    /// Age in years, where only that was given.
    #[serde(default)]
    pub age: Option<u8>,
    /// Telephone, as given.
    #[serde(default)]
    pub phone: Option<String>,
    /// E-mail address, as given.
    #[serde(default)]
    pub email: Option<String>,
    /// Postcode, as given.
    #[serde(default)]
    pub postcode: Option<String>,
    /// Postal address, as given.
    #[serde(default)]
    pub address: Option<String>,
    /// School, nursery, college or other setting.
    #[serde(default)]
    pub school: Option<School>,
    /// The agency they work for, where they are there for it.
    #[serde(default)]
    pub agency: Option<String>,
    /// How they asked to be contacted, with what is safe: "text only, leave no message".
    #[serde(default)]
    pub contact_note: String,
    /// What helps them talk with the service: interpreter, BSL, Easy Read, a quiet place.
    #[serde(default)]
    pub needs: Vec<String>,
}

impl Party {
    /// What a conflict check may know of them.
    #[must_use]
    pub fn as_family_member(&self) -> FamilyMember {
        FamilyMember {
            name: self.name.clone(),
            is: self.is,
            dob: self.dob,
            phone: self.phone.clone(),
            email: self.email.clone(),
            postcode: self.postcode.clone(),
            school: self.school.clone(),
        }
    }
}

/// Somebody was told how to see their record (LEI-30).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessTold {
    /// Who was told.
    pub party: PartyId,
    /// How: by telephone, in a letter, on the public page.
    pub how: String,
}

/// Which kind of words somebody gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WordsKind {
    /// What they want to come of it (LEI-25).
    Aim,
    /// What they wish (SPS-7).
    Wish,
    /// How they feel or what worries them (WES-2).
    Feeling,
}

/// Somebody's aim, wish or feeling, word for word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnWords {
    /// Whose words.
    pub party: PartyId,
    /// Which kind.
    pub kind: WordsKind,
    /// The words, unaltered.
    pub words: String,
}

impl Party {
    /// Leaves a word for what they are, and nothing by which they could be known.
    pub fn forget(&mut self) {
        let word = match self.is {
            Standing::Parent => "Parent",
            Standing::Carer => "Carer",
            Standing::Child => "Child",
            Standing::YoungPerson => "Young person",
            Standing::Practitioner => "Practitioner",
            Standing::Other => "Somebody else",
        };
        *self = Self {
            id: self.id,
            name: word.to_owned(),
            is: self.is,
            service_user: self.service_user,
            dob: None,
            age: None,
            phone: None,
            email: None,
            postcode: None,
            address: None,
            school: None,
            agency: None,
            contact_note: String::new(),
            needs: std::mem::take(&mut self.needs),
        };
    }
}
