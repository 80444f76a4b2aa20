//! What is to be done next in this case.

use evenhand_domain::case::action::{Action, ActionKind};
use evenhand_domain::date::Day;
use evenhand_domain::ids::EventId;
use leptos::prelude::*;

use crate::components::{
    Announcer, Button, ButtonLook, DateInput, DateParts, Disclosure, FieldId, Form, IconName, Problem, Problems,
    SaveState, Tag, TextLine, Tone, focus_soon,
};
use crate::markup::Node;
use crate::view;
use crate::workspace::case::form_draft::{Boxes, date_boxes};
use crate::workspace::case::near::{one_problem, say_saved, trimmed};
use crate::workspace::case::this::ThisCase;
use crate::workspace::case::words::story_error;
use crate::workspace::command::Command;
use crate::workspace::day;
use crate::workspace::undo::Act;

const LIST: FieldId = FieldId::named("actions");
const WHAT: FieldId = FieldId::named("action-what");
const DUE: FieldId = FieldId::named("action-due");

/// Open actions, each with its day, and a way to add one.
#[component]
pub(super) fn Tasks(
    /// The problems of the page.
    problems: Problems,
) -> impl IntoView {
    let this = ThisCase::here();
    let open = Memo::new(move |_| {
        let rows = this.read(|_, story, _| {
            let mut rows: Vec<_> = story
                .open_actions()
                .map(|kept| (kept.id, kept.now.action.clone()))
                .collect();
            rows.sort_by_key(|(_, action)| action.due);
            rows
        });
        rows.unwrap_or_default()
    });
    let is_closed = Memo::new(move |_| this.read(|_, story, _| story.closing().is_some()).unwrap_or(true));
    view! {
        <section class="stack" id=LIST.control() tabindex="-1">
            <h2>"What is next"</h2>
            {move || if open.with(Vec::is_empty) {
                view! { <p class="muted">"Nothing is set. Set the next action so that this case is not forgotten."</p> }
            } else {
                let rows = open.get().into_iter().map(|(id, action)| view! { <Task id action is_closed problems /> });
                view! { <ul class="action-list">{rows.collect_view()}</ul> }
            }}
            {move || (!is_closed.get()).then(|| view! { <SetAction problems /> })}
        </section>
    }
}

#[component]
fn Task(id: EventId, action: Action, is_closed: Memo<bool>, problems: Problems) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let about = StoredValue::new(action.what.clone());
    let done = move || {
        problems.clear();
        let case = this.id();
        let about = about.get_value();
        command.run(
            move |desk, now| async move { desk.finish_action(now, case, id, "").await },
            move |done| match done {
                Ok(()) => {
                    this.session().offer_undo(announcer, Act::Done(case, id), about);
                    // The row is gone, and its button with it.
                    focus_soon(LIST.control());
                }
                Err(error) => one_problem(problems, LIST, story_error(&error)),
            },
        );
    };
    let today = this.today();
    let kind = match action.kind {
        ActionKind::Next => None,
        ActionKind::PassOn => Some("Pass on"),
        ActionKind::KeyDate => Some("Key date"),
    };
    let due = day::due_in_words(action.due, today);
    view! {
        <li class="cluster">
            <span>
                <bdi>{action.what.clone()}</bdi>", "
                {if action.due < today { view! { <strong>{due}</strong> } } else { Node::of(due) }}
            </span>
            {kind.map(|text| view! { <Tag text tone=Tone::Info /> })}
            {(action.due < today).then(|| view! { <Tag text="Overdue" tone=Tone::Danger /> })}
            {move || (!is_closed.get()).then(|| view! {
                <Button
                    label="Done"
                    about=action.what.clone()
                    look=ButtonLook::Secondary
                    icon=IconName::Check
                    on_press=done
                    pending=command.pending()
                    pending_label="Saving…"
                />
            })}
        </li>
    }
}

#[component]
fn SetAction(problems: Problems) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let what = RwSignal::new(String::new());
    let due = DateParts::empty();
    let is_open = RwSignal::new(false);
    let kept = Boxes::new(date_boxes("due", due).to_vec(), Vec::new(), Vec::new())
        .and("what", what)
        .keep(&format!("action/{}", this.id()));
    // A draft that is brought back opens what it fills.
    Effect::new(move || {
        if kept.restored().get() {
            is_open.set(true);
        }
    });
    let save = move || {
        let day = day::read(due);
        let mut found = Vec::new();
        if trimmed(what).is_empty() {
            found.push(Problem::new(WHAT, "Enter what is to be done"));
        }
        match &day {
            Err(words) => found.push(Problem::new(DUE, words.clone())),
            Ok(None) => found.push(Problem::new(DUE, "Enter the day by which it is to be done")),
            Ok(Some(_)) => {}
        }
        let (true, Ok(Some(day))) = (problems.set(found), day) else {
            return;
        };
        let action = Action {
            what: trimmed(what),
            due: day,
            who: None,
            kind: ActionKind::Next,
        };
        let id = this.id();
        command.of(kept).run(
            move |desk, now| async move { desk.set_action(now, id, action).await },
            move |done| match done {
                Ok(_) => {
                    what.set(String::new());
                    due.fill("", "", "");
                    is_open.set(false);
                    say_saved(this.session(), announcer);
                }
                Err(error) => one_problem(problems, WHAT, story_error(&error)),
            },
        );
    };
    view! {
        <Disclosure label="Set an action" open=is_open>
            <Form on_submit=save>
                <TextLine label="What is to be done?" value=what id=WHAT error=problems.of(WHAT) />
                <DateInput legend="By when?" hint="For example, 27 3 2026" value=due id=DUE error=problems.of(DUE)>
                    <SoonButtons due />
                </DateInput>
                <div class="cluster">
                    <Button label="Save this action" look=ButtonLook::Secondary pending=command.pending() pending_label="Saving…" />
                    <SaveState draft=kept.state() />
                </div>
            </Form>
        </Disclosure>
    }
}

/// Days that are often meant.
#[component]
pub(crate) fn SoonButtons(
    /// The boxes that they fill.
    due: DateParts,
) -> impl IntoView {
    let this = ThisCase::here();
    let soon = [("Next working day", 1_u32), ("In a week", 5), ("In two weeks", 10)];
    let press = move |days: u32| {
        let today: Day = this.today();
        day::fill(due, today.plus_working_days(days));
    };
    soon.into_iter()
        .map(|(label, days)| view! { <Button label look=ButtonLook::Quiet on_press=move || press(days) /> })
        .collect_view()
}
