//! The device's own clock, which the domain never reads.

use std::time::Duration;

use evenhand_domain::date::{Day, Moment};

/// Today, where the device says it is.
#[must_use]
pub fn today() -> Day {
    let now = js_sys::Date::new_0();
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = i32::try_from(now.get_full_year()).unwrap_or(1970);
    let read = Day::new(year, small(now.get_month() + 1), small(now.get_date()));
    read.unwrap_or_else(|_| Moment::default().day(0))
}

/// The time now, with how far clocks here are ahead of UTC.
#[must_use]
pub fn now() -> evenhand_engine::now::Now {
    let now = js_sys::Date::new_0();
    // Whole milliseconds and minutes: both fit by far.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::as_conversions,
        reason = "whole numbers far below the limits"
    )]
    let (millis, offset_minutes) = (now.get_time() as i64, -(now.get_timezone_offset() as i32));
    evenhand_engine::now::Now {
        at: Moment::from_millis(millis),
        offset_minutes,
    }
}

/// Waits until the browser has painted what was set before.
pub async fn next_paint() {
    let painted = js_sys::Promise::new(&mut |done, _| {
        leptos::prelude::request_animation_frame(move || tell_soon(done));
    });
    // The promise is never refused.
    let _ = wasm_bindgen_futures::JsFuture::from(painted).await;
}

/// Gives the browser its turn, to paint or to hear somebody; it comes back also where the tab is out of sight.
pub async fn next_turn() {
    let turned = js_sys::Promise::new(&mut |done, _| tell_soon(done));
    // The promise is never refused.
    let _ = wasm_bindgen_futures::JsFuture::from(turned).await;
}

/// Waits so long.
pub async fn pause(time: Duration) {
    let passed = js_sys::Promise::new(&mut |done, _| tell_after(done, time));
    // The promise is never refused.
    let _ = wasm_bindgen_futures::JsFuture::from(passed).await;
}

fn tell_soon(done: js_sys::Function) {
    tell_after(done, Duration::ZERO);
}

fn tell_after(done: js_sys::Function, time: Duration) {
    leptos::prelude::set_timeout(
        move || {
            // Nobody is left to be told when the page is gone.
            let _ = done.call0(&wasm_bindgen::JsValue::NULL);
        },
        time,
    );
}
