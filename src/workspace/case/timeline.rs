//! What happened in a case, day by day, newest day first.

mod contact_entry;
mod happened;
mod titles;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use evenhand_domain::date::Day;
use leptos::prelude::*;

use self::contact_entry::ContactEntry;
use self::happened::{Happened, What, happened};
use super::frame::CaseFrame;
use super::this::ThisCase;
use crate::components::{ButtonLook, EmptyState, IconName, LinkButton, Timeline, TimelineDay, TimelineEntry};
use crate::workspace::case::near::as_typed;
use crate::workspace::day;
use crate::workspace::route::CasePart;

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
            return view! { <EmptyState title="Nothing has happened yet" /> }.into_any();
        }
        let today = this.today();
        let sections = days.into_iter().map(move |(Reverse(on), mut entries)| {
            entries.sort_by(|a, b| (&a.clock, a.at).cmp(&(&b.clock, b.at)));
            let rows = entries.into_iter().map(entry).collect_view();
            view! { <TimelineDay heading=day::in_words(on, today)>{rows}</TimelineDay> }
        });
        view! { <Timeline>{sections.collect_view()}</Timeline> }.into_any()
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

fn entry(one: Happened) -> AnyView {
    let Happened {
        title, icon, who, what, ..
    } = one;
    match what {
        What::Plain => view! { <TimelineEntry title icon who /> }.into_any(),
        What::Words(lines) => {
            let lines = lines.into_iter().map(as_typed).collect_view();
            view! { <TimelineEntry title icon who>{lines}</TimelineEntry> }.into_any()
        }
        What::Contact(contact) => {
            view! { <TimelineEntry title icon who><ContactEntry contact=*contact /></TimelineEntry> }.into_any()
        }
    }
}
