//! Options with their good and bad points and their time limits, and the person's own decision (SPS-1, LEI-24, STA-1, WES-3).

use serde::{Deserialize, Serialize};

use crate::ids::{EventId, PartyId};

/// One choice that is open, with its good and bad points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What one could do; doing nothing counts.
    pub what: String,
    /// Its good points.
    #[serde(default)]
    pub pros: String,
    /// Its bad points.
    #[serde(default)]
    pub cons: String,
    /// The law, guidance or local policy it rests on (SPS-9).
    #[serde(default)]
    pub basis: String,
}

impl Choice {
    /// Whether something was said for it or against it: else it was named and not explained (SPS-1).
    #[must_use]
    pub fn is_explained(&self) -> bool {
        !self.pros.trim().is_empty() || !self.cons.trim().is_empty()
    }
}

/// The options that were explained about one matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionSet {
    /// What is to be decided.
    pub matter: String,
    /// To whom they were explained.
    pub to: Vec<PartyId>,
    /// The choices: two at the least.
    pub choices: Vec<Choice>,
    /// The time limits that were told, a line each; empty where there are none, or where an older version kept none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub limits: String,
}

impl OptionSet {
    /// Whether there is a choice, and each was explained (SPS-1, WES-3).
    #[must_use]
    pub fn is_explained(&self) -> bool {
        self.choices.len() > 1 && self.choices.iter().all(Choice::is_explained)
    }
}

/// What the person decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The options it was made among.
    pub options: EventId,
    /// Who decided.
    pub party: PartyId,
    /// The decision, in their words.
    pub words: String,
    /// Risks that were explained, kept apart from the decision (LEI-24).
    #[serde(default)]
    pub risks_explained: String,
}
