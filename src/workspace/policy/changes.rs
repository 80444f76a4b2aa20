//! What the service changed in the policy that it copied: what, from when, by whom, why, and whether the group agreed (CAM-10).

use evenhand_domain::register::{Kept, Kind};
use evenhand_engine::desk::Desk;
use evenhand_engine::policy::profile::KINDS;
use leptos::prelude::*;

use crate::components::{Cell, Column, Table, Tag, Tone};
use crate::view;
use crate::workspace::registers::entry_name;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// Every change, the newest day first, and the ways to make one.
#[component]
pub(super) fn Changes() -> impl IntoView {
    let session = Session::here();
    let rows = Memo::new(move |_| session.read(rows).unwrap_or_default());
    let table = move || {
        if rows.with(Vec::is_empty) {
            return view! { <p class="muted">"Nothing was changed: we work by it as it was taken over."</p> }
                .into_any();
        }
        let columns = ["What", "From", "By", "The advisory group"].map(Column::new).to_vec();
        let cells = Signal::derive(move || rows.get().into_iter().map(Row::cells).collect::<Vec<_>>());
        view! { <Table caption="Changes to the policy, the newest day first" columns rows=cells quiet_caption=true /> }
            .into_any()
    };
    let ways = move || {
        let may = session.read(|desk| desk.writes_in(Kind::OwnRule)).unwrap_or_default();
        may.then(|| {
            let has_door = session.read(|desk| desk.policy().copied().manager_decision.is_some());
            let kinds = KINDS
                .into_iter()
                .filter(|kind| *kind != Kind::OwnQuestion || has_door == Some(true));
            let links = kinds.map(|kind| {
                let href = Route::AddEntry(kind, None).href();
                view! { <a href=href>{format!("Add {}", kind.register().one)}</a> }
            });
            view! { <p class="cluster">{links.collect_view()}</p> }
        })
    };
    view! {
        <section class="stack">
            <h2>"What we changed"</h2>
            <p class="muted">"A change counts from its day on. Whether the advisory group has agreed to it stands beside it."</p>
            {table}
            {ways}
        </section>
    }
}

#[derive(Clone, PartialEq, Eq)]
struct Row {
    what: String,
    href: String,
    from: String,
    by: String,
    /// At which meeting of the group.
    agreed: Option<String>,
}

fn rows(desk: &Desk) -> Vec<Row> {
    let mut all: Vec<Kept> = KINDS.into_iter().flat_map(|kind| desk.register(kind)).collect();
    all.retain(|kept| kept.struck.is_none());
    all.sort_by_key(|kept| std::cmp::Reverse((kept.about_day(), kept.at)));
    let team = desk.team();
    let row = |kept: &Kept| {
        let meeting = kept.entry.entry("meeting").and_then(|id| desk.register_entry(id));
        Row {
            what: entry_name(desk, kept),
            href: Route::Entry(kept.entry.kind, kept.id).href(),
            from: kept.about_day().long(),
            by: team.name_of(kept.by).to_owned(),
            agreed: meeting.map(|meeting| meeting.about_day().long()),
        }
    };
    all.iter().map(row).collect()
}

impl Row {
    fn cells(self) -> Vec<Cell> {
        let agreed = self.agreed;
        vec![
            Cell::link(self.what, self.href),
            Cell::text(self.from),
            Cell::text(self.by),
            Cell::view(move || match &agreed {
                Some(day) => format!("Agreed on {day}").into_any(),
                None => view! { <span><Tag text="Not agreed yet" tone=Tone::Warning /></span> }.into_any(),
            }),
        ]
    }
}
