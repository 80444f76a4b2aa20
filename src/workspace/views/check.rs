//! A pack is held against what was sealed, text by text (LEI-32).

use evenhand_domain::ids::ViewId;
use evenhand_engine::desk::Desk;
use evenhand_engine::view::{Checked, Found};
use leptos::prelude::*;

use super::words::{called, view_error};
use crate::components::{Cell, ChosenFile, Column, FieldId, FileInput, Notice, Problems, Table, Tone};
use crate::layout::Page;
use crate::view;
use crate::workspace::case::near::one_problem;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

const FILE: FieldId = FieldId::named("pack-file");

const fn found_words(found: Found) -> &'static str {
    match found {
        Found::AsSealed => "As it was sealed",
        Found::OnlyByFile => "As its fingerprint says; the view is not for you to read",
        Found::Altered => "Altered",
        Found::Missing => "Missing",
        Found::Added => "Did not go out in this file",
    }
}

fn row(desk: &Desk, (id, translation, found): (ViewId, usize, Found)) -> Vec<Cell> {
    let name = match (desk.view(id), translation) {
        (Some(view), 0) => called(&view),
        (Some(view), _) => format!("{}, translation {translation}", called(&view)),
        (None, 0) => "A view".to_owned(),
        (None, _) => "A translation".to_owned(),
    };
    let name = match desk.view(id) {
        Some(_) => Cell::link(name, Route::View(id).href()),
        None => Cell::text(name),
    };
    vec![name, Cell::text(found_words(found))]
}

/// The page on which a pack is checked.
#[component]
pub(in crate::workspace) fn CheckPack() -> impl IntoView {
    let (session, problems, checked) = (Session::here(), Problems::new(), RwSignal::new(None::<Checked>));
    let take = move |files: Vec<ChosenFile>| {
        problems.clear();
        checked.set(None);
        for file in files {
            let found = match file.bytes {
                Ok(bytes) => untrack(|| session.read(|desk| desk.check_pack(&bytes))),
                Err(_) => {
                    one_problem(
                        problems,
                        FILE,
                        "The file could not be read. It may have been moved or changed. Choose it again.",
                    );
                    return;
                }
            };
            match found {
                Some(Ok(found)) => checked.set(Some(found)),
                Some(Err(error)) => one_problem(problems, FILE, view_error(&error)),
                None => {}
            }
        }
    };
    let result = move || {
        let found = checked.get()?;
        let count = found
            .texts
            .iter()
            .filter(|(.., found)| *found == Found::AsSealed)
            .count();
        let out = match found.went_out {
            1 => "1 view went out in this file".to_owned(),
            more => format!("{more} views went out in this file"),
        };
        let texts = found.texts.len();
        let lines = format!("{out}. As they were sealed: {count} of {texts} texts.");
        let around = match found.is_same_file {
            true => "The file as a whole is the one that was made.",
            false => {
                "The file as a whole is not the one that was made: something in it or around the texts is different."
            }
        };
        let (tone, title) = match found.worst() {
            Found::AsSealed => (Tone::Good, "Every view is as it was sealed"),
            Found::OnlyByFile => (Tone::Warning, "Some views are not for you to read"),
            _ => (Tone::Danger, "Not every view is as it was sealed"),
        };
        let rows = session.read(|desk| found.texts.iter().map(|text| row(desk, *text)).collect::<Vec<_>>());
        let columns = vec![Column::new("View"), Column::new("How it stands")];
        Some(view! {
            <Notice tone title><p>{lines}</p><p>{around}</p></Notice>
            <Table caption="Each text in the file" columns rows=Signal::stored(rows.unwrap_or_default()) />
        })
    };
    view! {
        <Page title="Check a file of views" heading="Check a file of views" back=Signal::stored(Route::Views.href()) back_label="Views" problems>
            <p>"Choose a file of views that went out from here: your own copy, or the one that somebody has now. We tell you of each view in it whether it is still as it was sealed."</p>
            <FileInput label="The file of views" id=FILE error=problems.of(FILE) on_files=take accept=".txt" />
            <div class="stack" aria-live="polite">{result}</div>
        </Page>
    }
}
