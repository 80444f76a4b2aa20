//! A service's own policy: the one it copied, with what it changed, from the day on which each change is in force.
//!
//! Changes are entries of six registers. Nothing that holds a wall can be taken down: what the copied policy bars stays barred, and so
//! do the question before opening, permission before anything is said to an agency, and whatever it lets nobody pass
//! (docs/adr/0018-policy-as-data.md).

mod setting;

pub use setting::{MOST_BESIDES, Setting, fault, setting_of, setting_words, settings};

use std::sync::Mutex;

use evenhand_domain::conflict::{ConflictOutcome, MatchKind};
use evenhand_domain::date::{Day, Moment};
use evenhand_domain::ids::EventId;
use evenhand_domain::profile::ProfileId;
use evenhand_domain::register::{Kept, Kind, RegisterEntry};

use self::setting::{AS_COPIED, every_of, named, sentences};
use super::plain::tie_words;
use super::{
    ChairRule, ChairSeat, ConflictRule, Every, Interval, ManagerDecision, ManagerQuestion, OUR_OWN, Profile, Rule,
    Strength,
};

/// The registers in which a policy is changed.
pub const KINDS: [Kind; 6] = [
    Kind::OwnRule,
    Kind::OwnInterval,
    Kind::OwnWords,
    Kind::OwnOutcome,
    Kind::OwnChair,
    Kind::OwnQuestion,
];

/// The policy that a service works under, day by day. Cheap to copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    copied: &'static Profile,
    /// From which day each version is in force, the earliest first.
    versions: &'static [(Day, Profile)],
}

impl From<&'static Profile> for Policy {
    fn from(copied: &'static Profile) -> Self {
        Self { copied, versions: &[] }
    }
}

/// Policies that were worked out already, by what they are made of. Each is kept until the page is left: it is asked for with every
/// step, there are as many as there were changes, and it holds nobody's name.
static KNOWN: Mutex<Vec<(ProfileId, Vec<Change>, Policy)>> = Mutex::new(Vec::new());

/// An entry that counts, from its day on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    from: Day,
    at: Moment,
    id: EventId,
    entry: RegisterEntry,
}

impl Policy {
    /// The policy of a service that copied this one, with what stands in its registers. An entry counts from the day it names and never
    /// from a day before it was written, so nothing is judged by what came later.
    #[must_use]
    pub fn of<'a>(id: ProfileId, entries: impl Iterator<Item = &'a Kept>) -> Self {
        let counts = entries.filter(|kept| kept.struck.is_none() && KINDS.contains(&kept.entry.kind));
        let mut changes: Vec<Change> = counts
            .map(|kept| {
                let written = kept.changed.map_or(kept.on, |(_, on)| on);
                Change {
                    from: kept.entry.day("from").unwrap_or(written).max(written),
                    at: kept.at,
                    id: kept.id,
                    entry: kept.entry.clone(),
                }
            })
            .collect();
        let copied = Profile::of(id);
        if changes.is_empty() {
            return copied.into();
        }
        changes.sort_by_key(|change| (change.from, change.at, change.id));
        let Ok(mut known) = KNOWN.lock() else {
            return copied.into();
        };
        if let Some((.., policy)) = known.iter().find(|(of, made_of, _)| *of == id && *made_of == changes) {
            return *policy;
        }
        let policy = Self {
            copied,
            versions: Vec::leak(versions(copied, &changes)),
        };
        known.push((id, changes, policy));
        policy
    }

    /// The rules in force on a day.
    #[must_use]
    pub fn on(self, day: Day) -> &'static Profile {
        let in_force = self.versions.iter().rev().find(|(from, _)| *from <= day);
        in_force.map_or(self.copied, |(_, profile)| profile)
    }

    /// The ties that keep somebody from a case today, unless the manager allows it, and came to less on some day since that one: the
    /// running cases of whoever has such a tie have to be looked at again (SPS-15). Without a day, on any day before.
    #[must_use]
    pub fn stricter(self, since: Option<Day>, today: Day) -> Vec<MatchKind> {
        let outcome = |profile: &Profile, kind| profile.conflict_rule(kind).map(|rule| rule.outcome);
        let first = since.map_or(self.copied, |day| self.on(day));
        let between = self
            .versions
            .iter()
            .filter(|(from, _)| Some(*from) > since && *from <= today);
        let held: Vec<&Profile> = between.map(|(_, profile)| profile).chain([first]).collect();
        let now = self.on(today).conflict.iter();
        let shut = now.filter(|(_, rule)| rule.outcome >= ConflictOutcome::Manager);
        let came_to_less = |kind, now| held.iter().any(|profile| outcome(profile, kind) < Some(now));
        shut.filter(|(kind, rule)| came_to_less(**kind, rule.outcome))
            .map(|(kind, _)| *kind)
            .collect()
    }

    /// The policy that was copied, with nothing changed in it.
    #[must_use]
    pub const fn copied(self) -> &'static Profile {
        self.copied
    }

    /// What the service does otherwise than the policy that it copied, on a day, a sentence each, as families read it. How firmly a
    /// duty holds is its own affair, and in which words it speaks they hear.
    #[must_use]
    pub fn differs(self, day: Day) -> Vec<String> {
        let now = self.on(day);
        let told = |setting: &Setting| match *setting {
            Setting::Rule(topic) => {
                let (was, is) = (self.copied.rule(topic), now.rule(topic));
                let is_new = was.borrowed && !is.borrowed && is.strength > Strength::Off;
                is_new.then(|| topic.promise().to_owned())
            }
            Setting::Every(cadence) => {
                let interval = now.interval(cadence)?;
                let is_other = self.copied.interval(cadence) != Some(interval);
                is_other.then(|| format!("{}: {}.", cadence.words(), interval.every.words().to_lowercase()))
            }
            Setting::Outcome(kind) => {
                let rule = now.conflict_rule(kind)?;
                let is_other = self.copied.conflict_rule(kind) != Some(rule);
                let tie = tie_words(kind).filter(|_| is_other)?;
                let comes_to = match rule.outcome {
                    ConflictOutcome::Bar => "they do not take the case",
                    ConflictOutcome::Manager => "the manager decides whether they take the case",
                    _ => "they take the case only after others, with a reason",
                };
                Some(format!("{tie}: {comes_to}."))
            }
            Setting::Chair => {
                let ChairRule { besides, .. } = now.chair;
                (besides > ChairSeat::Anybody)
                    .then(|| format!("Who sits in the Chair: {}.", besides.words().to_lowercase()))
            }
            Setting::Words(..) | Setting::Agency | Setting::Called(_) | Setting::Asked(_) => None,
        };
        now.changes.keys().filter_map(told).collect()
    }

    /// The days on which other rules came into force, with these rules; none where nothing was changed.
    #[must_use]
    pub const fn versions(self) -> &'static [(Day, Profile)] {
        self.versions
    }
}

