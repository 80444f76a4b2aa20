//! A question's page: its heading, its boxes, Continue.

use evenhand_domain::referral::{Answers, Field, Part, Question, Track};
use leptos::prelude::*;

use super::part::{Paper, part_view};
use super::sheet::{Sheet, id_of};
use crate::components::{Button, Form, Problem, Problems};
use crate::layout::{Page, QuestionPage};
use crate::public::journey::Journey;
use crate::public::words::asking;
use crate::view;

/// Asks one question. What was typed is kept when the page is left either way; it is checked on Continue alone.
#[component]
pub(in crate::public) fn AskQuestion(
    /// Which question.
    question: Question,
    /// Whether Continue leads back to the check page.
    changing: bool,
    /// Where Back leads.
    back: Signal<String>,
) -> impl IntoView {
    let journey = Journey::here();
    let answers = journey.with(|answers, _| carried_forward(question, answers.clone()));
    let (parts, heading, why, caption) = journey.with(|_, setting| {
        let track = answers.track();
        let optional = if question.is_optional(track) { " (optional)" } else { "" };
        let heading = format!("{}{optional}", question.heading(track, setting));
        (
            question.parts(&answers),
            heading,
            question.why(track, setting),
            question.caption(track),
        )
    });
    let sheet = Sheet::new(&parts, &answers);
    let problems = Problems::new();
    let paper = Paper {
        sheet,
        problems,
        fills_in: journey.is_own_device(),
    };
    on_cleanup(move || {
        if let Some(written) = journey.with_answers(|answers| sheet.written_over(answers)) {
            journey.keep(written);
        }
    });
    let go_on = move || {
        let Some(written) = journey.with_answers(|answers| sheet.written_over(answers)) else {
            return;
        };
        journey.keep(written);
        let faults = journey.with(|answers, setting| question.validate(answers, setting));
        let found = faults
            .into_iter()
            .map(|fault| Problem::new(id_of(fault.field), fault.message));
        if problems.set(found.collect())
            && let Some(onward) = journey.after(question, changing)
        {
            journey.go(onward);
        }
    };
    let is_label = parts.first().is_some_and(|part| part.label.is_empty());
    let title = question.title();
    if is_label {
        let boxes = boxes(parts, paper, Some((heading, why)));
        view! {
            <QuestionPage title caption back problems>
                <Form on_submit=go_on>{boxes} <Button label=asking::CONTINUE /></Form>
            </QuestionPage>
        }
    } else {
        let boxes = boxes(parts, paper, None);
        let why = (!why.is_empty()).then(|| view! { <p>{why}</p> });
        view! {
            <Page title heading caption back problems>
                {why}
                <Form on_submit=go_on>{boxes} <Button label=asking::CONTINUE /></Form>
            </Page>
        }
    }
}

/// All parts; the first one carries the heading where there is one.
fn boxes(parts: Vec<Part>, paper: Paper, mut heading: Option<(String, String)>) -> impl IntoView {
    parts
        .into_iter()
        .map(|part| part_view(part, paper, heading.take()))
        .collect_view()
}

/// Nobody is asked twice: a young person's own first name stands in the box for their name.
fn carried_forward(question: Question, mut answers: Answers) -> Answers {
    let own = answers.track() == Some(Track::YoungPerson);
    if question == Question::Name && own && answers.one(Field::Name).is_empty() {
        let called = answers.one(Field::ChildName).to_owned();
        answers.set(Field::Name, &called);
    }
    answers
}
