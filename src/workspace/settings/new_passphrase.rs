//! Changing one's own sign-in name and passphrase.

use leptos::prelude::*;

use super::passphrase::{PRESENT_PASSPHRASE, Present, PresentFields};
use super::words::{self, Where};
use crate::components::{Announcer, Button, Form, Notice, Problem, Problems, Tone};
use crate::view;
use crate::workspace::command::Command;
use crate::workspace::device::{NewSignIn, NewSignInFields};

/// The present way in, and the new one.
#[component]
pub(super) fn NewPassphrase(problems: Problems) -> impl IntoView {
    let (present, new) = (Present::new(), NewSignIn::new());
    let (command, announcer, done) = (Command::new(), Announcer::here(), RwSignal::new(false));
    let submit = move || {
        done.set(false);
        let mut found = present.problems();
        found.extend(new.problems());
        if !problems.set(found) {
            return;
        }
        let (now_typed, new_typed) = (present.typed(), new.typed());
        command.run(
            |desk, now| async move { desk.change_passphrase(now, now_typed, new_typed).await },
            move |changed| match changed {
                Ok(()) => {
                    present.clear();
                    new.clear();
                    done.set(true);
                    announcer.status("Passphrase changed");
                }
                Err(error) => {
                    let (at, message) = words::change(&error);
                    let field = match at {
                        Where::Present => PRESENT_PASSPHRASE,
                        Where::New(at) => NewSignIn::field(at),
                    };
                    problems.set(vec![Problem::new(field, message)]);
                }
            },
        );
    };
    view! {
        <section class="stack">
            <h2>"Change your passphrase"</h2>
            {move || done.get().then(|| view! {
                <Notice tone=Tone::Good title="Passphrase changed">
                    <p>"The old one opens nothing any more. Your recovery code stays as it was."</p>
                </Notice>
            })}
            <Form on_submit=submit>
                <PresentFields present problems />
                <NewSignInFields sign_in=new problems replaces=true />
                <Button label="Change the passphrase" pending=command.pending() pending_label="Changing…" />
            </Form>
        </section>
    }
}
