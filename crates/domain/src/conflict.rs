//! The outcome of a conflict check, in the words that screens and records use.

use serde::{Deserialize, Serialize};

/// How a conflict check ends for one worker, mildest first; the strictest of all rules wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConflictOutcome {
    /// Nothing was found. Never worded as "no conflict".
    Clear,
    /// A possible match: a person must confirm or dismiss it before the allocation.
    Look,
    /// May be allocated, after others and with a recorded reason.
    Reason,
    /// Only the manager may allow it.
    Manager,
    /// Cannot be allocated and cannot open the case.
    Bar,
}

/// Which relation of worker and family a match shows; a profile has a rule for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatchKind {
    /// A post at a setting of the child.
    SchoolPost,
    /// The worker's own child goes to the same school.
    OwnChildSchool,
    /// A relative.
    Relative,
    /// A friend, neighbour, colleague, or somebody otherwise known.
    Friend,
    /// An organisation tied to the family or the case.
    Organisation,
    /// A volunteer who lives in the family's postcode district.
    HomeDistrict,
    /// The worker is one of the family.
    Themself,
    /// The worker answered, before opening, that they have an interest (SPS-8).
    OwnAnswer,
}

/// One thing that a check found, in words fit for a screen: what matched, never another person's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Which relation it shows.
    pub kind: MatchKind,
    /// What it comes to under the profile.
    pub outcome: ConflictOutcome,
    /// The clause whose rule gave the outcome, for example `SPS-14`.
    pub clause: String,
    /// What matched, in a sentence.
    pub matched: String,
}

/// A whole check of one worker against one family, as it is kept with the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConflictCheck {
    /// The strictest outcome of all findings.
    pub outcome: ConflictOutcome,
    /// The clauses whose rules gave that outcome, sorted, each once; none when clear.
    pub because: Vec<String>,
    /// Everything found, strictest first.
    pub findings: Vec<Finding>,
    /// Version of the profile's rules that were in force.
    pub rules: u32,
    /// How many declared interests were looked at, so that "nothing found" says how far it looked.
    pub interests_checked: u32,
}
