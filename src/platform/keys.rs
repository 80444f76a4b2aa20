//! Keys that work on every page of the workspace. None is a letter alone, and none is one that browsers or passphrase managers use.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Hears keys that are pressed together with Control, or Command on a Mac. One that `heard` says it took does nothing else.
pub fn on_chord(heard: impl Fn(&str) -> bool + 'static) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let is_chord = (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key();
        if is_chord && !event.repeat() && heard(&event.key()) {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Whether a dialog stands above the page.
#[must_use]
pub fn has_dialog() -> bool {
    document()
        .query_selector("dialog[open]")
        .is_ok_and(|open| open.is_some())
}

/// Sends the form in which the focus is, as its button does; whether there is one. A link in it keeps its own meaning of the keys.
#[must_use]
pub fn send_form() -> bool {
    let around = |element: &web_sys::Element, what: &str| element.closest(what).ok().flatten();
    let form = document()
        .active_element()
        .filter(|element| around(element, "a").is_none())
        .and_then(|element| around(&element, "form"));
    let button = form.and_then(|form| form.query_selector("button[type=submit]").ok().flatten());
    let button = button.and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok());
    button.inspect(web_sys::HtmlElement::click).is_some()
}
