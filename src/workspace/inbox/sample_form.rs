//! What can be brought in while trying it out: a form that waits, and one's own from the sample's public page.

use leptos::prelude::*;
use serde_json::Value;

use super::tray::Tray;
use crate::components::{Button, ButtonLook};
use crate::platform::sample;
use crate::view;

/// Two things to bring in; nothing where this is no sample.
#[component]
pub(super) fn SampleForm(
    /// The tray.
    tray: Tray,
) -> impl IntoView {
    let kept = sample::is_asked().then(sample::service_file).flatten()?;
    let file: Value = serde_json::from_slice(kept.as_bytes()).ok()?;
    let form = file.get("sample_form")?.as_str()?.to_owned();
    Some(view! {
        <section class="stack">
            <h2>"To try it out"</h2>
            <p>
                "An invented family has sent a locked form. Or fill one in yourself, and bring it in here: "
                <a href=sample::FORM target="_blank" rel="noopener">"fill in this sample service’s form (opens in a new tab)"</a> "."
            </p>
            <Button
                label="Bring in the sample form"
                on_press=move || tray.take_text(&form)
                look=ButtonLook::Secondary
            />
        </section>
    })
}
