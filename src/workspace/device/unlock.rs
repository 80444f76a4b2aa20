//! Unlocking: two empty fields, and nothing about anybody.

use std::time::Duration;

use evenhand_engine::device::unlock::{UnlockError, unlock_at};
use evenhand_engine::people::person::SignIn;
use leptos::prelude::*;

use super::open_as::OpenAs;
use super::words;
use crate::components::{Button, FieldId, Form, IconName, PasswordInput, Problem, Problems, TextInput, Width};
use crate::layout::Page;
use crate::view;
use crate::workspace::command::Command;
use crate::workspace::paced::{Paced, PacedBar};
use crate::workspace::route::Route;
use crate::workspace::session::Session;

const NAME: FieldId = FieldId::named("sign-in-name");
const PASSPHRASE: FieldId = FieldId::named("passphrase");

/// The locked workspace.
#[component]
pub(in crate::workspace) fn Unlock() -> impl IntoView {
    let session = Session::here();
    let (name, passphrase, shown) = (
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
        RwSignal::new(false),
    );
    let (problems, command, wait) = (Problems::new(), Command::new(), RwSignal::new(0_u32));
    let paced = Paced::new();
    let tell = move |error: UnlockError| {
        if let UnlockError::Wrong { wait_seconds } | UnlockError::Wait { wait_seconds } = error {
            wait.set(wait_seconds);
        }
        passphrase.set(String::new());
        problems.set(vec![Problem::new(PASSPHRASE, words::unlock(&error))]);
    };
    let submit = move || {
        shown.set(false);
        let mut missing = Vec::new();
        if name.with(|name| name.trim().is_empty()) {
            missing.push(Problem::new(NAME, "Enter your sign-in name"));
        }
        if passphrase.with(String::is_empty) {
            missing.push(Problem::new(PASSPHRASE, "Enter your passphrase"));
        }
        let Some(store) = session.store() else { return };
        if !problems.set(missing) {
            return;
        }
        let sign_in = SignIn {
            name: name.get_untracked(),
            passphrase: passphrase.get_untracked(),
        };
        let (now, pace) = (session.now(), paced.pace());
        command.start(
            async move { unlock_at(&store, now, sign_in, &pace).await },
            move |unlocked| match unlocked {
                Ok(desk) => {
                    // What is to be confirmed once a year is shown on Work, before anything else (CAM-7, WES-7).
                    if !desk.owed_acknowledgement(now).is_empty() {
                        session.go(Route::Work);
                    }
                    session.open(desk);
                }
                Err(error) => tell(error),
            },
        );
    };
    view! {
        <Page title="Locked" heading="The workspace is locked" problems>
            <OpenAs name passphrase on_chosen=submit />
            <Form on_submit=submit>
                <TextInput
                    label="Sign-in name"
                    value=name
                    id=NAME
                    error=problems.of(NAME)
                    autocomplete="username"
                    width=Width::Long
                    spellcheck=false
                />
                <PasswordInput label="Passphrase" value=passphrase id=PASSPHRASE error=problems.of(PASSPHRASE) shown />
                <Button label="Unlock" pending=command.pending() pending_label="Unlocking…" icon=IconName::LockOpen />
                <PacedBar paced pending=command.pending() label="Going through all records. Next time it is quicker." />
                <Countdown wait />
            </Form>
            <p><a href=Route::Recover.href()>"Lost your passphrase?"</a></p>
        </Page>
    }
}

/// The seconds until it may be tried again, counted down in sight and not aloud. It stands below the button, which must not move when
/// the time is up: a press on it would land elsewhere.
#[component]
fn Countdown(wait: RwSignal<u32>) -> impl IntoView {
    // A page without a clock keeps the first number, and the device counts all the same.
    if let Ok(clock) = set_interval_with_handle(
        move || {
            if wait.get_untracked() > 0 {
                wait.update(|seconds| *seconds = seconds.saturating_sub(1));
            }
        },
        Duration::from_secs(1),
    ) {
        on_cleanup(move || clock.clear());
    }
    move || (wait.get() > 0).then(|| view! { <p class="muted">"Wait " {words::seconds(wait.get())} "."</p> })
}
