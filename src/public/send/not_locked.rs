//! What a page after the lock shows when nothing is locked.

use leptos::prelude::*;

use crate::public::ask::Gone;
use crate::public::journey::Journey;
use crate::public::route::Route;

/// Back to the check page where the answers are still here; else they are gone, and it says so.
#[component]
pub(super) fn NotLocked() -> impl IntoView {
    let journey = Journey::here();
    if journey.is_complete() {
        journey.replace(Route::Check);
    }
    view! { <Gone /> }
}
