//! What closing asks: what is missing, what came of it, how they see it, and the chance to say how we did.

use evenhand_domain::case::close::{FeedbackOffer, FeedbackWay};
use evenhand_engine::case::close::CloseRequest;
use leptos::prelude::*;

use super::still_open::{StillAsked, StillToDo};
use super::words::{FEEDBACK, FEEDBACK_WHY, OUTCOME, SAVE, WAYS, problem};
use crate::components::{Announcer, Button, Choice, Form, Problem, Problems, Radios, SaveState, TextArea, TextLine};
use crate::view;
use crate::workspace::case::near::{say_saved, trimmed};
use crate::workspace::case::this::ThisCase;
use crate::workspace::command::Command;
use crate::workspace::draft::use_draft;
use crate::workspace::wording::WordingHelp;

fn text() -> RwSignal<String> {
    RwSignal::new(String::new())
}

/// The form that closes a case.
#[component]
pub(super) fn CloseForm(
    /// The problems of the page.
    problems: Problems,
) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let (outcome, seen, way, why_not, left_open) = (text(), text(), text(), text(), text());
    let fields = vec![
        ("outcome", outcome),
        ("seen", seen),
        ("way", way),
        ("why", why_not),
        ("left_open", left_open),
    ];
    let kept = use_draft(&format!("close/{}", this.id()), fields);
    let save = move || {
        let chosen = way.with_untracked(|way| WAYS.iter().find(|(word, _, _)| word == way).map(|(_, way, _)| *way));
        let mut found = Vec::new();
        if trimmed(outcome).is_empty() {
            found.push(Problem::new(OUTCOME, "Enter what came of it"));
        }
        match chosen {
            None => found.push(Problem::new(FEEDBACK, "Select how you asked them how we did")),
            Some(FeedbackWay::NotNow) if trimmed(why_not).is_empty() => {
                found.push(Problem::new(FEEDBACK_WHY, "Enter why you did not ask"));
            }
            Some(_) => {}
        }
        let (true, Some(way)) = (problems.set(found), chosen) else {
            return;
        };
        let why = if way == FeedbackWay::NotNow {
            trimmed(why_not)
        } else {
            String::new()
        };
        let asked = CloseRequest {
            outcome: trimmed(outcome),
            as_they_see_it: trimmed(seen),
            feedback: FeedbackOffer { way, why },
            why_left_open: trimmed(left_open),
        };
        let id = this.id();
        command.of(kept).run(
            move |desk, now| async move { desk.close_case(now, id, asked).await },
            move |done| match done {
                Ok(()) => say_saved(this.session(), announcer),
                Err(error) => {
                    problems.set(vec![problem(&error)]);
                }
            },
        );
    };
    let ways = WAYS
        .iter()
        .map(|(word, way, words)| {
            let choice = Choice::new(*word, *words);
            if *way == FeedbackWay::NotNow {
                choice.reveal(move || {
                    view! {
                        <TextLine label="Why did you not ask?" value=why_not id=FEEDBACK_WHY error=problems.of(FEEDBACK_WHY) />
                    }
                })
            } else {
                choice
            }
        })
        .collect::<Vec<_>>();
    view! {
        <Form on_submit=save>
            <StillToDo />
            <StillAsked left_open problems />
            <TextArea
                label="What came of it?"
                hint="Facts: what changed, what was decided, by whom"
                value=outcome
                id=OUTCOME
                error=problems.of(OUTCOME)
                rows=4
            />
            <WordingHelp text=outcome field=OUTCOME name="What came of it" />
            <TextArea
                label="How do they see it, in their words? (optional)"
                hint="As they said it"
                value=seen
                rows=3
            />
            <Radios
                legend="How did you ask them how we did?"
                hint="Ask every family, and ask whether we took sides"
                choices=ways
                value=way
                id=FEEDBACK
                error=problems.of(FEEDBACK)
            />
            <div class="cluster" id=SAVE.control() tabindex="-1">
                <Button label="Close this case" pending=command.pending() pending_label="Closing…" />
                <SaveState draft=kept.state() />
            </div>
        </Form>
    }
}
