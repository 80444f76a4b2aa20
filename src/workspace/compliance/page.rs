//! The page: how many clauses stand how, a filter, the clauses as the policy groups them, and the ways out of the house.

use evenhand_engine::policy::clause::sections;
use evenhand_engine::policy::compliance::{State, compliance_file, count};
use evenhand_engine::register::Compliance;
use leptos::prelude::*;

use super::history::History;
use super::row::ClauseRow;
use crate::components::{
    Actions, Announcer, Bar, Button, ButtonLook, Chart, Choice, IconName, Notice, Select, Tone, Width,
};
use crate::layout::Page;
use crate::markup::Node;
use crate::platform::download::download;
use crate::platform::print::print;
use crate::view;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

const ALL: &str = "all";

/// Where every clause stands.
#[component]
pub(in crate::workspace) fn CompliancePage() -> impl IntoView {
    let session = Session::here();
    let found = Memo::new(move |_| {
        let found = session.read(|desk| desk.compliance(session.now()));
        found.unwrap_or_default()
    });
    let chosen = RwSignal::new(ALL.to_owned());
    let profile = untrack(|| session.read(|desk| desk.policy().copied()));
    let summary = move || found.with(summary);
    let bars = Signal::derive(move || found.with(bars));
    let lists = move || {
        let chosen = chosen.get();
        let is_shown = |state: State| chosen == ALL || chosen == state.words();
        let parts = profile.map(|profile| sections(profile.id)).unwrap_or_default();
        found.with(|found| {
            let parts = parts.iter().filter_map(|part| {
                let own = found.clauses.iter().filter(|one| part.clauses.contains(one.clause));
                let rows = own
                    .filter(|one| is_shown(one.state))
                    .map(|one| view! { <ClauseRow standing=one.clone() /> })
                    .collect_view();
                (!rows.is_empty()).then(|| {
                    view! {
                        <section class="stack">
                            <h2>{part.heading}</h2>
                            <ul class="clauses">{rows}</ul>
                        </section>
                    }
                })
            });
            let parts = parts.collect_view();
            match parts.is_empty() {
                true => view! { <p class="muted">"No clause is like this."</p> },
                false => Node::of(parts),
            }
        })
    };
    view! {
        <Page title="Compliance" heading="Compliance" back=Signal::stored(Route::Registers.href()) back_label="Registers">
            <p>{summary} " We work under the policy of " {profile.map(|profile| profile.name)} ". " <a href=Route::Policy.href()>"What our policy says"</a></p>
            <p class="muted">{move || found.with(whose)}</p>
            <Chart caption="Clauses by where they stand" label_title="State" value_title="Clauses" bars />
            <History found />
            <div class="clauses__filter">
                <Select label="Show" choices=Signal::stored(choices()) value=chosen width=Width::Medium />
            </div>
            <WaysOut found />
            {lists}
        </Page>
    }
}

fn choices() -> Vec<Choice> {
    let states = State::ALL.map(|state| Choice::new(state.words(), state.words()));
    std::iter::once(Choice::new(ALL, "All clauses")).chain(states).collect()
}

/// The page in a sentence.
fn summary(found: &Compliance) -> String {
    let of = |state| count(&found.clauses, state);
    format!(
        "Of {} clauses, {} are met or due soon.",
        found.clauses.len(),
        of(State::Met) + of(State::DueSoon),
    )
}

fn bars(found: &Compliance) -> Vec<Bar> {
    let bar = |state: State| {
        let count = count(&found.clauses, state);
        Bar {
            label: state.words().to_owned(),
            value: u32::try_from(count).ok().map(f64::from),
            shown: count.to_string(),
        }
    };
    State::ALL.map(bar).to_vec()
}

/// From what the figures come: nobody's keys open everything, and what is closed to somebody leaves no trace here.
fn whose(found: &Compliance) -> String {
    let cases = match found.cases {
        0 => "no cases, for there are none yet".to_owned(),
        1 => "the 1 case that you may open".to_owned(),
        more => format!("the {more} cases that you may open"),
    };
    let practice = match found.is_manager {
        true => "everybody’s practice",
        false => "your own practice, not that of others",
    };
    format!(
        "Worked out from {practice}, the registers and {cases}. Closed cases count for a year. “Due soon” is what is due within two weeks."
    )
}

/// Print it, or save it for the group.
#[component]
fn WaysOut(found: Memo<Compliance>) -> impl IntoView {
    let (session, announcer) = (Session::here(), Announcer::here());
    let failed = RwSignal::new(false);
    let save = move || {
        let today = session.now().day();
        let Some(profile) = untrack(|| session.read(|desk| desk.policy().copied())) else {
            return;
        };
        let file = found.with_untracked(|found| compliance_file(profile.id, &found.clauses, today));
        let saved = download(&format!("compliance-{today}.csv"), file.as_bytes()).is_ok();
        failed.set(!saved);
        if saved {
            announcer.status("The table for the advisory group is saved to your device");
        }
    };
    view! {
        <Actions>
            <Button label="Save as a table for the advisory group" look=ButtonLook::Secondary icon=IconName::FileDown on_press=save />
            <Button label="Print" look=ButtonLook::Secondary icon=IconName::Printer on_press=print />
        </Actions>
        {move || failed.get().then(|| view! {
            <Notice tone=Tone::Danger title="Not saved"><p>"The browser did not save the file. Allow this page to save files, then try again."</p></Notice>
        })}
    }
}
