//! Gives a case to a worker: a fresh check of everybody, then the keys (SPS-14 to SPS-16, STA-16, WES-9 to WES-11).

use evenhand_domain::ids::WorkerId;
use evenhand_domain::worker::{Role, Worker};
use evenhand_engine::case::allocate::AllocateError;
use evenhand_engine::case::check::{Candidate, CheckError};
use evenhand_engine::policy::profile::Profile;
use leptos::prelude::*;

use super::frame::CaseFrame;
use super::near::{one_problem, say_saved, trimmed};
use super::this::{ThisCase, worker_name};
use crate::components::{Announcer, Button, EmptyState, FieldId, Form, Notice, Problems, SaveState, TextArea, Tone};
use crate::view;
use crate::workspace::command::Command;
use crate::workspace::open::{CandidateChoice, Choosing, WORKER, allocate_error, check_error};
use crate::workspace::route::{CasePart, Route};
use crate::workspace::wording::WordingHelp;

const AIM: FieldId = FieldId::named("without-aim");
const HANDOVER: FieldId = FieldId::named("handover");

/// What the page needs of the case, read once: what is chosen must not be lost by a save elsewhere.
struct Before {
    candidates: Vec<Candidate>,
    me: Worker,
    profile: &'static Profile,
    walled: Vec<WorkerId>,
    has_it: Option<String>,
    owes_aim: bool,
}

fn before(this: ThisCase) -> Result<Before, CheckError> {
    let now = this.session().now();
    let read = this.front(|file, desk| {
        let me = desk.me().map_err(|_| evenhand_engine::case::CaseError::NoSuchCase)?;
        let worker = file.front.worker();
        let mut candidates = desk.candidates(now, this.id())?;
        // Only the manager gives a case to somebody else, and only the manager reads what others declared (CAM-19).
        let may_choose = |of: &Candidate| me.role == Role::Manager || of.worker.id == me.id;
        candidates.retain(|candidate| Some(candidate.worker.id) != worker && may_choose(candidate));
        let walled = file
            .front
            .answers
            .iter()
            .filter(|(_, knows)| **knows)
            .map(|(worker, _)| *worker)
            .collect();
        let has_it = worker.map(|worker| worker_name(desk, worker));
        Ok(Before {
            candidates,
            me,
            profile: desk.policy().on(now.day()),
            walled,
            has_it,
            owes_aim: desk.owes_aim(this.session().now(), this.id())?,
        })
    });
    read.unwrap_or(Err(evenhand_engine::case::CaseError::NoSuchCase.into()))
}

/// The page that gives a case to a worker.
#[component]
pub(super) fn Allocate() -> impl IntoView {
    let this = ThisCase::here();
    let problems = Problems::new();
    let content = match untrack(|| before(this)) {
        Err(error) => {
            view! { <Notice tone=Tone::Danger title="Nobody could be checked"><p>{check_error(&error)}</p></Notice> }
        }
        Ok(found) if found.candidates.is_empty() => {
            let words = if found.me.role == Role::Manager {
                "Add the people who work here first, under Team."
            } else {
                "Only the manager gives a case to somebody else. Ask them."
            };
            view! { <Current name=found.has_it /> <EmptyState title="There is nobody to give it to"><p>{words}</p></EmptyState> }
        }
        Ok(found) => view! { <Give found problems /> },
    };
    view! {
        <CaseFrame part=CasePart::Allocate title="Give this case to a worker" problems>
            <div class="stack">{content}</div>
        </CaseFrame>
    }
}

#[component]
fn Current(name: Option<String>) -> impl IntoView {
    match name {
        Some(name) => view! { <p><bdi>{name}</bdi>" has this case now."</p> },
        None => view! { <p>"Nobody has this case yet."</p> },
    }
}

#[component]
fn Give(found: Before, problems: Problems) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let Before {
        candidates,
        me,
        profile,
        walled,
        has_it,
        owes_aim,
    } = found;
    let without_aim = RwSignal::new(String::new());
    let handover = RwSignal::new(String::new());
    let choosing = Choosing::new(candidates, &me, profile, Signal::stored(walled));
    let kept = choosing
        .boxes()
        .and("handover", handover)
        .and("without_aim", without_aim)
        .keep(&format!("allocate/{}", this.id()));
    let save = move || {
        let chosen = match choosing.read() {
            Ok(chosen) => chosen,
            Err(found) => {
                problems.set(found);
                return;
            }
        };
        let Some(worker) = chosen.worker else {
            return one_problem(problems, WORKER, "Select who will have this case");
        };
        if owes_aim && trimmed(without_aim).is_empty() {
            return one_problem(
                problems,
                AIM,
                "Enter why it is not known yet what they want, or note it with a contact first",
            );
        }
        problems.clear();
        let (id, mut request) = (this.id(), chosen.request);
        request.handover = trimmed(handover);
        request.without_aim = trimmed(without_aim);
        command.of(kept).run(
            move |desk, now| async move {
                if let Some(why) = chosen.not_the_same {
                    desk.look_at_match(now, id, worker, false, &why).await?;
                }
                desk.allocate(now, id, worker, &request).await
            },
            move |done: Result<(), AllocateError>| match done {
                Ok(()) => {
                    say_saved(this.session(), announcer);
                    let stays = untrack(|| this.front(|_, _| ())).is_some();
                    this.session().go(if stays {
                        Route::Case(this.id(), CasePart::Summary)
                    } else {
                        Route::Cases
                    });
                }
                Err(error) => {
                    let field = if error == AllocateError::AimNotAnswered {
                        AIM
                    } else {
                        WORKER
                    };
                    one_problem(problems, field, allocate_error(&error));
                }
            },
        );
    };
    let has_one = has_it.is_some();
    view! {
        <Current name=has_it />
        <Form on_submit=save>
            <CandidateChoice choosing problems />
            {owes_aim.then(|| view! {
                <TextArea
                    label="Why is it not known yet what they want?"
                    hint="Our policy asks for it before somebody works on the case. You can also note it with a contact first."
                    value=without_aim id=AIM error=problems.of(AIM) rows=2
                />
                <WordingHelp text=without_aim field=AIM name="Why it is not known yet what they want" />
            })}
            {has_one.then(|| view! {
                <Notice tone=Tone::Info>
                    <p>"Whoever has the case now can no longer open it afterwards, unless they manage the service."</p>
                </Notice>
                <TextArea
                    label="What does the next worker need to know? (optional)"
                    hint="What was promised, what is urgent, what is safe"
                    value=handover
                    id=HANDOVER
                    rows=4
                />
                <WordingHelp text=handover field=HANDOVER name="What the next worker needs to know" />
            })}
            <div class="cluster">
                <Button label="Give the case" pending=command.pending() pending_label="Handing over the keys…" />
                <SaveState draft=kept.state() />
            </div>
        </Form>
    }
}
