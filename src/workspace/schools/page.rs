//! The national register of schools: what is kept of it, and how it is brought in.

use evenhand_domain::register::Kind;
use evenhand_domain::worker::Role;
use evenhand_engine::desk::Desk;
use leptos::prelude::*;

use super::read::{Told, bring_in};
use crate::components::{
    Announcer, FieldId, FileInput, FilePieces, Notice, Problem, Problems, Progress, TextArea, Tone,
};
use crate::layout::Page;
use crate::view;
use crate::workspace::case::say_saved;
use crate::workspace::command::Command;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

const AREAS: FieldId = FieldId::named("areas");
const FILES: FieldId = FieldId::named("register-files");

/// What is kept, in a sentence.
fn kept(desk: &Desk) -> String {
    match desk.team().schools {
        None => "No schools are kept yet.".to_owned(),
        Some(kept) => format!(
            "{} schools from {}, brought in on {}.",
            kept.count,
            kept.areas.join(" and "),
            kept.on.long()
        ),
    }
}

/// The page of schools.
#[component]
pub(crate) fn SchoolsPage() -> impl IntoView {
    let session = Session::here();
    let problems = Problems::new();
    let is_manager = untrack(|| session.read(|desk| desk.me().map(|me| me.role) == Ok(Role::Manager)));
    let kept = move || session.read(kept).unwrap_or_default();
    view! {
        <Page title="Schools" heading="Schools" back=Signal::stored(Route::Registers.href()) back_label="Registers" problems>
            <p class="lead">{kept}</p>
            <p>"A school that is chosen from this list is known by its number. So the conflict check finds it under another name or an earlier one, and finds every school of a trust."</p>
            <p>"A nursery or childminder without a number goes into "<a href=Route::Register(Kind::Place).href()>"Local places"</a>"."</p>
            {match is_manager {
                Some(true) => view! { <BringIn problems /> },
                _ => view! { <p class="muted">"The manager brings them in."</p> },
            }}
        </Page>
    }
}

#[component]
fn BringIn(problems: Problems) -> impl IntoView {
    let (session, announcer, command) = (Session::here(), Announcer::here(), Command::new());
    let before = untrack(|| session.read(|desk| desk.team().schools)).flatten();
    let areas = RwSignal::new(before.map(|kept| kept.areas.join("\n")).unwrap_or_default());
    let (done, told) = (RwSignal::new(0.0), RwSignal::new(None::<Told>));
    let take = move |files: Vec<FilePieces>| {
        let areas: Vec<String> = areas.with_untracked(|areas| {
            let lines = areas.lines().map(str::trim).filter(|line| !line.is_empty());
            lines.map(str::to_owned).collect()
        });
        told.set(None);
        problems.clear();
        if areas.is_empty() {
            problems.set(vec![Problem::new(
                AREAS,
                "Enter at least one area, so that not all of England is kept",
            )]);
            return;
        }
        done.set(0.0);
        command.run(
            move |desk, now| bring_in(desk, now, files, areas, done),
            move |brought| match brought {
                Ok(brought) => {
                    told.set(Some(brought));
                    say_saved(session, announcer);
                }
                Err(why) => {
                    problems.set(vec![Problem::new(FILES, why)]);
                }
            },
        );
    };
    let result = move || {
        told.get().map(|told| {
            let lines = |lines: Vec<String>| lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
            let left = (!told.left.is_empty()).then(|| {
                view! { <Notice tone=Tone::Info title="What was left out">{lines(told.left)}</Notice> }
            });
            view! {
                <Notice tone=Tone::Good title="Brought in">{lines(told.kept)}</Notice>
                {left}
            }
        })
    };
    view! {
        <section class="stack">
            <h2>"Bring in the national register"</h2>
            <ol>
                <li>"At get-information-schools.service.gov.uk choose Downloads, and there “Establishment fields CSV” and “Establishment links CSV” of all establishments. Unpack them."</li>
                <li>"Enter the areas in which your families go to school."</li>
                <li>"Choose both files. They are read on this device, and nothing is sent. Schools of other areas are not kept."</li>
            </ol>
            <TextArea
                label="Local authorities or districts"
                hint="One on each line, as the register writes them"
                value=areas id=AREAS error=problems.of(AREAS) rows=3
            />
            <FileInput
                label="The files of the register"
                hint="Their names begin with edubasealldata and links_edubasealldata"
                id=FILES
                error=problems.of(FILES)
                in_pieces=take
                accept=".csv"
                multiple=true
            />
            {move || command.pending().get().then(|| view! { <Progress label="Reading the register…" done /> })}
            {result}
        </section>
    }
}
