//! The page of the calendar.

use evenhand_domain::date::Day;
use evenhand_engine::policy::due::DueItem;
use leptos::prelude::*;

use super::month::{Month, name};
use crate::components::{Actions, Announcer, Button, ButtonLook, IconName, Notice, Tone};
use crate::layout::Page;
use crate::platform::download::download;
use crate::view;
use crate::workspace::registers::DueList;
use crate::workspace::route::{CasePart, Route};
use crate::workspace::session::Session;

/// The name under which the file is saved: it says nothing of the service.
const FILE: &str = "what-is-due.ics";

/// What is due, month by month.
#[component]
pub(in crate::workspace) fn CalendarPage() -> impl IntoView {
    let session = Session::here();
    let today = session.now().day();
    let shown = RwSignal::new(today.month_begins());
    let due = Memo::new(move |_| session.read(|desk| desk.due(session.now())).unwrap_or_default());
    let of_month = move || {
        let first = shown.get();
        due.with(|due| {
            let own = due.iter().filter(|item| item.due.month_begins() == first);
            let (late, own): (Vec<DueItem>, Vec<DueItem>) = own.cloned().partition(|item| item.due < today);
            (late.is_empty(), own)
        })
    };
    let late = move || {
        let late: Vec<DueItem> = due.with(|due| due.iter().filter(|item| item.due < today).cloned().collect());
        (!late.is_empty())
            .then(|| view! { <section class="work-group"><h2>"Overdue"</h2><DueList items=late /></section> })
    };
    let count = move |day: Day| due.with(|due| due.iter().filter(|item| item.due == day).count());
    let turn = move |months: i32| shown.update(|first| *first = first.plus_months(months));
    let list = move || {
        // What is overdue stands above, and is not said twice.
        match of_month() {
            (true, own) if own.is_empty() => view! { <p class="muted">"Nothing is due in this month."</p> },
            (false, own) if own.is_empty() => {
                view! { <p class="muted">"What was due in this month stands under Overdue."</p> }
            }
            (_, own) => view! { <DueList items=own /> },
        }
    };
    view! {
        <Page title="Calendar" heading="Calendar" back=Signal::stored(Route::Registers.href()) back_label="Registers">
            <Export />
            {late}
            <section class="work-group stack">
                <h2 aria-live="polite">{move || name(shown.get())}</h2>
                <div class="month-turn">
                    <Button label="Previous month" look=ButtonLook::Secondary icon=IconName::ArrowLeft on_press=move || turn(-1) />
                    <Button label="Next month" look=ButtonLook::Secondary icon=IconName::ArrowRight on_press=move || turn(1) />
                </div>
                {move || view! { <Month first=shown.get() today count /> }}
                {list}
                <Rights shown />
            </section>
        </Page>
    }
}

/// The way out of the house: a file for the calendar of a telephone or an office.
#[component]
fn Export() -> impl IntoView {
    let (session, announcer) = (Session::here(), Announcer::here());
    let failed = RwSignal::new(false);
    let save = move || {
        let file = session
            .read(|desk| desk.due_calendar(session.now()))
            .unwrap_or_default();
        let saved = download(FILE, file.as_bytes()).is_ok();
        failed.set(!saved);
        if saved {
            announcer.status("The calendar file is saved to your device");
        }
    };
    view! {
        <p class="muted">
            "What our policy and good practice ask of you, and of those you manage. The calendar file says what is due and for which role, and names nobody."
        </p>
        <Actions>
            <Button label="Save as a calendar file" look=ButtonLook::Secondary icon=IconName::FileDown on_press=save />
        </Actions>
        {move || failed.get().then(|| view! {
            <Notice tone=Tone::Danger title="Not saved"><p>"The browser did not save the file. Allow this page to save files, then try again."</p></Notice>
        })}
    }
}

/// When young people of one's own cases begin to decide for themselves, in the month shown. It stays out of the file.
#[component]
fn Rights(shown: RwSignal<Day>) -> impl IntoView {
    let session = Session::here();
    move || {
        let all = session.read(|desk| desk.rights_days()).unwrap_or_default();
        let own = all.into_iter().filter(|(day, ..)| day.month_begins() == shown.get());
        let rows = own
            .map(|(day, case, code)| {
                view! {
                    <li class="work-item">
                        <p class="work-item__what">
                            <a href=Route::Case(case, CasePart::People).href()>"A young person’s own rights begin – " {code}</a>
                            <span class="work-item__due">{day.long()} " – ask them for their own views and consent from this day"</span>
                        </p>
                    </li>
                }
            })
            .collect_view();
        (!rows.is_empty()).then(|| view! { <ul class="work-list">{rows}</ul> })
    }
}
