//! Leaving the page: at once and without a trace on the screen, or guarded while answers are unsent.

use leptos::ev;
use leptos::prelude::*;

/// Where a quick exit leads: a page that anybody may have open, the same for everybody.
pub const ELSEWHERE: &str = "https://www.bbc.co.uk/weather";

/// Blanks the page, then puts another site in its place. The history keeps what was there before this page.
pub fn leave_at_once() {
    if let Some(body) = document().body() {
        body.replace_children_with_node_0();
    }
    document().set_title("");
    // A browser that refuses leaves a blank page, which is the next best.
    let _ = window().location().replace(ELSEWHERE);
}

/// Has the browser ask before the page goes, while `unsent` is true. The browser chooses the words.
pub fn guard(unsent: impl Fn() -> bool + 'static) {
    let listener = window_event_listener(ev::beforeunload, move |event| {
        if unsent() {
            event.prevent_default();
            event.set_return_value("unsent");
        }
    });
    on_cleanup(move || listener.remove());
}

/// Loads the page anew when the browser brings a kept copy of it back from the history, with the answers still in it.
pub fn forget_on_return() {
    let listener = window_event_listener(ev::pageshow, |event| {
        if event.persisted() {
            super::reload::reload();
        }
    });
    on_cleanup(move || listener.remove());
}
