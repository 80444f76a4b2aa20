//! The service's name and that of the person who runs it.

use leptos::prelude::*;

use super::{Asked, GoBack, Stop};
use crate::components::{Actions, Button, FieldId, Form, Problem, TextInput, Width};
use crate::layout::Page;
use crate::view;

pub(super) const SERVICE: FieldId = FieldId::named("service-name");
pub(super) const MANAGER: FieldId = FieldId::named("manager-name");

/// Two names.
#[component]
pub(super) fn Names(asked: Asked) -> impl IntoView {
    let submit = move || {
        let empty = |text: RwSignal<String>| text.with(|text| text.trim().is_empty());
        let mut missing = Vec::new();
        if empty(asked.service) {
            missing.push(Problem::new(SERVICE, "Enter the service’s name"));
        }
        if empty(asked.manager) {
            missing.push(Problem::new(MANAGER, "Enter your name"));
        }
        asked.go_on(missing);
    };
    view! {
        <Page
            title="Names"
            heading="Who are you?"
            caption=Stop::Names.caption()
            problems=asked.problems
        >
            <Form on_submit=submit>
                <TextInput
                    label="Name of the service"
                    hint="As families know it."
                    value=asked.service
                    id=SERVICE
                    error=asked.problems.of(SERVICE)
                    width=Width::Long
                />
                <TextInput
                    label="Your name"
                    hint="As colleagues and families know you. You run the service: you add people, hold the inbox and see what everybody declares."
                    value=asked.manager
                    id=MANAGER
                    error=asked.problems.of(MANAGER)
                    autocomplete="name"
                    width=Width::Long
                />
                <Actions><Button label="Continue" /> <GoBack /></Actions>
            </Form>
        </Page>
    }
}
