//! The pages on which nothing can be done yet: opening, stopped, open in another tab.

use leptos::prelude::*;

use crate::components::{Button, IconName, Notice, Tone};
use crate::layout::Page;
use crate::platform::reload;
use crate::view;

/// While the storage is opened.
#[component]
pub(in crate::workspace) fn Opening() -> impl IntoView {
    view! {
        <Page title="Opening" heading="Workspace">
            <p class="muted">"Opening on this device…"</p>
        </Page>
    }
}

/// The workspace cannot be used here.
#[component]
pub(in crate::workspace) fn Stopped(
    /// What happened.
    what: String,
    /// What to do.
    advice: String,
) -> impl IntoView {
    view! {
        <Page title="Cannot open" heading="The workspace cannot be opened here">
            <Notice tone=Tone::Danger title=what>
                <p>{advice}</p>
            </Notice>
            <Button label="Try again" on_press=reload::reload icon=IconName::Refresh />
        </Page>
    }
}

/// Another tab of this browser has it.
#[component]
pub(in crate::workspace) fn OtherTab() -> impl IntoView {
    view! {
        <Page title="Open in another tab" heading="The workspace is open in another tab">
            <div class="prose">
                <p>
                    "Only one tab can write, so that nothing is written twice. Go on in the other tab, or close it: this page "
                    "opens by itself when the other tab is closed."
                </p>
                <p class="muted">"Waiting for the other tab…"</p>
            </div>
        </Page>
    }
}
