//! Where each clause of a policy stands, and what shows it: a fold over what is kept, and nothing that anybody ticks.
//!
//! Nothing is met from nothing. Where no record speaks, a clause *cannot be known*, and what would make it met is said. All figures are
//! those of what this person may open; the lines name nobody, so that they can leave the house.

mod cases;
mod file;
mod group;
mod registers;

pub use cases::{Figures, Shown};
pub use file::compliance_file;

use evenhand_domain::date::Day;
use evenhand_domain::ids::{CaseId, EventId};
use evenhand_domain::register::Kind;

use crate::clause::{Clause, Known, clauses};
use crate::due::{DueItem, Office, due};
use crate::profile::Setting;

/// Where a clause stands, the best first: the worst of what it asks counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// The records show that it is met.
    Met,
    /// No record speaks of it, or none yet.
    NotKnown,
    /// It is met, and has to be done again within a fortnight.
    DueSoon,
    /// What is owed was not done in time.
    Overdue,
    /// The records show that it is not met.
    NotMet,
}

impl State {
    /// All of them, the best first.
    pub const ALL: [Self; 5] = [Self::Met, Self::DueSoon, Self::Overdue, Self::NotMet, Self::NotKnown];

    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Met => "Met",
            Self::DueSoon => "Due soon",
            Self::Overdue => "Overdue",
            Self::NotMet => "Not met",
            Self::NotKnown => "Cannot be known from records",
        }
    }
}

/// Where something that shows it can be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A register.
    Register(Kind),
    /// One entry of a register.
    Entry(Kind, EventId),
    /// A case.
    Case(CaseId),
    /// The people who work here, with what they declared.
    Team,
}

/// One thing that a clause asks: where it stands and what shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Where it stands.
    pub state: State,
    /// What shows it, in a sentence that names nobody.
    pub words: String,
    /// Where it can be looked at.
    pub places: Vec<Place>,
    /// Since when it stands so, where that can be told.
    pub since: Option<Day>,
    /// What would make it met; empty where it is, or where nothing calls for it.
    pub to_do: String,
    /// Nothing has called for it so far, so it decides nothing where the clause is shown by something else.
    pub is_silent: bool,
}

/// A clause with where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Which.
    pub clause: &'static Clause,
    /// Where it stands: the worst of what it asks.
    pub state: State,
    /// What shows it, for each thing that it asks.
    pub evidence: Vec<Evidence>,
}

/// How many of these clauses stand so.
#[must_use]
pub fn count(standings: &[Standing], state: State) -> usize {
    standings.iter().filter(|standing| standing.state == state).count()
}

impl Standing {
    /// Since when it stands so, where that can be told.
    #[must_use]
    pub fn since(&self) -> Option<Day> {
        let own = self.evidence.iter().filter(|one| one.state == self.state);
        own.map(|one| one.since).max().flatten()
    }
}

/// What a clause is judged by.
pub(crate) struct Records<'a> {
    office: &'a Office<'a>,
    cases: &'a Figures,
    due: Vec<DueItem>,
}

/// Where every clause of the service's policy stands, in the policy's order.
#[must_use]
pub fn compliance(office: &Office<'_>, cases: &Figures) -> Vec<Standing> {
    let records = Records {
        office,
        cases,
        due: due(office),
    };
    let standing = |clause: &'static Clause| {
        let judged = |known: &Known| records.judge(clause, *known).with_change(office, *known);
        let evidence: Vec<Evidence> = clause.known.iter().map(judged).collect();
        let decisive = evidence.iter().filter(|one| !one.is_silent);
        let state = decisive.map(|one| one.state).max().unwrap_or(State::NotKnown);
        Standing {
            clause,
            state,
            evidence,
        }
    };
    clauses(office.policy.copied().id).map(standing).collect()
}

impl Records<'_> {
    fn judge(&self, clause: &'static Clause, known: Known) -> Evidence {
        match known {
            Known::Cases(topic) => self.cases.judge(topic),
            Known::Checks => self.cases.judge_checks(clause.id),
            Known::Due(cadence) => self.due(cadence),
            Known::Kept(kind, field, words) => self.kept(kind, field, words),
            Known::Never(kind, field, word) => self.never(kind, field, word),
            Known::Sectors(lists) => self.sectors(lists),
            Known::Chair => self.chair(),
            Known::Functions => self.functions(),
            Known::Library(matters) => self.library(matters),
            Known::Procedures => self.procedures(),
            Known::Attested => self.attested(clause.id),
            Known::Built(words) => Evidence {
                state: State::Met,
                words: words.to_owned(),
                places: Vec::new(),
                since: None,
                to_do: String::new(),
                is_silent: false,
            },
            Known::Waits(later) => Evidence::not_known(
                "Nothing that is kept here shows it.",
                format!(
                    "This waits for a later version: {}. Until then, show it in your own way.",
                    later.words()
                ),
            ),
        }
    }
}

impl Evidence {
    fn not_known(words: impl Into<String>, to_do: impl Into<String>) -> Self {
        Self {
            state: State::NotKnown,
            words: words.into(),
            places: Vec::new(),
            since: None,
            to_do: to_do.into(),
            is_silent: false,
        }
    }

    /// Says so where the service changed what is asked: how it holds now, and by which entry.
    fn with_change(mut self, office: &Office<'_>, known: Known) -> Self {
        let profile = office.policy.on(office.today);
        let (setting, kind, how) = match known {
            Known::Cases(topic) => {
                let how = profile.rule(topic).strength.words().to_owned();
                (Setting::Rule(topic), Kind::OwnRule, how)
            }
            Known::Due(cadence) => {
                let how = profile.interval(cadence).map(|interval| interval.every.words());
                (Setting::Every(cadence), Kind::OwnInterval, how.unwrap_or_default())
            }
            Known::Chair => (Setting::Chair, Kind::OwnChair, profile.chair.besides.words().to_owned()),
            _ => return self,
        };
        if let Some(entry) = profile.changed_by(setting) {
            self.words = format!("Changed by us: {}. {}", how.to_lowercase(), self.words);
            self.places.push(Place::Entry(kind, entry));
        }
        self
    }

    const fn silent(mut self) -> Self {
        self.is_silent = true;
        self
    }

    fn at(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }
}

#[cfg(test)]
mod tests;
