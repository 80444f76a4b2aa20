//! What the list of cases shows: words, where a case stands, and whose it is.

use evenhand_domain::case::state::CaseStatus;
use evenhand_domain::ids::WorkerId;
use evenhand_engine::case::list::{CaseFilter, CaseLine};
use evenhand_engine::case::search::Search;
use evenhand_engine::desk::Desk;
use leptos::prelude::*;

use crate::components::{Choice, Select, TextInput, TextKind, Width};
use crate::workspace::session::Session;

/// Which cases by where they stand.
const STANDS: [(&str, &str, &str); 5] = [
    ("current", "Not closed", "cases that are not closed"),
    ("intake", "Waiting for a worker", "cases that wait for a worker"),
    ("open", "With a worker", "cases with a worker"),
    ("closed", "Closed", "closed cases"),
    ("all", "All", "all cases"),
];

/// In which order.
pub(super) const ORDERS: [(&str, &str); 6] = [
    ("next", "Next action, earliest first"),
    ("case", "Case"),
    ("who", "Who"),
    ("school", "School"),
    ("worker", "Worker"),
    ("status", "Status"),
];

/// The filter while it is used. It is forgotten when the page is left.
#[derive(Clone, Copy)]
pub(super) struct Filter {
    pub(super) typed: RwSignal<String>,
    pub(super) stands: RwSignal<String>,
    pub(super) worker: RwSignal<String>,
    pub(super) order: RwSignal<String>,
}

impl Filter {
    /// Everything that is not closed, the earliest next action first.
    pub(super) fn new() -> Self {
        Self {
            typed: RwSignal::new(String::new()),
            stands: RwSignal::new("current".to_owned()),
            worker: RwSignal::new("anybody".to_owned()),
            order: RwSignal::new("next".to_owned()),
        }
    }

    /// The cases that pass.
    pub(super) fn found(self, desk: &Desk) -> Vec<CaseLine> {
        let stands = self.stands.get();
        let status = match stands.as_str() {
            "intake" => Some(CaseStatus::Intake),
            "open" => Some(CaseStatus::Open),
            "closed" => Some(CaseStatus::Closed),
            _ => None,
        };
        let worker: Option<WorkerId> = self.worker.with(|worker| worker.parse().ok());
        let search = self.typed.with(|typed| Search::typed(typed));
        let mut lines = desk.cases(&CaseFilter { status, worker, search });
        if stands == "current" {
            lines.retain(|line| line.status != CaseStatus::Closed);
        }
        lines
    }

    /// Puts everything back.
    pub(super) fn clear(self) {
        self.typed.set(String::new());
        self.stands.set("current".to_owned());
        self.worker.set("anybody".to_owned());
    }

    /// The count with what it counts: "2 results for ‘wilson’ in cases that are not closed".
    pub(super) fn heading(self, count: usize) -> String {
        let stands = self.stands.get();
        let named = STANDS.iter().find(|(word, _, _)| *word == stands);
        let among = named.map_or("all cases", |(_, _, words)| words);
        let typed = self.typed.with(|typed| typed.trim().to_owned());
        if typed.is_empty() {
            return match (count, stands.as_str()) {
                (1, "current") => "1 case that is not closed".to_owned(),
                (1, _) => "1 case".to_owned(),
                (count, "all") => format!("{count} cases"),
                (count, _) => format!("{count} {among}"),
            };
        }
        let results = if count == 1 { "result" } else { "results" };
        format!("{count} {results} for ‘{typed}’ in {among}")
    }
}

/// The boxes of the filter. The list follows while they are used.
#[component]
pub(super) fn FilterBoxes(
    /// The filter.
    filter: Filter,
) -> impl IntoView {
    let session = Session::here();
    let stands = STANDS
        .iter()
        .map(|(word, label, _)| Choice::new(*word, *label))
        .collect::<Vec<_>>();
    let orders = ORDERS
        .iter()
        .map(|(word, label)| Choice::new(*word, *label))
        .collect::<Vec<_>>();
    let team = session.desk().map(|desk| desk.team()).unwrap_or_default();
    let people = team
        .current()
        .into_iter()
        .map(|worker| Choice::new(worker.id.to_string(), worker.name.clone()));
    let workers: Vec<Choice> = std::iter::once(Choice::new("anybody", "Anybody"))
        .chain(people)
        .collect();
    view! {
        <search class="filter">
            <TextInput
                label="Find a case"
                hint="A name, a school, a code, a telephone number, or words from the record"
                value=filter.typed
                kind=TextKind::Search
            />
            <div class="filter__boxes">
                <Select label="Status" choices=stands value=filter.stands width=Width::Medium />
                <Select label="Worker" choices=workers value=filter.worker width=Width::Medium />
                <Select label="Sort by" choices=orders value=filter.order width=Width::Medium />
            </div>
        </search>
    }
}
