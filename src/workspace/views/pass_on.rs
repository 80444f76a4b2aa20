//! Views go out together, each as it was given: as many come out as go in (LEI-32, CAM-13).

use evenhand_domain::ids::EventId;
use evenhand_domain::register::{Kind, RegisterEntry};
use evenhand_domain::view::KeptView;
use leptos::prelude::*;

use super::words::{called, show_error, view_error};
use crate::components::{
    Actions, Announcer, Button, ButtonLook, Checkboxes, Choice, EmptyState, FieldId, Form, IconName, LinkButton,
    Notice, Problem, Problems, Tone,
};
use crate::layout::Page;
use crate::platform::download::download;
use crate::view;
use crate::workspace::case::near::{one_problem, say_saved};
use crate::workspace::command::Command;
use crate::workspace::registers::{Typed, draw};
use crate::workspace::route::Route;
use crate::workspace::session::Session;

const CHOSEN: FieldId = FieldId::named("views");
/// What is asked; the rest is worked out.
const ASKED: [&str; 5] = ["to_is", "to", "how", "on", "asked"];
/// How much of a view's words shows which it is.
const BEGINNING: usize = 90;

const NO_FILE: &str = "This browser did not save the file. Allow downloads for this page, and save it again from the register of what was passed on.";

fn choice(view: &KeptView) -> Choice {
    let words = view.view.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let begins: String = words.chars().take(BEGINNING).collect();
    // A word is not cut in two.
    let begins = match begins.rsplit_once(' ') {
        Some((whole, _)) if begins.len() < words.len() => whole.to_owned(),
        _ => begins,
    };
    let more = if begins.len() < words.len() { "…" } else { "" };
    let again = if view.went_out.is_empty() {
        ""
    } else {
        " (passed on before)"
    };
    Choice::new(view.id.to_string(), format!("{}{again}", called(view))).hint(format!("{begins}{more}"))
}

/// Hands the file of a pack to the browser. Its name says nothing but the day.
fn save_file(day: &str, file: &[u8]) -> Result<(), String> {
    download(&format!("views-{day}.txt"), file).map_err(|_| NO_FILE.to_owned())
}

/// The page on which views are passed on.
#[component]
pub(in crate::workspace) fn PassOn() -> impl IntoView {
    let (session, announcer, command, problems) = (Session::here(), Announcer::here(), Command::new(), Problems::new());
    let kind = Kind::ViewsPack;
    let (chosen, sent) = (
        RwSignal::new(Vec::<String>::new()),
        RwSignal::new(None::<(EventId, usize, String)>),
    );
    let typed = Typed::of(
        kind.register(),
        &RegisterEntry::new(kind).with("on", session.now().day()),
    );
    let choices = untrack(|| {
        session.read(|desk| {
            let mut views = desk.views();
            views.retain(KeptView::may_go);
            views.sort_by_key(|view| !view.went_out.is_empty());
            views.iter().map(choice).collect::<Vec<_>>()
        })
    });
    let choices = StoredValue::new(choices.unwrap_or_default());
    let submit = move || {
        let values = match typed.read() {
            Ok(values) => values,
            Err(found) => {
                problems.set(found);
                return;
            }
        };
        problems.clear();
        let ids: Vec<_> = chosen.with_untracked(|all| all.iter().filter_map(|id| id.parse().ok()).collect());
        let day = session.now().day().to_string();
        command.run(
            move |desk, now| async move { desk.pass_on_views(now, &ids, values).await },
            move |done| match done {
                Ok(made) => {
                    say_saved(session, announcer);
                    let not_saved = save_file(&day, &made.file).err().unwrap_or_default();
                    sent.set(Some((made.pack, made.count, not_saved)));
                }
                Err(error) => show_error(problems, CHOSEN, &error),
            },
        );
    };
    let count = move || match chosen.with(Vec::len) {
        0 => "No view is chosen.".to_owned(),
        1 => "1 view goes in, and 1 has to come out.".to_owned(),
        more => format!("{more} views go in, and {more} have to come out."),
    };
    let content = move || match sent.get() {
        Some((pack, count, not_saved)) => view! { <SentNotice pack count not_saved /> },
        None if choices.with_value(Vec::is_empty) => view! {
            <EmptyState title="No view waits"><p>"Record a view first."</p></EmptyState>
        },
        None => {
            let fields = typed.boxes().into_iter().filter(|one| ASKED.contains(&one.field.name));
            let fields = fields.map(|one| draw(session, kind, one, problems)).collect_view();
            view! {
                <Form on_submit=submit on_escape=move || session.go(Route::Views)>
                    <Checkboxes legend="Which views?" id=CHOSEN choices=choices.get_value() value=chosen error=problems.of(CHOSEN) />
                    <p aria-live="polite">{count}</p>
                    {fields}
                    <p class="muted">"The file is plain text, so that anybody can open, read and print it. Before you get it, it is read back: unless each view in it is exactly as it was given, nothing is passed on."</p>
                    <Actions>
                        <Button label="Make the file and note it" pending=command.pending() pending_label="Reading it back…" icon=IconName::Download />
                        <Button label="Cancel" on_press=move || session.go(Route::Views) look=ButtonLook::Quiet />
                    </Actions>
                </Form>
            }
        }
    };
    view! {
        <Page title="Pass views on" heading="Pass views on" back=Signal::stored(Route::Views.href()) back_label="Views" problems>
            {content}
        </Page>
    }
}

#[component]
fn SentNotice(pack: EventId, count: usize, not_saved: String) -> impl IntoView {
    let title = match count {
        1 => "1 view went in and 1 came out, exactly as it was given".to_owned(),
        more => format!("{more} views went in and {more} came out, each exactly as it was given"),
    };
    view! {
        {match not_saved.is_empty() {
            true => view! {
                <Notice tone=Tone::Good title>
                    <p>"The file is with your browser’s downloads, and it is noted to whom it goes. Send it as it is: do not open it in another program and save it again."</p>
                </Notice>
            }
            ,
            false => view! { <Notice tone=Tone::Warning title><p>{not_saved}</p></Notice> },
        }}
        <Actions>
            <LinkButton label="What was noted" href=Signal::stored(Route::Entry(Kind::ViewsPack, pack).href()) />
            <LinkButton label="Views" look=ButtonLook::Secondary href=Signal::stored(Route::Views.href()) />
        </Actions>
    }
}

/// Saves the file of a pack once more, on the page of what was passed on.
#[component]
pub(in crate::workspace) fn PackFile(
    /// The entry of the register.
    id: EventId,
) -> impl IntoView {
    let (session, problems) = (Session::here(), Problems::new());
    let failed = problems.all();
    let save = move || {
        problems.clear();
        let made = untrack(|| session.read(|desk| desk.pack_again(id).map_err(|error| view_error(&error))));
        let day = session.now().day().to_string();
        if let Some(Err(why)) = made.map(|made| made.and_then(|file| save_file(&day, &file))) {
            one_problem(problems, CHOSEN, why);
        }
    };
    view! {
        <div aria-live="polite">
            {move || failed.get().into_iter().map(|Problem { message, .. }| view! {
                <Notice tone=Tone::Warning title="No file was saved"><p>{message}</p></Notice>
            }).collect_view()}
        </div>
        <Actions>
            <Button label="Save the file again" on_press=save look=ButtonLook::Secondary icon=IconName::Download />
            <LinkButton
                label="Note an answer"
                look=ButtonLook::Secondary
                href=Signal::stored(Route::AddEntry(Kind::ViewsAnswer, None).href())
                icon=IconName::Message
            />
        </Actions>
    }
}
