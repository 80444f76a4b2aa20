//! What the list of cases shows: words, where a case stands, whose it is, and what is due.

use evenhand_domain::case::state::CaseStatus;
use evenhand_domain::date::Day;
use evenhand_engine::case::list::{CaseFilter, CaseLine, CaseOrder, NextAction};
use evenhand_engine::case::search::Search;
use evenhand_engine::desk::Desk;
use leptos::prelude::*;

/// In which order.
pub(super) const ORDERS: [(&str, &str); 6] = [
    ("next", "Next action, earliest first"),
    ("case", "Case"),
    ("who", "Who"),
    ("school", "School"),
    ("worker", "Worker"),
    ("status", "Status"),
];

/// By what the list can be narrowed; the first choice of each is how the list begins. Workers come after theirs.
pub(super) const NARROWED: [(&str, &[(&str, &str)]); 3] = [
    (
        "Status",
        &[
            ("current", "Not closed"),
            ("intake", "Waiting for a worker"),
            ("open", "With a worker"),
            ("closed", "Closed"),
            ("all", "All"),
        ],
    ),
    ("Worker", &[("anybody", "Anybody")]),
    (
        "Next action",
        &[("any", "Any"), ("overdue", "Overdue"), ("none", "None set")],
    ),
];

/// How many ways there are to narrow the list.
pub(super) const WAYS: usize = NARROWED.len();
const STATUS: usize = 0;

/// What is counted, in a heading.
fn among(status: &str) -> &'static str {
    match status {
        "current" => "cases that are not closed",
        "intake" => "cases that wait for a worker",
        "open" => "cases with a worker",
        "closed" => "closed cases",
        _ => "all cases",
    }
}

fn begin(way: usize) -> String {
    let first = NARROWED.get(way).and_then(|(_, choices)| choices.first());
    first.map_or_else(String::new, |(word, _)| (*word).to_owned())
}

/// The filter while it is used. It is forgotten when the page is left.
#[derive(Clone, Copy)]
pub(super) struct Filter {
    pub(super) typed: RwSignal<String>,
    pub(super) order: RwSignal<String>,
    /// What the list is narrowed by.
    chosen: [RwSignal<String>; WAYS],
    /// What stands in the boxes of the panel until it is applied.
    pub(super) boxes: [RwSignal<String>; WAYS],
}

impl Filter {
    /// Everything that is not closed, the earliest next action first.
    pub(super) fn new() -> Self {
        let as_it_begins = || std::array::from_fn(|way| RwSignal::new(begin(way)));
        Self {
            typed: RwSignal::new(String::new()),
            order: RwSignal::new("next".to_owned()),
            chosen: as_it_begins(),
            boxes: as_it_begins(),
        }
    }

    /// The first of the cases that pass, and how many pass.
    pub(super) fn found(self, desk: &Desk, today: Day, is_down: bool, most: usize) -> (Vec<CaseLine>, usize) {
        let [status, worker, next] = self.chosen.map(|chosen| chosen.get());
        let filter = CaseFilter {
            status: match status.as_str() {
                "intake" => Some(CaseStatus::Intake),
                "open" => Some(CaseStatus::Open),
                "closed" => Some(CaseStatus::Closed),
                _ => None,
            },
            not_closed: status == "current",
            worker: worker.parse().ok(),
            next: match next.as_str() {
                "overdue" => NextAction::Before(today),
                "none" => NextAction::None,
                _ => NextAction::Any,
            },
            search: self.typed.with(|typed| Search::typed(typed)),
        };
        let order = match self.order.get().as_str() {
            "case" => CaseOrder::Code,
            "who" => CaseOrder::Who,
            "school" => CaseOrder::School,
            "worker" => CaseOrder::Worker,
            "status" => CaseOrder::Status,
            _ => CaseOrder::Next,
        };
        desk.first_cases(&filter, (order, is_down), most)
    }

    /// Whether anything narrows the list.
    pub(super) fn is_asked(self) -> bool {
        let is_typed = self.typed.with(|typed| !typed.trim().is_empty());
        let begun = |(way, chosen): (usize, RwSignal<String>)| chosen.with(|chosen| *chosen == begin(way));
        is_typed || !self.chosen.into_iter().enumerate().all(begun)
    }

    /// Narrows the list by what stands in the boxes.
    pub(super) fn apply(self) {
        for (chosen, typed) in self.chosen.into_iter().zip(self.boxes) {
            chosen.set(typed.get_untracked());
        }
    }

    /// Takes one of them away again.
    pub(super) fn remove(self, way: usize) {
        for signals in [self.chosen, self.boxes] {
            if let Some(signal) = signals.get(way) {
                signal.set(begin(way));
            }
        }
    }

    /// Puts everything back but the order.
    pub(super) fn clear(self) {
        self.typed.set(String::new());
        (0..WAYS).for_each(|way| self.remove(way));
    }

    /// Runs again when anything but the order changes.
    pub(super) fn track(self) {
        self.typed.track();
        self.chosen.iter().for_each(|chosen| chosen.track());
    }

    /// What the list is narrowed by, where it is not as it begins: which way, and its words.
    pub(super) fn narrowed(self, desk: &Desk) -> Vec<(usize, String)> {
        let words = |way: usize, word: &str| {
            let (label, choices) = NARROWED.get(way)?;
            let known = choices.iter().find(|(known, _)| *known == word);
            let choice = known.map(|(_, words)| (*words).to_owned());
            let name = || word.parse().ok().map(|worker| desk.team().name_of(worker).to_owned());
            Some(format!("{label}: {}", choice.or_else(name)?))
        };
        let chosen = self.chosen.iter().enumerate();
        chosen
            .filter_map(|(way, chosen)| {
                let word = chosen.get();
                (word != begin(way))
                    .then(|| words(way, &word))
                    .flatten()
                    .map(|words| (way, words))
            })
            .collect()
    }

    /// The count with what it counts: "2 results for ‘wilson’ in cases that are not closed".
    pub(super) fn heading(self, count: usize) -> String {
        let status = self.chosen[STATUS].get();
        let among = among(&status);
        let typed = self.typed.with(|typed| typed.trim().to_owned());
        if typed.is_empty() {
            return match (count, status.as_str()) {
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

#[cfg(test)]
mod tests {
    use super::*;

    const WORKER: usize = 1;
    const NEXT: usize = 2;

    #[test]
    fn every_way_begins_with_its_first_choice_and_goes_back_to_it() {
        let owner = Owner::new();
        owner.set();
        let filter = Filter::new();
        filter.typed.set("wilson".to_owned());
        filter.boxes[STATUS].set("closed".to_owned());
        filter.boxes[NEXT].set("overdue".to_owned());
        assert_eq!(filter.heading(2), "2 results for ‘wilson’ in cases that are not closed");
        filter.apply();
        assert_eq!(filter.heading(1), "1 result for ‘wilson’ in closed cases");
        filter.remove(STATUS);
        assert_eq!(filter.boxes[STATUS].get_untracked(), "current");
        assert_eq!(filter.chosen[NEXT].get_untracked(), "overdue");
        filter.clear();
        assert_eq!(filter.heading(0), "0 cases that are not closed");
        assert_eq!(filter.chosen[WORKER].get_untracked(), "anybody");
        assert_eq!(filter.chosen[NEXT].get_untracked(), "any");
    }
}
