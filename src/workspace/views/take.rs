//! A view is given: the words first, then what the giver settles, then it is sealed (LEI-32).

use evenhand_domain::ids::ViewId;
use evenhand_domain::register::{Kind, RegisterEntry};
use evenhand_domain::view::{KeptView, View};
use evenhand_engine::view::TakeRequest;
use leptos::prelude::*;

use super::settle::Settle;
use super::words::show_error;
use crate::components::{
    Actions, Announcer, Button, ButtonLook, ChosenFile, FieldId, FileInput, Form, Inset, Problem, Problems, SaveState,
    TextArea, WordForWord,
};
use crate::layout::Page;
use crate::view;
use crate::workspace::case::near::{one_problem, say_saved};
use crate::workspace::command::Command;
use crate::workspace::not_found::NotFound;
use crate::workspace::registers::{Typed, draw};
use crate::workspace::route::Route;
use crate::workspace::session::Session;

const WORDS: FieldId = FieldId::named("words");
const FILE: FieldId = FieldId::named("words-file");
/// What is asked with the words; the rest is the giver's to settle.
const FIRST: [&str; 7] = ["is", "through", "asked", "request", "themes", "language", "on"];
/// Bytes that a text from a file may have.
const LARGEST: u32 = 1024 * 1024;

/// The page on which a view is taken.
#[component]
pub(in crate::workspace) fn TakeView(
    /// The view in whose place it is given.
    instead: Option<ViewId>,
) -> impl IntoView {
    let session = Session::here();
    let earlier = untrack(|| session.read(|desk| instead.and_then(|id| desk.view(id)))).flatten();
    match instead.is_some() && !earlier.as_ref().is_some_and(KeptView::may_go) {
        true => view! { <NotFound /> },
        false => view! { <Take earlier=earlier.map(|view| (view.id, view.view)) /> },
    }
}

#[component]
fn Take(earlier: Option<(ViewId, View)>) -> impl IntoView {
    let (session, announcer, problems) = (Session::here(), Announcer::here(), Problems::new());
    let (instead, earlier) = earlier.unzip();
    let (about, before) = earlier.map(|view| (view.about, view.text)).unzip();
    let mut begun = about.unwrap_or(RegisterEntry::new(Kind::View));
    begun.values.remove("settled");
    let begun = begun.with("on", session.now().day());
    let typed = Typed::of(Kind::View.register(), &begun);
    let (text, not_for) = (RwSignal::new(String::new()), RwSignal::new(Vec::new()));
    let place = instead.map_or_else(|| "view/new".to_owned(), |id| format!("view/{id}"));
    let team = untrack(|| session.read(|desk| desk.team())).unwrap_or_default();
    let colleagues = team.current().into_iter().map(|one| one.id.to_string()).collect();
    let draft = typed.draft().and("words", text).and_ticks(not_for, colleagues);
    let kept = draft.keep(&place);
    let (command, settles) = (Command::new().of(kept), RwSignal::new(false));
    let back = instead.map_or(Route::Views, Route::View);
    let entry = move || match typed.read() {
        Ok(values) => Some(RegisterEntry {
            kind: Kind::View,
            values,
        }),
        Err(found) => {
            problems.set(found);
            None
        }
    };
    let go_on = move || {
        problems.clear();
        let Some(entry) = entry() else { return };
        let faults = untrack(|| session.read(|desk| desk.view_faults(session.now(), &entry)));
        let mine = faults
            .unwrap_or_default()
            .into_iter()
            .filter(|fault| FIRST.contains(&fault.field));
        let mut found: Vec<_> = mine
            .map(|fault| Problem::new(FieldId::named(fault.field), fault.what))
            .collect();
        if text.with_untracked(|text| text.trim().is_empty()) {
            found.insert(0, Problem::new(WORDS, "Enter the words, as they are given"));
        }
        let is_fine = problems.set(found);
        settles.set(is_fine);
    };
    let seal = move || {
        problems.clear();
        let Some(about) = entry() else { return };
        let request = TakeRequest {
            text: text.get_untracked(),
            about,
            not_for: not_for.with_untracked(|all: &Vec<String>| all.iter().filter_map(|id| id.parse().ok()).collect()),
            instead,
        };
        command.run(
            move |desk, now| async move { desk.take_view(now, request).await },
            move |done| match done {
                Ok(id) => {
                    kept.drop();
                    say_saved(session, announcer);
                    session.go(Route::View(id));
                }
                Err(error) => {
                    if let evenhand_engine::view::ViewError::Answers(faults) = &error
                        && faults.iter().any(|fault| FIRST.contains(&fault.field))
                    {
                        settles.set(false);
                    }
                    show_error(problems, FieldId::named("named"), &error);
                }
            },
        );
    };
    let take_file = move |files: Vec<ChosenFile>| {
        problems.clear();
        for file in files {
            match file.bytes.map(String::from_utf8) {
                Ok(Ok(words)) => text.set(words),
                _ => one_problem(
                    problems,
                    FILE,
                    "This file is no plain text in UTF-8, or it is too large. Save it as plain text, or type the words in.",
                ),
            }
        }
    };
    let leave = move || {
        kept.drop();
        session.go(back);
    };
    let step = move || match settles.get() {
        false => {
            let fields = typed.boxes().into_iter().filter(|one| FIRST.contains(&one.field.name));
            let fields = fields
                .map(|one| draw(session, Kind::View, one, problems))
                .collect_view();
            view! {
                <Form on_submit=go_on on_escape=move || session.go(back)>
                    <TextArea
                        label="The words"
                        hint="Just as they are said or written. Do not shorten, correct or soften them."
                        value=text id=WORDS error=problems.of(WORDS) rows=8
                    />
                    <FileInput
                        label="Or take the words from a text file (optional)"
                        hint="They are kept exactly as in the file, as long as you do not type in the box."
                        id=FILE error=problems.of(FILE) on_files=take_file accept=".txt" largest=LARGEST
                    />
                    {fields}
                    <Actions>
                        <Button label="Continue" />
                        <Button label="Cancel" on_press=leave look=ButtonLook::Quiet />
                    </Actions>
                    <SaveState draft=kept.state() />
                </Form>
            }
        }
        true => view! {
            <Form on_submit=seal on_escape=move || settles.set(false)>
                <Settle typed text not_for problems />
                <Actions>
                    <Button label="Seal it" pending=command.pending() pending_label="Sealing…" icon=crate::components::IconName::Lock />
                    <Button label="Change the words" on_press=move || settles.set(false) look=ButtonLook::Secondary />
                </Actions>
                <SaveState draft=kept.state() />
            </Form>
        },
    };
    view! {
        <Page
            title="Record a view"
            heading=move || match settles.get() {
                true => "The giver decides",
                false if instead.is_some() => "The view in other words",
                false => "Record a view",
            }
            caption=move || if settles.get() { "Step 2 of 2" } else { "Step 1 of 2" }
            back=Signal::stored(back.href())
            back_label="Back"
            problems
        >
            {before.map(|text| view! {
                <Inset><p>"They give it in other words. What they gave before is kept as it was, and is not passed on."</p></Inset>
                <WordForWord whose="What they gave before, word for word" text=Signal::stored(text) />
            })}
            {step}
        </Page>
    }
}
