//! The rows of the list of cases, and their order.

use evenhand_domain::case::state::CaseStatus;
use evenhand_domain::date::Day;
use evenhand_engine::case::list::CaseLine;

use crate::components::{Cell, Column, Tag, Tone};
use crate::markup::Node;
use crate::view;
use crate::workspace::route::{CasePart, Route};

/// The columns; each can be sorted by.
pub(super) const COLUMNS: [(&str, &str); 6] = [
    ("case", "Case"),
    ("who", "Who"),
    ("school", "School"),
    ("worker", "Worker"),
    ("next", "Next action"),
    ("status", "Status"),
];

pub(super) fn columns() -> Vec<Column> {
    COLUMNS
        .iter()
        .map(|(_, title)| Column::new(*title).sortable())
        .collect()
}

/// Which column an order sorts by.
pub(super) fn column_of(order: &str) -> Option<usize> {
    COLUMNS.iter().position(|(word, _)| *word == order)
}

/// One case as a row.
pub(super) fn row(line: CaseLine, today: Day) -> Vec<Cell> {
    let CaseLine {
        id,
        code,
        who,
        school,
        worker,
        next,
        status,
        is_enquiry,
        may_open,
        ..
    } = line;
    let href = Route::Case(id, CasePart::Summary).href();
    let worker = worker.map_or_else(|| "Nobody yet".to_owned(), |(_, name)| name);
    let who = match (who.is_empty(), is_enquiry) {
        (true, true) => "No name given".to_owned(),
        (true, false) => "Not named".to_owned(),
        (false, _) => who,
    };
    vec![
        Cell::link(code, href),
        theirs(who),
        school_or_none(school),
        theirs(worker),
        Cell::view(move || next_action(next.clone(), may_open, status, today)),
        Cell::view(move || tag(status, is_enquiry, may_open)),
    ]
}

/// What people typed: in its own direction, and never as markup.
fn theirs(text: String) -> Cell {
    Cell::view(move || view! { <bdi>{text.clone()}</bdi> })
}

fn school_or_none(school: String) -> Cell {
    match school.is_empty() {
        true => Cell::view(|| view! { <span class="muted">"None given"</span> }),
        false => theirs(school),
    }
}

fn next_action(next: Option<(String, Day)>, may_open: bool, status: CaseStatus, today: Day) -> Node {
    match next {
        Some((what, due)) => {
            let late = (due < today).then(|| view! { " " <Tag text="Overdue" tone=Tone::Danger /> });
            view! { <span><bdi>{what}</bdi> ", " {due.short()} {late}</span> }
        }
        None if !may_open => view! { <span class="muted">"Not shown"</span> },
        None if status == CaseStatus::Closed => Node::nothing(),
        None => view! { <span class="muted">"None set"</span> },
    }
}

fn tag(status: CaseStatus, is_enquiry: bool, may_open: bool) -> Node {
    let (text, tone) = match status {
        CaseStatus::Closed => ("Closed", Tone::Plain),
        CaseStatus::Intake | CaseStatus::Open if is_enquiry => ("Enquiry", Tone::Info),
        CaseStatus::Intake => ("Waiting for a worker", Tone::Warning),
        CaseStatus::Open if !may_open => ("Not opened by you", Tone::Plain),
        CaseStatus::Open => ("Open", Tone::Plain),
    };
    view! { <span><Tag text tone /></span> }
}
