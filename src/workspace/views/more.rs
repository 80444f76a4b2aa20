//! What can still happen to a view: a translation beside it, the giver takes it back or gives it in other words. Never a change.

use evenhand_domain::ids::ViewId;
use evenhand_domain::register::{Answer, Kind};
use evenhand_domain::view::{KeptView, THEMES};
use leptos::prelude::*;

use super::words::show_error;
use crate::components::{
    Actions, Announcer, Button, ButtonLook, Checkboxes, Choice, ErrorSummary, FieldId, Form, IconName, LinkButton,
    Problems, TextArea, TextInput, Width,
};
use crate::markup::Node;
use crate::view;
use crate::workspace::case::near::{say_saved, trimmed};
use crate::workspace::command::Command;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

const TEXT: FieldId = FieldId::named("translation");
const INTO: FieldId = FieldId::named("into");
const MADE_BY: FieldId = FieldId::named("made_by");
const HOW: FieldId = FieldId::named("how");
const SORTED: FieldId = FieldId::named("themes");

/// Which form is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    Translate,
    Sort,
    TakeBack,
}

/// The buttons below a view, and the form that one of them opens.
#[component]
pub(super) fn More(
    /// Which view.
    id: ViewId,
    /// It as it stands.
    kept: Memo<Option<KeptView>>,
) -> impl IntoView {
    let open = RwSignal::new(Open::Nothing);
    let may_go = move || kept.with(|view| view.as_ref().is_some_and(KeptView::may_go));
    let waits = move || kept.with(|view| view.as_ref().is_some_and(KeptView::waits));
    move || {
        let waits = waits();
        match (may_go(), open.get()) {
            (false, _) => Node::nothing(),
            (true, Open::Translate) => view! { <Translate id open /> },
            (true, Open::TakeBack) => view! { <TakeBack id open /> },
            (true, Open::Sort) => view! { <Sort id kept open /> },
            (true, Open::Nothing) => view! {
                <Actions>
                    <Button label="Attach a translation" on_press=move || open.set(Open::Translate) look=ButtonLook::Secondary icon=IconName::Languages />
                    <LinkButton
                        label="Write down new words from them"
                        look=ButtonLook::Secondary
                        href=Signal::stored(Route::TakeView(Some(id)).href())
                        icon=IconName::Quote
                    />
                    {waits.then(|| view! {
                        <Button label="Correct the themes" on_press=move || open.set(Open::Sort) look=ButtonLook::Secondary icon=IconName::Pencil />
                        <Button label="They take it back" on_press=move || open.set(Open::TakeBack) look=ButtonLook::Secondary icon=IconName::Undo />
                    })}
                </Actions>
            },
        }
    }
}

#[component]
fn Translate(id: ViewId, open: RwSignal<Open>) -> impl IntoView {
    let (session, announcer, command, problems) = (Session::here(), Announcer::here(), Command::new(), Problems::new());
    let empty = || RwSignal::new(String::new());
    let (text, into, made_by) = (empty(), empty(), empty());
    let submit = move || {
        problems.clear();
        let (words, into, made_by) = (text.get_untracked(), trimmed(into), trimmed(made_by));
        command.run(
            move |desk, now| async move { desk.translate_view(now, id, words, &into, &made_by).await },
            move |done| match done {
                Ok(()) => {
                    say_saved(session, announcer);
                    open.set(Open::Nothing);
                }
                Err(error) => show_error(problems, TEXT, &error),
            },
        );
    };
    let stop = move || open.set(Open::Nothing);
    view! {
        <section class="stack">
            <h2>"Attach a translation"</h2>
            <ErrorSummary problems />
            <Form on_submit=submit on_escape=stop>
                <TextArea label="The translation" hint="It goes beside the words, with a label, and never instead of them." value=text id=TEXT error=problems.of(TEXT) />
                <TextInput label="Into which language?" value=into id=INTO error=problems.of(INTO) width=Width::Medium />
                <TextInput label="Who translated it?" value=made_by id=MADE_BY error=problems.of(MADE_BY) width=Width::Long />
                <Actions>
                    <Button label="Attach it" pending=command.pending() pending_label="Saving…" />
                    <Button label="Cancel" on_press=stop look=ButtonLook::Quiet />
                </Actions>
            </Form>
        </section>
    }
}

#[component]
fn Sort(id: ViewId, kept: Memo<Option<KeptView>>, open: RwSignal<Open>) -> impl IntoView {
    let (session, announcer, command, problems) = (Session::here(), Announcer::here(), Command::new(), Problems::new());
    let before = kept.with_untracked(|view| view.as_ref().map(|view| view.view.about.text(THEMES).to_owned()));
    let before = before.unwrap_or_default();
    let ticked = RwSignal::new(before.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
    let choices = match Kind::View.register().field(THEMES).map(|field| field.answer) {
        Some(Answer::Some(all)) => all.iter().map(|(word, shown)| Choice::new(*word, *shown)).collect(),
        _ => Vec::new(),
    };
    let submit = move || {
        problems.clear();
        let themes = ticked.with_untracked(|ticked| ticked.join(" "));
        command.run(
            move |desk, now| async move { desk.sort_view(now, id, &themes).await },
            move |done| match done {
                Ok(()) => {
                    say_saved(session, announcer);
                    open.set(Open::Nothing);
                }
                Err(error) => show_error(problems, SORTED, &error),
            },
        );
    };
    let stop = move || open.set(Open::Nothing);
    view! {
        <section class="stack">
            <h2>"Correct the themes"</h2>
            <ErrorSummary problems />
            <Form on_submit=submit on_escape=stop>
                <Checkboxes legend="Themes" hint="The words stay as they are. What was ticked before is kept." choices value=ticked id=SORTED error=problems.of(SORTED) />
                <Actions>
                    <Button label="Save the themes" pending=command.pending() pending_label="Saving…" />
                    <Button label="Cancel" on_press=stop look=ButtonLook::Quiet />
                </Actions>
            </Form>
        </section>
    }
}

#[component]
fn TakeBack(id: ViewId, open: RwSignal<Open>) -> impl IntoView {
    let (session, announcer, command, problems) = (Session::here(), Announcer::here(), Command::new(), Problems::new());
    let how = RwSignal::new(String::new());
    let submit = move || {
        problems.clear();
        let how = trimmed(how);
        command.run(
            move |desk, now| async move { desk.take_back_view(now, id, &how).await },
            move |done| match done {
                Ok(()) => {
                    say_saved(session, announcer);
                    open.set(Open::Nothing);
                }
                Err(error) => show_error(problems, HOW, &error),
            },
        );
    };
    let stop = move || open.set(Open::Nothing);
    view! {
        <section class="stack">
            <h2>"They take it back"</h2>
            <p>"The words and translations are erased here for good. That a view was given and taken back stays. Backups made before now still hold the words."</p>
            <ErrorSummary problems />
            <Form on_submit=submit on_escape=stop>
                <TextInput
                    label="How did they say so? (optional)"
                    hint="It is kept here and never passed on."
                    value=how id=HOW error=problems.of(HOW) width=Width::Long
                />
                <Actions>
                    <Button label="Erase it and note that they took it back" look=ButtonLook::Danger pending=command.pending() pending_label="Saving…" />
                    <Button label="Cancel" on_press=stop look=ButtonLook::Quiet />
                </Actions>
            </Form>
        </section>
    }
}
