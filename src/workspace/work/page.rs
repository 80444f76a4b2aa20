//! Work: what is overdue, due today, in the next seven days, and later.

use evenhand_engine::case::list::Work;
use leptos::prelude::*;

use super::alone::Alone;
use super::confirm::Confirm;
use super::group::Group;
use super::owed::Owed;
use crate::components::{Actions, ButtonLook, EmptyState, IconName, LinkButton, Notice, Tone};
use crate::layout::Page;
use crate::view;
use crate::workspace::device::FirstSteps;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

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
    let failed = RwSignal::new(None::<String>);
    let due = Memo::new(move |_| session.read(|desk| desk.due(session.now())).unwrap_or_default());
    let is_empty = Memo::new(move |_| work.with(|work| *work == Work::default()));
    let lists = move || {
        if is_empty.get() {
            view! {
                <EmptyState title="No case waits for you">
                    <p>"Actions of your cases, and dates that families gave, show up here by the day on which they are due."</p>
                </EmptyState>
            }
        } else {
            view! {
                <Group heading="Overdue" empty="" items=Signal::derive(move || work.with(|work| work.overdue.clone())) failed />
                <Group heading="Today" empty="You have nothing due today." items=Signal::derive(move || work.with(|work| work.today.clone())) failed />
                <Group heading="Next 7 days" empty="You have nothing due in the next 7 days." items=Signal::derive(move || work.with(|work| work.week.clone())) failed />
                <Group heading="Later" empty="" items=Signal::derive(move || work.with(|work| work.later.clone())) failed />
            }
        }
    };
    view! {
        <Page title="Work" heading="Work">
            <Actions>
                <LinkButton label="New contact" href=Signal::stored(Route::NewContact.href()) icon=IconName::Phone />
                <LinkButton label="Bring in a request for help" look=ButtonLook::Secondary href=Signal::stored(Route::Inbox.href()) icon=IconName::Inbox />
            </Actions>
            <Confirm />
            {move || failed.get().map(|why| view! { <Notice tone=Tone::Danger title="Not saved"><p>{why}</p></Notice> })}
            <FirstSteps />
            {lists}
            <Owed due />
            <Alone />
        </Page>
    }
}
