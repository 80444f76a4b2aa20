//! A form that never leaves the page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::view;

/// A form whose sending is a call. The browser checks nothing and sends nothing.
#[component]
pub fn Form(
    /// Called when the form is sent by its button or by Enter.
    #[prop(into)]
    on_submit: Callback<()>,
    /// Leaves the form by Escape. What was typed must not be lost by it: the key is easily hit.
    #[prop(into, optional)]
    on_escape: Option<Callback<()>>,
    /// The fields and the button.
    children: Children,
) -> impl IntoView {
    view! {
        <form
            class="form"
            novalidate=true
            autocomplete="off"
            on:submit=move |event| {
                event.prevent_default();
                on_submit.run(());
            }
            on:keydown=move |event| {
                let Some(on_escape) = on_escape.filter(|_| event.key() == "Escape" && !event.is_composing()) else { return };
                event.prevent_default();
                // The form goes away with what has the focus; the page around it takes it.
                let form = event.current_target().and_then(|form| form.dyn_into::<web_sys::Element>().ok());
                if let Some(page) = form.and_then(|form| form.closest("main").ok().flatten()) {
                    super::focus_now(&page.id());
                }
                on_escape.run(());
            }
        >
            {children()}
        </form>
    }
}
