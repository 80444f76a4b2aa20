//! After everything was cleared: what the page cannot clear itself.

use leptos::prelude::*;

use crate::components::{ButtonLook, LinkButton};
use crate::layout::Page;
use crate::public::route::Route;
use crate::public::words::{home, leaving};

/// What to do on a telephone or computer that others use.
#[component]
pub(in crate::public) fn Cleared() -> impl IntoView {
    let steps = leaving::CHECKLIST.map(|step| view! { <li>{step}</li> });
    view! {
        <Page title=leaving::CLEARED heading=leaving::CLEARED>
            <div class="prose">
                <p class="lead">{leaving::CLEARED_LEAD}</p>
                <ol>{steps.collect_view()}</ol>
            </div>
            <LinkButton label=home::TO_HOME href=Signal::stored(Route::Home.href()) look=ButtonLook::Secondary />
        </Page>
    }
}
