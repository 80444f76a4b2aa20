//! The question before opening (SPS-8, CAM-16, WES-8): names, schools and areas alone, then yes or no. It can be answered again
//! at any time, since somebody may find out later that they know the family.

use evenhand_domain::ids::CaseId;
use evenhand_engine::case::answer::BeforeOpening;
use leptos::prelude::*;

use super::candidate_row::Findings;
use super::faults::answer_error;
use super::known::KnownBefore;
use super::passed_on::PassedOn;
use crate::components::{Button, Choice, EmptyState, FieldId, Form, Notice, Problem, Problems, Radios, Tone};
use crate::layout::Page;
use crate::markup::Node;
use crate::view;
use crate::workspace::command::Command;
use crate::workspace::route::{CasePart, Route};
use crate::workspace::session::Session;

const ANSWER: FieldId = FieldId::named("before-opening");

/// What the page shows of a case whose question waits.
struct Asked {
    code: String,
    shown: BeforeOpening,
    /// Whether it was answered before, with "no".
    again: bool,
    check: Option<evenhand_domain::conflict::ConflictCheck>,
}

/// The question before a case that was given to this person can be opened.
#[component]
pub(crate) fn Before(
    /// Which case.
    id: CaseId,
) -> impl IntoView {
    let session = Session::here();
    let passed_on = RwSignal::new(false);
    // Read once: after the answer the case may be gone from this person's desk, and the page says so itself.
    let asked = session.desk().and_then(|desk| {
        let (front, me) = (desk.front(id).ok()?, desk.me().ok()?);
        let check = front.checks.get(&me.id).map(|kept| kept.check.clone());
        Some(Asked {
            code: front.code.clone(),
            shown: BeforeOpening::from(&front.family),
            again: front.has_answered_no_interest(me.id),
            check,
        })
    });
    let Some(asked) = asked else {
        return view! {
            <Page title="No such case" heading="There is no such case here" back=Signal::stored(Route::Cases.href()) back_label="All cases">
                <EmptyState title="Look for it in your list of cases">
                    <p>"It may have been given to somebody else."</p>
                </EmptyState>
            </Page>
        };
    };
    let asked = StoredValue::new(asked);
    Node::following(move || match passed_on.get() {
        true => view! { <PassedOn /> },
        false => asked.with_value(|asked| view! { <Question id asked passed_on /> }),
    })
}

#[component]
fn Question<'a>(id: CaseId, asked: &'a Asked, passed_on: RwSignal<bool>) -> impl IntoView + use<> {
    let session = Session::here();
    let command = Command::new();
    let problems = Problems::new();
    let answer = RwSignal::new(String::new());
    let send = move || {
        let knows = match answer.get_untracked().as_str() {
            "yes" => true,
            "no" => false,
            _ => {
                problems.set(vec![Problem::new(
                    ANSWER,
                    "Select yes if you know anyone here or have an interest",
                )]);
                return;
            }
        };
        problems.clear();
        command.run(
            move |desk, now| async move { desk.answer_before_opening(now, id, knows).await },
            move |done| match done {
                Ok(()) if knows => passed_on.set(true),
                Ok(()) => session.go(Route::Case(id, CasePart::Summary)),
                Err(error) => {
                    problems.set(vec![Problem::new(ANSWER, answer_error(&error))]);
                }
            },
        );
    };
    let choices = vec![
        Choice::new("no", "No").hint(if asked.again {
            "You keep the case"
        } else {
            "You can open the case"
        }),
        Choice::new("yes", "Yes").hint("The case goes back to be given to somebody else, and you cannot open it"),
    ];
    let found = asked
        .check
        .clone()
        .filter(|check| !check.findings.is_empty())
        .map(|check| {
            view! {
                <Notice tone=Tone::Warning title="Found in what you declared"><Findings check /></Notice>
            }
        });
    let caption = format!("Case {}", asked.code);
    let (heading, back, back_label) = if asked.again {
        let back = Route::Case(id, CasePart::Fairness);
        ("Do you know somebody here after all?", back, "Fairness")
    } else {
        ("Before you open this case", Route::Work, "Work")
    };
    let shown = asked.shown.clone();
    view! {
        <Page
            title="Before you open it"
            heading
            caption
            back=Signal::stored(back.href())
            back_label
            problems
        >
            <KnownBefore shown />
            {found}
            <Form on_submit=send>
                <Radios
                    legend="Do you know any of them, or have a personal interest?"
                    hint="Family, friends, neighbours, a post at the school, your own child’s school"
                    choices
                    value=answer
                    id=ANSWER
                    error=problems.of(ANSWER)
                />
                <Button label="Continue" pending=command.pending() pending_label="Saving…" />
            </Form>
        </Page>
    }
}
