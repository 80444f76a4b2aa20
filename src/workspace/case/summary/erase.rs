//! They said no to a record: only an anonymous count is kept, and this cannot be undone (LEI-29).

use leptos::prelude::*;

use crate::components::{Actions, Announcer, Button, ButtonLook, Dialog, FieldId, Notice, Problems, Tone};
use crate::view;
use crate::workspace::case::near::{one_problem, say_saved};
use crate::workspace::case::this::ThisCase;
use crate::workspace::case::words::story_error;
use crate::workspace::command::Command;

const ERASE: FieldId = FieldId::named("erase");

/// The button that erases who somebody is, with the question before it.
#[component]
pub(super) fn EraseIdentity(
    /// Who said no.
    name: String,
    /// The problems of the page.
    problems: Problems,
) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let open = RwSignal::new(false);
    let erase = move || {
        open.set(false);
        problems.clear();
        let id = this.id();
        command.run(
            move |desk, now| async move { desk.erase_identity(now, id).await },
            move |done| match done {
                Ok(()) => say_saved(this.session(), announcer),
                Err(error) => one_problem(problems, ERASE, story_error(&error)),
            },
        );
    };
    view! {
        <div id=ERASE.control() tabindex="-1">
        <Notice tone=Tone::Danger title="They said no to a record">
            <p><bdi>{name}</bdi>" does not agree to our keeping a record. We promised not to write down who they are. Reply to them first if you still have to. Then keep only an anonymous count: you can help them without a name, and until then nothing more can be added here."</p>
            <Button
                label="Keep only an anonymous count"
                look=ButtonLook::Danger
                on_press=move || open.set(true)
                pending=command.pending()
                pending_label="Erasing…"
            />
        </Notice>
        </div>
        <Dialog open heading="Keep only an anonymous count?">
            <p>"This erases names, telephone, email, addresses, schools, what they wrote to us, and files. It cannot be undone, also not from this device’s own records."</p>
            <p>"What stays is that there was a case, and the contacts you wrote. Read these afterwards: if you named somebody in them, correct them."</p>
            <p>"Older backups still hold what was erased. Delete them once you have a new one."</p>
            <Actions>
                <Button label="Keep it for now" look=ButtonLook::Secondary on_press=move || open.set(false) />
                <Button label="Erase for good" look=ButtonLook::Danger on_press=erase />
            </Actions>
        </Dialog>
    }
}
