//! All registers, under four headings, each with how much is in it and what is due.

use evenhand_domain::date::Day;
use evenhand_domain::register::{Area, Kept, Kind};
use evenhand_engine::desk::Desk;
use evenhand_engine::now::Now;
use leptos::prelude::*;

use super::words;
use crate::components::{ButtonLook, IconName, LinkButton, TaskList, TaskRow, TaskState};
use crate::layout::Page;
use crate::view;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

const AREAS: [Area; 4] = [Area::Practice, Area::Policy, Area::Outside, Area::Group];

/// A register as a row: which, what is in it, what is due.
type Row = (Kind, String, TaskState);

/// The page of all registers.
#[component]
pub(in crate::workspace) fn Registers() -> impl IntoView {
    let session = Session::here();
    let rows = move || session.read(|desk| rows(desk, session.now())).unwrap_or_default();
    let areas = move || {
        let rows = rows();
        AREAS
            .map(|area| {
                let own = rows.iter().filter(|(kind, ..)| kind.register().area == area).cloned();
                let own = own
                    .map(|(kind, hint, state)| {
                        view! {
                            <TaskRow
                                label=kind.register().title
                                href=Signal::stored(Route::Register(kind).href())
                                hint
                                state=Signal::stored(state)
                            />
                        }
                    })
                    .collect_view();
                view! {
                    <section class="stack">
                        <h2>{words::area(area)}</h2>
                        <TaskList>{own}</TaskList>
                    </section>
                }
            })
            .collect_view()
    };
    view! {
        <Page title="Registers" heading="Registers">
            <p class="muted">"What the service keeps about its own practice, to show how it stays fair. No case is told in any of them."</p>
            <div class="cluster">
                <LinkButton
                    label="Calendar of what is due"
                    look=ButtonLook::Secondary
                    href=Signal::stored(Route::Calendar.href())
                    icon=IconName::Calendar
                />
                <LinkButton
                    label="Compliance"
                    look=ButtonLook::Secondary
                    href=Signal::stored(Route::Compliance.href())
                    icon=IconName::ShieldCheck
                />
                <LinkButton
                    label="Views"
                    look=ButtonLook::Secondary
                    href=Signal::stored(Route::Views.href())
                    icon=IconName::Quote
                />
                <LinkButton
                    label="Schools"
                    look=ButtonLook::Secondary
                    href=Signal::stored(Route::Schools.href())
                    icon=IconName::School
                />
                <LinkButton
                    label="Our policy"
                    look=ButtonLook::Secondary
                    href=Signal::stored(Route::Policy.href())
                    icon=IconName::BookOpen
                />
            </div>
            {areas}
        </Page>
    }
}

fn rows(desk: &Desk, now: Now) -> Vec<Row> {
    let (due, today) = (desk.due(now), now.day());
    Kind::ALL
        .map(|kind| {
            let entries = desk.register(kind);
            let days: Vec<Day> = entries
                .iter()
                .filter(|kept| kept.struck.is_none())
                .map(Kept::about_day)
                .collect();
            // A meeting that is agreed for a day to come is not the newest that there was.
            let newest = days.iter().find(|day| **day <= today).or(days.last());
            let hint = match (days.len(), newest) {
                (1, Some(day)) => format!("1 entry, {}", day.short()),
                (count, Some(day)) => format!("{count} entries, the newest {}", day.short()),
                (_, None) => "Nothing yet".to_owned(),
            };
            let own = || due.iter().filter(|item| item.kind == Some(kind));
            let late = own().filter(|item| item.due < today).count();
            let state = match (late, own().next()) {
                (0, None) => TaskState::done(""),
                (0, Some(next)) if next.due.days_since(today) <= 42 => {
                    TaskState::due(format!("Due {}", next.due.short()))
                }
                (0, Some(next)) => TaskState::done(format!("Due {}", next.due.short())),
                (1, _) => TaskState::wrong("1 overdue"),
                (late, _) => TaskState::wrong(format!("{late} overdue")),
            };
            (kind, hint, state)
        })
        .to_vec()
}
