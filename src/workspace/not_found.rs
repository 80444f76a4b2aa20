//! No such place.

use leptos::prelude::*;

use super::route::Route;
use crate::layout::Page;
use crate::view;

/// The address leads nowhere.
#[component]
pub(super) fn NotFound() -> impl IntoView {
    view! {
        <Page title="Page not found" heading="There is no such page">
            <p>"The address may have been mistyped or cut short. Nothing was changed."</p>
            <p><a href=Route::Work.href()>"Go to your work"</a></p>
        </Page>
    }
}
