//! The manager's way in.

use leptos::prelude::*;

use super::{Asked, GoBack, Stop};
use crate::components::{Actions, Button, Form};
use crate::layout::Page;
use crate::view;
use crate::workspace::device::NewSignInFields;

/// Sign-in name and passphrase.
#[component]
pub(super) fn WayIn(asked: Asked) -> impl IntoView {
    view! {
        <Page
            title="Sign-in"
            heading="How will you unlock the workspace?"
            caption=Stop::WayIn.caption()
            problems=asked.problems
        >
            <Form on_submit=move || asked.go_on(asked.sign_in.problems())>
                <NewSignInFields sign_in=asked.sign_in problems=asked.problems />
                <Actions><Button label="Continue" /> <GoBack /></Actions>
            </Form>
        </Page>
    }
}
