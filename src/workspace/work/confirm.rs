//! What each person confirms once a year, on their own unlock (CAM-7, WES-7).

use leptos::prelude::*;

use crate::components::{Announcer, Button, FieldId, IconName, Notice, Tone, focus_soon};
use crate::markup::Node;
use crate::view;
use crate::workspace::case::near::say_saved;
use crate::workspace::command::Command;
use crate::workspace::registers::register_error;
use crate::workspace::session::Session;

/// The words of the policy with a button; nothing where they were confirmed within the year, or nothing is asked.
#[component]
pub(super) fn Confirm() -> impl IntoView {
    let (session, announcer, command) = (Session::here(), Announcer::here(), Command::new());
    let (failed, is_done) = (RwSignal::new(None::<String>), RwSignal::new(false));
    let heading = StoredValue::new(FieldId::new().part("confirm"));
    let owed = Memo::new(move |_| {
        session
            .read(|desk| desk.owed_acknowledgement(session.now()))
            .unwrap_or_default()
    });
    let confirm = move || {
        command.run(
            move |desk, now| async move { desk.acknowledge(now).await },
            move |done| match done {
                Ok(_) => {
                    failed.set(None);
                    is_done.set(true);
                    say_saved(session, announcer);
                    // The button is gone, and what it was for has been done.
                    focus_soon(heading.get_value());
                }
                Err(error) => failed.set(Some(register_error(&error))),
            },
        );
    };
    let asked = move || {
        let lines = owed.get().iter().map(|line| view! { <li>{*line}</li> }).collect_view();
        view! {
            <h2 id=heading.get_value() tabindex="-1">"Read this and confirm it"</h2>
            <p>"The policy asks everybody here to confirm this once a year. Your name and today’s date are kept with it."</p>
            <ul>{lines}</ul>
            {move || failed.get().map(|why| view! { <Notice tone=Tone::Danger title="Not saved"><p>{why}</p></Notice> })}
            <Button
                label="I confirm this"
                icon=IconName::Check
                on_press=confirm
                pending=command.pending()
                pending_label="Saving…"
            />
        }
    };
    move || match (owed.with(|owed| owed.is_empty()), is_done.get()) {
        (false, _) => view! { <section class="stack">{asked()}</section> },
        (true, true) => view! {
            <section class="stack">
                <h2 id=heading.get_value() tabindex="-1">"You confirmed this today"</h2>
                <p class="muted">"It is asked again in a year."</p>
            </section>
        },
        (true, false) => Node::nothing(),
    }
}
