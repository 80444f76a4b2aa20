//! What is to be done next, by whom and by when.

use serde::{Deserialize, Serialize};

use crate::date::Day;
use crate::ids::WorkerId;

/// Why something is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum ActionKind {
    /// The worker set it.
    #[default]
    Next,
    /// What an agency said is to be passed on to the service user (LEI-27).
    PassOn,
    /// A date that the service user gave: a deadline or a meeting.
    KeyDate,
}

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// What.
    pub what: String,
    /// By when.
    pub due: Day,
    /// By whom; the case's worker where nobody is named.
    #[serde(default)]
    pub who: Option<WorkerId>,
    /// Why.
    #[serde(default)]
    pub kind: ActionKind,
}
