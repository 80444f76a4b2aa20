//! An entry that does not belong here: it still shows, with why (SPS-13).

use evenhand_domain::ids::EventId;
use leptos::prelude::*;

use super::near::{one_problem, trimmed};
use super::this::ThisCase;
use super::words::story_error;
use crate::components::{Announcer, Button, ButtonLook, Disclosure, FieldId, Form, Problems, TextLine};
use crate::view;
use crate::workspace::command::Command;
use crate::workspace::undo::Act;

/// Marks a permission, options, a decision, somebody or a file as entered in error.
#[component]
pub(super) fn EnteredInError(
    /// The entry.
    of: EventId,
    /// What it is, for example "these options about transport".
    about: String,
    /// The problems of the page.
    problems: Problems,
) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let field = FieldId::new();
    let why = RwSignal::new(String::new());
    let marked = about.clone();
    let save = move || {
        problems.clear();
        let reason = trimmed(why);
        if reason.is_empty() {
            return one_problem(problems, field, "Enter why it does not belong here");
        }
        let id = this.id();
        let what = marked.clone();
        command.run(
            move |desk, now| async move { desk.mark_in_error(now, id, of, &reason).await },
            move |done| match done {
                Ok(()) => this.session().offer_undo(announcer, Act::InError(id, of), what),
                Err(error) => one_problem(problems, field, story_error(&error)),
            },
        );
    };
    view! {
        <Disclosure label="Entered in error?" about=about.clone()>
            <Form on_submit=save>
                <TextLine label="Why does it not belong here?" hint="It still shows, with your reason" value=why id=field error=problems.of(field) />
                <Button label="Mark as entered in error" about=about look=ButtonLook::Danger pending=command.pending() pending_label="Saving…" />
            </Form>
        </Disclosure>
    }
}
