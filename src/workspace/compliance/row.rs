//! One clause: what it asks, where it stands, and what shows it.

use evenhand_engine::desk::Desk;
use evenhand_engine::policy::compliance::{Evidence, Place, Standing, State};
use leptos::prelude::*;

use crate::components::{Disclosure, Tag, Tone};
use crate::view;
use crate::workspace::registers::entry_name;
use crate::workspace::route::{CasePart, Route};
use crate::workspace::session::Session;

/// One clause.
#[component]
pub(super) fn ClauseRow(
    /// It, with where it stands.
    standing: Standing,
) -> impl IntoView {
    let Standing { clause, state, .. } = standing;
    let since = standing.since().map(|day| format!("Last changed on {}.", day.long()));
    let evidence = standing.evidence.into_iter().map(shown).collect_view();
    view! {
        <li class="clause">
            <p class="clause__what">
                <span class="clause__title">{clause.title}</span>
                <span class="muted">"Clause "{clause.id}</span>
            </p>
            <p class="clause__state"><Tag text=state.words() tone=tone(state) /></p>
            <div class="clause__evidence">
                <Disclosure label="What shows it" about=clause.id>
                    {evidence}
                    {since.map(|since| view! { <p class="muted">{since}</p> })}
                </Disclosure>
            </div>
        </li>
    }
}

const fn tone(state: State) -> Tone {
    match state {
        State::Met => Tone::Good,
        State::NotKnown => Tone::Plain,
        State::DueSoon => Tone::Warning,
        State::Overdue | State::NotMet => Tone::Danger,
    }
}

/// What shows one thing that the clause asks.
fn shown(evidence: Evidence) -> impl IntoView {
    let session = Session::here();
    let places = untrack(|| {
        session.read(|desk| {
            evidence
                .places
                .into_iter()
                .map(|place| link(desk, place))
                .collect::<Vec<_>>()
        })
    });
    let places = places.unwrap_or_default();
    let links = (!places.is_empty()).then(|| {
        let links = places
            .into_iter()
            .map(|(words, route)| view! { <li><a href=route.href()><bdi>{words}</bdi></a></li> });
        view! { <ul class="clause__places">{links.collect_view()}</ul> }
    });
    let to_do = (!evidence.to_do.is_empty()).then(|| {
        view! { <p>"What would make it met: " {evidence.to_do}</p> }
    });
    view! {
        <div class="clause__shown">
            <p>{evidence.words}</p>
            {to_do}
            {links}
        </div>
    }
}

fn link(desk: &Desk, place: Place) -> (String, Route) {
    match place {
        Place::Register(kind) => (kind.register().title.to_owned(), Route::Register(kind)),
        Place::Entry(kind, id) => {
            let named = desk.register_entry(id).map(|kept| {
                let by = desk
                    .team()
                    .name_of(kept.changed.map_or(kept.by, |(who, _)| who))
                    .to_owned();
                format!("{}, by {by}", entry_name(desk, &kept))
            });
            (named.unwrap_or_default(), Route::Entry(kind, id))
        }
        Place::Case(id) => {
            let code = desk.front(id).map(|front| front.code.clone());
            (code.unwrap_or_default(), Route::Case(id, CasePart::Fairness))
        }
        Place::Team => ("Team".to_owned(), Route::Team),
    }
}
