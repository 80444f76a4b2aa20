//! The inbox: choose, decide, done; then the next file.

use leptos::prelude::*;

use super::brought_in::{After, Brought};
use super::choose::ChooseFiles;
use super::decide::Decide;
use super::tray::{BroughtIn, Stage, Tray};
use crate::workspace::open::PassedOn;

/// Brings in locked files, one after the other.
#[component]
pub(crate) fn InboxPage() -> impl IntoView {
    let tray = Tray::new();
    let stage = Memo::new(move |_| tray.stage().get());
    move || match stage.get() {
        Stage::Choose => view! { <ChooseFiles tray /> }.into_any(),
        Stage::Decide(_) => match tray.open() {
            Some(incoming) => view! { <Decide tray incoming /> }.into_any(),
            None => view! { <ChooseFiles tray /> }.into_any(),
        },
        Stage::BroughtIn(BroughtIn::Case(id)) => view! { <Brought tray id added=false /> }.into_any(),
        Stage::BroughtIn(BroughtIn::Added(id)) => view! { <Brought tray id added=true /> }.into_any(),
        Stage::BroughtIn(BroughtIn::PassedOn) => view! { <PassedOn><After tray /></PassedOn> }.into_any(),
    }
}
