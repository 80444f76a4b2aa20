//! Brings something new into sight, where it is not: what nobody sees tells nobody.

use leptos::prelude::document;

/// Scrolls no further than it takes to see the element with this id.
pub(super) fn bring_in_sight(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
