//! The passphrase is lost: the printed recovery code opens, and sets a new way in.

use evenhand_engine::device::recover::{RecoverError, recover_at};
use leptos::prelude::*;

use super::words::{self, At};
use super::{NewSignIn, NewSignInFields};
use crate::components::{Button, FieldId, Form, IconName, Problem, Problems, TextInput, TextKind};
use crate::layout::Page;
use crate::view;
use crate::workspace::command::Command;
use crate::workspace::paced::{Paced, PacedBar};
use crate::workspace::route::Route;
use crate::workspace::session::Session;
use crate::workspace::words::save_error;

const CODE: FieldId = FieldId::named("recovery-code");

/// Recovery code, new sign-in name, new passphrase.
#[component]
pub(in crate::workspace) fn Recover() -> impl IntoView {
    let session = Session::here();
    let (code, sign_in) = (RwSignal::new(String::new()), NewSignIn::new());
    let (problems, command) = (Problems::new(), Command::new());
    let paced = Paced::new();
    let submit = move || {
        let mut found = Vec::new();
        if code.with(|code| code.trim().is_empty()) {
            found.push(Problem::new(CODE, "Enter the recovery code"));
        }
        found.extend(sign_in.problems());
        let Some(store) = session.store() else { return };
        if !problems.set(found) {
            return;
        }
        let (now, typed, new) = (session.now(), code.get_untracked(), sign_in.typed());
        let pace = paced.pace();
        command.start(
            async move { recover_at(&store, now, &typed, new, &pace).await },
            move |opened| match opened {
                Ok(desk) => {
                    session.go(Route::Work);
                    session.open(desk);
                }
                Err(error) => {
                    problems.set(vec![problem(&error)]);
                }
            },
        );
    };
    view! {
        <Page title="Lost passphrase" heading="Unlock with your recovery code" back=Signal::stored(Route::Work.href()) problems>
            <p>"You need the paper with your recovery code. The sign-in name and passphrase you choose here replace the old ones."</p>
            <Form on_submit=submit>
                <TextInput
                    label="Recovery code"
                    hint="Fourteen groups of four. Capital or small letters, with or without the hyphens."
                    value=code
                    id=CODE
                    error=problems.of(CODE)
                    kind=TextKind::Code
                />
                <NewSignInFields sign_in problems replaces=true />
                <Button
                    label="Unlock and set the new passphrase"
                    pending=command.pending()
                    pending_label="Unlocking…"
                    icon=IconName::LockOpen
                />
                <PacedBar paced pending=command.pending() label="Going through all records. Next time it is quicker." />
            </Form>
            <p class="muted">
                "If the paper is lost too, ask the manager: colleagues who share your cases still hold them, and the manager can "
                "add you anew. Nobody can open your own keys without passphrase or code."
            </p>
        </Page>
    }
}

fn problem(error: &RecoverError) -> Problem {
    match error {
        RecoverError::Code(error) => Problem::new(CODE, words::code(*error)),
        RecoverError::OpensNothing => Problem::new(
            CODE,
            "This recovery code opens nothing on this device. It may be somebody else’s, or one that was replaced by a newer one",
        ),
        RecoverError::Empty => Problem::new(
            CODE,
            "The records on this device are gone. Load the page again: there you can restore a backup",
        ),
        RecoverError::Device(error) => {
            let (what, advice) = words::device(error);
            Problem::new(CODE, format!("{what} {advice}"))
        }
        RecoverError::New(error) => match words::set_up(error) {
            (at @ (At::SignInName | At::Passphrase), message) => Problem::new(NewSignIn::field(at), message),
            (At::Service | At::Person | At::Page, message) => Problem::new(CODE, message),
        },
        RecoverError::Load(error) => Problem::new(CODE, words::load(error)),
        RecoverError::Save(error) => Problem::new(CODE, save_error(error)),
    }
}
