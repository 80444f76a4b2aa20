//! What is asked further before a case goes to a worker for whom a check found something.

use evenhand_domain::conflict::{ConflictCheck, ConflictOutcome};
use evenhand_engine::policy::profile::{ManagerQuestion, Profile};
use leptos::prelude::*;

use super::answers::Answers;
use super::choosing::{NOT_THE_SAME, Row, SAME};
use crate::components::{Choice, DateInput, Problems, Radios, TextArea};
use crate::markup::Node;
use crate::view;
use crate::workspace::wording::WordingHelp;

/// What a check found, in sentences; nothing where it found nothing.
#[component]
pub(crate) fn Findings(
    /// The check.
    check: ConflictCheck,
) -> impl IntoView {
    let found = check
        .findings
        .into_iter()
        .map(|finding| view! { <li><bdi>{finding.matched}</bdi> <span class="muted">" (" {finding.clause} ")"</span></li> })
        .collect_view();
    (!found.is_empty()).then(|| view! { <ul>{found}</ul> })
}

/// What the choice of one candidate asks further.
#[component]
pub(super) fn Further(row: Row, profile: &'static Profile, problems: Problems) -> impl IntoView {
    let Row { candidate, answers } = row;
    let asked = match candidate.outcome {
        ConflictOutcome::Clear | ConflictOutcome::Bar => Node::nothing(),
        ConflictOutcome::Look => view! { <Look answers problems /> },
        ConflictOutcome::Reason => {
            let (id, value) = answers.reason;
            view! {
                <TextArea
                    label="Why does it go to them all the same?"
                    hint="For example, that nobody else has room. It is kept with the case."
                    value id rows=3 error=problems.of(id)
                />
                <WordingHelp text=value field=id name="Why it goes to them" />
            }
        }
        ConflictOutcome::Manager => view! { <Decision answers profile problems /> },
    };
    view! {
        <div class="stack">
            <Findings check=candidate.check />
            {asked}
        </div>
    }
}

#[component]
fn Look(answers: Answers, problems: Problems) -> impl IntoView {
    let ((id, value), (why_id, why)) = (answers.look, answers.why);
    let choices = vec![
        Choice::new(NOT_THE_SAME, "I looked: it is not the same").reveal(move || view! {
            <TextArea
                label="How do you know?"
                hint="For example, that they are of another age, or that the school is in another town. It is kept with the case."
                value=why id=why_id rows=3 error=problems.of(why_id)
            />
            <WordingHelp text=why field=why_id name="How you know" />
        }),
        Choice::new(SAME, "It is the same, or I cannot tell").hint("Then somebody else takes the case"),
    ];
    view! { <Radios legend="Is it the same person or place?" choices value id error=problems.of(id) /> }
}

/// The manager's questions, those of the policy (LEI-3, CAM-19, STA-16) and what the service asks besides.
#[component]
fn Decision(answers: Answers, profile: &'static Profile, problems: Problems) -> impl IntoView {
    let decision = profile.manager_decision.as_ref()?;
    // What the parents said is theirs: nobody is helped to word it.
    let text = move |label: &'static str, id, value, is_own: bool| {
        view! {
            <TextArea label value id rows=2 error=problems.of(id) />
            {is_own.then(|| view! { <WordingHelp text=value field=id name=label /> })}
        }
    };
    let questions = decision.questions.iter().map(|question| {
        let words = decision.words(*question);
        let (id, value) = match question {
            ManagerQuestion::ToldWhen => {
                let (id, value) = answers.told_on;
                return view! { <DateInput legend=words hint="For example, 27 3 2026" value id error=problems.of(id) /> };
            }
            ManagerQuestion::Reason => answers.unavoidable,
            ManagerQuestion::ToldHow => answers.told_how,
            ManagerQuestion::AlternativesOffered => answers.alternatives,
            ManagerQuestion::ParentsAnswer => answers.answer,
        };
        text(words, id, value, *question != ManagerQuestion::ParentsAnswer)
    });
    let besides = answers
        .besides(profile)
        .map(|(words, id, value)| text(words, id, value, true));
    Some(questions.chain(besides).collect_view())
}
