//! How a case closed, the slip for its family, and opening it again.

use evenhand_domain::case::close::{Closing, FeedbackOffer};
use evenhand_domain::date::Day;
use leptos::prelude::*;

use super::slip::Slip;
use super::words::{REOPEN, problem, way_words};
use crate::components::{
    Announcer, Button, ButtonLook, Form, Problems, SaveState, SummaryList, SummaryRow, TextLine, WordForWord,
};
use crate::view;
use crate::workspace::case::near::{as_typed, one_problem, say_saved, trimmed};
use crate::workspace::case::this::{ThisCase, worker_name};
use crate::workspace::command::Command;
use crate::workspace::draft::use_draft;

/// A closed case.
#[component]
pub(super) fn Closed(
    /// The problems of the page.
    problems: Problems,
) -> impl IntoView {
    let this = ThisCase::here();
    let shown = move || {
        this.read(|_, story, desk| {
            let kept = story.closing()?;
            let feedback = story.feedback.last().map(|kept| kept.now.clone());
            Some(closing(
                &kept.now,
                feedback.as_ref(),
                kept.on,
                worker_name(desk, kept.by),
            ))
        })
        .flatten()
    };
    view! {
        <div class="stack">
            {shown}
            <Slip />
            <Reopen problems />
        </div>
    }
}

fn closing(closing: &Closing, feedback: Option<&FeedbackOffer>, on: Day, by: String) -> impl IntoView + use<> {
    let seen = Some(closing.as_they_see_it.clone()).filter(|words| !words.trim().is_empty());
    let left_open = closing.left_open.join("\n");
    let why = closing.why_left_open.clone();
    let asked = feedback.map(|offer| {
        if offer.why.trim().is_empty() {
            way_words(offer.way).to_owned()
        } else {
            format!("{}: {}", way_words(offer.way), offer.why)
        }
    });
    let outcome = closing.outcome.clone();
    view! {
        <SummaryList>
            <SummaryRow label="Closed">{on.long()}", by " <bdi>{by}</bdi></SummaryRow>
            <SummaryRow label="What came of it">{as_typed(outcome)}</SummaryRow>
            {asked.map(|text| view! { <SummaryRow label="How we asked how we did">{as_typed(text)}</SummaryRow> })}
            {(!left_open.is_empty()).then(|| view! { <SummaryRow label="What was missing">{as_typed(left_open)}</SummaryRow> })}
            {(!why.is_empty()).then(|| view! { <SummaryRow label="Why it closed without it">{as_typed(why)}</SummaryRow> })}
        </SummaryList>
        {seen.map(|words| view! { <WordForWord whose="How they see it, word for word" text=Signal::stored(words) /> })}
    }
}

#[component]
fn Reopen(problems: Problems) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let why = RwSignal::new(String::new());
    let kept = use_draft(&format!("reopen/{}", this.id()), vec![("why", why)]);
    let save = move || {
        problems.clear();
        let reason = trimmed(why);
        if reason.is_empty() {
            return one_problem(problems, REOPEN, "Enter why this case opens again");
        }
        let id = this.id();
        command.of(kept).run(
            move |desk, now| async move { desk.reopen_case(now, id, &reason).await },
            move |done| match done {
                Ok(()) => say_saved(this.session(), announcer),
                Err(error) => {
                    problems.set(vec![problem(&error)]);
                }
            },
        );
    };
    view! {
        <section class="stack no-print">
            <h2>"Open it again"</h2>
            <Form on_submit=save>
                <TextLine label="Why does this case open again?" hint="For example: they phoned with a new question" value=why id=REOPEN error=problems.of(REOPEN) />
                <div class="cluster">
                    <Button label="Open this case again" look=ButtonLook::Secondary pending=command.pending() pending_label="Opening…" />
                    <SaveState draft=kept.state() />
                </div>
            </Form>
        </section>
    }
}
