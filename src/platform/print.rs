//! Printing the page.

use leptos::prelude::*;

/// Opens the browser's print window.
pub fn print() {
    // Some browsers on telephones cannot print; nothing happens then.
    let _ = window().print();
}
