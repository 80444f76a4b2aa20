//! Entries of registers in words.

use evenhand_domain::register::{Answer, Area, Field, Kept, Kind, RegisterEntry, Writer};
use evenhand_engine::desk::Desk;
use evenhand_engine::policy::clause::title_of;
use evenhand_engine::policy::profile::setting_words;
use evenhand_engine::register::RegisterError;

use crate::workspace::words::save_error;

/// What stands between the parts of an entry's name. A line never begins with it.
pub(super) const PARTED: &str = "\u{a0}– ";

/// The heading of an area.
pub(super) const fn area(area: Area) -> &'static str {
    match area {
        Area::Practice => "People and practice",
        Area::Policy => "What we work by",
        Area::Outside => "What we give and what we read",
        Area::Group => "The advisory group that oversees us",
    }
}

/// Who writes in a register, for those who do not.
pub(super) const fn writer(writer: Writer) -> &'static str {
    match writer {
        Writer::Manager => "The manager writes in this register.",
        Writer::Everybody => "Everybody who works here writes in this register.",
        Writer::OfThemself => "Everybody writes about themself, and the manager about everybody.",
        Writer::ThemselfAlone => {
            "Where the policy asks for it, each person confirms it on Work, once they are signed in."
        }
        Writer::Itself => "An entry is written by itself when views are passed on.",
    }
}

/// What an answer says, as it is shown.
pub(super) fn shown(desk: &Desk, field: &Field, entry: &RegisterEntry) -> String {
    let text = entry.text(field.name);
    match field.answer {
        Answer::Day | Answer::Due { .. } => entry.day(field.name).map_or_else(String::new, |day| day.long()),
        Answer::Worker => entry
            .worker(field.name)
            .map_or_else(String::new, |who| desk.team().name_of(who).to_owned()),
        Answer::Entry(_) => {
            let other = entry.entry(field.name).and_then(|id| desk.register_entry(id));
            other.map_or_else(String::new, |kept| name(desk, &kept))
        }
        Answer::One(_) => match (text, entry.text("number")) {
            ("weeks" | "months", "1") => format!("Every {}", text.trim_end_matches('s')),
            ("weeks" | "months", number) if !number.is_empty() => format!("Every {number} {text}"),
            _ => field.answer.shown(text).unwrap_or(text).to_owned(),
        },
        Answer::Some(_) | Answer::All(_) => text
            .split_whitespace()
            .map(|word| field.answer.shown(word).unwrap_or(word))
            .collect::<Vec<_>>()
            .join("\n"),
        Answer::Clause => clause(text),
        Answer::Setting => setting_words(entry).unwrap_or(text).to_owned(),
        Answer::Line | Answer::Text | Answer::Number => text.to_owned(),
    }
}

/// What an answer says where there is little room.
pub(super) fn brief(desk: &Desk, field: &Field, entry: &RegisterEntry) -> String {
    match field.answer {
        Answer::Day | Answer::Due { .. } => entry.day(field.name).map_or_else(String::new, |day| day.short()),
        _ => shown(desk, field, entry),
    }
}

/// A clause by its number and what it is about.
pub(super) fn clause(id: &str) -> String {
    match title_of(id) {
        Some(title) => format!("{id}: {title}"),
        None => id.to_owned(),
    }
}

/// What an entry is called in a list: its first telling answers.
pub(in crate::workspace) fn name(desk: &Desk, kept: &Kept) -> String {
    let register = kept.entry.kind.register();
    let parts = register.named_by.iter().filter_map(|name| register.field(name));
    let words: Vec<String> = parts
        .map(|field| {
            let words = shown(desk, field, &kept.entry);
            // Behind a colon a choice only explains itself.
            let words = match (field.answer, words.split_once(": ")) {
                (Answer::One(_), Some((name, _))) => name,
                _ => &words,
            };
            words.trim_end_matches('.').to_owned()
        })
        .filter(|words| !words.is_empty())
        .collect();
    match words.is_empty() {
        true => kept.about_day().long(),
        false => words.join(PARTED),
    }
}

/// What the day of an entry is the day of, as the heading of a column.
pub(super) const fn day_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Member => "Since",
        Kind::Policy => "Reviewed",
        Kind::Resource => "Dated",
        Kind::Terms => "Agreed",
        Kind::Subscription | Kind::Plan | Kind::Target => "From",
        Kind::Term => "First day",
        Kind::OwnRule | Kind::OwnInterval | Kind::OwnWords | Kind::OwnOutcome | Kind::OwnChair | Kind::OwnQuestion => {
            "Applies from"
        }
        Kind::Phrase | Kind::GroupAction | Kind::Place => "Written",
        _ => "Day",
    }
}

/// What a list tells of each entry beside its name and its day: a heading and the answer that stands under it. Where it names none,
/// the list says who wrote the entry.
pub(super) const fn telling(kind: Kind) -> Option<(&'static str, &'static str)> {
    match kind {
        Kind::Training => Some(("Expires", "expires")),
        Kind::Policy => Some(("Next review", "next")),
        Kind::Plan | Kind::Agenda => Some(("Status", "state")),
        Kind::Target => Some(("Target", "number")),
        Kind::Term => Some(("Last day", "to")),
        Kind::Attestation => Some(("Until", "until")),
        Kind::Phrase => Some(("Answer", "allowed")),
        Kind::Subscription => Some(("Renew by", "renew")),
        Kind::Resource => Some(("Published by", "from")),
        Kind::Authority => Some(("Kind", "kind")),
        Kind::Influence => Some(("With", "with")),
        Kind::Member => Some(("Speaks for", "sector")),
        Kind::Meeting => Some(("Status", "held")),
        Kind::GroupAction => Some(("When", "due")),
        Kind::Observation => Some(("Options outlined", "options")),
        Kind::Draw => Some(("Of each worker", "each")),
        Kind::GroupSupport | Kind::Outreach => Some(("Present", "present")),
        Kind::Interpreter => Some(("Good enough", "met")),
        Kind::ViewsPack => Some(("Views", "count")),
        _ => None,
    }
}

/// What stands in a list where that answer is not given.
pub(super) const fn untold(kind: Kind) -> &'static str {
    match kind {
        Kind::Meeting => "Planned",
        Kind::Phrase => "Not answered yet",
        Kind::Training => "No date",
        _ => "Not given",
    }
}

/// The most telling answer of an entry alone.
pub(super) fn first_name(desk: &Desk, kept: &Kept) -> String {
    let register = kept.entry.kind.register();
    let mut names = register.named_by.iter().filter_map(|name| register.field(name));
    names
        .next()
        .map(|field| shown(desk, field, &kept.entry))
        .unwrap_or_default()
}

/// Why an entry was not kept.
pub(in crate::workspace) fn register_error(error: &RegisterError) -> String {
    match error {
        RegisterError::Answers(faults) => faults.first().map(|fault| fault.what.clone()).unwrap_or_default(),
        RegisterError::NotYours => "This is not yours to write. Ask the manager.".to_owned(),
        RegisterError::NoSuchEntry => "This entry is not there any more. Load the page again.".to_owned(),
        RegisterError::Struck => "This entry was struck out and cannot be changed. Write a new one.".to_owned(),
        RegisterError::ReasonMissing => "Enter why it is struck out".to_owned(),
        RegisterError::Save(error) => save_error(error),
    }
}
