//! What a register comes to, above its list: who sits in the group, how much training came from outside, how far a target is.

use evenhand_domain::date::Day;
use evenhand_domain::register::{Answer, Kind};
use evenhand_engine::desk::Desk;

use crate::workspace::calendar::month_name;

/// A sentence, and what it counts up.
pub(super) type Line = (String, Vec<&'static str>);

/// A sentence that counts nothing up.
const fn told(words: String) -> Line {
    (words, Vec::new())
}

/// A register in a sentence or two; nothing where its list says it all.
pub(super) fn state(desk: &Desk, kind: Kind, today: Day) -> Vec<Line> {
    match kind {
        Kind::Training => training(desk),
        Kind::Member => group(desk, today),
        Kind::Induction => induction(desk),
        Kind::Target => targets(desk, today),
        Kind::Meeting => untouched(desk, today).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn share(part: usize, all: usize) -> String {
    format!("{part} of {all}")
}

/// How much training was given by others than the authority (STA-12), and how much of it is accredited (WES-14).
fn training(desk: &Desk) -> Vec<Line> {
    let mut entries = desk.register(Kind::Training);
    entries.retain(|kept| kept.struck.is_none());
    if entries.is_empty() {
        return Vec::new();
    }
    let count = |name: &str, word: &str| entries.iter().filter(|kept| kept.entry.text(name) == word).count();
    let all = entries.len();
    let outside = all - count("provider_is", "own") - count("provider_is", "authority");
    vec![
        told(format!(
            "Given by somebody other than us or the council: {}.",
            share(outside, all)
        )),
        told(format!("Accredited: {}.", share(count("accredited", "yes"), all))),
    ]
}

/// Who sits in the group, and whom nobody speaks for (LEI-9, CAM-22, CAM-26, STA-7).
fn group(desk: &Desk, today: Day) -> Vec<Line> {
    let Some(group) = desk.group(today).filter(|group| group.members > 0) else {
        return Vec::new();
    };
    let mut lines = vec![told(format!(
        "Parents and carers: {} members.",
        share(group.parents, group.members)
    ))];
    if group.lacks_majority {
        lines.push(told(
            "The policy asks that most of the advisory group are parents and carers, and they are not.".to_owned(),
        ));
    }
    if !group.has_chair {
        lines.push(told("Nobody sits in the Chair.".to_owned()));
    }
    if !group.missing.is_empty() {
        lines.push(("Nobody speaks yet for:".to_owned(), group.missing));
    }
    lines
}

/// What the targets that are not reported yet have come to, counted from what was written (LEI-2).
fn targets(desk: &Desk, today: Day) -> Vec<Line> {
    let field = Kind::Target.register().field("counts");
    let all = desk.register(Kind::Target).into_iter();
    let open = all.filter(|kept| kept.struck.is_none() && kept.entry.text("reported").is_empty());
    open.filter_map(|kept| {
        let what = field.and_then(|field| field.answer.shown(kept.entry.text("counts")))?;
        let (from, to) = (month_name(kept.entry.day("from")?), month_name(kept.entry.day("to")?));
        let count = desk.counted(&kept, today)?;
        let of = kept.entry.text("number");
        Some(told(format!(
            "{what}: {count} of {of} so far, counted in whole months from {from} to {to}."
        )))
    })
    .collect()
}

/// Who has steps of induction before them (LEI-17, STA-10).
fn induction(desk: &Desk) -> Vec<Line> {
    let step = Kind::Induction.register().field("step");
    let shown = |word: &'static str| step.and_then(|step| step.answer.shown(word)).unwrap_or(word);
    desk.induction_left()
        .into_iter()
        .map(|(name, steps)| {
            (
                format!("{name} still has to do:"),
                steps.into_iter().map(shown).collect(),
            )
        })
        .collect()
}

/// Which of the group's functions no meeting of the last year touched (LEI-13); nothing before the first meeting.
fn untouched(desk: &Desk, today: Day) -> Option<Line> {
    let mut held = desk.register(Kind::Meeting);
    held.retain(|kept| kept.struck.is_none() && kept.entry.text("held") == "yes");
    held.retain(|kept| kept.about_day() > today.plus_months(-12));
    let Answer::Some(functions) = Kind::Meeting.register().field("functions")?.answer else {
        return None;
    };
    let is_touched = |word: &str| {
        let mut touched = held
            .iter()
            .flat_map(|kept| kept.entry.text("functions").split_whitespace());
        touched.any(|done| done == word)
    };
    let left: Vec<_> = functions
        .iter()
        .filter(|(word, _)| !is_touched(word))
        .map(|(_, shown)| *shown)
        .collect();
    (!held.is_empty() && !left.is_empty()).then(|| ("No meeting of the last year has done these:".to_owned(), left))
}
