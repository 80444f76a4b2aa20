//! A new recovery code in place of the old one.

use evenhand_engine::desk::Desk;
use leptos::prelude::*;

use super::passphrase::{PRESENT_PASSPHRASE, Present, PresentFields};
use super::words::{self, Where};
use crate::components::{Actions, Announcer, Button, ButtonLook, Form, IconName, Notice, Problem, Problems, Tone};
use crate::view;
use crate::workspace::command::Command;
use crate::workspace::device::{CodeSheet, CodeTypedBack, NewCode};
use crate::workspace::session::Session;

/// The button that begins, then the new code, typed back, with the present way in.
#[component]
pub(super) fn NewRecoveryCode(
    /// The problems of the page.
    problems: Problems,
    /// Whether it was begun.
    begun: RwSignal<bool>,
) -> impl IntoView {
    let done = RwSignal::new(false);
    let begin = move || {
        problems.clear();
        done.set(false);
        begun.set(true);
    };
    view! {
        <section class="stack">
            <h2>"Make a new recovery code"</h2>
            {move || done.get().then(|| view! {
                <Notice tone=Tone::Good title="The new recovery code is in force">
                    <p>"Tear up the old paper. Save a backup now: older backups still need the old code."</p>
                </Notice>
            })}
            {move || match begun.get() {
                true => view! { <Steps problems begun done /> },
                false => view! {
                    <p>"Do this if the paper with your code is lost, or if somebody may have seen it. The old code opens nothing on this device from then on."</p>
                    <Button label="Make a new recovery code" on_press=begin look=ButtonLook::Secondary icon=IconName::Key />
                },
            }}
        </section>
    }
}

#[component]
fn Steps(problems: Problems, begun: RwSignal<bool>, done: RwSignal<bool>) -> impl IntoView {
    let (code, present) = (NewCode::make(), Present::new());
    let (session, command, announcer) = (Session::here(), Command::new(), Announcer::here());
    let printed = RwSignal::new(false);
    let submit = move || {
        let mut found = code.problems();
        found.extend(present.problems());
        if !problems.set(found) {
            return;
        }
        let (typed, made) = (present.typed(), code.code());
        command.run(
            |desk, now| async move { desk.change_recovery_code(now, typed, &made).await },
            move |changed| match changed {
                Ok(()) => {
                    announcer.status("The new recovery code is in force");
                    done.set(true);
                    begun.set(false);
                }
                Err(error) => {
                    let (at, message) = words::change(&error);
                    let field = match at {
                        Where::Present => PRESENT_PASSPHRASE,
                        Where::New(_) => NewCode::field(),
                    };
                    problems.set(vec![Problem::new(field, message)]);
                }
            },
        );
    };
    let stop = move || {
        problems.clear();
        begun.set(false);
    };
    let whose = move || {
        let of = |desk: &Desk| Some(format!("{}, {}", desk.me().ok()?.name, desk.team().name));
        untrack(|| session.read(of)).flatten().unwrap_or_default()
    };
    move || match printed.get() {
        false => view! {
            <CodeSheet code whose=whose() />
            <Actions>
                <Button label="I have it on paper" on_press=move || printed.set(true) />
                <Button label="Keep the old code" on_press=stop look=ButtonLook::Quiet />
            </Actions>
        },
        true => view! {
            <Form on_submit=submit>
                <CodeTypedBack code problems />
                <PresentFields present problems />
                <Actions>
                    <Button label="Put the new code in force" pending=command.pending() pending_label="Saving…" />
                    <Button label="Keep the old code" on_press=stop look=ButtonLook::Quiet />
                </Actions>
            </Form>
        },
    }
}
