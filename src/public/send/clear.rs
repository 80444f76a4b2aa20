//! Clearing the page.

use leptos::prelude::*;

use crate::components::{Button, ButtonLook, IconName};
use crate::public::journey::Journey;
use crate::public::words::sending;
use crate::view;

/// Clears everything from the page. The primary button wherever the device is not the person's own.
#[component]
pub(super) fn ClearAll() -> impl IntoView {
    let journey = Journey::here();
    let look = if journey.is_own_device() {
        ButtonLook::Secondary
    } else {
        ButtonLook::Primary
    };
    view! { <Button label=sending::CLEAR on_press=move || journey.clear() look icon=IconName::Eraser /> }
}
