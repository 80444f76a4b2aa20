//! What a conflict check may know of a family: who they are and where the children go, never their story.

use serde::{Deserialize, Serialize};

use crate::date::Day;
use crate::school::School;

/// What somebody is in a family or to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// A parent.
    Parent,
    /// Somebody else who brings the child up.
    Carer,
    /// A child under 16.
    Child,
    /// A young person of 16 to 25, a service user in their own right.
    YoungPerson,
    /// Somebody who works with the family.
    Practitioner,
    /// Anybody else.
    Other,
}

impl Standing {
    /// Whether it is the child or young person.
    #[must_use]
    pub const fn is_young(self) -> bool {
        matches!(self, Self::Child | Self::YoungPerson)
    }

    /// Where somebody stands in a list of a case's people: the child or young person, then whoever brings them up, then others.
    #[must_use]
    pub const fn rank(self) -> u8 {
        match self {
            Self::Child | Self::YoungPerson => 0,
            Self::Parent | Self::Carer => 1,
            Self::Practitioner | Self::Other => 2,
        }
    }
}

/// One person of a family, with the details by which a declared interest can be found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyMember {
    /// Their name as given.
    pub name: String,
    /// What they are.
    pub is: Standing,
    /// Date of birth.
    #[serde(default)]
    pub dob: Option<Day>,
    /// Telephone, as given.
    #[serde(default)]
    pub phone: Option<String>,
    /// E-mail address, as given.
    #[serde(default)]
    pub email: Option<String>,
    /// Postcode, as given.
    #[serde(default)]
    pub postcode: Option<String>,
    /// School, nursery, college or other setting.
    #[serde(default)]
    pub school: Option<School>,
}

/// A family as the conflict check sees it; it is the front sheet of a case (SPS-8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Family {
    /// Everybody in it.
    pub people: Vec<FamilyMember>,
    /// Organisations tied to the family or the case.
    #[serde(default)]
    pub organisations: Vec<String>,
    /// What they answered to "do you know anyone who works or volunteers here?", in their words.
    #[serde(default)]
    pub knows: Option<String>,
}
