//! Loading the page anew: all of its memory goes.

use leptos::prelude::*;

/// Loads the page anew.
pub fn reload() {
    // A browser that refuses leaves the page as it is.
    let _ = window().location().reload();
}
