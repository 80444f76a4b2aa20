//! What the exit button does, told once before it first appears.

use leptos::prelude::*;

use crate::components::LinkButton;
use crate::layout::Page;
use crate::public::journey::Journey;
use crate::public::route::Route;
use crate::public::words::leaving;

/// How to leave quickly, what that clears and what it does not.
#[component]
pub(in crate::public) fn LeaveQuickly() -> impl IntoView {
    let journey = Journey::here();
    if !journey.service(|service| service.can_receive()) {
        journey.replace(Route::Start);
    }
    let what = leaving::WHAT.map(|line| view! { <li>{line}</li> });
    let first = Route::Step { at: 1, changing: false };
    view! {
        <Page title=leaving::HEADING heading=leaving::HEADING back=Signal::stored(Route::Start.href())>
            <div class="prose"><ul>{what.collect_view()}</ul></div>
            <LinkButton label=leaving::GO_ON href=Signal::stored(first.href()) />
        </Page>
    }
}
