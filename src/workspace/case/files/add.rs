//! Attaches a file.

use leptos::prelude::*;

use super::words::{attach_error, read_error};
use crate::components::{Announcer, Button, ChosenFile, FieldId, FileInput, Form, Problems, SaveState, TextLine};
use crate::view;
use crate::workspace::case::near::{one_problem, say_saved, trimmed};
use crate::workspace::case::this::ThisCase;
use crate::workspace::command::Command;
use crate::workspace::draft::use_draft;

const FILE: FieldId = FieldId::named("file");
const LARGEST: u32 = 10 * 1024 * 1024;

/// The form that attaches one file.
#[component]
pub(super) fn AddFile(
    /// The problems of the page.
    problems: Problems,
) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let about = RwSignal::new(String::new());
    // A draft holds the words alone: the file is still where it was chosen.
    let kept = use_draft(&format!("file/{}", this.id()), vec![("about", about)]);
    let chosen = StoredValue::new(None::<(String, Vec<u8>)>);
    let name = RwSignal::new(None::<String>);
    let take = move |files: Vec<ChosenFile>| {
        problems.clear();
        let Some(file) = files.into_iter().next() else { return };
        match file.bytes {
            Ok(bytes) => {
                name.set(Some(file.name.clone()));
                chosen.set_value(Some((file.name, bytes)));
            }
            Err(error) => one_problem(problems, FILE, read_error(&error)),
        }
    };
    let save = move || {
        problems.clear();
        let Some((file, bytes)) = chosen.get_value() else {
            return one_problem(problems, FILE, "Choose a file first");
        };
        let (id, words) = (this.id(), trimmed(about));
        command.of(kept).run(
            move |desk, now| async move { desk.attach(now, id, &file, &words, &bytes).await },
            move |done| match done {
                Ok(_) => {
                    chosen.set_value(None);
                    name.set(None);
                    about.set(String::new());
                    say_saved(this.session(), announcer);
                }
                Err(error) => one_problem(problems, FILE, attach_error(&error)),
            },
        );
    };
    view! {
        <section class="stack">
            <h2>"Add a file"</h2>
            <Form on_submit=save>
                <FileInput label="Which file?" hint="Up to 10 MB. It is locked before it is kept." on_files=take id=FILE error=problems.of(FILE) largest=LARGEST />
                {move || name.get().map(|name| view! { <p>"Chosen: " <bdi>{name}</bdi></p> })}
                <TextLine label="What is it? (optional)" hint="For example: the school’s letter of 3 June" value=about />
                <div class="cluster">
                    <Button label="Add this file" pending=command.pending() pending_label="Locking…" />
                    <SaveState draft=kept.state() />
                </div>
            </Form>
        </section>
    }
}
