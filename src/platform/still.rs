//! The page that stood before the app came, and stays where the app cannot.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The `main` of that page; the body where it has none.
#[must_use]
pub fn still_main() -> Option<web_sys::HtmlElement> {
    let main = document()
        .get_element_by_id("main")
        .and_then(|main| main.dyn_into().ok());
    main.or_else(|| document().body())
}
