//! Tables and charts.

use leptos::prelude::*;

use super::{HERE, Part};
use crate::components::{Bar, Cell, Chart, Column, Sorted, Table, Tag, Tone};
use crate::view;

const ROWS: [(&str, &str, &str, &str, u32, &str, Tone); 4] = [
    (
        "CV-0417 Amir",
        "Parent",
        "Hollin Beck Primary School",
        "Priya Raman",
        12,
        "Open",
        Tone::Plain,
    ),
    (
        "CV-0398 Zuzanna",
        "Young person",
        "Calderbrow College",
        "Tom Okafor",
        4,
        "Due on Friday",
        Tone::Warning,
    ),
    (
        "CV-0391 Jo",
        "Parent",
        "Taught at home",
        "Priya Raman",
        31,
        "Overdue by 3 days",
        Tone::Danger,
    ),
    (
        "CV-0377 Noor",
        "Carer",
        "Thornfield Academy",
        "Morag Elliott",
        7,
        "Closing",
        Tone::Info,
    ),
];

/// A table that sorts, and a chart.
#[component]
pub(super) fn Figures() -> impl IntoView {
    let sorted = RwSignal::new(Some((0, Sorted::Down)));
    let rows = Signal::derive(move || {
        let mut all = ROWS.to_vec();
        match sorted.get() {
            Some((4, Sorted::Up)) => all.sort_by_key(|row| row.4),
            Some((4, Sorted::Down)) => all.sort_by_key(|row| std::cmp::Reverse(row.4)),
            Some((0, Sorted::Up)) => all.sort_by_key(|row| row.0),
            _ => {}
        }
        all.into_iter()
            .map(|(case, who, school, worker, contacts, state, tone)| {
                vec![
                    Cell::link(case, HERE),
                    Cell::text(who),
                    Cell::text(school),
                    Cell::text(worker),
                    Cell::text(contacts.to_string()),
                    Cell::view(move || view! { <Tag text=state tone /> }),
                ]
            })
            .collect::<Vec<_>>()
    });
    let turn = move |column: usize| {
        sorted.update(|sorted| {
            *sorted = match sorted {
                Some((own, Sorted::Up)) if *own == column => Some((column, Sorted::Down)),
                _ => Some((column, Sorted::Up)),
            };
        });
    };
    let bars = vec![
        Bar {
            label: "EHC needs assessment".to_owned(),
            value: Some(112.0),
            shown: "112".to_owned(),
        },
        Bar {
            label: "Exclusion".to_owned(),
            value: Some(64.0),
            shown: "64".to_owned(),
        },
        Bar {
            label: "Annual review".to_owned(),
            value: Some(38.0),
            shown: "38".to_owned(),
        },
        Bar {
            label: "Transport".to_owned(),
            value: None,
            shown: "fewer than 5".to_owned(),
        },
    ];
    view! {
        <Part title="Table">
            <Table
                caption="4 open cases"
                columns=vec![
                    Column::new("Case").sortable(),
                    Column::new("Who"),
                    Column::new("School"),
                    Column::new("Worker"),
                    Column::new("Contacts").numeric().sortable(),
                    Column::new("State"),
                ]
                rows
                sorted
                on_sort=turn
            />
        </Part>
        <Part title="Chart">
            <Chart caption="Contacts by theme, April to June 2026" label_title="Theme" value_title="Contacts" bars=Signal::stored(bars) />
        </Part>
    }
}
