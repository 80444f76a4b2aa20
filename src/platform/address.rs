//! The fragment of the address: where the page is. It never reaches the host, and never holds an answer.

use std::time::Duration;

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

/// How long the focus stays on a link before somebody seems to mean it: whoever holds Tab down passes a link in less.
const RESTS: Duration = Duration::from_millis(40);

/// Hears which place of this page a link leads to as soon as somebody is about to follow it: it is pressed, by mouse, pen or finger, and
/// not let go yet; or the focus rests on it, so that Enter would follow it. A finger may turn out to scroll.
pub fn on_approach(heard: impl Fn(String) + Copy + 'static) {
    let pressed = window_event_listener(ev::pointerdown, move |event| {
        if let Some((_, place)) = event.target().and_then(link_at) {
            heard(place);
        }
    });
    let focused = window_event_listener(ev::focusin, move |event| {
        if let Some((link, place)) = event.target().and_then(link_at) {
            let is_there = move || document().active_element().is_some_and(|now| now == link);
            let follow = move || {
                if is_there() {
                    heard(place);
                }
            };
            set_timeout(follow, RESTS);
        }
    });
    on_cleanup(move || {
        pressed.remove();
        focused.remove();
    });
}

/// The link of this page in which something lies, and where it leads.
fn link_at(target: web_sys::EventTarget) -> Option<(web_sys::Element, String)> {
    let link = target
        .dyn_into::<web_sys::Element>()
        .ok()?
        .closest("a[href^='#/']")
        .ok()??;
    let place = link.get_attribute("href")?;
    Some((link, place))
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
