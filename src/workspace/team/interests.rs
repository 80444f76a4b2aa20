//! What a worker declared, with ways to declare more and to end what is over (CAM-19, CAM-20).

use evenhand_domain::date::Day;
use evenhand_domain::ids::InterestId;
use evenhand_domain::interest::Interest;
use leptos::prelude::*;

use super::interest_form::InterestForm;
use super::words;
use super::worker::Looked;
use super::{declare::TO, interest_words};
use crate::components::{
    Actions, Announcer, Button, ButtonLook, DateInput, DateParts, EmptyState, Form, IconName, Notice, Problem,
    Problems, Tone,
};
use crate::markup::Node;
use crate::view;
use crate::workspace::case::say_saved;
use crate::workspace::command::Command;
use crate::workspace::day;
use crate::workspace::session::Session;

type Kept = (InterestId, Interest, Day);

/// The register of one worker.
#[component]
pub(super) fn Interests(looked: Looked, problems: Problems) -> impl IntoView {
    let session = Session::here();
    let (declaring, ending) = (RwSignal::new(false), RwSignal::new(None::<InterestId>));
    let declared = move || {
        session
            .read(|desk| desk.declarations(looked.id))
            .flatten()
            .unwrap_or_default()
    };
    let list = Memo::new(move |_| {
        let kept = declared()
            .interests
            .into_iter()
            .map(|(id, (interest, day))| (id, interest, day));
        let mut kept: Vec<Kept> = kept.collect();
        kept.sort_by_key(|(_, interest, day)| (interest.to.is_some(), std::cmp::Reverse(*day)));
        kept
    });
    let stop = move || {
        problems.clear();
        declaring.set(false);
        ending.set(None);
    };
    let rows = move || {
        list.get()
            .into_iter()
            .map(|kept| view! { <Row looked problems kept ending /> })
            .collect_view()
    };
    view! {
        <section class="stack">
            <h2>{if looked.is_me { "What you declared" } else { "What they declared" }}</h2>
            <p class="muted">"The check of each new case looks at all of this, so that nobody gets a case they are tied to. Seen by the worker and the manager."</p>
            {move || match list.with(Vec::is_empty) {
                true => view! { <NoInterests day=declared().last_declared /> },
                false => view! { <ul class="list-plain stack">{rows}</ul> },
            }}
            {move || match (declaring.get(), ending.get().is_some()) {
                (_, true) => Node::nothing(),
                (true, false) => view! { <h3>"A new interest"</h3> <InterestForm looked problems close=stop /> },
                (false, false) => view! { <Ways looked problems declaring nothing=list.with(Vec::is_empty) /> },
            }}
        </section>
    }
}

#[component]
fn NoInterests(day: Option<Day>) -> impl IntoView {
    match day {
        Some(day) => {
            view! { <Notice tone=Tone::Good title=format!("Nothing to declare, as of {}", day.long())><p>"Say so again each year, and whenever something changes."</p></Notice> }
        }
        None => {
            view! { <EmptyState title="Nothing declared yet"><p>"Declare what ties you to schools, people and bodies here, or say that there is nothing."</p></EmptyState> }
        }
    }
}

/// The ways to declare.
#[component]
fn Ways(looked: Looked, problems: Problems, declaring: RwSignal<bool>, nothing: bool) -> impl IntoView {
    let (session, announcer, command) = (Session::here(), Announcer::here(), Command::new());
    let failed = RwSignal::new(None::<String>);
    let declare_nothing = move || {
        command.run(
            move |desk, now| async move { desk.declare_nothing(now, looked.id).await },
            move |done| match done {
                Ok(()) => {
                    say_saved(session, announcer);
                }
                Err(error) => failed.set(Some(words::declare(&error).1)),
            },
        );
    };
    let begin = move || {
        problems.clear();
        declaring.set(true);
    };
    view! {
        {move || failed.get().map(|message| view! { <Notice tone=Tone::Danger title="Not saved"><p>{message}</p></Notice> })}
        <Actions>
            <Button label="Declare an interest" on_press=begin icon=IconName::Plus />
            <Button
                label=if nothing { "There is nothing to declare" } else { "There is nothing else to declare" }
                on_press=declare_nothing
                look=ButtonLook::Secondary
                pending=command.pending()
                pending_label="Saving…"
            />
        </Actions>
    }
}

/// One interest.
#[component]
fn Row(looked: Looked, problems: Problems, kept: Kept, ending: RwSignal<Option<InterestId>>) -> impl IntoView {
    let (id, interest, declared) = kept;
    let what = interest_words::what(&interest.kind);
    let goes_on = interest.to.is_none();
    let begin = move || {
        problems.clear();
        ending.set(Some(id));
    };
    let about = what.clone();
    view! {
        <li class="interest stack">
            <p><strong><bdi dir="auto">{what}</bdi></strong></p>
            {interest_words::found_by(&interest.kind).map(|known| view! { <p><bdi dir="auto">{known}</bdi></p> })}
            <p class="muted">{interest_words::when(&interest, declared)}</p>
            {move || match (goes_on, ending.get() == Some(id)) {
                (false, _) => Node::nothing(),
                (true, true) => view! { <End looked problems id ending /> },
                (true, false) => {
                    view! { <Button label="It is over" on_press=begin look=ButtonLook::Quiet about=about.clone() /> }
                }
            }}
        </li>
    }
}

/// The last day of an interest.
#[component]
fn End(looked: Looked, problems: Problems, id: InterestId, ending: RwSignal<Option<InterestId>>) -> impl IntoView {
    let (session, announcer, command) = (Session::here(), Announcer::here(), Command::new());
    let last: DateParts = day::boxes_with(Some(session.now().day()));
    let submit = move || {
        let to = match day::read(last) {
            Ok(Some(to)) => to,
            Ok(None) => {
                problems.set(vec![Problem::new(TO, "Enter the last day")]);
                return;
            }
            Err(message) => {
                problems.set(vec![Problem::new(TO, message)]);
                return;
            }
        };
        problems.clear();
        command.run(
            move |desk, now| async move { desk.end_interest(now, looked.id, id, to).await },
            move |ended| match ended {
                Ok(()) => {
                    say_saved(session, announcer);
                    ending.set(None);
                }
                Err(error) => {
                    problems.set(vec![Problem::new(TO, words::declare(&error).1)]);
                }
            },
        );
    };
    view! {
        <Form on_submit=submit>
            <DateInput legend="Last day" value=last id=TO error=problems.of(TO) />
            <Actions>
                <Button label="Save the last day" pending=command.pending() pending_label="Saving…" />
                <Button label="It goes on" on_press=move || ending.set(None) look=ButtonLook::Quiet />
            </Actions>
        </Form>
    }
}