fn versions(copied: &'static Profile, changes: &[Change]) -> Vec<(Day, Profile)> {
    let mut found: Vec<(Day, Profile)> = Vec::new();
    for change in changes {
        let Some((setting, value)) = read(copied, &change.entry) else {
            continue;
        };
        let before = found.last();
        let mut profile = before.map_or_else(|| copied.clone(), |(_, profile)| profile.clone());
        set(&mut profile, copied, setting, value);
        profile.changes.insert(setting, change.id);
        match found.last_mut() {
            Some((from, last)) if *from == change.from => *last = profile,
            _ => found.push((change.from, profile)),
        }
    }
    found
}

/// What a setting becomes; none where it is again as it was copied.
enum Value {
    Strength(Strength),
    Every(Every),
    /// It is not owed any more.
    Never,
    Words(Vec<&'static str>),
    Outcome(ConflictOutcome),
    Chair {
        besides: ChairSeat,
        majority_parents: bool,
    },
    AsCopied,
}

fn set(profile: &mut Profile, copied: &Profile, setting: Setting, value: Value) {
    match (setting, value) {
        (Setting::Rule(topic), Value::Strength(strength)) => {
            let rule = Rule {
                strength,
                clauses: copied.rule(topic).clauses.clone(),
                // What a service decided for itself is borrowed from nobody.
                borrowed: false,
            };
            profile.rules.insert(topic, rule);
        }
        (Setting::Rule(topic), _) => {
            profile.rules.insert(topic, copied.rule(topic).clone());
        }
        (Setting::Every(cadence), Value::Every(every)) => {
            let interval = copied.interval(cadence).cloned().unwrap_or_else(|| Interval::of(every));
            let interval = Interval {
                every,
                borrowed: false,
                ..interval
            };
            profile.cadences.insert(cadence, interval);
        }
        (Setting::Every(cadence), Value::Never) => {
            profile.cadences.remove(&cadence);
        }
        (Setting::Every(cadence), _) => match copied.interval(cadence) {
            Some(interval) => {
                profile.cadences.insert(cadence, interval.clone());
            }
            None => {
                profile.cadences.remove(&cadence);
            }
        },
        (Setting::Words(occasion, reader), Value::Words(words)) => {
            *profile.scripts.words_mut(occasion, reader) = words;
        }
        (Setting::Words(occasion, reader), _) => {
            *profile.scripts.words_mut(occasion, reader) = copied.script(occasion, reader).to_vec();
        }
        (Setting::Called(called), Value::Words(words)) => {
            *profile.words.of_mut(called) = words.first().copied().unwrap_or_default();
        }
        (Setting::Called(called), _) => *profile.words.of_mut(called) = copied.words.of(called),
        (Setting::Outcome(kind), Value::Outcome(outcome)) => {
            let clause = match copied.conflict_rule(kind) {
                Some(rule) if rule.outcome == outcome => rule.clause,
                // Nobody must take for the copied policy's what the service rules itself.
                Some(rule) => format!("{OUR_OWN} beside {}", rule.clause).leak(),
                None => OUR_OWN,
            };
            profile.conflict.insert(kind, ConflictRule { outcome, clause });
        }
        (Setting::Outcome(kind), _) => match copied.conflict_rule(kind) {
            Some(rule) => {
                profile.conflict.insert(kind, rule.clone());
            }
            None => {
                profile.conflict.remove(&kind);
            }
        },
        (
            Setting::Chair,
            Value::Chair {
                besides,
                majority_parents,
            },
        ) => {
            profile.chair.besides = besides;
            profile.chair.majority_parents = copied.chair.majority_parents || majority_parents;
        }
        (Setting::Asked(question), value) => {
            let words = match value {
                Value::Words(words) => words,
                _ => Vec::new(),
            };
            if let Some((here, copied)) = profile.manager_decision.as_mut().zip(copied.manager_decision.as_ref()) {
                ask(here, copied, question, words);
            }
        }
        (Setting::Chair, _) => profile.chair = copied.chair.clone(),
        (Setting::Agency, Value::Words(words)) => profile.scripts.agency = words,
        (Setting::Agency, _) => profile.scripts.agency.clone_from(&copied.scripts.agency),
    }
}

/// Asks the manager something in these words, or as the copied policy does where there are none. What that asks is never left out.
fn ask(
    here: &mut ManagerDecision,
    copied: &ManagerDecision,
    question: Option<ManagerQuestion>,
    words: Vec<&'static str>,
) {
    let Some(question) = question else {
        here.more = words;
        return;
    };
    match words.first() {
        Some(words) => here.said.insert(question, words),
        None => here.said.remove(&question),
    };
    let is_asked = |one: &ManagerQuestion| copied.questions.contains(one) || here.said.contains_key(one);
    here.questions = ManagerQuestion::ALL.into_iter().filter(is_asked).collect();
}

/// What an entry changes, and to what; none where it cannot be, so that nothing weakens a wall, whoever wrote it.
fn read(copied: &Profile, entry: &RegisterEntry) -> Option<(Setting, Value)> {
    let setting = setting_of(entry)?;
    if fault(copied, entry).is_some() {
        return None;
    }
    let value = match setting {
        Setting::Rule(_) => match entry.text("strength") {
            AS_COPIED => Value::AsCopied,
            word => Value::Strength(named(word)?),
        },
        Setting::Every(_) => match entry.text("every") {
            AS_COPIED => Value::AsCopied,
            "off" => Value::Never,
            _ => Value::Every(every_of(entry)?),
        },
        Setting::Outcome(_) => match entry.text("outcome") {
            AS_COPIED => Value::AsCopied,
            word => Value::Outcome(named(word)?),
        },
        Setting::Chair => match entry.text("seat") {
            AS_COPIED => Value::AsCopied,
            word => Value::Chair {
                besides: named(word)?,
                majority_parents: entry.text("majority") == "yes",
            },
        },
        Setting::Words(..) | Setting::Agency | Setting::Called(_) | Setting::Asked(_) => {
            let lines: Vec<&'static str> = sentences(entry).map(|line| &*line.to_owned().leak()).collect();
            if lines.is_empty() {
                Value::AsCopied
            } else {
                Value::Words(lines)
            }
        }
    };
    Some((setting, value))
}

impl Profile {
    /// An entry that changes something, begun with what holds now.
    #[must_use]
    pub fn change_of(&self, setting: Setting) -> RegisterEntry {
        if setting == Setting::Chair {
            return RegisterEntry::new(Kind::OwnChair);
        }
        let entry = RegisterEntry::new(setting.kind()).with("setting", setting.word());
        match setting {
            Setting::Called(called) => entry.with("words", self.words.of(called)),
            Setting::Words(occasion, reader) => entry.with("words", self.script(occasion, reader).join("\n")),
            Setting::Agency => entry.with("words", self.scripts.agency.join("\n")),
            Setting::Asked(question) => {
                let asked = self.manager_decision.as_ref();
                let lines = asked.map(|asked| match question {
                    Some(question) => asked.words(question).to_owned(),
                    None => asked.more.join("\n"),
                });
                entry.with("words", lines.unwrap_or_default())
            }
            Setting::Rule(_) | Setting::Every(_) | Setting::Outcome(_) | Setting::Chair => entry,
        }
    }
}

#[cfg(test)]
mod tests;
