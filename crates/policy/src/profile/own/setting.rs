//! What can be made a service's own, within which bounds, and what stands against it.

use evenhand_domain::conflict::{ConflictOutcome, MatchKind};
use evenhand_domain::register::{Kind, RegisterEntry};
use serde::de::DeserializeOwned;

use crate::profile::plain::tie_words;
use crate::profile::{
    Cadence, Called, ConflictRule, Every, ManagerQuestion, Occasion, Profile, Reader, Strength, TIES, Topic,
    outcome_words,
};

/// The word in an entry for what is again as it was in the copied policy.
pub(super) const AS_COPIED: &str = "as_copied";
/// The word in an entry for what is asked besides the questions that there are.
const BESIDES: &str = "besides";
/// So many questions a service asks besides: whoever answers many answers none of them well.
pub const MOST_BESIDES: usize = 3;
/// The most weeks or months between two of the same: what is owed less often is not owed again and again.
const MOST: u16 = 60;

/// One thing that a service can make its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    /// How firmly a duty holds.
    Rule(Topic),
    /// How often something is owed.
    Every(Cadence),
    /// The words of the statement.
    Words(Occasion, Reader),
    /// What an agency is told first.
    Agency,
    /// What somebody is called.
    Called(Called),
    /// What a tie between worker and family comes to.
    Outcome(MatchKind),
    /// Who may sit in the Chair.
    Chair,
    /// What the manager answers before they allow a conflict: one of the questions that there are, or what is asked besides.
    Asked(Option<ManagerQuestion>),
}

/// What an entry is about.
#[must_use]
pub fn setting_of(entry: &RegisterEntry) -> Option<Setting> {
    Setting::of(entry.kind, entry.text("setting"))
}

impl Setting {
    /// What a stored word of a register names.
    #[must_use]
    pub fn of(kind: Kind, word: &str) -> Option<Self> {
        match kind {
            Kind::OwnRule => named(word).map(Self::Rule),
            Kind::OwnInterval => named(word).map(Self::Every),
            Kind::OwnOutcome => named(word).map(Self::Outcome),
            Kind::OwnChair => Some(Self::Chair),
            Kind::OwnQuestion if word == BESIDES => Some(Self::Asked(None)),
            Kind::OwnQuestion => named(word).map(|question| Self::Asked(Some(question))),
            Kind::OwnWords => match word.split_once('.') {
                Some(("called", who)) => named(who).map(Self::Called),
                Some((reader, occasion)) => Some(Self::Words(named(occasion)?, named(reader)?)),
                None => (word == "agency").then_some(Self::Agency),
            },
            _ => None,
        }
    }

    /// In which register it is changed.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::Rule(_) => Kind::OwnRule,
            Self::Every(_) => Kind::OwnInterval,
            Self::Words(..) | Self::Agency | Self::Called(_) => Kind::OwnWords,
            Self::Outcome(_) => Kind::OwnOutcome,
            Self::Chair => Kind::OwnChair,
            Self::Asked(_) => Kind::OwnQuestion,
        }
    }

    /// Its stored word in that register.
    #[must_use]
    pub fn word(self) -> String {
        match self {
            Self::Rule(topic) => word_of(&topic),
            Self::Every(cadence) => word_of(&cadence),
            Self::Words(occasion, reader) => format!("{}.{}", word_of(&reader), word_of(&occasion)),
            Self::Agency => "agency".to_owned(),
            Self::Called(called) => format!("called.{}", word_of(&called)),
            Self::Outcome(kind) => word_of(&kind),
            Self::Chair => "chair".to_owned(),
            Self::Asked(Some(question)) => word_of(&question),
            Self::Asked(None) => BESIDES.to_owned(),
        }
    }

    /// Whether a service that copied this policy can change it.
    #[must_use]
    pub fn can_be_changed(self, copied: &Profile) -> bool {
        match self {
            Self::Rule(topic) => mildest(copied, topic).is_some(),
            // Without its steps an induction asks for nothing.
            Self::Every(cadence) => cadence != Cadence::Induction || copied.interval(cadence).is_some(),
            Self::Outcome(kind) => {
                let is_barred = |rule: &ConflictRule| rule.outcome == ConflictOutcome::Bar;
                tie_words(kind).is_some() && !copied.conflict_rule(kind).is_some_and(is_barred)
            }
            Self::Asked(_) => copied.manager_decision.is_some(),
            Self::Words(..) | Self::Agency | Self::Called(_) | Self::Chair => true,
        }
    }
}

