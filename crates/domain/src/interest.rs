//! Interests that a worker declares: posts, relations, friends, organisations (CAM-19, CAM-20).

use serde::{Deserialize, Serialize};

use crate::date::Day;
use crate::school::School;

/// Somebody whom a worker declares: a relative, a friend, a neighbour, a colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acquaintance {
    /// Their name, as the worker knows it.
    pub name: String,
    /// What they are to the worker, in the worker's words.
    #[serde(default)]
    pub relation: Option<String>,
    /// Date of birth.
    #[serde(default)]
    pub dob: Option<Day>,
    /// Telephone.
    #[serde(default)]
    pub phone: Option<String>,
    /// E-mail address.
    #[serde(default)]
    pub email: Option<String>,
    /// Postal address or postcode.
    #[serde(default)]
    pub address: Option<String>,
}

/// What kind of interest, with what identifies it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum InterestKind {
    /// A post at a school or other setting: governor, trustee, clerk, employee (SPS-14, WES-9).
    SchoolPost {
        /// Which post.
        #[serde(default)]
        post: Option<String>,
        /// Where.
        school: School,
    },
    /// The worker's own child goes there. The school alone, never the child (WES-10).
    OwnChildSchool {
        /// Where.
        school: School,
    },
    /// A member of the worker's family or extended family (SPS-15).
    Relative(Acquaintance),
    /// A friend, neighbour, colleague, or somebody otherwise known (SPS-15, WES-11).
    Friend(Acquaintance),
    /// A support group, charity, agency or other body (CAM-19).
    Organisation {
        /// Its name.
        name: String,
        /// What the worker is in it.
        #[serde(default)]
        post: Option<String>,
    },
}

/// A declared interest and the days it runs between.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interest {
    /// What kind, with what identifies it.
    #[serde(flatten)]
    pub kind: InterestKind,
    /// First day, where known.
    #[serde(default)]
    pub from: Option<Day>,
    /// Last day; none while it goes on.
    #[serde(default)]
    pub to: Option<Day>,
}
