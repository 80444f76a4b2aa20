//! A page in the middle of the journey that was opened without the answers before it.

use leptos::prelude::*;

use crate::components::LinkButton;
use crate::layout::Page;
use crate::public::route::Route;
use crate::public::words::asking;

/// Says that the answers are gone and why, and leads to the start.
#[component]
pub(in crate::public) fn Gone() -> impl IntoView {
    view! {
        <Page title=asking::GONE heading=asking::GONE>
            <p>{asking::GONE_BODY}</p>
            <LinkButton label="Start again" href=Signal::stored(Route::Start.href()) />
        </Page>
    }
}