/// A stored word as what it names.
pub(super) fn named<T: DeserializeOwned>(word: &str) -> Option<T> {
    T::deserialize(serde::de::value::StrDeserializer::<serde_json::Error>::new(word)).ok()
}

pub(super) fn every_of(entry: &RegisterEntry) -> Option<Every> {
    let number = || {
        entry
            .text("number")
            .parse::<u16>()
            .ok()
            .filter(|number| (1..=MOST).contains(number))
    };
    match entry.text("every") {
        "weeks" => number().map(Every::Weeks),
        "months" => number().map(Every::Months),
        "term" => Some(Every::Term),
        _ => None,
    }
}

pub(super) fn sentences(entry: &RegisterEntry) -> impl Iterator<Item = &str> {
    entry
        .text("words")
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
}

/// The mildest that a duty can be made; none where it is a wall and stays as it is.
fn mildest(copied: &Profile, topic: Topic) -> Option<Strength> {
    let rule = copied.rule(topic);
    let is_fixed = topic.is_wall() || rule.strength > Strength::Reason || !topic.is_asked_at_a_step();
    match (is_fixed, rule.borrowed) {
        (true, _) => None,
        // Its own clause goes on being looked at.
        (false, false) => Some(Strength::Remind),
        (false, true) => Some(Strength::Off),
    }
}

/// What can be changed in a register: the stored word, and what it is called, with what holds now.
#[must_use]
pub fn settings(copied: &Profile, now: &Profile, kind: Kind) -> Vec<(String, String)> {
    match kind {
        Kind::OwnRule => {
            let topics = Topic::ALL.into_iter().filter(|topic| mildest(copied, *topic).is_some());
            let line = |topic: Topic| {
                (
                    word_of(&topic),
                    format!("{}: {}", now.rule(topic).strength.words(), topic.promise()),
                )
            };
            topics.map(line).collect()
        }
        Kind::OwnInterval => {
            let cadences = Cadence::ALL
                .into_iter()
                .filter(|cadence| Setting::Every(*cadence).can_be_changed(copied));
            let line = |cadence: Cadence| {
                let how = now
                    .interval(cadence)
                    .map_or_else(|| Strength::Off.words().to_owned(), |interval| interval.every.words());
                (word_of(&cadence), format!("{how}: {}", cadence.words()))
            };
            cadences.map(line).collect()
        }
        Kind::OwnOutcome => {
            let ties = TIES
                .into_iter()
                .filter(|(tie, _)| Setting::Outcome(*tie).can_be_changed(copied));
            let line = |(tie, words): (MatchKind, &str)| {
                let rule = now.conflict_rule(tie);
                let how = outcome_words(rule.map_or(ConflictOutcome::Clear, |rule| rule.outcome));
                (word_of(&tie), format!("{how}: {words}"))
            };
            ties.map(line).collect()
        }
        _ => Vec::new(),
    }
}

/// What a stored word is called, for an entry that names it.
#[must_use]
pub fn setting_words(entry: &RegisterEntry) -> Option<&'static str> {
    match setting_of(entry)? {
        Setting::Rule(topic) => Some(topic.promise()),
        Setting::Every(cadence) => Some(cadence.words()),
        Setting::Outcome(kind) => tie_words(kind),
        Setting::Words(..) | Setting::Agency | Setting::Called(_) | Setting::Chair | Setting::Asked(_) => None,
    }
}

