//! The cases of a draw, by worker, with what to do about each (STA-15, SPS-10).

use evenhand_domain::ids::EventId;
use evenhand_domain::register::Kind;
use evenhand_engine::desk::Desk;
use evenhand_engine::register::Drawn;
use leptos::prelude::*;

use crate::markup::Node;
use crate::view;
use crate::workspace::route::{CasePart, Route};
use crate::workspace::session::Session;

type Part = (String, Drawn);

fn parts(desk: &Desk, id: EventId) -> Vec<Part> {
    let team = desk.team();
    let drawn = desk
        .register_entry(id)
        .map(|kept| desk.drawn(&kept))
        .unwrap_or_default();
    let named = drawn
        .into_iter()
        .map(|part| (team.name_of(part.worker).to_owned(), part));
    named.collect()
}

/// What was drawn, for the manager: of the cases that they may open, and of nobody else's.
#[component]
pub(super) fn DrawnCases(
    /// The draw.
    id: EventId,
) -> impl IntoView {
    let session = Session::here();
    let content = move || {
        let parts = session.read(|desk| parts(desk, id)).unwrap_or_default();
        if parts.is_empty() {
            return view! { <p class="muted">"No case of a colleague’s that you may open was open between the two days."</p> };
        }
        let parts = parts.into_iter().map(|(name, part)| {
            let shown = format!("{} drawn of {}", part.cases.len(), part.of);
            let cases = part.cases.into_iter().map(|(case, code)| {
                view! { <li><a href=Route::Case(case, CasePart::Timeline).href()>{code}</a></li> }
            });
            let note = Route::AddEntry(Kind::Observation, Some(part.worker)).href();
            view! {
                <h3><bdi>{name.clone()}</bdi>": " {shown}</h3>
                <ul>{cases.collect_view()}</ul>
                <p><a href=note>"Note what was found in the cases of "<bdi>{name}</bdi></a></p>
            }
        });
        Node::of(parts.collect_view())
    };
    view! {
        <section class="stack">
            <h2>"The cases that were drawn"</h2>
            <p class="muted">"The list is made anew each time you open this page, from cases that you may open and that are not your own. A case that has been passed on since is not in it."</p>
            {content}
        </section>
    }
}
