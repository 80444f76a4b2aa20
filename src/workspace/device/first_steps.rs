//! For the page of work: what each person does first, what is still to be done before families can write, and what was found wrong with
//! the records.

use evenhand_domain::event::Inbox;
use evenhand_domain::worker::Role;
use evenhand_engine::desk::{Desk, Fault};
use evenhand_engine::inbox::open::PublishedInbox;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{Notice, TaskList, TaskRow, TaskState, Tone};
use crate::platform::service_file::fetch_service_file;
use crate::view;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// The first steps of this person, a new service’s for its manager, until all are done, and the faults of the records. Nothing once there is neither.
#[component]
pub(in crate::workspace) fn FirstSteps() -> impl IntoView {
    let session = Session::here();
    let faults = move || session.read(Desk::faults).unwrap_or_default();
    let is_published = published(session);
    let steps = move || session.read(|desk| steps(desk, is_published.get())).unwrap_or_default();
    let rows = move || {
        let steps = steps();
        let open = steps.iter().any(|(_, _, _, done)| !done);
        open.then(|| {
            let rows = steps.into_iter().map(|(label, hint, route, done)| {
                let state = if done {
                    TaskState::done("Done")
                } else {
                    TaskState::due("To do")
                };
                view! { <TaskRow label=label href=Signal::stored(route.href()) hint=hint state /> }
            });
            view! {
                <section class="stack">
                    <h2>"First steps"</h2>
                    <TaskList>{rows.collect_view()}</TaskList>
                </section>
            }
        })
    };
    view! {
        {move || faults().into_iter().map(|fault| view! { <FaultNotice fault /> }).collect_view()}
        {rows}
    }
}

type FirstStep = (&'static str, &'static str, Route, bool);

/// Whether the page beside this one bears the newest key of the inbox; taken for true until it was looked at, and where it cannot be.
fn published(session: Session) -> RwSignal<bool> {
    let is_published = RwSignal::new(true);
    let key = untrack(|| session.read(|desk| desk.inbox(Inbox::First))).flatten();
    let key = key.and_then(|(public, _)| PublishedInbox::of(&public));
    if let Some(PublishedInbox { key, .. }) = key {
        spawn_local(async move {
            if let Ok(file) = fetch_service_file().await {
                // The page may be gone.
                let _ = is_published.try_set(file.contains(&key));
            }
        });
    }
    is_published
}

fn steps(desk: &Desk, is_published: bool) -> Vec<FirstStep> {
    let declare = (
        "Declare your interests",
        "So that no case goes to somebody who is tied to it",
        own(desk),
        has_declared(desk),
    );
    if desk.me().map(|me| me.role) != Ok(Role::Manager) {
        return vec![declare];
    }
    let team = desk.team();
    let has_inbox = team.inboxes.iter().any(|open| open.inbox == Inbox::First);
    vec![
        (
            "Make the inbox key",
            "What families send is locked for it",
            Route::InboxKeys,
            has_inbox,
        ),
        (
            "Make the public page yours",
            "Answer its questions, and put the file beside the page",
            Route::InboxKeys,
            has_inbox && is_published,
        ),
        (
            "Add the people you work with",
            "Each with a sign-in of their own",
            Route::Team,
            team.current().len() > 1,
        ),
        declare,
        (
            "Save a backup",
            "On a stick or another device, locked",
            Route::Backup,
            team.last_backup.is_some(),
        ),
    ]
}

fn own(desk: &Desk) -> Route {
    desk.me().map_or(Route::Team, |me| Route::Worker(me.id))
}

fn has_declared(desk: &Desk) -> bool {
    desk.me()
        .ok()
        .and_then(|me| desk.declarations(me.id))
        .is_some_and(|declared| declared.last_declared.is_some())
}

/// One fault: what was found, and what to do.
#[component]
fn FaultNotice(fault: Fault) -> impl IntoView {
    let (title, advice) = in_words(fault);
    view! {
        <Notice tone=Tone::Warning title=title>
            <p>{advice}</p>
        </Notice>
    }
}

const fn in_words(fault: Fault) -> (&'static str, &'static str) {
    match fault {
        Fault::NewestMissing => (
            "The newest entries you made are missing",
            "An older copy of the records was put back on this device. Compare your last entries with your notes, and write \
             down again what is missing.",
        ),
        Fault::EntriesMissing => (
            "Some entries are missing",
            "Entries in the middle of the records are gone from this device. What remains is shown. If you have a backup from \
             before, restore it in another browser and compare.",
        ),
        Fault::EntriesDamaged => (
            "Some entries do not open",
            "They are damaged on this device; they were left as they are. Restore your newest backup in another browser and \
             compare.",
        ),
        Fault::AuthorUnknown => (
            "Some entries come from somebody who is not known here",
            "They are not shown. Tell the manager: somebody may have changed the records outside of this software.",
        ),
        Fault::NotTheirs => (
            "Somebody wrote what only a manager may write",
            "Such entries count for nothing. Tell the manager: somebody may have changed the records outside of this software.",
        ),
        Fault::NewerVersion => (
            "Some entries were written by a newer version",
            "Load the page again to get the newer version. Until then these entries are not shown.",
        ),
        Fault::ClockSetBack => (
            "The clock of this device stands too early",
            "The newest entry is later than the time now. Set the clock of the device right, then load the page again. New \
             entries are put after the newest one.",
        ),
    }
}
