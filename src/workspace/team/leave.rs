//! Somebody leaves the service: the question before it, and what is left to do after it.

use evenhand_domain::date::Day;
use evenhand_domain::event::Inbox;
use evenhand_domain::ids::WorkerId;
use evenhand_engine::case::list::CaseFilter;
use evenhand_engine::desk::Desk;
use leptos::prelude::*;

use super::words;
use super::worker::Looked;
use crate::components::{
    Actions, Announcer, Button, ButtonLook, Dialog, FieldId, Notice, Problem, Problems, Tone, focus_soon,
};
use crate::view;
use crate::workspace::case::say_saved;
use crate::workspace::command::Command;
use crate::workspace::route::{CasePart, Route};
use crate::workspace::session::Session;

const LEAVE: FieldId = FieldId::named("leave");
const LEFT: FieldId = FieldId::named("left");

/// How many cases of theirs this person sees, in a sentence.
fn theirs(desk: &Desk, worker: WorkerId) -> String {
    let filter = CaseFilter {
        worker: Some(worker),
        ..CaseFilter::default()
    };
    match desk.cases(&filter).len() {
        0 => "You see no case of theirs.".to_owned(),
        1 => "One case that you see is theirs.".to_owned(),
        count => format!("{count} cases that you see are theirs."),
    }
}

/// The button that marks a worker as gone, with the question before it.
#[component]
pub(super) fn Leave(looked: Looked, problems: Problems) -> impl IntoView {
    let (session, announcer, command) = (Session::here(), Announcer::here(), Command::new());
    let open = RwSignal::new(false);
    let id = looked.id;
    let name = move || looked.worker(session).map(|worker| worker.name).unwrap_or_default();
    let leave = move || {
        open.set(false);
        problems.clear();
        command.run(
            move |desk, now| async move { desk.mark_left(now, id).await },
            move |done| match done {
                Ok(()) => {
                    say_saved(session, announcer);
                    focus_soon(LEFT.control());
                }
                Err(error) => {
                    problems.set(vec![Problem::new(LEAVE, words::leave(&error))]);
                }
            },
        );
    };
    view! {
        <section class="stack" id=LEAVE.control() tabindex="-1">
            <h2>"When they leave the service"</h2>
            <p class="muted">"Their way in on this device ends. Their cases get new keys and wait for another worker. Their name stays on what they wrote."</p>
            <Button
                label="Mark as gone"
                about=untrack(name)
                look=ButtonLook::Danger
                on_press=move || open.set(true)
                pending=command.pending()
                pending_label="Changing the keys…"
            />
        </section>
        <Dialog open heading=move || format!("Mark {} as gone?", name())>
            <p>{move || session.read(|desk| theirs(desk, id))}</p>
            <p>"You do not see a case of a family that you know. If they alone hold one, nobody opens it until you let them in again. Ask them to look at Work before they go: it names the cases that they alone hold, and what to do."</p>
            <p>"Nothing is destroyed: you can let them in again, with the passphrase that they have."</p>
            <Actions>
                <Button label="Leave it as it is" look=ButtonLook::Secondary on_press=move || open.set(false) />
                <Button label="Mark as gone" look=ButtonLook::Danger on_press=leave />
            </Actions>
        </Dialog>
    }
}

/// That somebody left, and their cases that wait for another worker.
#[component]
pub(super) fn Left(looked: Looked, day: Day) -> impl IntoView {
    let session = Session::here();
    let id = looked.id;
    let name = move || looked.worker(session).map(|worker| worker.name).unwrap_or_default();
    let cases = move || {
        let lines = session.read(|desk| desk.cases_left_by(id)).unwrap_or_default();
        let links = lines.into_iter().map(|line| {
            let (who, code) = (line.who, line.code);
            view! { <li><a href=Route::Case(line.id, CasePart::Allocate).href()><bdi>{who}</bdi> " (" {code} ")"</a></li> }
        });
        match links.collect::<Vec<_>>() {
            links if links.is_empty() => view! { <p>"None that you see."</p> },
            links => view! { <ul>{links}</ul> },
        }
    };
    let opened = move || session.read(|desk| inboxes(desk, id)).flatten();
    view! {
        <section class="stack" id=LEFT.control() tabindex="-1" aria-label="They left">
            <Notice tone=Tone::Info title=move || format!("{} left on {}", name(), day.long())>
                <p>"Their name stays on what they wrote."</p>
            </Notice>
            <LetIn looked />
            {move || opened().map(|words| view! {
                <Notice tone=Tone::Warning title="They held a key of the public page">
                    <p>{words} " " <a href=Route::InboxKeys.href()>"Make a new key"</a> "."</p>
                </Notice>
            })}
        </section>
        {looked.may.then(|| view! {
            <section class="stack">
                <h2>"Cases that wait for another worker"</h2>
                {cases}
            </section>
        })}
    }
}

/// The button that lets somebody in again who left, where their ways in were set aside: for the manager.
#[component]
fn LetIn(looked: Looked) -> impl IntoView {
    let (session, announcer, command) = (Session::here(), Announcer::here(), Command::new());
    let id = looked.id;
    let failed = RwSignal::new(None::<String>);
    let may = looked.may && !looked.is_me;
    let is_kept = move || session.read(|desk| desk.team().set_aside.get(&id).is_some_and(|kept| !kept.is_empty()));
    let let_in = move || {
        command.run(
            move |desk, now| async move { desk.let_in_again(now, id).await },
            move |done| match done {
                Ok(()) => {
                    say_saved(session, announcer);
                    focus_soon(LEAVE.control());
                }
                Err(error) => failed.set(Some(words::leave(&error))),
            },
        );
    };
    let name = move || looked.worker(session).map(|worker| worker.name).unwrap_or_default();
    move || {
        (may && is_kept() == Some(true)).then(|| {
            view! {
                <p>"A case that they alone held opens for nobody now. If a family asks about a case that nobody here finds, let them in again: when they unlock, each such case goes to whoever may have it. Then mark them as gone once more."</p>
                {move || failed.get().map(|why| view! { <Notice tone=Tone::Danger title="Not saved"><p>{why}</p></Notice> })}
                <Button
                    label="Let them in again"
                    about=untrack(name)
                    look=ButtonLook::Secondary
                    on_press=let_in
                    pending=command.pending()
                    pending_label="Saving…"
                />
            }
        })
    }
}

/// Which inboxes' newest keys somebody holds who left, in words.
fn inboxes(desk: &Desk, worker: WorkerId) -> Option<&'static str> {
    let team = desk.team();
    match [Inbox::First, Inbox::Second].map(|inbox| team.opens_inbox(inbox, worker)) {
        [false, false] => None,
        [true, _] => Some("They opened the inbox, and may have kept a copy of its key."),
        [false, true] => Some("They opened the second inbox, and may have kept a copy of its key."),
    }
}
