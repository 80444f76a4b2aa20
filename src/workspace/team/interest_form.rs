//! The form in which an interest is declared.

use leptos::prelude::*;

use super::declare::{
    BORN, CHILD_SCHOOL, FRIEND, FRIEND_NAME, FROM, KIND, ORGANISATION, ORGANISATION_NAME, OWN_CHILD, POST_SCHOOL,
    RELATIVE, RELATIVE_NAME, SCHOOL_POST, TO, Typed,
};
use super::words::{self, Part};
use super::worker::Looked;
use crate::components::{
    Actions, Announcer, Button, ButtonLook, Choice, DateInput, FieldId, Form, Problem, Problems, Radios, TextArea,
    TextInput, TextKind, Width,
};
use crate::view;
use crate::workspace::case::say_saved;
use crate::workspace::command::Command;
use crate::workspace::schools::SchoolBox;
use crate::workspace::session::Session;

/// What kind, what identifies it, and since when.
#[component]
pub(super) fn InterestForm(
    looked: Looked,
    problems: Problems,
    /// Closes the form.
    #[prop(into)]
    close: Callback<()>,
) -> impl IntoView {
    let (session, announcer, command, typed) = (Session::here(), Announcer::here(), Command::new(), Typed::new());
    let submit = move || {
        let interest = match typed.read() {
            Ok(interest) => interest,
            Err(found) => {
                problems.set(found);
                return;
            }
        };
        problems.clear();
        command.run(
            move |desk, now| async move { desk.declare(now, looked.id, interest).await },
            move |declared| match declared {
                Ok(_) => {
                    say_saved(session, announcer);
                    close.run(());
                }
                Err(error) => {
                    let (part, message) = words::declare(&error);
                    let field = match part {
                        Part::Named => typed.named(),
                        Part::LastDay => TO,
                        Part::Whole => KIND,
                    };
                    problems.set(vec![Problem::new(field, message)]);
                }
            },
        );
    };
    let choices = vec![
        Choice::new(SCHOOL_POST, "A post at a school, nursery or college")
            .hint("Governor, trustee, clerk, employee")
            .reveal(move || view! { <PostFields typed problems /> }),
        Choice::new(OWN_CHILD, "Own child at a school, nursery or college")
            .hint("The school alone. Nothing about the child is asked")
            .reveal(move || view! { <SchoolFields typed problems field=CHILD_SCHOOL /> }),
        Choice::new(RELATIVE, "Somebody in the family or extended family")
            .reveal(move || view! { <PersonFields typed problems field=RELATIVE_NAME /> }),
        Choice::new(FRIEND, "A friend, neighbour, colleague or somebody else they know")
            .reveal(move || view! { <PersonFields typed problems field=FRIEND_NAME /> }),
        Choice::new(ORGANISATION, "A support group, charity, agency or other body")
            .reveal(move || view! { <BodyFields typed problems /> }),
    ];
    view! {
        <Form on_submit=submit>
            <Radios legend="What kind of interest is it?" choices value=typed.kind id=KIND error=problems.of(KIND) />
            <DateInput legend="First day (optional)" hint="For example, 27 3 2026" value=typed.from id=FROM error=problems.of(FROM) />
            <DateInput legend="Last day, if it is over (optional)" value=typed.to id=TO error=problems.of(TO) />
            <Actions>
                <Button label="Declare this interest" pending=command.pending() pending_label="Saving…" />
                <Button label="Do not declare it" on_press=close look=ButtonLook::Quiet />
            </Actions>
        </Form>
    }
}

#[component]
fn PostFields(typed: Typed, problems: Problems) -> impl IntoView {
    view! {
        <TextInput label="Which post (optional)" value=typed.post width=Width::Long />
        <SchoolFields typed problems field=POST_SCHOOL />
    }
}

#[component]
fn SchoolFields(typed: Typed, problems: Problems, field: FieldId) -> impl IntoView {
    view! {
        <SchoolBox
            label="Name of the school, nursery or college"
            hint="Type a few letters and choose it, or write any name"
            value=typed.name id=field error=problems.of(field)
        />
        <TextInput
            label="Its number, URN (optional)"
            hint="Six digits, on the school’s website. It finds the school even under another name."
            value=typed.urn
            kind=TextKind::Number
            width=Width::Short
        />
    }
}

#[component]
fn PersonFields(typed: Typed, problems: Problems, field: FieldId) -> impl IntoView {
    view! {
        <TextInput label="Name" value=typed.name id=field error=problems.of(field) width=Width::Long />
        <TextInput label="What they are to this worker (optional)" hint="Sister-in-law, next-door neighbour" value=typed.relation width=Width::Long />
        <p class="muted">"What you add here tells them from somebody of the same name. All of it is optional."</p>
        <DateInput legend="Date of birth (optional)" value=typed.born id=BORN error=problems.of(BORN) />
        <TextInput label="Telephone (optional)" value=typed.phone kind=TextKind::Telephone width=Width::Medium />
        <TextInput label="Email (optional)" value=typed.email kind=TextKind::Email width=Width::Long />
        <TextArea label="Address or postcode (optional)" value=typed.address rows=2 />
    }
}

#[component]
fn BodyFields(typed: Typed, problems: Problems) -> impl IntoView {
    view! {
        <TextInput label="Name of the group or body" value=typed.name id=ORGANISATION_NAME error=problems.of(ORGANISATION_NAME) width=Width::Long />
        <TextInput label="What the worker is in it (optional)" value=typed.post width=Width::Long />
    }
}
