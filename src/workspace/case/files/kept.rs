//! One kept file: saved to the device, or erased with a reason.

use evenhand_domain::case::attachment::Attachment;
use evenhand_domain::case::state::Recorded;
use leptos::prelude::*;

use super::words::{attach_error, size_words};
use crate::components::{
    Announcer, Button, ButtonLook, Disclosure, FieldId, Form, IconName, Problems, SummaryList, SummaryRow, TextLine,
};
use crate::platform::download::download;
use crate::view;
use crate::workspace::case::entered_in_error::EnteredInError;
use crate::workspace::case::near::{as_typed, one_problem, say_saved, trimmed};
use crate::workspace::case::this::ThisCase;
use crate::workspace::command::Command;

/// One file, or the trace of one that was erased.
#[component]
pub(super) fn KeptFile(
    /// The file.
    kept: Recorded<Attachment>,
    /// Who attached it.
    by: String,
    /// Whether its bytes are gone.
    is_erased: bool,
    /// Whether the case is open, so that it can be marked.
    is_open: Memo<bool>,
    /// The problems of the page.
    problems: Problems,
) -> impl IntoView {
    let (name, error) = (kept.now.name.clone(), kept.in_error.clone());
    let (of, mistake) = (kept.id, format!("the file {name}"));
    let added = format!("{} by {by}, {}", kept.on.long(), size_words(kept.now.size));
    let about = Some(kept.now.about.clone()).filter(|text| !text.trim().is_empty());
    let is_mistaken = error.is_some();
    let save = (!is_mistaken).then(|| view! { <SaveFile kept=kept.clone() problems /> });
    let erase = (!is_erased).then(|| view! { <EraseFile kept problems /> });
    view! {
        <section class="stack">
            <h2><bdi>{name}</bdi></h2>
            <SummaryList>
                <SummaryRow label="Added">{added}</SummaryRow>
                {about.map(|text| view! { <SummaryRow label="What it is">{as_typed(text)}</SummaryRow> })}
                {error.map(|why| view! {
                    <SummaryRow label=if is_erased { "Erased" } else { "Entered in error" }>{as_typed(why)}</SummaryRow>
                })}
            </SummaryList>
            {save}
            {move || (!is_mistaken && is_open.get()).then(|| view! { <EnteredInError of about=mistake.clone() problems /> })}
            {erase}
        </section>
    }
}

#[component]
fn SaveFile(kept: Recorded<Attachment>, problems: Problems) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let field = FieldId::new();
    let (of, name) = (kept.id, kept.now.name);
    let save = move || {
        problems.clear();
        let id = this.id();
        command.run(
            move |desk, _| async move { desk.open_attachment(id, of).await },
            move |done| match done {
                Ok((name, bytes)) => match download(&name, &bytes) {
                    Ok(()) => announcer.status("The file was handed to this browser. On your device it is not locked."),
                    Err(_) => one_problem(
                        problems,
                        field,
                        "This browser did not save the file. Try again, or use another browser.",
                    ),
                },
                Err(error) => one_problem(problems, field, attach_error(&error)),
            },
        );
    };
    view! {
        <div id=field.control() tabindex="-1">
            <Button
                label="Save to this device"
                about=name
                look=ButtonLook::Secondary
                icon=IconName::Download
                on_press=save
                pending=command.pending()
                pending_label="Unlocking…"
            />
            <p class="muted small">"Once it is saved to your device it is not locked any more. Delete it there when you are done."</p>
        </div>
    }
}

#[component]
fn EraseFile(kept: Recorded<Attachment>, problems: Problems) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let field = FieldId::new();
    let why = RwSignal::new(String::new());
    let (of, name) = (kept.id, kept.now.name);
    let erase = move || {
        problems.clear();
        let (id, reason) = (this.id(), trimmed(why));
        if reason.is_empty() {
            return one_problem(problems, field, "Enter why you erase this file");
        }
        command.run(
            move |desk, now| async move { desk.erase_attachment(now, id, of, &reason).await },
            move |done| match done {
                Ok(()) => say_saved(this.session(), announcer),
                Err(error) => one_problem(problems, field, attach_error(&error)),
            },
        );
    };
    let label = format!("Erase {name}");
    view! {
        <Disclosure label=label.clone()>
            <Form on_submit=erase>
                <TextLine label=format!("Why do you erase {name}?") hint="The file is gone for good. That it was here, and why it went, stays." value=why id=field error=problems.of(field) />
                <Button label="Erase for good" about=name look=ButtonLook::Danger pending=command.pending() pending_label="Erasing…" />
            </Form>
        </Disclosure>
    }
}
