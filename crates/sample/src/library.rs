//! What a sample is drawn from: names, places, and what families come with. All of it is invented, and lies in `data/`.

use evenhand_domain::school::{Found, Listed, School};
use serde::Deserialize;

use crate::SampleError;

/// Where the service works.
pub(crate) const AREA: &str = "Larkmere";

/// Names of people and areas.
#[derive(Debug, Deserialize)]
pub(crate) struct Names {
    pub(crate) adults: Vec<String>,
    pub(crate) children: Vec<String>,
    pub(crate) surnames: Vec<String>,
    /// Postcode districts that no post office knows.
    pub(crate) areas: Vec<String>,
}

/// A part of a child's way through school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Phase {
    Early,
    Primary,
    Secondary,
    College,
}

impl Phase {
    /// The youngest and the oldest there.
    pub(crate) const fn ages(self) -> (i64, i64) {
        match self {
            Self::Early => (2, 4),
            Self::Primary => (5, 10),
            Self::Secondary => (11, 15),
            Self::College => (16, 19),
        }
    }
}

/// A school, nursery or college.
#[derive(Debug, Deserialize)]
pub(crate) struct Setting {
    pub(crate) urn: String,
    pub(crate) name: String,
    pub(crate) phase: Phase,
    /// The trust that runs it, where there is one.
    #[serde(default)]
    pub(crate) trust: Option<String>,
}

impl Setting {
    /// It, as the register knows it.
    pub(crate) fn school(&self) -> School {
        School {
            urn: Some(self.urn.clone()),
            name: self.name.clone(),
            trust: self.trust.clone(),
            linked: Vec::new(),
        }
    }

    /// It, as it can be chosen.
    fn listed(&self) -> Listed {
        let kind = match self.phase {
            Phase::Early => "Nursery",
            Phase::Primary => "Primary",
            Phase::Secondary => "Secondary",
            Phase::College => "16 plus",
        };
        Listed {
            school: self.school(),
            kind: kind.to_owned(),
            place: AREA.to_owned(),
        }
    }
}

/// Where things happen.
#[derive(Debug, Deserialize)]
pub(crate) struct Places {
    pub(crate) schools: Vec<Setting>,
    pub(crate) authority: String,
    pub(crate) health: String,
}

/// Who is spoken with besides the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AgencyKind {
    School,
    Authority,
    Health,
}

/// What passes with an agency about a matter.
#[derive(Debug, Deserialize)]
pub(crate) struct Agency {
    pub(crate) who: AgencyKind,
    pub(crate) content: String,
    pub(crate) purpose: String,
    pub(crate) said: String,
    pub(crate) heard: String,
}

/// One option.
#[derive(Debug, Deserialize)]
pub(crate) struct OneOption {
    pub(crate) what: String,
    pub(crate) pros: String,
    pub(crate) cons: String,
    pub(crate) basis: String,
}

/// What is to be decided about a matter.
#[derive(Debug, Deserialize)]
pub(crate) struct Options {
    pub(crate) matter: String,
    pub(crate) choices: Vec<OneOption>,
    pub(crate) decisions: Vec<String>,
    pub(crate) risks: String,
    /// The time limits that were told, where there are any.
    #[serde(default)]
    pub(crate) limits: String,
}

/// What a family comes with, and everything that is said about it.
#[derive(Debug, Deserialize)]
pub(crate) struct Matter {
    /// The word of the public form for it.
    pub(crate) topic: String,
    pub(crate) phases: Vec<Phase>,
    /// Whether a young person comes for themself (SPS-3).
    #[serde(default)]
    pub(crate) own: bool,
    /// What an enquiry about it that names nobody is called.
    pub(crate) asks: String,
    pub(crate) aims: Vec<String>,
    pub(crate) wishes: Vec<String>,
    pub(crate) feelings: Vec<String>,
    pub(crate) facts: Vec<String>,
    pub(crate) said: Vec<String>,
    pub(crate) opinions: Vec<String>,
    pub(crate) options: Options,
    pub(crate) agency: Agency,
    pub(crate) tasks: Vec<String>,
    pub(crate) date: String,
    pub(crate) outcomes: Vec<String>,
    pub(crate) views: Vec<String>,
}

/// All of it.
#[derive(Debug)]
pub(crate) struct Library {
    pub(crate) names: Names,
    pub(crate) places: Places,
    pub(crate) matters: Vec<Matter>,
    /// What may come between in any story, and goes on after its own facts are told.
    pub(crate) between: Vec<String>,
}

impl Library {
    /// Reads what was compiled in.
    pub(crate) fn read() -> Result<Self, SampleError> {
        fn from<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, SampleError> {
            serde_json::from_str(text).map_err(|error| SampleError::Library(error.to_string()))
        }
        Ok(Self {
            names: from(include_str!("../data/names.json"))?,
            places: from(include_str!("../data/places.json"))?,
            matters: from(include_str!("../data/matters.json"))?,
            between: from(include_str!("../data/between.json"))?,
        })
    }

    /// The school of this name.
    pub(crate) fn school(&self, name: &str) -> Option<&Setting> {
        self.places.schools.iter().find(|school| school.name == name)
    }

    /// The register of schools, as a file of it is read.
    pub(crate) fn register(&self) -> Found {
        let listed = self.places.schools.iter().map(Setting::listed).collect();
        Found {
            listed,
            ..Found::default()
        }
    }

    /// The agency of a matter, by the name that a record bears.
    pub(crate) fn agency<'a>(&'a self, kind: AgencyKind, school: &'a str) -> &'a str {
        match kind {
            AgencyKind::School => school,
            AgencyKind::Authority => &self.places.authority,
            AgencyKind::Health => &self.places.health,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::{FORMER, FRIEND, GOVERNED, OWN_CHILD_S, PEOPLE};

    #[test]
    fn every_school_that_somebody_is_tied_to_is_there() {
        let library = Library::read().unwrap();
        for name in [GOVERNED, OWN_CHILD_S, FORMER] {
            assert!(library.school(name).is_some(), "{name}");
        }
    }

    #[test]
    fn no_family_bears_the_name_of_somebody_who_works_here_or_is_declared() {
        let library = Library::read().unwrap();
        let known = PEOPLE.iter().map(|person| person.name).chain([FRIEND]);
        for name in known {
            let surname = name.rsplit(' ').next().unwrap_or_default();
            assert!(!library.names.surnames.iter().any(|one| one == surname), "{name}");
        }
    }

    #[test]
    fn every_matter_can_be_told_to_its_end() {
        let library = Library::read().unwrap();
        for matter in &library.matters {
            let schools = |phase: &Phase| library.places.schools.iter().any(|school| school.phase == *phase);
            assert!(matter.phases.iter().all(schools), "{}", matter.asks);
            assert_eq!(matter.own, matter.phases.contains(&Phase::College), "{}", matter.asks);
            assert!(
                matter.options.choices.len() >= 2 && matter.facts.len() >= 6,
                "{}",
                matter.asks
            );
            let is_known = evenhand_domain::referral::Topic::LISTED
                .iter()
                .any(|(word, _)| *word == matter.topic);
            assert!(is_known, "{} is no word of the form", matter.topic);
        }
    }
}
