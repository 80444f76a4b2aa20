//! A worker's own details, shown and changed.

use evenhand_domain::worker::Worker;
use leptos::prelude::*;

use super::role::{profile_of, role_word};
use super::words;
use super::worker::Looked;
use crate::components::{
    Actions, Announcer, Button, ButtonLook, FieldId, Form, IconName, Problem, Problems, SummaryList, SummaryRow,
    TextInput, TextKind, Width,
};
use crate::view;
use crate::workspace::case::say_saved;
use crate::workspace::command::Command;
use crate::workspace::session::Session;

const NAME: FieldId = FieldId::named("worker-name");
const WHY: &str = "So that a family that is theirs, or lives next door, is found.";

/// What is known of a worker, with a way to change it.
#[component]
pub(super) fn Details(
    /// Who looks at whom.
    looked: Looked,
    /// The problems of the page.
    problems: Problems,
    /// Whether they left, so that nothing is changed any more.
    has_left: Memo<bool>,
) -> impl IntoView {
    let editing = RwSignal::new(false);
    let change = move || {
        problems.clear();
        editing.set(true);
    };
    view! {
        <section class="stack">
            <h2>"Details"</h2>
            {move || match editing.get() {
                true => view! { <DetailsForm looked problems editing /> },
                false => view! {
                    <Shown looked />
                    {(looked.may && !has_left.get()).then(|| view! {
                        <Button label="Change details" on_press=change look=ButtonLook::Secondary icon=IconName::Pencil />
                    })}
                },
            }}
        </section>
    }
}

#[component]
fn Shown(looked: Looked) -> impl IntoView {
    let session = Session::here();
    let given = move |part: fn(&Worker) -> &Option<String>| {
        looked
            .worker(session)
            .and_then(|worker| part(&worker).clone())
            .unwrap_or_else(|| "Not given".to_owned())
    };
    let role = move || {
        let role = looked.worker(session).map(|worker| worker.role)?;
        session.read(|desk| role_word(profile_of(desk), role))
    };
    view! {
        <SummaryList>
            <SummaryRow label="Role">{role}</SummaryRow>
            {looked.may.then(|| view! {
                <SummaryRow label="Home postcode district">{move || given(|worker| &worker.home_district)}</SummaryRow>
                <SummaryRow label="Own telephone">{move || given(|worker| &worker.phone)}</SummaryRow>
                <SummaryRow label="Own email">{move || given(|worker| &worker.email)}</SummaryRow>
            })}
        </SummaryList>
    }
}

#[component]
fn DetailsForm(looked: Looked, problems: Problems, editing: RwSignal<bool>) -> impl IntoView {
    let (session, announcer, command) = (Session::here(), Announcer::here(), Command::new());
    let before = untrack(|| looked.worker(session));
    let text = |part: fn(&Worker) -> Option<String>| RwSignal::new(before.as_ref().and_then(part).unwrap_or_default());
    let name = text(|worker| Some(worker.name.clone()));
    let (district, phone, email) = (
        text(|worker| worker.home_district.clone()),
        text(|worker| worker.phone.clone()),
        text(|worker| worker.email.clone()),
    );
    let given = |text: RwSignal<String>| {
        Some(text.with_untracked(|text| text.trim().to_owned())).filter(|text| !text.is_empty())
    };
    let submit = move || {
        let Some(worker) = looked.worker(session) else { return };
        let name = name.with_untracked(|name| name.trim().to_owned());
        let missing = name.is_empty().then(|| Problem::new(NAME, "Enter the name"));
        if !problems.set(missing.into_iter().collect()) {
            return;
        }
        let home_district = given(district).map(|district| district.to_uppercase());
        let worker = Worker {
            name,
            home_district,
            phone: given(phone),
            email: given(email),
            ..worker
        };
        command.run(
            |desk, now| async move { desk.change_worker(now, worker).await },
            move |changed| match changed {
                Ok(()) => {
                    say_saved(session, announcer);
                    editing.set(false);
                }
                Err(error) => {
                    problems.set(vec![Problem::new(NAME, words::join(&error).1)]);
                }
            },
        );
    };
    let stop = move || {
        problems.clear();
        editing.set(false);
    };
    view! {
        <Form on_submit=submit>
            <TextInput label="Name" value=name id=NAME error=problems.of(NAME) width=Width::Long />
            <TextInput
                label="Home postcode district (optional)"
                hint="The first half of the postcode, such as LA9."
                value=district
                width=Width::Short
                spellcheck=false
            />
            <TextInput label="Own telephone (optional)" hint=WHY value=phone kind=TextKind::Telephone width=Width::Medium />
            <TextInput label="Own email (optional)" hint=WHY value=email kind=TextKind::Email width=Width::Long />
            <Actions>
                <Button label="Save details" pending=command.pending() pending_label="Saving…" />
                <Button label="Leave as it was" on_press=stop look=ButtonLook::Quiet />
            </Actions>
        </Form>
    }
}
