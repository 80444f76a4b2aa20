//! The five policies as data: what each rules, how strongly, by which clause, and in which words a worker states their role.
//!
//! The documents under `data/` are compiled in and typed here. A service works under one of them; the version says which rules were in
//! force when a check was kept.

mod cadence;
mod chair;
mod conflict;
mod load;
mod own;
mod plain;
mod rule;
mod script;

pub use cadence::{Cadence, Every, Interval};
pub use chair::{ChairRule, ChairSeat};
pub(crate) use conflict::OUR_OWN;
pub use conflict::{ConflictRule, ManagerDecision, ManagerQuestion};
pub use load::ProfileError;
pub use own::{KINDS, MOST_BESIDES, Policy, Setting, fault, setting_of, setting_words, settings};
pub use plain::{TIES, outcome_words};
pub use rule::{Rule, Strength, Topic};
pub use script::{Occasion, Reader};

use std::collections::BTreeMap;

use evenhand_domain::conflict::MatchKind;
use evenhand_domain::ids::EventId;
use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::Role;
use serde::{Deserialize, Serialize};

/// One policy: its rules, its words, its scripts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Which of the five.
    pub id: ProfileId,
    /// The name under which it is offered at set-up.
    pub name: &'static str,
    /// Version of the rules; a kept check carries it.
    pub version: u32,
    /// What this policy calls people and bodies.
    pub words: Words,
    /// Whether the policy speaks of volunteers.
    pub volunteers: bool,
    /// Whether practitioners can be service users (CAM-8).
    pub practitioners_may_ask: bool,
    /// Who may sit in the Chair.
    pub chair: ChairRule,
    /// What the manager must answer before allowing what only the manager may allow; none where the policy has no such door (SPS, WES).
    pub manager_decision: Option<ManagerDecision>,
    conflict: BTreeMap<MatchKind, ConflictRule>,
    rules: BTreeMap<Topic, Rule>,
    cadences: BTreeMap<Cadence, Interval>,
    /// What each worker confirms once a year, a sentence a line; nothing where the policy does not ask (CAM-7, WES-7).
    #[serde(default)]
    pub acknowledgement: Vec<&'static str>,
    scripts: script::Scripts,
    /// What the service changed, each with the entry that says so.
    #[serde(skip)]
    changes: BTreeMap<Setting, EventId>,
}

/// What a policy calls people and bodies, each as it reads in the middle of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The body that oversees the service: "Advisory Group", "Steering Group".
    pub group: &'static str,
    /// Who chairs it: "Chair of the Advisory Group".
    pub chair: &'static str,
    /// Who runs the service: "Operational Lead", "Service Manager".
    pub manager: &'static str,
    /// Who works with families: "officer", "co-ordinator".
    pub officer: &'static str,
    /// Those who give their time: "volunteer", "Independent Parental Supporter".
    pub volunteer: &'static str,
    /// Whom the service is for: "children, young people and parents".
    pub families: &'static str,
}

/// One of those words that a service can make its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Called {
    /// Who runs the service.
    Manager,
    /// Who works with families.
    Officer,
    /// Who gives their time.
    Volunteer,
    /// The body that oversees the service.
    Group,
    /// Who chairs it.
    Chair,
}

impl Called {
    /// All five.
    pub const ALL: [Self; 5] = [Self::Manager, Self::Officer, Self::Volunteer, Self::Group, Self::Chair];
}

impl Words {
    /// What somebody is in the service, as it reads in the middle of a sentence.
    #[must_use]
    pub const fn role(&self, role: Role) -> &'static str {
        match role {
            Role::Manager => self.manager,
            Role::Officer => self.officer,
            Role::Volunteer => self.volunteer,
        }
    }

    /// One of the words.
    #[must_use]
    pub const fn of(&self, called: Called) -> &'static str {
        match called {
            Called::Manager => self.manager,
            Called::Officer => self.officer,
            Called::Volunteer => self.volunteer,
            Called::Group => self.group,
            Called::Chair => self.chair,
        }
    }

    const fn of_mut(&mut self, called: Called) -> &mut &'static str {
        match called {
            Called::Manager => &mut self.manager,
            Called::Officer => &mut self.officer,
            Called::Volunteer => &mut self.volunteer,
            Called::Group => &mut self.group,
            Called::Chair => &mut self.chair,
        }
    }
}

impl Profile {
    /// What the policy makes of a certain match of this kind; none where it has no rule and the match is passed over.
    ///
    /// An uncertain match of the same kind comes to `look` under the same clause.
    #[must_use]
    pub fn conflict_rule(&self, kind: MatchKind) -> Option<&ConflictRule> {
        self.conflict.get(&kind)
    }

    /// How the policy holds a duty. Every profile answers for every topic: where its own policy is silent, the rule is a reminder
    /// that says from where it is borrowed.
    #[must_use]
    pub fn rule(&self, topic: Topic) -> &Rule {
        self.rules.get(&topic).unwrap_or(&rule::SILENT)
    }

    /// How often something is owed; none where the policy does not ask for it.
    #[must_use]
    pub fn interval(&self, cadence: Cadence) -> Option<&Interval> {
        self.cadences.get(&cadence)
    }

    /// The entry by which the service changed something; none where it is as it was copied.
    #[must_use]
    pub fn changed_by(&self, setting: Setting) -> Option<EventId> {
        self.changes.get(&setting).copied()
    }

    /// Whether the service changed anything in it.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        !self.changes.is_empty()
    }

    /// Everything that is owed at intervals, with how often.
    pub fn intervals(&self) -> impl Iterator<Item = (Cadence, &Interval)> {
        self.cadences.iter().map(|(cadence, interval)| (*cadence, interval))
    }

    /// Those of some clauses that are of this policy.
    #[must_use]
    pub fn own(&self, clauses: &[&'static str]) -> Vec<&'static str> {
        let prefix = match self.id {
            ProfileId::Sps => "SPS-",
            ProfileId::Leicester => "LEI-",
            ProfileId::Camden => "CAM-",
            ProfileId::Staffordshire => "STA-",
            ProfileId::WestmorlandFurness => "WES-",
        };
        clauses
            .iter()
            .copied()
            .filter(|clause| clause.starts_with(prefix))
            .collect()
    }

    /// Every topic with its rule, in the order of a case's life.
    pub fn rules(&self) -> impl Iterator<Item = (Topic, &Rule)> {
        Topic::ALL.into_iter().map(|topic| (topic, self.rule(topic)))
    }
}
