//! What stands above the static page when `service.json` cannot be used.

use leptos::prelude::*;

use super::words::home;
use crate::components::{Notice, Tone};
use crate::view;

/// A notice that says what happened and what to do. The static page, with its telephone number, stays in sight.
#[component]
pub(super) fn Fault(
    /// What is wrong with `service.json`, naming the field.
    fault: String,
) -> impl IntoView {
    view! {
        <div role="alert" class="fault">
            <Notice tone=Tone::Danger title=home::FAULT>
                <p>{home::FAULT_BODY}</p>
                <p>{home::FAULT_STAFF} " " {fault}</p>
            </Notice>
        </div>
    }
}