pub(super) fn word_of(of: &impl serde::Serialize) -> String {
    let word = serde_json::to_value(of).ok();
    word.and_then(|word| word.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// What stands against a change: the field, and what to do instead.
#[must_use]
pub fn fault(copied: &Profile, entry: &RegisterEntry) -> Option<(&'static str, String)> {
    let Some(setting) = setting_of(entry) else {
        return Some(("setting", "Choose what is changed".to_owned()));
    };
    match setting {
        Setting::Rule(topic) => {
            let Some(least) = mildest(copied, topic) else {
                return Some((
                    "setting",
                    "This holds a wall around a case, or the policy that you took over lets nobody pass it. It cannot be changed".to_owned(),
                ));
            };
            let strength = entry.text("strength");
            let chosen: Option<Strength> = named(strength);
            match chosen {
                _ if strength == AS_COPIED => None,
                Some(chosen) if (least..=Strength::Reason).contains(&chosen) => None,
                _ => Some((
                    "strength",
                    "Our policy asks for this by a clause of its own. Make it a reminder at the least".to_owned(),
                )),
            }
        }
        Setting::Every(cadence) => {
            let every = entry.text("every");
            let is_own = copied.interval(cadence).is_some_and(|interval| !interval.borrowed);
            if !setting.can_be_changed(copied) {
                return Some((
                    "setting",
                    "Our policy names no steps of an induction, so there is nothing to be owed".to_owned(),
                ));
            }
            match every {
                AS_COPIED => None,
                "off" if is_own => Some((
                    "every",
                    "Our policy asks for this by a clause of its own. Say how often, rather than never".to_owned(),
                )),
                "off" => None,
                _ if every_of(entry).is_none() => Some(("number", format!("Enter a whole number from 1 to {MOST}"))),
                _ => None,
            }
        }
        Setting::Outcome(kind) => outcome_fault(copied, kind, entry),
        // What is asked besides never weakens the policy's own rule.
        Setting::Chair => None,
        Setting::Asked(_) if !setting.can_be_changed(copied) => Some((
            "setting",
            "The policy that you took over lets no manager allow a conflict, so there is nothing to ask".to_owned(),
        )),
        Setting::Asked(question) => {
            let most = if question.is_some() { 1 } else { MOST_BESIDES };
            let lines: Vec<&str> = sentences(entry).collect();
            let are_questions = lines
                .iter()
                .all(|line| line.ends_with('?') && line.chars().count() <= 120);
            (lines.len() > most || !are_questions).then(|| {
                let what = "Write a short question that ends with a question mark, one on each line: up to three that you ask besides, one otherwise";
                ("words", what.to_owned())
            })
        }
        Setting::Called(_) => {
            let words = entry.text("words").trim();
            let is_a_name = words.chars().count() <= 60 && !words.contains(['{', '}', '\n']);
            (!is_a_name).then(|| ("words", "Write a few words on one line, with no braces".to_owned()))
        }
        Setting::Words(..) | Setting::Agency => {
            let lines: Vec<&str> = sentences(entry).collect();
            let is_open = |line: &&str| {
                line.replace("{service}", "")
                    .replace("{worker}", "")
                    .contains(['{', '}'])
            };
            match lines.iter().find(|line| is_open(line)) {
                Some(_) => Some((
                    "words",
                    "Of words in braces only {service} and {worker} are filled in. Take the others out".to_owned(),
                )),
                None if !lines.is_empty()
                    && !lines
                        .iter()
                        .any(|line| line.contains("{worker}") || line.contains("{service}")) =>
                {
                    Some((
                        "words",
                        "Say who speaks: write {worker} or {service} where the name belongs".to_owned(),
                    ))
                }
                None => None,
            }
        }
    }
}

/// What stands against another outcome of a tie. What the copied policy bars stays barred, nobody decides where it lets nobody decide,
/// and what comes of a worker's own answer, or of their being one of the family, is no tie that is weighed. Milder than in the copied
/// policy a tie becomes only where the group agreed it.
fn outcome_fault(copied: &Profile, kind: MatchKind, entry: &RegisterEntry) -> Option<(&'static str, String)> {
    let rule = copied.conflict_rule(kind);
    if !Setting::Outcome(kind).can_be_changed(copied) {
        let clause = rule.map(|rule| rule.clause).unwrap_or_default();
        return Some((
            "setting",
            format!(
                "This holds a wall around a case, by {clause} of the policy that you took over. It cannot be changed"
            ),
        ));
    }
    let word = entry.text("outcome");
    if word == AS_COPIED {
        return None;
    }
    let chosen = named::<ConflictOutcome>(word).filter(|chosen| *chosen >= ConflictOutcome::Reason);
    let Some(chosen) = chosen else {
        return Some(("outcome", "Choose what it comes to".to_owned()));
    };
    if chosen == ConflictOutcome::Manager && copied.manager_decision.is_none() {
        return Some((
            "outcome",
            "The policy that you took over lets no manager allow a conflict. Choose another answer".to_owned(),
        ));
    }
    let is_milder = rule.is_some_and(|rule| chosen < rule.outcome);
    (is_milder && entry.text("meeting").is_empty()).then(|| {
        let what = "This lets more through than the policy that you took over. Choose the meeting at which the advisory group agreed it";
        ("meeting", what.to_owned())
    })
}
