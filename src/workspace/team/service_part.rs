//! The part of the page that makes the `service.json` to upload.

use evenhand_domain::date::Day;
use evenhand_domain::event::Inbox;
use evenhand_engine::desk::Desk;
use evenhand_engine::inbox::open::PublishedInbox;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::role::profile_of;
use super::service_file::{Keys, begin_with, fill};
use crate::components::{
    Announcer, Button, ButtonLook, ChosenFile, Disclosure, FieldId, FileInput, Form, IconName, Notice, Problem,
    Problems, Step, Steps, TextArea, Tone,
};
use crate::platform::download::download;
use crate::platform::service_file::fetch_service_file;
use crate::view;
use crate::workspace::device::words::file;
use crate::workspace::session::Session;

const TEXT: FieldId = FieldId::named("service-json");
const FILE: FieldId = FieldId::named("service-json-file");
/// The most that a `service.json` may hold, in bytes.
const LARGEST: u32 = 2 * 1024 * 1024;

/// The newest key of an inbox with the name of who opens it.
fn key_of(desk: &Desk, inbox: Inbox) -> Option<(String, String)> {
    let team = desk.team();
    let newest = team.inboxes.iter().rev().find(|open| open.inbox == inbox)?;
    let holder = newest
        .holders
        .first()
        .map(|holder| team.name_of(*holder).to_owned())
        .unwrap_or_default();
    Some((PublishedInbox::of(&newest.public)?.key, holder))
}

/// Everything of this service that goes into the file; none before there is a first inbox.
fn keys(desk: &Desk, today: Day) -> Option<Keys> {
    let first = key_of(desk, Inbox::First)?;
    Some(Keys {
        profile: profile_of(desk).id,
        first,
        second: key_of(desk, Inbox::Second),
        changed_rules: desk.policy().differs(today),
    })
}

/// Which file the text came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    Looking,
    Site,
    Chosen,
    Begun,
}

/// Present file, check, save, and what to do with it.
#[component]
pub(super) fn ServicePart(problems: Problems) -> impl IntoView {
    let (session, announcer) = (Session::here(), Announcer::here());
    let (text, source) = (RwSignal::new(String::new()), RwSignal::new(Source::Looking));
    let saved = RwSignal::new(None::<Vec<String>>);
    let begin = move || {
        if let Some(begun) = session.read(|desk| begin_with(&desk.team().name, profile_of(desk).id)) {
            text.set(begun);
            source.set(Source::Begun);
        }
    };
    spawn_local(async move {
        let fetched = fetch_service_file().await;
        // The page may be gone, or somebody chose a file meanwhile.
        if source.try_get_untracked() == Some(Source::Looking) {
            match fetched {
                Ok(present) => {
                    text.set(present);
                    source.set(Source::Site);
                }
                Err(_) => begin(),
            }
        }
    });
    let take = move |files: Vec<ChosenFile>| {
        let Some(chosen) = files.into_iter().next() else { return };
        let read = chosen.bytes.map_err(|error| file(&error)).and_then(|bytes| {
            String::from_utf8(bytes)
                .map_err(|_| "This file is not text. Choose the service.json of your page".to_owned())
        });
        match read {
            Ok(present) => {
                problems.clear();
                text.set(present);
                source.set(Source::Chosen);
            }
            Err(message) => {
                problems.set(vec![Problem::new(FILE, message)]);
            }
        }
    };
    let submit = move || {
        saved.set(None);
        let Some(keys) = session.read(|desk| keys(desk, session.now().day())).flatten() else {
            return;
        };
        match text.with_untracked(|text| fill(text, &keys)) {
            Err(fault) => {
                problems.set(vec![Problem::new(TEXT, fault.to_string())]);
            }
            Ok(done) if download("service.json", done.text.as_bytes()).is_ok() => {
                problems.clear();
                saved.set(Some(done.left_out));
                announcer.status("service.json saved to your device. It is not uploaded yet.");
            }
            Ok(_) => {
                problems.set(vec![Problem::new(
                    TEXT,
                    "This browser did not save the file. Allow downloads for this page and try again",
                )]);
            }
        }
    };
    let from = move || match source.get() {
        Source::Looking => "Looking for the present file…",
        Source::Site => "This is the file that stands beside this page now.",
        Source::Chosen => "This is the file you chose.",
        Source::Begun => {
            "No file was found, so this is one to begin with. Fill in what is empty; the check names what is missing."
        }
    };
    view! {
        <section class="stack">
            <h2>"The file for the public page"</h2>
            <p>"The public page reads everything about your service from one small file, service.json. The keys go in here."</p>
            <Form on_submit=submit>
                <Disclosure label="How to fill in this file">
                    <ul>
                        <li>"Change only what stands between quotation marks, behind a colon. Leave the word before it, and every comma and bracket, as they are."</li>
                        <li>"Days are written year-month-day, such as 2026-09-01. Numbers have no quotation marks. The word null means that there is none."</li>
                        <li>"Leave the keys alone: they are put in for you. If something is not right, the check names the line or the field."</li>
                    </ul>
                </Disclosure>
                <TextArea label="Your service.json" hint=from value=text id=TEXT error=problems.of(TEXT) rows=14 />
                <Button label="Save it with the keys" icon=IconName::FileDown />
            </Form>
            {move || saved.get().map(|left_out| view! { <Saved left_out /> })}
            <FileInput label="Use another service.json" on_files=take id=FILE error=problems.of(FILE) accept=".json" largest=LARGEST />
            <Button label="Begin with an empty one" on_press=begin look=ButtonLook::Quiet />
        </section>
    }
}

/// What to do with the file.
#[component]
fn Saved(left_out: Vec<String>) -> impl IntoView {
    view! {
        <Notice tone=Tone::Good title="service.json saved to your device. It is not uploaded yet.">
            {(!left_out.is_empty()).then(|| view! {
                <p>"Fields that are not known here were left out: " {left_out.join(", ")} "."</p>
            })}
        </Notice>
        <Steps>
            <Step heading="Upload it">
                <p>"Put it in the place of the service.json beside index.html, on the host of your public page. If it names a logo, put that picture beside it too. The pages follow it when they are next opened."</p>
            </Step>
            <Step heading="Compare the six words">
                <p>"Open the public page and go to Ask us for help. The key words there must be the six words on this page. If they are not, take the page down."</p>
            </Step>
            <Step heading="Print the six words in your leaflet">
                <p>"Then families can compare them too."</p>
            </Step>
        </Steps>
    }
}
