//! When each of the service's policies was looked at last, and when it is looked at next (CAM-10, CAM-24, LEI-35).

use evenhand_domain::register::Kind;
use evenhand_engine::register::Review;
use leptos::prelude::*;

use crate::components::{Cell, Column, EmptyState, Table, Tag, Tone};
use crate::view;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// The library in a table.
#[component]
pub(super) fn Reviews() -> impl IntoView {
    let session = Session::here();
    let all = Memo::new(move |_| session.read(|desk| desk.reviews(session.now())).unwrap_or_default());
    let library = Route::Register(Kind::Policy).href();
    let rows = move || {
        if all.with(Vec::is_empty) {
            return view! {
                <EmptyState title="The library is empty"><p>"Once the policies stand in the library, their reviews show here."</p></EmptyState>
            }
            .into_any();
        }
        let columns = ["Policy", "Last looked at", "Next"].map(Column::new).to_vec();
        let cells = Signal::derive(move || all.get().into_iter().map(|one| cells(session, one)).collect::<Vec<_>>());
        view! { <Table caption="Reviews of our policies, the next first" columns rows=cells quiet_caption=true /> }
            .into_any()
    };
    view! {
        <section class="stack">
            <h2>"When we look at our policies again"</h2>
            {rows}
            <p><a href=library>"Policy library"</a></p>
        </section>
    }
}

fn cells(session: Session, one: Review) -> Vec<Cell> {
    let is_late = one.next.is_some_and(|next| next < session.now().day());
    let long =
        |day: Option<evenhand_domain::date::Day>| day.map_or_else(|| "No day is named".to_owned(), |day| day.long());
    let next = long(one.next);
    vec![
        Cell::link(one.name, Route::Entry(Kind::Policy, one.entry).href()),
        Cell::text(long(one.last)),
        Cell::view(move || {
            let late = is_late.then(|| view! { " " <Tag text="Overdue" tone=Tone::Danger /> });
            view! { <span>{next.clone()} {late}</span> }
        }),
    ]
}
