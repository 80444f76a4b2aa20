//! Permissions: which agency may be told what (LEI-26, WES-5, STA-9). None until the family gave one.

mod form;
mod row;
mod sign;
mod typed;

use leptos::prelude::*;

use self::form::PermissionForm;
use self::row::PermissionRow;
use super::frame::CaseFrame;
use super::summary::KeepFirst;
use super::this::{ThisCase, name_in};
use crate::components::{Button, ButtonLook, EmptyState, IconName, Problems};
use crate::markup::Node;
use crate::view;
use crate::workspace::route::CasePart;

/// The permissions of a case, and the form that notes one.
#[component]
pub(super) fn Permissions() -> impl IntoView {
    let this = ThisCase::here();
    let problems = Problems::new();
    let adding = RwSignal::new(false);
    let is_open = Memo::new(move |_| this.read(|_, story, _| story.closing().is_none()).unwrap_or(false));
    let all = Memo::new(move |_| {
        let all = this.read(|_, story, _| {
            let mut all: Vec<_> = story
                .consents
                .iter()
                .map(|kept| (kept.clone(), name_in(story, kept.now.consent.party)))
                .collect();
            // Those that hold come first.
            let today = this.today();
            all.sort_by_key(|(kept, _)| {
                (
                    kept.in_error.is_some() || !kept.now.holds_on(today),
                    std::cmp::Reverse(kept.at),
                )
            });
            all
        });
        all.unwrap_or_default()
    });
    let rows = move || {
        all.get()
            .into_iter()
            .map(|(kept, who)| view! { <PermissionRow kept who is_open problems /> })
            .collect_view()
    };
    let below = move || match (is_open.get(), adding.get()) {
        (false, _) => Node::nothing(),
        (true, false) => view! {
            <Button label="Note a permission" icon=IconName::Plus look=ButtonLook::Primary on_press=move || adding.set(true) />
        },
        (true, true) => view! { <PermissionForm problems on_done=move || adding.set(false) /> },
    };
    view! {
        <CaseFrame part=CasePart::Permissions title="Permissions" problems>
            <div class="stack">
                <KeepFirst problems />
                <p class="prose">"Nobody is told anything about the family until they have agreed who may be told, and what. They can take it back at any time."</p>
                {move || (all.with(Vec::is_empty) && !adding.get()).then(|| view! {
                    <EmptyState title="No permission was given yet">
                        <p>"You cannot talk about this family to anybody. Ask the family first."</p>
                    </EmptyState>
                })}
                {rows}
                {below}
            </div>
        </CaseFrame>
    }
}
