//! One group of the list of work.

use evenhand_domain::case::action::{Action, ActionKind};
use evenhand_domain::ids::{CaseId, EventId};
use evenhand_engine::case::list::{WorkItem, WorkTask};
use leptos::prelude::*;

use crate::components::{Announcer, Button, ButtonLook, FieldId, IconName, focus_soon};
use crate::view;
use crate::workspace::case::words::story_error;
use crate::workspace::command::Command;
use crate::workspace::day;
use crate::workspace::route::{CasePart, Route};
use crate::workspace::session::Session;
use crate::workspace::undo::Act;

/// A heading with what is due under it. A group with no words for being empty is left out while it is.
#[component]
pub(super) fn Group(
    /// When it is due.
    heading: &'static str,
    /// What it says when there is nothing.
    empty: &'static str,
    /// What is due.
    items: Signal<Vec<WorkItem>>,
    /// Why the last press of "Done" was not saved.
    failed: RwSignal<Option<String>>,
) -> impl IntoView {
    let heading_id = StoredValue::new(FieldId::new().part("heading"));
    move || {
        let items = items.get();
        if items.is_empty() && empty.is_empty() {
            return None;
        }
        let (id, named) = (heading_id.get_value(), heading_id.get_value());
        let content = if items.is_empty() {
            view! { <p class="muted">{empty}</p> }
        } else {
            let rows = items
                .into_iter()
                .map(|item| view! { <Item item failed heading_id /> })
                .collect_view();
            view! { <ul class="work-list">{rows}</ul> }
        };
        Some(view! {
            <section class="work-group" aria-labelledby=named>
                <h2 id=id tabindex="-1">{heading}</h2>
                {content}
            </section>
        })
    }
}

#[component]
fn Item(item: WorkItem, failed: RwSignal<Option<String>>, heading_id: StoredValue<String>) -> impl IntoView {
    let WorkItem { case, code, who, task } = item;
    let line = |part: CasePart, words: String, code: String, when: String| {
        let named = (!who.is_empty()).then(|| view! { <bdi>{who}</bdi>", " });
        view! {
            <p class="work-item__what">
                <a href=Route::Case(case, part).href()><bdi>{words}</bdi> " – " {named} {code}</a>
                <span class="work-item__due">{when}</span>
            </p>
        }
    };
    match task {
        WorkTask::Allocate => view! {
            <li class="work-item">{line(CasePart::Allocate, "Give the case to a worker".to_owned(), code, "nobody has it yet".to_owned())}</li>
        },
        WorkTask::AnswerBeforeOpening => view! {
            <li class="work-item">{line(CasePart::Before, "Say whether you know them".to_owned(), code, "given to you, not opened yet".to_owned())}</li>
        },
        WorkTask::Do { action, what } => {
            let today = Session::here().now().day();
            let words = match what.kind {
                ActionKind::KeyDate => format!("Their date: {}", what.what),
                ActionKind::Next | ActionKind::PassOn => what.what.clone(),
            };
            let when = day::due_in_words(what.due, today);
            view! {
                <li class="work-item" class:work-item--late=what.due < today>
                    {line(CasePart::Summary, words, code.clone(), when)}
                    <Done case action code what failed heading_id />
                </li>
            }
        }
    }
}

#[component]
fn Done(
    case: CaseId,
    action: EventId,
    code: String,
    what: Action,
    failed: RwSignal<Option<String>>,
    heading_id: StoredValue<String>,
) -> impl IntoView {
    let session = Session::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let about = format!("{}, {code}", what.what);
    let finish = move || {
        let about = format!("{}, {code}", what.what);
        command.run(
            move |desk, now| async move { desk.finish_action(now, case, action, "").await },
            move |done| match done {
                Ok(()) => {
                    failed.set(None);
                    session.offer_undo(announcer, Act::Done(case, action), about);
                    // The row is gone, and its button with it.
                    focus_soon(heading_id.get_value());
                }
                Err(error) => failed.set(Some(story_error(&error))),
            },
        );
    };
    view! {
        <Button label="Done" look=ButtonLook::Quiet icon=IconName::Check about on_press=finish pending=command.pending() pending_label="Saving…" />
    }
}
