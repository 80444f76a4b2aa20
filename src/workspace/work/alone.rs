//! The cases that this person alone holds: what happens to them when that person goes, and what to do before (SPS-15).

use evenhand_domain::ids::CaseId;
use evenhand_engine::desk::Desk;
use leptos::prelude::*;

use crate::view;
use crate::workspace::route::{CasePart, Route};
use crate::workspace::session::Session;
use crate::workspace::words::held_alone;

/// How many are named. Where there are more, the reason is the same for each.
const MOST: usize = 10;

type Found = (
    Vec<(CaseId, String, String)>,
    usize,
    (&'static str, &'static [&'static str]),
);

/// Where nobody else works here, each case is with them alone: First steps says what to do, and no list is needed.
fn found(desk: &Desk) -> Found {
    let mut lines = desk.held_alone();
    if desk.team().current().len() < 2 {
        lines.clear();
    }
    let count = lines.len();
    let named = lines.into_iter().take(MOST).map(|line| (line.id, line.code, line.who));
    (named.collect(), count, held_alone(desk))
}

/// Nothing where somebody else holds each of them, too.
#[component]
pub(super) fn Alone() -> impl IntoView {
    let session = Session::here();
    move || {
        let (lines, count, (means, steps)) = session.read(found)?;
        if count == 0 {
            return None;
        }
        let more = count - lines.len();
        let steps = steps.iter().map(|step| view! { <li>{*step}</li> }).collect_view();
        let links = lines
            .into_iter()
            .map(|(id, code, who)| {
                view! {
                    <li><a href=Route::Case(id, CasePart::Fairness).href()><bdi>{who}</bdi> " (" {code} ")"</a></li>
                }
            })
            .collect_view();
        Some(view! {
            <section class="work-group stack">
                <h2>"Only you can open these"</h2>
                <ul>{links}</ul>
                {(more > 0).then(|| view! { <p class="muted">{format!("And {more} more.")}</p> })}
                <p>{means}</p>
                <ol>{steps}</ol>
            </section>
        })
    }
}
