//! What is stored of a register.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::date::Day;
use crate::ids::{EventId, WorkerId};

/// One entry: which register, and its answers by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterEntry {
    /// Which register.
    pub kind: Kind,
    /// The answers that were given. Days are written `2026-11-23`, people and entries by their identifiers, ticks with spaces between them.
    pub values: BTreeMap<String, String>,
}

/// What happens in a register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegisterEvent {
    /// An entry was written.
    Entered(RegisterEntry),
    /// An entry says something else now; what it said before stays in the log.
    Changed {
        /// Which entry.
        of: EventId,
        /// All its answers, as they are now.
        values: BTreeMap<String, String>,
    },
    /// An entry was wrong and counts no more; it still shows.
    Struck {
        /// Which entry.
        of: EventId,
        /// Why.
        why: String,
    },
}

impl RegisterEntry {
    /// An entry without answers.
    #[must_use]
    pub const fn new(kind: Kind) -> Self {
        Self {
            kind,
            values: BTreeMap::new(),
        }
    }

    /// The same with one more answer.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.values.insert(name.to_owned(), value.to_string());
        self
    }

    /// The answer of this name; empty where none was given.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.values.get(name).map_or("", |value| value.trim())
    }

    /// The answer as a day.
    #[must_use]
    pub fn day(&self, name: &str) -> Option<Day> {
        self.read(name)
    }

    /// The answer as somebody who works here.
    #[must_use]
    pub fn worker(&self, name: &str) -> Option<WorkerId> {
        self.read(name)
    }

    /// The answer as an entry of another register.
    #[must_use]
    pub fn entry(&self, name: &str) -> Option<EventId> {
        self.read(name)
    }

    fn read<T: FromStr>(&self, name: &str) -> Option<T> {
        self.text(name).parse().ok()
    }
}
