//! Moving the focus to an element by its id.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Focuses the element with this id in the next frame, when what was just rendered is there.
pub fn focus_soon(id: String) {
    request_animation_frame(move || focus_now(&id));
}

/// Focuses the element with this id; nothing happens if it is not on the page.
pub fn focus_now(id: &str) {
    if let Some(element) = document().get_element_by_id(id)
        && let Ok(element) = element.dyn_into::<web_sys::HtmlElement>()
    {
        // It fails for an element that cannot take the focus, and then the focus stays where it was.
        let _ = element.focus();
    }
}
