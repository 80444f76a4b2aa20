//! The keys of the inbox: made here, known by six words, published in `service.json`.

use evenhand_domain::event::Inbox;
use evenhand_domain::ids::WorkerId;
use evenhand_domain::worker::Role;
use evenhand_engine::desk::Desk;
use evenhand_engine::inbox::open::PublishedInbox;
use leptos::prelude::*;

use super::service::ServicePart;
use super::words;
use crate::components::{
    Button, ButtonLook, Choice, FieldId, IconName, Inset, Notice, Problem, Problems, Radios, Tone,
};
use crate::layout::Page;
use crate::view;
use crate::workspace::command::Command;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

const HOLDER: FieldId = FieldId::named("second-holder");
const FIRST: FieldId = FieldId::named("first-inbox");

/// An inbox that is there: its six words, who opens it, since when.
#[derive(Clone, PartialEq, Eq)]
struct Known {
    words: String,
    holder: String,
    since: String,
}

fn known(desk: &Desk, inbox: Inbox) -> Option<Known> {
    let team = desk.team();
    let newest = team.inboxes.iter().rev().find(|open| open.inbox == inbox)?;
    let holders = newest.holders.iter().map(|holder| words::holder(&team, *holder));
    let holders: Vec<String> = holders.collect();
    let words = PublishedInbox::of(&newest.public)?.fingerprint;
    Some(Known {
        words,
        holder: holders.join(", "),
        since: newest.since.long(),
    })
}

/// Those who could hold the second inbox: everybody but the holders of the first.
fn others(desk: &Desk) -> Vec<(WorkerId, String)> {
    let team = desk.team();
    let current = team.current().into_iter();
    let current = current.filter(|worker| !team.opens_inbox(Inbox::First, worker.id));
    current.map(|worker| (worker.id, worker.name.clone())).collect()
}

/// Both inboxes and the file.
#[component]
pub(in crate::workspace) fn InboxKeys() -> impl IntoView {
    let (session, problems) = (Session::here(), Problems::new());
    let manages = untrack(|| session.read(|desk| desk.me().map(|me| me.role) == Ok(Role::Manager))).unwrap_or_default();
    let has_first = Memo::new(move |_| {
        session
            .read(|desk| known(desk, Inbox::First).is_some())
            .unwrap_or_default()
    });
    view! {
        <Page
            title="Inbox keys"
            heading="Inbox keys and the public page"
            back=Signal::stored(Route::Settings.href())
            back_label="Settings"
            problems
        >
            {match manages {
                false => view! {
                    <Notice tone=Tone::Info title="Only the manager makes inbox keys">
                        <p>"Ask the manager if the six words on the public page are not those of the leaflet."</p>
                    </Notice>
                },
                true => view! {
                    <FirstInbox problems />
                    {move || has_first.get().then(|| view! { <SecondInbox problems /> <ServicePart problems /> })}
                },
            }}
        </Page>
    }
}

/// The six words of a key.
#[component]
fn SixWords(known: Known) -> impl IntoView {
    view! {
        <Inset>
            <p class="lead"><span class="key-words" translate="no">{known.words}</span></p>
            <p>"Can be opened by " <bdi dir="auto">{known.holder}</bdi> ", since " {known.since} "."</p>
            <p class="small muted">"These six words name the key. The public page shows them too. If the words there are different, somebody has changed the page."</p>
        </Inset>
    }
}

#[component]
fn FirstInbox(problems: Problems) -> impl IntoView {
    let (session, command) = (Session::here(), Command::new());
    let first = Memo::new(move |_| session.read(|desk| known(desk, Inbox::First)).flatten());
    let make = move || {
        let Some(me) = session.read(|desk| desk.me().ok()).flatten() else {
            return;
        };
        command.run(
            move |desk, now| async move { desk.open_inbox(now, Inbox::First, me.id).await },
            move |made| {
                let failed = made.err().map(|error| Problem::new(FIRST, words::open_inbox(&error)));
                problems.set(failed.into_iter().collect());
            },
        );
    };
    view! {
        <section class="stack">
            <h2>"The inbox"</h2>
            <p>"Answers from the public page are locked with this key before they leave the family’s device. Only those who hold the key can open them, on this device."</p>
            {move || first.get().map(|known| view! { <SixWords known /> })}
            <div class="stack" id=FIRST.control() tabindex="-1">
                {move || match first.with(Option::is_none) {
                    true => view! {
                        <Button label="Make the inbox key" on_press=make pending=command.pending() pending_label="Making…" icon=IconName::Key />
                    },
                    false => view! {
                        <p class="muted">"Make a new key if this device may have been opened by somebody else. What was locked with the old key still opens here; the public page needs the new file."</p>
                        <Button
                            label="Make a new inbox key"
                            on_press=make
                            look=ButtonLook::Secondary
                            pending=command.pending()
                            pending_label="Making…"
                        />
                    },
                }}
            </div>
        </section>
    }
}

#[component]
fn SecondInbox(problems: Problems) -> impl IntoView {
    let (session, command) = (Session::here(), Command::new());
    let second = Memo::new(move |_| session.read(|desk| known(desk, Inbox::Second)).flatten());
    let people = Memo::new(move |_| session.read(others).unwrap_or_default());
    let chosen = RwSignal::new(String::new());
    let make = move || {
        let holder = people.with(|people| {
            people
                .iter()
                .find(|(id, _)| chosen.with(|chosen| id.to_string() == *chosen))
                .map(|(id, _)| *id)
        });
        let Some(holder) = holder else {
            problems.set(vec![Problem::new(HOLDER, "Choose who opens the second inbox")]);
            return;
        };
        problems.clear();
        command.run(
            move |desk, now| async move { desk.open_inbox(now, Inbox::Second, holder).await },
            move |made| {
                let failed = made.err().map(|error| Problem::new(HOLDER, words::open_inbox(&error)));
                problems.set(failed.into_iter().collect());
            },
        );
    };
    let choices = move || {
        people
            .get()
            .into_iter()
            .map(|(id, name)| Choice::new(id.to_string(), name))
            .collect::<Vec<_>>()
    };
    view! {
        <section class="stack">
            <h2>"The second inbox"</h2>
            <p>"For families who know somebody who works here. Their answers are locked for another person, so that who they know does not read them."</p>
            {move || second.get().map(|known| view! { <SixWords known /> })}
            {move || match people.with(Vec::is_empty) {
                true => view! {
                    <p>"Every manager here opens the first inbox already, so it needs somebody who is no manager. " <a href=Route::AddWorker.href()>"Add somebody"</a> " first."</p>
                },
                false => view! {
                    <Radios legend="Who is to open this inbox?" choices=choices() value=chosen id=HOLDER error=problems.of(HOLDER) />
                    <Button
                        label=if second.with(Option::is_none) { "Make the second key" } else { "Make a new second key" }
                        on_press=make
                        look=ButtonLook::Secondary
                        pending=command.pending()
                        pending_label="Making…"
                    />
                },
            }}
        </section>
    }
}
