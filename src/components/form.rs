//! A form that never leaves the page.

use leptos::prelude::*;

/// A form whose sending is a call. The browser checks nothing and sends nothing.
#[component]
pub fn Form(
    /// Called when the form is sent by its button or by Enter.
    #[prop(into)]
    on_submit: Callback<()>,
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
        >
            {children()}
        </form>
    }
}
