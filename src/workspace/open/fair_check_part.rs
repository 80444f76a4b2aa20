//! The check before a case begins, as a page shows it.

use evenhand_domain::conflict::ConflictOutcome;
use leptos::prelude::*;

use super::candidate_choice::CandidateChoice;
use super::candidate_row::Findings;
use super::choosing::{NOT_THE_SAME, SAME};
use super::fair_check::{FairCheck, KNOWS, LOOK, WHY};
use super::words;
use crate::components::{Choice, Notice, Problems, Radios, TextArea, Tone};
use crate::view;
use crate::workspace::wording::WordingHelp;

/// What was found, the worker's own answer, and who will have the case. Stands inside a form.
#[component]
pub(crate) fn FairCheckPart(
    /// The check.
    check: FairCheck,
    /// The problems of the page.
    problems: Problems,
) -> impl IntoView {
    let may_leave = Signal::derive(move || check.may_leave());
    let to_manager = Memo::new(move |_| check.goes_to_manager());
    let knows = vec![
        Choice::new("no", "No"),
        Choice::new("yes", "Yes").hint("Then somebody else takes the case, and you cannot open it"),
    ];
    let own = (!check.is_barred()).then(|| {
        view! {
            <Radios
                legend="Do you know anyone here, or have you any interest?"
                hint="Family, friends, neighbours, a post at the school, your own child’s school"
                choices=knows
                value=check.knows
                id=KNOWS
                error=problems.of(KNOWS)
            />
        }
    });
    view! {
        <OwnCheck check problems />
        {own}
        {move || if to_manager.get() {
            view! {
                <Notice tone=Tone::Warning title="A manager gets this instead of you">
                    <p>"It waits with a manager without a conflict, who gives it to somebody. You keep no key to it, and no copy of what you typed."</p>
                </Notice>
            }
        } else {
            view! { <CandidateChoice choosing=check.choosing problems may_leave /> }
        }}
    }
}

/// What was found on whoever opens it. "Nothing found" says how far the search looked, and never that there is no conflict.
#[component]
fn OwnCheck(check: FairCheck, problems: Problems) -> impl IntoView {
    let own = check.own.get_value();
    let far = (own.interests_checked > 0).then(|| words::looked_at([&own]) + " ");
    let (tone, title, then) = match check.outcome() {
        ConflictOutcome::Clear if own.interests_checked == 0 => (
            Tone::Plain,
            "You have declared nothing to compare",
            "So answer for yourself.",
        ),
        ConflictOutcome::Clear => (
            Tone::Plain,
            "Nothing was found in what you declared",
            "Nothing found is no proof, so answer for yourself.",
        ),
        ConflictOutcome::Look => (Tone::Warning, "A possible match", "Look before you go on."),
        ConflictOutcome::Reason => (
            Tone::Info,
            "Others come before you",
            "You may take this case where you can say why.",
        ),
        ConflictOutcome::Manager | ConflictOutcome::Bar => (
            Tone::Danger,
            "You may know this family, so you cannot take this case",
            "Somebody else takes it. You cannot open it after this page.",
        ),
    };
    let look = (check.outcome() == ConflictOutcome::Look).then(|| view! { <OwnLook check problems /> });
    view! {
        <Notice tone title>
            <Findings check=own />
            <p>{far} {then}</p>
        </Notice>
        {look}
    }
}

#[component]
fn OwnLook(check: FairCheck, problems: Problems) -> impl IntoView {
    let choices = vec![
        Choice::new(NOT_THE_SAME, "I looked: it is not the same").reveal(move || view! {
            <TextArea
                label="How do you know?"
                hint="For example, that they are of another age, or that the school is in another town. It is kept with the case."
                value=check.why id=WHY rows=3 error=problems.of(WHY)
            />
            <WordingHelp text=check.why field=WHY name="How you know" />
        }),
        Choice::new(SAME, "It is the same, or I cannot tell").hint("Then somebody else takes the case"),
    ];
    view! {
        <Radios
            legend="Is it you, or somebody or somewhere that you declared?"
            choices value=check.look id=LOOK error=problems.of(LOOK)
        />
    }
}
