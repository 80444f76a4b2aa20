//! Work: what is overdue, due today, in the next seven days, and later.

use evenhand_domain::case::action::Action;
use evenhand_domain::ids::CaseId;
use evenhand_engine::case::list::Work;
use leptos::prelude::*;

use super::group::Group;
use crate::components::{Actions, Announcer, Button, ButtonLook, EmptyState, IconName, LinkButton, Notice, Tone};
use crate::layout::Page;
use crate::workspace::case::words::story_error;
use crate::workspace::command::Command;
use crate::workspace::device::FirstSteps;
use crate::workspace::route::{CasePart, Route};
use crate::workspace::session::Session;

/// Something that was just marked as done, so that it can be set again.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct JustDone {
    pub(super) case: CaseId,
    pub(super) code: String,
    pub(super) what: Action,
    /// When it was saved, `10:42`.
    pub(super) at: String,
}

/// What became of the last press of "Done".
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Outcome {
    /// It was saved.
    Done(JustDone),
    /// It was set again.
    SetAgain(String),
    /// It was not saved, and why.
    Failed(String),
}

/// What is to be done.
#[component]
pub(crate) fn WorkPage() -> impl IntoView {
    let session = Session::here();
    let work = Memo::new(move |_| {
        session
            .read(|desk| desk.work(session.now()).ok())
            .flatten()
            .unwrap_or_default()
    });
    let outcome = RwSignal::new(None::<Outcome>);
    let is_empty = Memo::new(move |_| work.with(|work| *work == Work::default()));
    let lists = move || {
        if is_empty.get() {
            view! {
            <EmptyState title="You have nothing to do">
                <p>"Actions of your cases, and dates that families gave, show up here by the day on which they are due."</p>
            </EmptyState>
        }
        .into_any()
        } else {
            view! {
            <Group heading="Overdue" empty="" items=Signal::derive(move || work.with(|work| work.overdue.clone())) outcome />
            <Group heading="Today" empty="You have nothing due today." items=Signal::derive(move || work.with(|work| work.today.clone())) outcome />
            <Group heading="Next 7 days" empty="You have nothing due in the next 7 days." items=Signal::derive(move || work.with(|work| work.week.clone())) outcome />
            <Group heading="Later" empty="" items=Signal::derive(move || work.with(|work| work.later.clone())) outcome />
        }
        .into_any()
        }
    };
    view! {
        <Page title="Work" heading="Work">
            <Actions>
                <LinkButton label="New contact" href=Signal::stored(Route::NewContact.href()) icon=IconName::Phone />
                <LinkButton label="Bring in a locked file" look=ButtonLook::Secondary href=Signal::stored(Route::Inbox.href()) icon=IconName::Inbox />
            </Actions>
            {move || outcome.get().map(|said| view! { <Said said outcome /> })}
            <FirstSteps />
            {lists}
        </Page>
    }
}

/// What became of it; it stays until something else is done or the page changes.
#[component]
fn Said(said: Outcome, outcome: RwSignal<Option<Outcome>>) -> impl IntoView {
    match said {
        Outcome::Done(done) => view! { <CanUndo done outcome /> }.into_any(),
        Outcome::SetAgain(at) => {
            view! { <Notice tone=Tone::Info title="It is on the list again"><p>{at}</p></Notice> }.into_any()
        }
        Outcome::Failed(why) => view! { <Notice tone=Tone::Danger title="Not saved"><p>{why}</p></Notice> }.into_any(),
    }
}

#[component]
fn CanUndo(done: JustDone, outcome: RwSignal<Option<Outcome>>) -> impl IntoView {
    let announcer = Announcer::here();
    let command = Command::new();
    let JustDone { case, code, what, at } = done;
    let words = what.what.clone();
    let again = move || {
        let what = what.clone();
        command.run(
            move |desk, now| async move { desk.set_action(now, case, what).await.map(|_| now) },
            move |done| match done {
                Ok(now) => {
                    let saved = format!("Saved on this device at {}", now.at.clock(now.offset_minutes));
                    announcer.status(saved.clone());
                    outcome.set(Some(Outcome::SetAgain(saved)));
                }
                Err(error) => outcome.set(Some(Outcome::Failed(story_error(&error)))),
            },
        );
    };
    view! {
        <Notice tone=Tone::Good title=format!("Done. Saved on this device at {at}")>
            <p><bdi>{words}</bdi> ", " <a href=Route::Case(case, CasePart::Summary).href()>{code}</a></p>
            <Button label="It is not done: put it back" look=ButtonLook::Quiet icon=IconName::Undo on_press=again pending=command.pending() pending_label="Saving…" />
        </Notice>
    }
}
