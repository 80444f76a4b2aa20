//! Past the banner with one key.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::components::focus_now;
use crate::view;

/// The id of `main`.
pub(super) const MAIN: &str = "main";

/// The first thing that Tab reaches. It moves the focus by script, since an address after `#` belongs to the routes.
#[component]
pub fn SkipLink(
    /// "Skip to main content".
    #[prop(into)]
    label: TextProp,
) -> impl IntoView {
    view! {
        <a
            class="skip-link"
            href="#main"
            on:click=move |event| {
                event.prevent_default();
                focus_now(MAIN);
            }
        >
            {move || label.get()}
        </a>
    }
}
