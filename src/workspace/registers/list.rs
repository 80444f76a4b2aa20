//! One register: what it is for, what is due, and its entries.

use evenhand_domain::register::{Kept, Kind};
use evenhand_engine::desk::Desk;
use evenhand_engine::now::Now;
use evenhand_engine::policy::profile::KINDS;
use leptos::prelude::*;

use super::due_list::DueList;
use super::{state, words};
use crate::components::{Actions, Cell, Column, Disclosure, EmptyState, IconName, Inset, LinkButton, Table};
use crate::layout::Page;
use crate::markup::Node;
use crate::view;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// The page of one register.
#[component]
pub(in crate::workspace) fn RegisterPage(
    /// Which.
    kind: Kind,
) -> impl IntoView {
    let session = Session::here();
    let register = kind.register();
    let writes = untrack(|| session.read(|desk| desk.writes_in(kind))).unwrap_or_default();
    let own = untrack(|| session.read(|desk| desk.clauses_of(kind))).unwrap_or_default();
    let (asked, clauses) = match own.is_empty() {
        true => ("Good practice, not in our own policy", register.clauses.to_vec()),
        // What a service makes its own is asked for by nobody.
        false if KINDS.contains(&kind) => ("The clauses of our policy that it is about", own),
        false => ("Asked for by our policy", own),
    };
    let clauses = clauses
        .into_iter()
        .map(|id| view! { <li>{words::clause(id)}</li> })
        .collect_view();
    let due = move || {
        let due = session.read(|desk| desk.due(session.now())).unwrap_or_default();
        let own: Vec<_> = due.into_iter().filter(|item| item.kind == Some(kind)).collect();
        (!own.is_empty()).then(|| view! { <section class="work-group"><h2>"Due"</h2><DueList items=own /></section> })
    };
    let lines = move || {
        let lines = session
            .read(|desk| state::state(desk, kind, session.now().day()))
            .unwrap_or_default();
        let lines = lines
            .into_iter()
            .map(|(words, counted)| {
                let counted = counted.into_iter().map(|one| view! { <li>{one}</li> }).collect_view();
                view! {
                    <p>{words}</p>
                    {(!counted.is_empty()).then(|| view! { <ul>{counted}</ul> })}
                }
            })
            .collect_view();
        (!lines.is_empty()).then(|| view! { <Inset>{lines}</Inset> })
    };
    let rows = Memo::new(move |_| session.read(|desk| rows(desk, kind, session.now())).unwrap_or_default());
    let entries = move || match rows.with(Vec::is_empty) {
        true => view! { <EmptyState title="No entries yet"><p>{words::writer(register.writer)}</p></EmptyState> },
        // Everybody has the same few steps, so they stand folded under each name.
        false if kind == Kind::Induction => {
            let people = rows.with(|rows| by_person(rows)).into_iter();
            let people = people.map(|(who, steps)| view! { <Disclosure label=who><ul>{steps}</ul></Disclosure> });
            view! {
                <h2>"Steps done"</h2>
                <div>{people.collect_view()}</div>
            }
        }
        false => {
            let third = words::telling(kind).map_or("Written by", |(heading, _)| heading);
            let columns = vec![
                Column::new("Entry"),
                Column::new(words::day_of(kind)),
                Column::new(third),
            ];
            let cells = Signal::derive(move || rows.with(|rows| rows.iter().map(Row::cells).collect::<Vec<_>>()));
            view! {
                <h2>"Entries, the newest first"</h2>
                <Table caption="Entries, the newest first" columns rows=cells quiet_caption=true />
            }
        }
    };
    view! {
        <Page
            title=register.title
            heading=register.title
            back=Signal::stored(Route::Registers.href())
            back_label="Registers"
        >
            <p>{register.about}</p>
            <div class="muted"><Disclosure label=asked><ul>{clauses}</ul></Disclosure></div>
            {writes.then(|| view! {
                <Actions>
                    <LinkButton
                        label=format!("Add {}", register.one)
                        href=Signal::stored(Route::AddEntry(kind, None).href())
                        icon=IconName::Plus
                    />
                </Actions>
            })}
            {(kind == Kind::ViewsPack).then(|| view! { <p><a href=Route::Views.href()>"Views, and passing them on"</a></p> })}
            {lines}
            {due}
            {entries}
        </Page>
    }
}

/// An entry as a row.
#[derive(Clone, PartialEq, Eq)]
struct Row {
    name: String,
    href: String,
    day: String,
    third: String,
    is_struck: bool,
}

/// The entries of each person whom the first part of their names names: who, with how many, and a line for each.
fn by_person(rows: &[Row]) -> Vec<(String, Vec<Node>)> {
    let mut people: Vec<(&str, Vec<Node>)> = Vec::new();
    for row in rows {
        let (who, step) = row.name.split_once(words::PARTED).unwrap_or((&row.name, &row.name));
        let struck = row.is_struck.then_some(" (struck out)");
        let (href, step, day) = (row.href.clone(), step.to_owned(), row.day.clone());
        let line = view! { <li><a href=href>{step}</a>{struck}", "{day}</li> };
        match people.iter_mut().find(|(known, _)| *known == who) {
            Some((_, lines)) => lines.push(line),
            None => people.push((who, vec![line])),
        }
    }
    let counted = |(who, lines): (&str, Vec<Node>)| {
        let steps = if lines.len() == 1 { "step" } else { "steps" };
        (format!("{who}: {} {steps}", lines.len()), lines)
    };
    people.into_iter().map(counted).collect()
}

impl Row {
    fn cells(&self) -> Vec<Cell> {
        let name = match self.is_struck {
            true => format!("{} (struck out)", self.name),
            false => self.name.clone(),
        };
        vec![
            Cell::link(name, self.href.clone()),
            Cell::text(self.day.clone()),
            Cell::text(self.third.clone()),
        ]
    }
}

fn rows(desk: &Desk, kind: Kind, now: Now) -> Vec<Row> {
    let team = desk.team();
    // Where an entry names no day for its next review, the policy does.
    let reviews = match kind {
        Kind::Policy => desk.reviews(now),
        _ => Vec::new(),
    };
    let review = |kept: &Kept| reviews.iter().find(|one| one.entry == kept.id)?.next;
    let telling = words::telling(kind).and_then(|(_, name)| kind.register().field(name));
    let third = |kept: &Kept| match telling {
        None => team.name_of(kept.by).to_owned(),
        Some(field) => match (words::brief(desk, field, &kept.entry), kept.entry.text("chair")) {
            (words, _) if words.is_empty() => {
                review(kept).map_or_else(|| words::untold(kind).to_owned(), |day| day.short())
            }
            (words, "yes") if kind == Kind::Member => format!("{words} (the Chair)"),
            // What was done counts from then on, and no more what it was due by.
            (words, _) if kind == Kind::GroupAction => match kept.entry.day("done") {
                Some(done) => format!("Done on {}", done.short()),
                None => format!("By {words}"),
            },
            (words, _) => words,
        },
    };
    let row = |kept: &Kept| Row {
        name: words::name(desk, kept),
        href: Route::Entry(kind, kept.id).href(),
        day: kept.about_day().short(),
        third: third(kept),
        is_struck: kept.struck.is_some(),
    };
    desk.register(kind).iter().map(row).collect()
}
