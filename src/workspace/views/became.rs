//! What became of views, by theme: where they went, what was answered, what changed (LEI-36). No name is on this page.

use evenhand_domain::register::Kind;
use evenhand_engine::desk::Desk;
use evenhand_engine::view::Became as Line;
use leptos::prelude::*;

use super::words::{list, said};
use crate::components::{
    Actions, Bar, Button, ButtonLook, Cell, Chart, Column, EmptyState, IconName, LinkButton, Table,
};
use crate::layout::Page;
use crate::platform::print::print;
use crate::view;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// The page of what became of views.
#[component]
pub(in crate::workspace) fn Became() -> impl IntoView {
    let session = Session::here();
    let lines = Memo::new(move |_| session.read(Desk::became_of_views).unwrap_or_default());
    let bars = Signal::derive(move || lines.with(|lines| lines.iter().map(bar).collect::<Vec<_>>()));
    let rows = Signal::derive(move || {
        session
            .read(|desk| lines.with(|lines| lines.iter().map(|line| row(desk, line)).collect::<Vec<_>>()))
            .unwrap_or_default()
    });
    let columns = ["Theme", "Passed on", "Answered", "Changed or will change", "Where to"];
    let changes = move || {
        let changes = session.read(changes).unwrap_or_default();
        (!changes.is_empty())
            .then(|| view! { <section class="stack"><h2>"What changed or will change"</h2>{list(changes)}</section> })
    };
    let content = move || match lines.with(Vec::is_empty) {
        true => {
            view! { <EmptyState title="Nothing was passed on yet"><p>"It is counted once views are passed on."</p></EmptyState> }
        }
        false => {
            let mut columns = columns.map(Column::new).to_vec();
            for column in columns.iter_mut().take(4).skip(1) {
                *column = column.clone().numeric();
            }
            view! {
                <Chart caption="Views passed on, by theme" label_title="Theme" value_title="Views" bars />
                <Table caption="What became of them" columns rows />
                {changes}
            }
        }
    };
    view! {
        <Page title="What became of views" heading="What became of views" back=Signal::stored(Route::Views.href()) back_label="Views">
            <p>"A view on two themes counts for both, and one that went to two bodies counts for each. An answer counts for the themes that it was about. No family’s name is on this page, so it can be shown to the advisory group and to families."</p>
            {content}
            <Actions>
                <LinkButton label="Note an answer" href=Signal::stored(Route::AddEntry(Kind::ViewsAnswer, None).href()) icon=IconName::Message />
                <Button label="Print" on_press=print look=ButtonLook::Secondary icon=IconName::Printer />
            </Actions>
        </Page>
    }
}

fn bar(line: &Line) -> Bar {
    Bar {
        label: line.shown.to_owned(),
        value: Some(f64::from(line.passed_on)),
        shown: line.passed_on.to_string(),
    }
}

fn row(desk: &Desk, line: &Line) -> Vec<Cell> {
    let mut to: Vec<String> = Vec::new();
    for noted in line.packs.iter().filter_map(|pack| desk.register_entry(*pack)) {
        let whom = noted.entry.text("to").to_owned();
        if !to.contains(&whom) {
            to.push(whom);
        }
    }
    vec![
        Cell::text(line.shown),
        Cell::text(line.passed_on.to_string()),
        Cell::text(line.answered.to_string()),
        Cell::text(line.changed.to_string()),
        Cell::text(to.join("; ")),
    ]
}

/// What changed, the newest first.
fn changes(desk: &Desk) -> Vec<String> {
    let all = desk.register(Kind::ViewsAnswer).into_iter();
    let changed = all.filter(|kept| kept.struck.is_none() && !kept.entry.text("changed").is_empty());
    changed
        .map(|kept| {
            format!(
                "{}: {}. {}",
                kept.about_day().long(),
                said(&kept.entry, "came"),
                kept.entry.text("changed")
            )
        })
        .collect()
}
