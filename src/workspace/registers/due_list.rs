//! What is due, a line each: on Work, in the calendar, above a register.

use evenhand_domain::date::Day;
use evenhand_domain::ids::WorkerId;
use evenhand_domain::register::Kind;
use evenhand_engine::desk::Desk;
use evenhand_engine::policy::due::DueItem;
use leptos::prelude::*;

use crate::view;
use crate::workspace::day;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// What is to be done and of whom, in words: "Supervision – Sam Okafor".
fn due_words(desk: &Desk, item: &DueItem) -> String {
    let me = desk.me().map(|me| me.id).ok();
    let of = |who: WorkerId| match Some(who) == me {
        true => "you".to_owned(),
        false => desk.team().name_of(who).to_owned(),
    };
    let entry = item.entry.and_then(|id| desk.register_entry(id));
    let about = entry.as_ref().map(|kept| super::words::first_name(desk, kept));
    let of = item.worker.map(|(who, _)| of(who));
    // Somebody renews more than one training.
    let topic = entry.filter(|kept| kept.entry.kind == Kind::Training);
    let topic = topic.and_then(|kept| {
        Some(super::words::shown(
            desk,
            Kind::Training.register().field("topic")?,
            &kept.entry,
        ))
    });
    let parts = [
        Some(item.what.to_owned()),
        about.filter(|about| of.as_ref() != Some(about)),
        of,
        topic,
    ];
    parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" – ")
}

/// Where it is done.
fn due_route(desk: &Desk, item: &DueItem) -> Route {
    let who = item.worker.map(|(who, _)| who);
    match (item.kind, item.entry) {
        (None, _) => who.map_or(Route::Team, Route::Worker),
        (Some(kind), Some(entry)) => Route::Entry(kind, entry),
        (Some(kind), None) if desk.writes_in(kind) => Route::AddEntry(kind, who),
        (Some(kind), None) => Route::Register(kind),
    }
}

/// Lines of what is due.
#[component]
pub(in crate::workspace) fn DueList(items: Vec<DueItem>) -> impl IntoView {
    let session = Session::here();
    let today = session.now().day();
    let rows = items
        .into_iter()
        .map(|item| {
            let told = untrack(|| session.read(|desk| (due_words(desk, &item), due_route(desk, &item))));
            told.map(|(words, route)| row(&item, words, route, today))
        })
        .collect_view();
    view! { <ul class="work-list">{rows}</ul> }
}

fn row(item: &DueItem, words: String, route: Route, today: Day) -> impl IntoView + use<> {
    let when = day::due_in_words(item.due, today);
    // A clause that stands in the words already is not named twice.
    let clauses = match item.clauses.as_slice() {
        [one] if words.contains(one) => String::new(),
        [one] => format!("clause\u{a0}{one}"),
        [] => String::new(),
        all => format!("clauses {}", all.join(", ")),
    };
    let why = match item.borrowed {
        true => format!("{when} (good practice, our policy names no date)"),
        false if clauses.is_empty() => when,
        false => format!("{when} ({clauses})"),
    };
    view! {
        <li class="work-item" class:work-item--late=item.due < today>
            <p class="work-item__what">
                <a href=route.href()><bdi>{words}</bdi></a>
                <span class="work-item__due">{why}</span>
            </p>
        </li>
    }
}
