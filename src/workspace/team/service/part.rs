//! The part of the page that makes the `service.json` to upload.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::answers::Answers;
use super::file::{begin_with, fill, read};
use super::form::Need::{May, Must};
use super::form::{Field, at};
use super::keys::keys;
use super::saved::Saved;
use super::source::Source;
use crate::components::{
    Actions, Announcer, Button, ButtonLook, ChosenFile, FieldId, FileInput, Form, IconName, Problem, Problems, TextArea,
};
use crate::platform::download::download;
use crate::platform::service_file::fetch_service_file;
use crate::view;
use crate::workspace::device::words::file as file_words;
use crate::workspace::session::Session;
use crate::workspace::team::role::profile_of;

const TEXT: FieldId = FieldId::named("service-json");
const FILE: FieldId = FieldId::named("service-json-file");
/// The most that a `service.json` may hold, in bytes.
const LARGEST: u32 = 2 * 1024 * 1024;

/// Questions, check, save, and what to do with the file.
#[component]
pub(in crate::workspace::team) fn ServicePart(problems: Problems) -> impl IntoView {
    let (session, announcer) = (Session::here(), Announcer::here());
    // The file, without what is typed into the questions; as text while somebody edits it so.
    let (file, text) = (StoredValue::new(Value::Null), RwSignal::new(None::<RwSignal<String>>));
    let (answers, source) = (Answers::none(), RwSignal::new(Source::Looking));
    let saved = RwSignal::new(None::<Vec<String>>);
    let take = move |present: Value, from: Source| {
        answers.take(&present);
        file.set_value(present);
        text.set(None);
        source.set(from);
    };
    let begin = move |from: Source| {
        if let Some(begun) = session.read(|desk| begin_with(&desk.team().name, profile_of(desk).id)) {
            take(begun, from);
        }
    };
    spawn_local(async move {
        let fetched = fetch_service_file().await;
        // The page may be gone, or somebody chose a file meanwhile.
        if source.try_get_untracked() != Some(Source::Looking) {
            return;
        }
        let present = fetched.ok().and_then(|present| read(&present).ok());
        let own = session.read(|desk| desk.team().name.clone()).unwrap_or_default();
        match present {
            None => begin(Source::Begun),
            Some(present) => match present.get("name").and_then(Value::as_str) {
                Some(name) if name.trim() != own => begin(Source::Other(name.to_owned())),
                _ => take(present, Source::Site),
            },
        }
    });
    let choose = move |files: Vec<ChosenFile>| {
        let Some(chosen) = files.into_iter().next() else { return };
        let present = chosen.bytes.map_err(|error| file_words(&error)).and_then(|bytes| {
            let text = String::from_utf8(bytes);
            let text = text.map_err(|_| "This file is not text. Choose the service.json of your page".to_owned())?;
            read(&text).map_err(|fault| fault.to_string())
        });
        match present {
            Ok(present) => {
                problems.clear();
                take(present, Source::Chosen);
            }
            Err(message) => {
                problems.set(vec![Problem::new(FILE, message)]);
            }
        }
    };
    // What is there now, as a file; the problems say what cannot be.
    let present = move || match text.get_untracked() {
        Some(text) => read(&text.get_untracked()).map_err(|fault| vec![Problem::new(TEXT, fault.to_string())]),
        None => {
            let mut present = file.get_value();
            answers.give(&mut present).map(|()| present)
        }
    };
    let as_text = move || {
        let mut present = file.get_value();
        // What is not answered yet is left open in the text, too.
        let _ = answers.give(&mut present);
        text.set(Some(RwSignal::new(
            serde_json::to_string_pretty(&present).unwrap_or_default(),
        )));
    };
    let as_questions = move || match present() {
        Ok(present) => {
            problems.clear();
            take(present, source.get_untracked());
        }
        Err(found) => {
            problems.set(found);
        }
    };
    let submit = move || {
        saved.set(None);
        let Some(keys) = session.read(|desk| keys(desk, session.now().day())).flatten() else {
            return;
        };
        let found = present().and_then(|present| {
            fill(&present.to_string(), &keys).map_err(|fault| {
                let field = fault
                    .field()
                    .and_then(at)
                    .filter(|_| text.with_untracked(Option::is_none));
                if let Some(Field {
                    id,
                    need: Must(words) | May(words),
                    ..
                }) = field
                {
                    return vec![Problem::new(*id, *words)];
                }
                // What no question asks for is mended in the text.
                if text.with_untracked(Option::is_none) {
                    as_text();
                }
                vec![Problem::new(TEXT, fault.to_string())]
            })
        });
        let done = match found {
            Ok(done) => done,
            Err(found) => {
                problems.set(found);
                return;
            }
        };
        if download("service.json", done.text.as_bytes()).is_ok() {
            problems.clear();
            saved.set(Some(done.left_out));
            announcer.status("service.json saved to your device. It is not uploaded yet.");
        } else {
            let message = "This browser did not save the file. Allow downloads for this page and try again";
            problems.set(vec![Problem::new(FILE, message)]);
        }
    };
    let asked = move || match text.get() {
        Some(value) => view! {
            <TextArea
                label="Your service.json"
                hint="Change only what stands between quotation marks, behind a colon. The keys are put in for you."
                value
                id=TEXT
                error=problems.of(TEXT)
                rows=14
            />
            <Button label="Back to the questions" on_press=as_questions look=ButtonLook::Quiet />
        },
        None => answers.questions(problems),
    };
    view! {
        <section class="stack">
            <h2>"What the public page says of you"</h2>
            <p>"Families read all of this. It goes into one small file, service.json, together with the keys."</p>
            <p class="muted">{move || source.with(Source::words)}</p>
            <Form on_submit=submit>
                {asked}
                <Button label="Save it with the keys" icon=IconName::FileDown />
            </Form>
            {move || saved.get().map(|left_out| view! { <Saved left_out /> })}
            <h3>"Another file"</h3>
            <FileInput label="Use another file" on_files=choose id=FILE error=problems.of(FILE) accept=".json" largest=LARGEST />
            <Actions>
                <Button label="Begin with blank answers" on_press=move || begin(Source::Begun) look=ButtonLook::Quiet />
                <Button label="Edit the file as text" on_press=as_text look=ButtonLook::Quiet />
            </Actions>
        </section>
    }
}
