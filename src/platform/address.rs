//! The fragment of the address: where the page is. It never reaches the host, and never holds an answer.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// The fragment with its hash sign, such as `#/fair`; empty at the bare address.
#[must_use]
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Follows the fragment as it changes, by links, by Back, by hand.
pub fn on_change(heard: impl Fn(String) + 'static) {
    let listener = window_event_listener(ev::hashchange, move |_| heard(fragment()));
    on_cleanup(move || listener.remove());
}

/// Hears which place of this page a link leads to when it is pressed, before it is let go. A finger is not heard: it may be about to
/// scroll.
pub fn on_press(heard: impl Fn(String) + 'static) {
    let listener = window_event_listener(ev::pointerdown, move |event| {
        let pressed = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = pressed.and_then(|element| element.closest("a[href^='#/']").ok().flatten());
        if let Some(fragment) = link.and_then(|link| link.get_attribute("href")) {
            heard(fragment);
        }
    });
    on_cleanup(move || listener.remove());
}

/// Goes to another place: one more step in the history.
pub fn go(href: &str) {
    // A fragment cannot be refused.
    let _ = window().location().set_hash(href);
}

/// Puts another place where this one stands in the history, without a step and without a `hashchange`.
pub fn replace(href: &str) {
    if let Ok(history) = window().history() {
        // It fails only when called many times a second; then the old address stays, which holds no answer either.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(href));
    }
}
