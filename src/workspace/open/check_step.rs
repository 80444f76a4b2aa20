//! The last step of a new contact: the check, who will have the case, and the save.

use evenhand_domain::ids::CaseId;
use evenhand_engine::case::answer::BeforeOpening;
use evenhand_engine::case::open::{OpenError, OpenRequest};
use leptos::prelude::*;

use super::choosing::WORKER;
use super::fair_check::{Cleared, FairCheck};
use super::fair_check_part::FairCheckPart;
use super::faults::open_error;
use super::intake::{Intake, Purpose, Step};
use super::known::KnownBefore;
use crate::components::{Actions, Button, ButtonLook, Form, Notice, Problem, Problems, Tone};
use crate::layout::Page;
use crate::view;
use crate::workspace::command::Command;
use crate::workspace::route::{CasePart, Route};
use crate::workspace::session::Session;

/// The check of the family as it was typed.
#[component]
pub(super) fn CheckStep(
    /// The contact.
    intake: Intake,
) -> impl IntoView {
    let session = Session::here();
    let linked = if let Purpose::Sibling(other) = intake.purpose {
        Some(other)
    } else {
        None
    };
    let asked = intake.details.request(
        untrack(|| intake.channel()),
        linked,
        session.desk().as_ref(),
        session.now().day(),
    );
    let family = asked.family();
    let check = session.desk().and_then(|desk| {
        let me = desk.me().ok()?;
        let candidates = desk.candidates_for(session.now(), &family);
        let own = candidates
            .iter()
            .find(|candidate| candidate.worker.id == me.id)?
            .check
            .clone();
        Some(FairCheck::new(
            own,
            candidates,
            &me,
            desk.policy().on(session.now().day()),
        ))
    });
    let shown = BeforeOpening::from(&family);
    let problems = Problems::new();
    let back = move || intake.step.set(Step::Details);
    let content = match check {
        Some(check) => view! { <Answer intake asked check problems back /> },
        None => view! {
            <Notice tone=Tone::Danger title="The check could not be made">
                <p>"What you declared cannot be read here. What you typed is kept. Lock the workspace, unlock it and try again."</p>
            </Notice>
        },
    };
    view! {
        <Page title="The check" heading="Can you take this case?" caption="New contact" problems>
            <KnownBefore shown />
            {content}
        </Page>
    }
}

#[component]
fn Answer(
    intake: Intake,
    asked: OpenRequest,
    check: FairCheck,
    problems: Problems,
    #[prop(into)] back: Callback<()>,
) -> impl IntoView {
    let session = Session::here();
    let command = Command::new();
    let asked = StoredValue::new(asked);
    let kept = check.keep(
        &format!("{}/check", intake.place.get_value()),
        &intake.details.as_text(),
    );
    let send = move || {
        let cleared = match check.read() {
            Ok(cleared) => cleared,
            Err(found) => {
                problems.set(found);
                return;
            }
        };
        problems.clear();
        let may_open = cleared.may_open;
        let asked = with_answers(asked.get_value(), cleared);
        let purpose = intake.purpose;
        // The answers go with the details that they are about, and so do both drafts: whoever passes it on keeps no copy.
        command.of(intake.draft).of(kept).run(
            move |desk, now| async move {
                match purpose {
                    Purpose::FromEnquiry(id) => desk.enquiry_to_case(now, id, &asked).await.map(|()| id),
                    Purpose::New | Purpose::Sibling(_) => desk.open_case(now, &asked).await,
                }
            },
            move |done: Result<CaseId, OpenError>| match done {
                Ok(id) => {
                    if may_open {
                        session.go(Route::Case(id, CasePart::Contact));
                    } else {
                        intake.step.set(Step::PassedOn);
                    }
                }
                Err(error) => {
                    problems.set(vec![Problem::new(WORKER, open_error(&error))]);
                }
            },
        );
    };
    let throw_away = move || {
        kept.drop();
        intake.draft.drop();
        session.go(Route::Work);
    };
    let to_manager = Memo::new(move |_| check.goes_to_manager());
    view! {
        <Form on_submit=send>
            <FairCheckPart check problems />
            <Actions>
                <Button
                    label=move || if to_manager.get() { "Pass it on to a manager" } else { "Open the case" }
                    pending=command.pending()
                    pending_label="Saving…"
                />
                {move || to_manager.get().then(|| view! {
                    <Button label="Throw away what you typed" look=ButtonLook::Danger on_press=throw_away />
                })}
                <Button label="Back to the details" look=ButtonLook::Secondary on_press=move || back.run(()) />
            </Actions>
        </Form>
    }
}

fn with_answers(asked: OpenRequest, cleared: Cleared) -> OpenRequest {
    OpenRequest {
        opener_knows: cleared.knows,
        worker: cleared.worker,
        request: cleared.request,
        own_not_the_same: cleared.own_not_the_same,
        not_the_same: cleared.not_the_same,
        ..asked
    }
}
