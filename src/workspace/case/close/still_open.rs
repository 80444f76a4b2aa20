//! What is still to be done or missing when a case is about to close.

use evenhand_domain::case::action::ActionKind;
use evenhand_domain::case::state::{ActionState, Recorded};
use evenhand_engine::policy::duty::CaseDuty;
use evenhand_engine::policy::profile::Topic;
use leptos::prelude::*;

use super::words::LEFT_OPEN;
use crate::components::{Notice, Problems, TextArea, Tone};
use crate::view;
use crate::workspace::case::summary::place_of;
use crate::workspace::case::this::ThisCase;
use crate::workspace::route::CasePart;
use crate::workspace::wording::WordingHelp;

/// Actions that are not done yet, so that none is forgotten with the case.
#[component]
pub(super) fn StillToDo() -> impl IntoView {
    let this = ThisCase::here();
    let open = move || {
        let lines = this.read(|_, story, _| {
            let lines = story
                .open_actions()
                .map(|kept| (kept.now.action.due, kept.now.action.what.clone()));
            let mut lines: Vec<_> = lines.collect();
            lines.sort();
            lines
        });
        lines.unwrap_or_default()
    };
    move || {
        let rows: Vec<_> = open()
            .into_iter()
            .map(|(due, what)| {
                let late = if due < this.today() { ", overdue" } else { "" };
                view! { <li><bdi>{what}</bdi>", by " {due.long()} {late}</li> }
            })
            .collect();
        let (title, way) = match rows.len() {
            1 => ("This is still to be done", "Do it first, or mark it as done"),
            _ => ("These are still to be done", "Do them first, or mark them as done"),
        };
        (!rows.is_empty()).then(|| {
            view! {
                <Notice tone=Tone::Warning title=title>
                    <ul>{rows.into_iter().collect_view()}</ul>
                    <p><a href=this.href(CasePart::Summary)>{way}</a></p>
                </Notice>
            }
        })
    }
}

/// What the policy asks and is not there, each with a link to where it is done.
#[component]
pub(super) fn StillAsked(
    /// Why it closes with something missing.
    left_open: RwSignal<String>,
    /// The problems of the page.
    problems: Problems,
) -> impl IntoView {
    let this = ThisCase::here();
    let missing = Memo::new(move |_| {
        let duties = this.read(|file, _, desk| {
            if file.front.is_enquiry {
                Vec::new()
            } else {
                desk.duties(this.session().now(), this.id()).unwrap_or_default()
            }
        });
        let duties = duties.unwrap_or_default();
        // Feedback is asked on this very page.
        let is_gap = |duty: &CaseDuty| duty.is_missing() && duty.topic != Topic::Feedback;
        duties.into_iter().filter(is_gap).collect::<Vec<_>>()
    });
    // What an agency said and nobody passed on is asked after as well (LEI-27).
    let to_pass_on = Memo::new(move |_| {
        let is_open = |kept: &Recorded<ActionState>| kept.now.action.kind == ActionKind::PassOn;
        this.read(|_, story, _| story.open_actions().any(is_open))
            .unwrap_or_default()
    });
    let asks_why = Memo::new(move |_| to_pass_on.get() || missing.with(|all| all.iter().any(CaseDuty::needs_reason)));
    let list = move || {
        let row = |duty: CaseDuty| {
            let clauses = duty.rule.clauses.join(", ");
            let from = if duty.rule.borrowed {
                format!("good practice, {clauses}")
            } else {
                clauses
            };
            view! { <li><a href=this.href(place_of(duty.topic))>{duty.topic.words()}</a>" " <span class="muted">{from}</span></li> }
        };
        missing.get().into_iter().map(row).collect_view()
    };
    move || {
        let is_missing = missing.with(|all| !all.is_empty());
        (is_missing || to_pass_on.get()).then(|| {
            view! {
                <Notice tone=Tone::Warning title="This is still missing">
                    <ul>
                        {list}
                        {to_pass_on.get().then(|| view! { <li>"What an agency told you is not passed on yet " <span class="muted">"LEI-27"</span></li> })}
                    </ul>
                    <p>"You can do it first. If you close the case without it, that is kept with the closing."</p>
                </Notice>
                {move || asks_why.get().then(|| view! {
                    <TextArea
                        label="Why does it close with something missing?"
                        value=left_open
                        id=LEFT_OPEN
                        error=problems.of(LEFT_OPEN)
                        rows=2
                    />
                    <WordingHelp text=left_open field=LEFT_OPEN name="Why it closes with something missing" />
                })}
            }
        })
    }
}
