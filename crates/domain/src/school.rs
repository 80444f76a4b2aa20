//! Schools, nurseries, colleges and other settings.

mod csv;
mod known;

pub use csv::{Found, ReadError, Reading};
pub use known::{Listed, Schools};

use serde::ser::{SerializeStruct, Serializer};
use serde::{Deserialize, Serialize};

/// A setting, as somebody named it or as the national register knows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub struct School {
    /// Its unique reference number; none for a childminder, a nursery, or a name typed by hand.
    pub urn: Option<String>,
    /// Its name as given.
    pub name: String,
    /// The trust that runs it, as the national register names it (SPS-14).
    #[serde(default)]
    pub trust: Option<String>,
    /// The numbers that it bore before, or bears since: of its predecessors and successors (SPS-14).
    #[serde(default)]
    pub linked: Vec<String>,
}

/// What is not known is left out, so that what was written before it could be known is written the same again. A form without the
/// names of its fields, as a snapshot has it, has all of them.
impl Serialize for School {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_named = serializer.is_human_readable();
        let mut written = serializer.serialize_struct("School", 4)?;
        written.serialize_field("urn", &self.urn)?;
        written.serialize_field("name", &self.name)?;
        if !is_named || self.trust.is_some() {
            written.serialize_field("trust", &self.trust)?;
        }
        if !is_named || !self.linked.is_empty() {
            written.serialize_field("linked", &self.linked)?;
        }
        written.end()
    }
}

impl School {
    /// A setting of which no more than a name is known.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }
}

/// Those whose name holds every word of what was typed, in their own order; at most `most` of them, and none for fewer than three letters.
pub(crate) fn like<'a, T>(all: &'a [T], name: impl Fn(&T) -> &str, typed: &str, most: usize) -> Vec<&'a T> {
    let wanted = folded(typed);
    if wanted.chars().count() < 3 {
        return Vec::new();
    }
    let holds = |one: &&T| {
        let name = folded(name(one));
        let mut words = wanted.split(' ');
        words.all(|word| name.split(' ').any(|part| part.starts_with(word)))
    };
    all.iter().filter(holds).take(most).collect()
}

/// Lower case, stops and apostrophes dropped, everything else that is no letter or digit made one space.
pub(crate) fn folded(text: &str) -> String {
    let kept: String = text
        .chars()
        .filter(|letter| !matches!(letter, '.' | '\'' | '’'))
        .map(|letter| if letter.is_alphanumeric() { letter } else { ' ' })
        .collect();
    kept.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
