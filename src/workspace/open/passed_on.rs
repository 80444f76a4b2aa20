//! What a worker is told who passed a case on: that they did, and that it is closed to them.

use leptos::prelude::*;

use crate::components::{Actions, LinkButton};
use crate::layout::Page;
use crate::view;
use crate::workspace::route::Route;

/// The case went to somebody else.
#[component]
pub(crate) fn PassedOn(
    /// What can be done besides going back to work.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <Page title="Passed on" heading="This case has been passed on">
            <p class="lead">"You cannot open it any more: you hold no key to it, so nothing that is written in it can be read by you."</p>
            <p>"Keep what you saw before to yourself. If the family contacts you, tell them that somebody else helps them."</p>
            <Actions>
                {children.map(|children| children())}
                <LinkButton label="Go to your work" href=Signal::stored(Route::Work.href()) />
            </Actions>
        </Page>
    }
}
