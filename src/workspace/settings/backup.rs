//! Saving a sealed backup.

use leptos::prelude::*;

use super::backup_age::BackupAgeTag;
use super::words;
use crate::components::{Actions, Announcer, Button, ButtonLook, IconName, Notice, Tone};
use crate::layout::Page;
use crate::markup::Node;
use crate::platform::download::Pieces;
use crate::view;
use crate::workspace::case::say_saved;
use crate::workspace::command::Command;
use crate::workspace::paced::{Paced, PacedBar};
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// How far the backup is.
#[derive(Clone, PartialEq, Eq)]
enum Stand {
    Ready,
    /// Handed to the browser under this name.
    Handed(String),
    /// Noted as saved.
    Noted,
    /// Not saved, as the person says.
    NotThere,
    Failed(String),
}

const NO_FILE: &str = "This browser did not save the file. Allow downloads for this page and try again.";

/// Make, save, confirm.
#[component]
pub(in crate::workspace) fn Backup() -> impl IntoView {
    let (making, noting, stand) = (Command::new(), Command::new(), RwSignal::new(Stand::Ready));
    let (session, announcer) = (Session::here(), Announcer::here());
    let paced = Paced::new();
    let make = move || {
        let pace = paced.pace();
        let name = format!("evenhand-backup-{}.sealed", session.now().day());
        making.run(
            // It is made only once the browser has it, so that nobody who left this page is told of a file that there is not.
            move |desk, _| async move {
                let file = Pieces::none();
                let made = desk.make_backup_at(&pace, |piece| file.add(piece)).await;
                made.map_err(|error| words::backup(&error))?;
                match file.download(&name) {
                    Ok(()) => Ok(name),
                    Err(_) => Err(NO_FILE.to_owned()),
                }
            },
            move |made| stand.set(made.map_or_else(Stand::Failed, Stand::Handed)),
        );
    };
    let note = move || {
        noting.run(
            |desk, now| async move { desk.note_backup(now).await },
            move |noted| match noted {
                Ok(()) => {
                    say_saved(session, announcer);
                    stand.set(Stand::Noted);
                }
                Err(error) => stand.set(Stand::Failed(words::backup(&error))),
            },
        );
    };
    let told = move || match stand.get() {
        Stand::Ready => Node::nothing(),
        Stand::Handed(name) => view! {
            <Notice tone=Tone::Info title="Is the file saved?">
                <p>"Look for " <strong>{name}</strong> " where this browser keeps downloads, and move it to where you keep backups."</p>
                <Actions>
                    <Button label="Yes, it is saved" on_press=note pending=noting.pending() pending_label="Noting…" />
                    <Button label="No, it is not there" on_press=move || stand.set(Stand::NotThere) look=ButtonLook::Secondary />
                </Actions>
            </Notice>
        },
        Stand::Noted => view! {
            <Notice tone=Tone::Good title="Backup noted">
                <p>"Everybody who works here sees its age. Save the next one within a week."</p>
            </Notice>
        },
        Stand::NotThere => view! {
            <Notice tone=Tone::Warning title="Then it does not count">
                <p>"Look whether this browser asked where to save, or holds downloads back. Then save a backup again."</p>
            </Notice>
        },
        Stand::Failed(message) => view! {
            <Notice tone=Tone::Danger title="No backup was saved">
                <p>{message}</p>
            </Notice>
        },
    };
    view! {
        <Page title="Backup" heading="Backup" back=Signal::stored(Route::Settings.href()) back_label="Settings">
            <p><BackupAgeTag /></p>
            <div class="prose">
                <p class="lead">"A backup is one locked file with everything on this device. Without it, a lost or broken device means lost records."</p>
                <ul>
                    <li>"Your own printed recovery code opens it. A passphrase never does."</li>
                    <li>"To use it, open this page in another browser or on another device, and choose Restore a backup there."</li>
                    <li>"Keep it on a memory stick or another device that is locked away, not only on this one."</li>
                    <li>"The file’s name says nothing about the service or about families."</li>
                    <li>"Keep the last few. Delete those older than your rules for keeping records allow."</li>
                </ul>
            </div>
            <div aria-live="polite">{told}</div>
            {move || (!matches!(stand.get(), Stand::Handed(_))).then(|| view! {
                <Button label="Save a backup" on_press=make pending=making.pending() pending_label="Sealing…" icon=IconName::Download />
            })}
            <PacedBar paced pending=making.pending() label="Sealing the backup" />
        </Page>
    }
}
