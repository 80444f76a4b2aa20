//! Files kept with a case: locked like everything else, saved to the device when wanted, and never shown here.

mod add;
mod kept;
mod words;

use leptos::prelude::*;

use self::add::AddFile;
use self::kept::KeptFile;
use super::frame::CaseFrame;
use super::summary::KeepFirst;
use super::this::{ThisCase, worker_name};
use crate::components::Problems;
use crate::view;
use crate::workspace::route::CasePart;

/// The files of a case.
#[component]
pub(super) fn Files() -> impl IntoView {
    let this = ThisCase::here();
    let problems = Problems::new();
    let is_open = Memo::new(move |_| this.read(|_, story, _| story.closing().is_none()).unwrap_or(false));
    let files = Memo::new(move |_| {
        let files = this.read(|_, story, desk| {
            let line = |kept: &evenhand_domain::case::state::Recorded<_>| {
                (
                    kept.clone(),
                    worker_name(desk, kept.by),
                    story.erased.contains(&kept.id),
                )
            };
            story.attachments.iter().rev().map(line).collect::<Vec<_>>()
        });
        files.unwrap_or_default()
    });
    let rows = move || {
        files
            .get()
            .into_iter()
            .map(|(kept, by, is_erased)| view! { <KeptFile kept by is_erased is_open problems /> })
            .collect_view()
    };
    view! {
        <CaseFrame part=CasePart::Files title="Files" problems>
            <div class="stack">
                <KeepFirst problems />
                {move || files.with(Vec::is_empty).then(|| view! {
                    <p>"No files yet. Letters, reports and plans can be kept here, locked."</p>
                })}
                {rows}
                {move || is_open.get().then(|| view! { <AddFile problems /> })}
            </div>
        </CaseFrame>
    }
}
