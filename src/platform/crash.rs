//! What happens when the page cannot go on.

use leptos::prelude::*;

/// Tells the shell of the page about a crash, so that it shows its own notice. The message of the panic goes nowhere: it might
/// hold an answer.
pub fn tell_the_shell() {
    std::panic::set_hook(Box::new(|_| {
        if let Ok(event) = web_sys::Event::new("evenhand:crashed") {
            // There is nothing to do about a page that no longer listens.
            let _ = window().dispatch_event(&event);
        }
    }));
}
