//! Restoring a backup on a browser that holds nothing yet.

use evenhand_engine::backup::restore::{Pieces, RestoreError, restore};
use evenhand_engine::persist;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::words::{self, At};
use super::{NewSignIn, NewSignInFields};
use crate::components::{
    Button, FieldId, FileInput, FilePieces, Form, IconName, Notice, Problem, Problems, TextInput, TextKind, Tone,
};
use crate::layout::Page;
use crate::view;
use crate::workspace::command::Command;
use crate::workspace::paced::{Paced, PacedBar};
use crate::workspace::route::Route;
use crate::workspace::session::{Session, Stage};
use crate::workspace::words::save_error;

const FILE: FieldId = FieldId::named("backup-file");
const CODE: FieldId = FieldId::named("recovery-code");

/// The chosen file, as it is restored.
struct Backup(FilePieces);

impl Pieces for Backup {
    fn length(&self) -> u64 {
        // A file's size is a whole number, far below where these numbers have gaps.
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::as_conversions,
            reason = "the size of a file"
        )]
        let size = self.0.size() as u64;
        size
    }

    async fn next(&mut self) -> Result<Option<Vec<u8>>, RestoreError> {
        self.0.next().await.map_err(|_| RestoreError::Unreadable)
    }
}

/// The page; where there is a workspace already, it says so.
#[component]
pub(in crate::workspace) fn Restore() -> impl IntoView {
    let problems = Problems::new();
    let is_empty = Session::here().stage().get_untracked() == Stage::Empty;
    view! {
        <Page title="Restore a backup" heading="Restore a backup" back=Signal::stored(Route::Work.href()) problems>
            {match is_empty {
                true => view! { <RestoreForm problems /> },
                false => view! { <NotEmpty /> },
            }}
        </Page>
    }
}

#[component]
fn NotEmpty() -> impl IntoView {
    view! {
        <Notice tone=Tone::Info title="There is a workspace on this device already">
            <p>
                "A backup is restored where nothing is kept yet: in another browser, under another user of this device, or on "
                "another device. So nothing that is here can be overwritten."
            </p>
        </Notice>
    }
}

#[component]
fn RestoreForm(problems: Problems) -> impl IntoView {
    let session = Session::here();
    let (code, sign_in) = (RwSignal::new(String::new()), NewSignIn::new());
    let command = Command::new();
    let file = RwSignal::new(None::<FilePieces>);
    let take = move |files: Vec<FilePieces>| {
        problems.clear();
        file.set(files.into_iter().next());
    };
    let paced = Paced::new();
    let submit = move || {
        let mut found = Vec::new();
        let chosen = file.get_untracked();
        if chosen.is_none() {
            found.push(Problem::new(FILE, "Choose the backup file"));
        }
        if code.with(|code| code.trim().is_empty()) {
            found.push(Problem::new(CODE, "Enter the recovery code"));
        }
        found.extend(sign_in.problems());
        let (Some(store), Some(chosen)) = (session.store(), chosen) else {
            problems.set(found);
            return;
        };
        if !problems.set(found) {
            return;
        }
        let (now, typed, new) = (session.now(), code.get_untracked(), sign_in.typed());
        spawn_local(async {
            // A browser may ask the person first and wait for ever. What it promises is shown in Settings; this goes on meanwhile.
            let _ = persist::ask_persist().await;
        });
        let pace = paced.pace();
        let work = async move { restore(&store, now, Backup(chosen), &typed, new, &pace).await };
        command.start(work, move |restored| match restored {
            Ok(desk) => {
                session.go(Route::Work);
                session.open(desk);
            }
            Err(error) => {
                problems.set(vec![problem(&error)]);
            }
        });
    };
    let chosen = move || {
        file.get()
            .map(|file| file.name())
            .map(|name| view! { <p>"Chosen: " <bdi dir="auto">{name}</bdi></p> })
    };
    view! {
        <p>"You need the file and the printed recovery code of the person who made the backup. Colleagues come in by their own codes afterwards."</p>
        <Form on_submit=submit>
            <FileInput
                label="Backup file"
                hint="Its name begins with evenhand-backup."
                in_pieces=take
                id=FILE
                error=problems.of(FILE)
                accept=".sealed"
            />
            {chosen}
            <TextInput
                label="Recovery code"
                hint="Fourteen groups of four. Capital or small letters, with or without the hyphens."
                value=code
                id=CODE
                error=problems.of(CODE)
                kind=TextKind::Code
            />
            <NewSignInFields sign_in problems replaces=true />
            <Button label="Restore" pending=command.pending() pending_label="Restoring…" icon=IconName::History />
            <PacedBar paced pending=command.pending() label="Opening the backup" />
        </Form>
    }
}

fn problem(error: &RestoreError) -> Problem {
    match error {
        RestoreError::NotEmpty => Problem::new(
            FILE,
            "There is a workspace on this device already. Restore the backup in another browser",
        ),
        RestoreError::NotABackup(_) => Problem::new(
            FILE,
            "This is not a whole backup: it is another file, or it was damaged or cut short on the way. Choose another copy",
        ),
        RestoreError::Unreadable => Problem::new(
            FILE,
            "This browser could not read the file to its end. If it is on a stick, put the stick in again, then choose the file again",
        ),
        RestoreError::Newer => Problem::new(
            FILE,
            "A newer version of this software made the backup. Load this page again to get it, then restore",
        ),
        RestoreError::Code(error) => Problem::new(CODE, words::code(*error)),
        RestoreError::OpensNothing => Problem::new(
            CODE,
            "This recovery code does not open this backup. It must be the code of the person who made it, as it was that day",
        ),
        RestoreError::New(error) => match words::set_up(error) {
            (at @ (At::SignInName | At::Passphrase), message) => Problem::new(NewSignIn::field(at), message),
            (At::Service | At::Person | At::Page, message) => Problem::new(FILE, message),
        },
        RestoreError::Device(error) => {
            let (what, advice) = words::device(error);
            Problem::new(FILE, format!("{what} {advice}"))
        }
        RestoreError::NotOpened(error) => {
            let why = words::load(error);
            let now = "The records are on this device now. Reload this page and unlock them with your new passphrase.";
            Problem::new(FILE, format!("{now} {why}"))
        }
        RestoreError::Save(error) => Problem::new(FILE, save_error(error)),
    }
}
