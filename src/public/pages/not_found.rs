//! An address that leads nowhere.

use leptos::prelude::*;

use crate::components::LinkButton;
use crate::layout::Page;
use crate::public::route::Route;
use crate::public::words::home;

/// Says so, and leads to the first page.
#[component]
pub(in crate::public) fn NotFound() -> impl IntoView {
    view! {
        <Page title=home::NOT_FOUND heading=home::NOT_FOUND>
            <p>{home::NOT_FOUND_BODY}</p>
            <LinkButton label=home::TO_HOME href=Signal::stored(Route::Home.href()) />
        </Page>
    }
}
