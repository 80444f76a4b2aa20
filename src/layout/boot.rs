//! From the page that needs no wasm to the one that is it.

use leptos::prelude::*;

/// Puts the app into the page and then takes the static page away, so that nobody sees an empty page between.
pub fn start<F, N>(app: F)
where
    F: FnOnce() -> N + 'static,
    N: IntoView,
{
    mount_to_body(app);
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
}
