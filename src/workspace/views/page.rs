//! All views that this person may read, by where they stand.

use evenhand_domain::view::KeptView;
use evenhand_engine::view::Fate;
use leptos::prelude::*;

use super::words::{FATES, called, said};
use crate::components::{Actions, ButtonLook, Cell, Column, EmptyState, IconName, LinkButton, Table};
use crate::layout::Page;
use crate::view;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// The page of views.
#[component]
pub(in crate::workspace) fn ViewsPage() -> impl IntoView {
    let session = Session::here();
    let all = Memo::new(move |_| {
        let read = session.read(|desk| {
            let views = desk.views().into_iter();
            views.map(|view| (desk.fate(&view), view)).collect::<Vec<_>>()
        });
        read.unwrap_or_default()
    });
    let groups = move || {
        all.with(|all| match all.is_empty() {
            true => view! {
                <EmptyState title="No views yet">
                    <p>"You see the views that you record, and those that you are let read."</p>
                </EmptyState>
            },
            false => view! { {FATES.map(|(fate, heading)| group(all, fate, heading)).collect_view()} },
        })
    };
    view! {
        <Page title="Views" heading="Views" back=Signal::stored(Route::Registers.href()) back_label="Registers">
            <p class="lead">"Views that somebody offers, or that are asked for, go out in their own words. Nothing here can change them once they are sealed."</p>
            <Actions>
                <LinkButton label="Record a view" href=Signal::stored(Route::TakeView(None).href()) icon=IconName::Plus />
                <LinkButton label="Pass views on" look=ButtonLook::Secondary href=Signal::stored(Route::PassOnViews.href()) icon=IconName::Send />
                <LinkButton label="What became of views" look=ButtonLook::Secondary href=Signal::stored(Route::ViewsBecame.href()) icon=IconName::Chart />
                <LinkButton label="Check a file of views" look=ButtonLook::Secondary href=Signal::stored(Route::CheckPack.href()) icon=IconName::ShieldCheck />
            </Actions>
            {groups}
        </Page>
    }
}

fn group(all: &[(Fate, KeptView)], fate: Fate, heading: &'static str) -> impl IntoView + use<> {
    let own = all.iter().filter(|(own, _)| *own == fate);
    let rows: Vec<Vec<Cell>> = own.map(|(_, view)| row(view)).collect();
    let columns = vec![Column::new("View"), Column::new("Themes"), Column::new("Given")];
    (!rows.is_empty()).then(|| {
        view! {
            <section class="stack alike">
                <h2>{heading}</h2>
                <Table caption=heading columns rows=Signal::stored(rows) quiet_caption=true />
            </section>
        }
    })
}

fn row(view: &KeptView) -> Vec<Cell> {
    let about = &view.view.about;
    vec![
        Cell::link(called(view), Route::View(view.id).href()),
        Cell::text(said(about, "themes")),
        // A date stays on one line.
        Cell::text(about.day("on").unwrap_or(view.on).short().replace(' ', "\u{a0}")),
    ]
}
