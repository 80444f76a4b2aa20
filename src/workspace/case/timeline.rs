//! What happened in a case, day by day, newest day first.

mod agency_rows;
mod contact_entry;
mod happened;
mod titles;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use evenhand_domain::date::Day;
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::contact_entry::ContactEntry;
use self::happened::{Happened, What, happened};
use super::frame::CaseFrame;
use super::this::ThisCase;
use crate::components::{ButtonLook, EmptyState, IconName, LinkButton, Timeline, TimelineDay, TimelineEntry};
use crate::markup::Node;
use crate::platform::clock;
use crate::view;
use crate::workspace::case::near::as_typed;
use crate::workspace::day;
use crate::workspace::route::CasePart;

/// So many entries are made before the page may paint: a case of many years has hundreds, and the newest are read first.
const AT_ONCE: usize = 20;

/// So many contacts stand open, the newest: of the others the first words do, and the rest at a press.
const OPEN: usize = 3;

/// The timeline of a case.
#[component]
pub(super) fn CaseTimeline() -> impl IntoView {
    let this = ThisCase::here();
    let days = move || {
        let all = this
            .read(|file, story, desk| happened(this, file, story, desk))
            .unwrap_or_default();
        let mut days: BTreeMap<Reverse<Day>, Vec<Happened>> = BTreeMap::new();
        for one in all {
            days.entry(Reverse(one.day)).or_default().push(one);
        }
        days
    };
    let view = move || {
        let days = days();
        if days.is_empty() {
            return view! { <EmptyState title="Nothing has happened yet" /> };
        }
        let parts = in_parts(days);
        let shown = RwSignal::new(1);
        show_the_rest(shown, parts.len());
        let today = this.today();
        let parts = parts.into_iter().enumerate().map(move |(number, part)| {
            let is_shown = Memo::new(move |_| number < shown.get());
            let mut part = Some(part);
            move || is_shown.get().then(|| part.take().map(|part| days_of(part, today)))
        });
        view! { <Timeline>{parts.collect_view()}</Timeline> }
    };
    let is_open = Memo::new(move |_| this.read(|_, story, _| story.closing().is_none()).unwrap_or(false));
    view! {
        <CaseFrame part=CasePart::Timeline title="Timeline">
            <div class="stack">
                {move || is_open.get().then(|| view! {
                    <LinkButton label="Add a contact" href=this.link(CasePart::Contact) icon=IconName::Plus look=ButtonLook::Primary />
                })}
                <h2 class="visually-hidden">"What happened"</h2>
                {view}
            </div>
        </CaseFrame>
    }
}

/// Days, newest first, in parts of so many entries that the page never waits for one of them. Older contacts are folded.
fn in_parts(days: BTreeMap<Reverse<Day>, Vec<Happened>>) -> Vec<Vec<(Day, Vec<Happened>)>> {
    let mut parts = vec![Vec::new()];
    let (mut count, mut contacts) = (0, 0);
    for (Reverse(on), mut entries) in days {
        // As the days run, so does each day: what was last stands first.
        entries.sort_by(|a, b| (&b.clock, b.at).cmp(&(&a.clock, a.at)));
        for entry in &mut entries {
            if let What::Contact(contact) = &mut entry.what {
                contact.is_folded = contacts >= OPEN;
                contacts += 1;
            }
        }
        if count >= AT_ONCE {
            parts.push(Vec::new());
            count = 0;
        }
        count += entries.len();
        if let Some(part) = parts.last_mut() {
            part.push((on, entries));
        }
    }
    parts
}

/// Shows the older parts one after the other, each once the one before is painted.
fn show_the_rest(shown: RwSignal<usize>, count: usize) {
    spawn_local(async move {
        for _ in 1..count {
            clock::next_paint().await;
            // The page was left, or is made anew.
            if shown.try_update(|shown| *shown += 1).is_none() {
                return;
            }
        }
    });
}

fn days_of(part: Vec<(Day, Vec<Happened>)>, today: Day) -> Node {
    let days = part.into_iter().map(|(on, entries)| {
        let rows = entries.into_iter().map(entry).collect_view();
        view! { <TimelineDay heading=day::in_words(on, today)>{rows}</TimelineDay> }
    });
    Node::of(days.collect_view())
}

fn entry(one: Happened) -> Node {
    let Happened {
        title, icon, who, what, ..
    } = one;
    match what {
        What::Plain => view! { <TimelineEntry title icon who /> },
        What::Words(lines) => {
            let lines = lines.into_iter().map(as_typed).collect_view();
            view! { <TimelineEntry title icon who>{lines}</TimelineEntry> }
        }
        What::Contact(contact) => {
            view! { <TimelineEntry title icon who><ContactEntry contact=*contact /></TimelineEntry> }
        }
    }
}
