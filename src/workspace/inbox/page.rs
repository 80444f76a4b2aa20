//! The inbox: choose, decide, done; then the next file.

use leptos::prelude::*;

use super::brought_in::{After, Brought};
use super::choose::ChooseFiles;
use super::decide::Decide;
use super::stage::{BroughtIn, Stage};
use super::tray::Tray;
use crate::components::Progress;
use crate::layout::Page;
use crate::view;
use crate::workspace::open::PassedOn;

/// Brings in locked files, one after the other.
#[component]
pub(crate) fn InboxPage() -> impl IntoView {
    let tray = Tray::new();
    let stage = Memo::new(move |_| tray.stage().get());
    move || match stage.get() {
        Stage::Choose => view! { <ChooseFiles tray /> },
        Stage::Unlocking => view! { <Unlocking tray /> },
        Stage::Decide(_) => match tray.open() {
            Some(incoming) => view! { <Decide tray incoming /> },
            None => view! { <ChooseFiles tray /> },
        },
        Stage::BroughtIn(BroughtIn::Case(id)) => view! { <Brought tray id added=false /> },
        Stage::BroughtIn(BroughtIn::Added(id)) => view! { <Brought tray id added=true /> },
        Stage::BroughtIn(BroughtIn::PassedOn) => view! { <PassedOn><After tray /></PassedOn> },
    }
}

/// How far a heap of files is.
#[component]
fn Unlocking(tray: Tray) -> impl IntoView {
    let label = move || {
        let (at, of) = tray.unlocked().get();
        format!("Unlocking {at} of {of} files")
    };
    #[allow(
        clippy::cast_precision_loss,
        clippy::as_conversions,
        reason = "as many files as somebody chooses at once"
    )]
    let done = Signal::derive(move || {
        let (at, of) = tray.unlocked().get();
        at as f64 / of.max(1) as f64
    });
    view! {
        <Page title="Inbox" heading="Opening the files">
            <Progress label done />
        </Page>
    }
}
