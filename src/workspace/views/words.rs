//! Views in words.

use evenhand_domain::register::{Answer, Kept, Kind, RegisterEntry};
use evenhand_domain::view::{KeptView, WentOut};
use evenhand_engine::desk::Desk;
use evenhand_engine::view::{Fate, ViewError};
use leptos::prelude::*;

use crate::components::{FieldId, Problem, Problems};
use crate::markup::Node;
use crate::view;
use crate::workspace::words::save_error;

/// Where views stand, as they are listed.
pub(super) const FATES: [(Fate, &str); 5] = [
    (Fate::Waits, "Waiting to be passed on"),
    (Fate::PassedOn, "Passed on"),
    (Fate::Answered, "Answered"),
    (Fate::TakenBack, "Taken back"),
    (Fate::GivenAnew, "Given in other words"),
];

/// What an answer of an entry says, in words; those of a list one after the other.
pub(super) fn said(entry: &RegisterEntry, name: &str) -> String {
    shown(entry.kind, name, entry.text(name))
}

/// A stored answer to a question of a register, in words.
pub(super) fn shown(kind: Kind, name: &str, text: &str) -> String {
    match kind.register().field(name).map(|field| field.answer) {
        Some(answer @ Answer::One(_)) => answer.shown(text).unwrap_or(text).to_owned(),
        Some(answer @ Answer::Some(_)) => {
            let words = text.split_whitespace().map(|word| answer.shown(word).unwrap_or(word));
            words.enumerate().map(|(at, word)| in_a_row(at, word)).collect()
        }
        _ => text.to_owned(),
    }
}

/// Words of a list in one line: the first begins it.
fn in_a_row(at: usize, word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if at > 0 => format!("; {}{}", first.to_lowercase(), letters.as_str()),
        _ => word.to_owned(),
    }
}

/// What a view is called: who gave it and about what, and never a name.
pub(super) fn called(view: &KeptView) -> String {
    let said = |name| said(&view.view.about, name);
    let about = match said("request") {
        request if request.is_empty() => said("themes"),
        request => request,
    };
    format!("{}: {about}", said("is"))
}

/// Where a view went: to whom, and when.
pub(super) fn where_to(desk: &Desk, out: &WentOut) -> Option<String> {
    let noted = desk.register_entry(out.pack)?;
    let entry = &noted.entry;
    Some(format!(
        "{}: {}, {}, {}",
        said(entry, "to_is"),
        entry.text("to"),
        said(entry, "how").to_lowercase(),
        noted.about_day().long()
    ))
}

/// Why something was not done.
pub(super) fn view_error(error: &ViewError) -> String {
    match error {
        ViewError::Answers(faults) => faults.first().map(|fault| fault.what.clone()).unwrap_or_default(),
        ViewError::NoWords => "Enter the words, as they are given".to_owned(),
        ViewError::NoSuchView => "This view is not there, or it is not for you to read. Go back to the list.".to_owned(),
        ViewError::NoneChosen => "Choose at least one view".to_owned(),
        ViewError::MayNotGo => "Its giver took a view back or gave it in other words. Load this page again.".to_owned(),
        ViewError::WentOut => {
            "It was passed on already, so it cannot be taken back here. Tell those who have it what the giver wishes."
                .to_owned()
        }
        ViewError::Altered(number) => format!(
            "View {number} of those chosen is not as it was sealed, so nothing was passed on. Restore your newest backup, and tell the manager."
        ),
        ViewError::NotTheSame => {
            "The finished file does not hold just what was put in, so nothing was passed on. Load this page again and try once more."
                .to_owned()
        }
        ViewError::NotAll => {
            "Some views in this file are not for you to read. Ask whoever passed it on to save the file.".to_owned()
        }
        ViewError::NotAPack => "This file holds no views that were passed on from here.".to_owned(),
        ViewError::NotForThem => {
            "The giver asked that they should not read it, or they may know the giver. Choose somebody else.".to_owned()
        }
        ViewError::Save(error) => save_error(error),
    }
}

/// Shows what was wrong: beside the answers where it is about answers, else beside a field of the page's own.
pub(super) fn show_error(problems: Problems, own: FieldId, error: &ViewError) {
    let found = match error {
        ViewError::Answers(faults) => faults
            .iter()
            .map(|fault| Problem::new(FieldId::named(fault.field), fault.what.clone()))
            .collect(),
        other => vec![Problem::new(own, view_error(other))],
    };
    problems.set(found);
}

/// An answer in a line: from whom, when, what came of the views.
pub(super) fn answered(desk: &Desk, answer: &Kept) -> String {
    let entry = &answer.entry;
    let pack = entry.entry("pack").and_then(|pack| desk.register_entry(pack));
    let from = pack.map(|pack| pack.entry.text("to").to_owned()).unwrap_or_default();
    let told = ["came", "said", "changed"].map(|name| said(entry, name));
    let told: Vec<String> = told.into_iter().filter(|words| !words.is_empty()).collect();
    format!("{from}, {}: {}", answer.about_day().long(), told.join(". "))
}

/// A fingerprint to be read: groups of eight.
pub(super) fn fingerprint(hash: [u8; 32]) -> String {
    let group = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    hash.chunks(4).map(group).collect::<Vec<_>>().join(" ")
}

/// The facts of a view as rows: label, words. What was ticked before it was sealed is left out, for nothing is sealed without it.
pub(super) fn facts(view: &KeptView) -> Vec<(&'static str, String)> {
    let about = &view.view.about;
    let fields = Kind::View.register().fields.iter();
    let rows = fields.filter(|field| field.name != "settled").map(|field| {
        let words = match field.answer {
            Answer::Day => about.day(field.name).map(|day| day.long()).unwrap_or_default(),
            _ => said(about, field.name),
        };
        (field.label, words)
    });
    rows.filter(|(_, words)| !words.is_empty()).collect()
}

/// Lines as a list.
pub(super) fn list(lines: Vec<String>) -> Node {
    let lines = lines.into_iter().map(|line| view! { <li><bdi>{line}</bdi></li> });
    view! { <ul>{lines.collect_view()}</ul> }
}
