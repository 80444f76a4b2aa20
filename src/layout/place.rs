//! Where one was on a page, so that Back leads there and not merely to the page.

use std::cell::{Cell, RefCell};

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// How many frames a page may take to grow as long as it was, before it is left where it is.
const FRAMES: u8 = 30;

thread_local! {
    /// How far down each entry of the history was, in pixels; forgotten with the page.
    static DEPTHS: RefCell<Vec<(u32, f64)>> = const { RefCell::new(Vec::new()) };
    /// The entry that is shown; nought until the first page has arrived.
    static SHOWN: Cell<u32> = const { Cell::new(0) };
    /// The entries numbered so far.
    static NUMBERED: Cell<u32> = const { Cell::new(0) };
}

fn depth_of(entry: u32) -> Option<f64> {
    DEPTHS.with_borrow(|depths| {
        depths
            .iter()
            .find(|(number, _)| *number == entry)
            .map(|(_, depth)| *depth)
    })
}

fn keep_depth(entry: u32, depth: f64) {
    DEPTHS.with_borrow_mut(|depths| match depths.iter_mut().find(|(number, _)| *number == entry) {
        Some(kept) => kept.1 = depth,
        None => depths.push((entry, depth)),
    });
}

/// Takes over from the browser, which would scroll before the page is there.
fn keep_watch() {
    if let Ok(history) = window().history() {
        // A browser without the property has no scrolling of its own to take over.
        let _ = js_sys::Reflect::set(&history, &"scrollRestoration".into(), &"manual".into());
    }
    // It listens for as long as the page lives.
    let _ = window_event_listener(ev::scroll, |_| {
        let depth = window().scroll_y().unwrap_or(0.0);
        keep_depth(SHOWN.get(), depth);
    });
}

/// Numbers a new entry of the history, or finds an old one again; how far down it was, if it is an old one. A step within the entry
/// that is shown, as from question to question, begins at the top.
///
/// The entry holds nothing but a number.
pub(super) fn arrive() -> Option<f64> {
    if SHOWN.get() == 0 {
        keep_watch();
    }
    let history = window().history().ok()?;
    let old = history
        .state()
        .ok()
        .and_then(|state| state.as_f64())
        .map(|number| number as u32);
    if let Some((number, depth)) = old.and_then(|number| Some((number, depth_of(number)?))) {
        let is_another = SHOWN.replace(number) != number;
        if !is_another {
            keep_depth(number, 0.0);
        }
        return is_another.then_some(depth);
    }
    // After a reload older entries still carry their numbers; counting goes on after them.
    let number = NUMBERED.get().max(old.unwrap_or(0)) + 1;
    NUMBERED.set(number);
    SHOWN.set(number);
    keep_depth(number, 0.0);
    // Where the browser refuses, Back leads to the top of the page.
    let _ = history.replace_state(&JsValue::from_f64(f64::from(number)), "");
    None
}

/// Scrolls to a depth, again in each frame until the page is long enough for it.
pub(super) fn go_to(depth: f64) {
    go_on(depth, FRAMES);
}

fn go_on(depth: f64, frames: u8) {
    window().scroll_to_with_x_and_y(0.0, depth);
    let reached = window().scroll_y().unwrap_or(depth) >= depth - 1.0;
    if !reached && frames > 0 {
        request_animation_frame(move || go_on(depth, frames - 1));
    }
}
