//! The recovery code: printed, then typed back once.

use leptos::prelude::*;

use super::{Asked, GoBack, Stop};
use crate::components::{Actions, Button, Form};
use crate::layout::{Page, QuestionPage};
use crate::view;
use crate::workspace::device::{CodeSheet, CodeTypedBack};

/// The code on paper.
#[component]
pub(super) fn PrintCode(asked: Asked) -> impl IntoView {
    view! {
        <Page title="Recovery code" heading="Your recovery code" caption=Stop::Print.caption() problems=asked.problems>
            <CodeSheet code=asked.code whose=asked.whose() />
            <Actions>
                <Button label="I have it on paper" on_press=move || asked.go_on(Vec::new()) />
                <GoBack />
            </Actions>
        </Page>
    }
}

/// The code from the paper; then the service is set up.
#[component]
pub(super) fn TypeCode(asked: Asked) -> impl IntoView {
    let submit = move || {
        if asked.problems.set(asked.code.problems()) {
            asked.finish();
        }
    };
    view! {
        <QuestionPage
            title="Type the recovery code back"
            caption=Stop::TypeBack.caption()
            problems=asked.problems
        >
            <Form on_submit=submit>
                <CodeTypedBack code=asked.code problems=asked.problems heading=true />
                <Actions>
                    <Button label="Set up the service" pending=asked.command.pending() pending_label="Setting up…" />
                    <GoBack />
                </Actions>
            </Form>
        </QuestionPage>
    }
}
