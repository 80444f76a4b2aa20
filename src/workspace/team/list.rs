//! Who works here.

use evenhand_domain::ids::WorkerId;
use evenhand_domain::worker::{Role, Worker};
use evenhand_engine::desk::Desk;
use leptos::prelude::*;

use super::districts::Districts;
use super::role::{profile_of, role_word};
use crate::components::{ButtonLook, Cell, Column, IconName, LinkButton, Table};
use crate::layout::Page;
use crate::view;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// The list of workers.
#[component]
pub(in crate::workspace) fn Team() -> impl IntoView {
    let session = Session::here();
    let me = move || session.read(|desk| desk.me().ok()).flatten();
    let manages = Memo::new(move |_| me().is_some_and(|me| me.role == Role::Manager));
    let own = move || me().map(|me| Route::Worker(me.id).href()).unwrap_or_default();
    let columns = vec![Column::new("Name"), Column::new("Role"), Column::new("Declared")];
    let rows = Signal::derive(move || session.read(rows).unwrap_or_default());
    let former = Memo::new(move |_| session.read(former).unwrap_or_default());
    view! {
        <Page title="Team" heading=move || format!("Team: {}", people(rows.with(Vec::len)))>
            <div class="cluster">
                {move || manages.get().then(|| view! {
                    <LinkButton label="Add somebody" href=Signal::stored(Route::AddWorker.href()) icon=IconName::Plus />
                })}
                <LinkButton label="What you declared" href=Signal::derive(own) look=ButtonLook::Secondary icon=IconName::Scale />
            </div>
            <Table caption="People who work here" columns rows quiet_caption=true />
            <p class="muted">
                "What somebody declared is seen by them and by the manager. The check of each new case looks at all of it."
            </p>
            <Districts />
            {move || former.with(|former| (!former.is_empty()).then(|| view! {
                <section class="stack">
                    <h2>"Left the service"</h2>
                    <ul>{former.clone().into_iter().map(|(href, name, day)| view! {
                        <li><a href=href><bdi>{name}</bdi></a> ", " {day}</li>
                    }).collect_view()}</ul>
                </section>
            }))}
        </Page>
    }
}

fn people(count: usize) -> String {
    if count == 1 {
        "1 person".to_owned()
    } else {
        format!("{count} people")
    }
}

fn rows(desk: &Desk) -> Vec<Vec<Cell>> {
    let profile = profile_of(desk);
    let row = |worker: &Worker| {
        vec![
            Cell::link(worker.name.clone(), Route::Worker(worker.id).href()),
            Cell::text(role_word(profile, worker.role)),
            Cell::text(declared(desk, worker.id)),
        ]
    };
    desk.team().current().into_iter().map(row).collect()
}

/// Those who left: where their page is, their name, and the day.
fn former(desk: &Desk) -> Vec<(String, String, String)> {
    let team = desk.team();
    let line = |(worker, day): (&Worker, evenhand_domain::date::Day)| {
        (Route::Worker(worker.id).href(), worker.name.clone(), day.long())
    };
    team.former().into_iter().map(line).collect()
}

/// What somebody declared, in a few words.
fn declared(desk: &Desk, worker: WorkerId) -> String {
    let sees = desk.me().is_ok_and(|me| me.role == Role::Manager || me.id == worker);
    if !sees {
        return "Kept private".to_owned();
    }
    let declared = desk.declarations(worker).unwrap_or_default();
    match (declared.last_declared, declared.interests.len()) {
        (None, _) => "Not yet".to_owned(),
        (Some(day), 0) => format!("Nothing to declare, {}", day.short()),
        (Some(day), 1) => format!("1 interest, {}", day.short()),
        (Some(day), count) => format!("{count} interests, {}", day.short()),
    }
}
