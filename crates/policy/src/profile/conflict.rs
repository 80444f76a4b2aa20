//! What a policy makes of a match between worker and family.

use std::collections::BTreeMap;

use evenhand_domain::conflict::ConflictOutcome;
use serde::{Deserialize, Serialize};

/// The outcome of a certain match, with the clause that rules it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConflictRule {
    /// What a certain match comes to.
    pub outcome: ConflictOutcome,
    /// The clause, for example `SPS-14`.
    pub clause: &'static str,
}

/// Where the clause would stand, for a rule that no clause of the copied policy gives.
pub(crate) const OUR_OWN: &str = "our own rule";

/// What only the manager may allow, and what must be answered first. Never in the manager's own conflict.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ManagerDecision {
    /// The clause under which the manager decides: LEI-3, CAM-19, STA-16.
    pub clause: &'static str,
    /// Everything that must be answered before a key is granted, in order.
    pub questions: Vec<ManagerQuestion>,
    /// Those of them that the service asks in words of its own.
    #[serde(skip)]
    pub said: BTreeMap<ManagerQuestion, &'static str>,
    /// What the service asks besides.
    #[serde(skip)]
    pub more: Vec<&'static str>,
}

impl ManagerDecision {
    /// A question as the form asks it here.
    #[must_use]
    pub fn words(&self, question: ManagerQuestion) -> &'static str {
        self.said.get(&question).copied().unwrap_or_else(|| question.words())
    }
}

/// One answer the manager owes before allowing a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ManagerQuestion {
    /// Why nobody else can take the case.
    Reason,
    /// The day on which the family was told (STA-16).
    ToldWhen,
    /// How the family was told (STA-16).
    ToldHow,
    /// Which alternatives were offered (STA-16).
    AlternativesOffered,
    /// What the parent answered (STA-16).
    ParentsAnswer,
}

impl ManagerQuestion {
    /// All five, in the order in which they are asked.
    pub const ALL: [Self; 5] = [
        Self::Reason,
        Self::ToldWhen,
        Self::ToldHow,
        Self::AlternativesOffered,
        Self::ParentsAnswer,
    ];

    /// The question as the form asks it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Reason => "Why can this not be avoided?",
            Self::ToldWhen => "When was the family told?",
            Self::ToldHow => "How was the family told?",
            Self::AlternativesOffered => "What else was the family offered?",
            Self::ParentsAnswer => "What did the parent answer?",
        }
    }
}
