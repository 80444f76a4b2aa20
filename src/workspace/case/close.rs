//! Close a case, or open it again.

mod closed;
mod form;
mod slip;
mod still_open;
mod words;

use leptos::prelude::*;

use self::closed::Closed;
use self::form::CloseForm;
use super::frame::CaseFrame;
use super::summary::KeepFirst;
use super::this::ThisCase;
use crate::components::Problems;
use crate::view;
use crate::workspace::route::CasePart;

/// The page that closes a case, or shows how it closed.
#[component]
pub(super) fn CloseCase() -> impl IntoView {
    let this = ThisCase::here();
    let problems = Problems::new();
    let is_closed = Memo::new(move |_| this.read(|_, story, _| story.closing().is_some()).unwrap_or(false));
    let title = move || {
        if is_closed.get() {
            "This case is closed"
        } else {
            "Close this case"
        }
    };
    view! {
        <CaseFrame part=CasePart::Close title=title problems>
            <KeepFirst problems />
            {move || if is_closed.get() {
                view! { <Closed problems /> }
            } else {
                view! { <CloseForm problems /> }
            }}
        </CaseFrame>
    }
}
