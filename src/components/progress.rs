//! How far a longer task has come.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::FieldId;
use super::in_sight::bring_in_sight;
use crate::view;

/// How far a longer task has come, as a bar and in words: "Reading 3 of 12 files".
#[component]
pub fn Progress(
    /// What is being done.
    #[prop(into)]
    label: TextProp,
    /// How far, from 0 to 1.
    #[prop(into)]
    done: Signal<f64>,
) -> impl IntoView {
    let id = FieldId::new().part("progress");
    // Whoever pressed the button at the end of a long form sees the bar that comes below it.
    let bar = id.clone();
    Effect::new(move || bring_in_sight(&bar));
    let percent = move || (done.get().clamp(0.0, 1.0) * 100.0).round();
    view! {
        <div class="progress">
            <label class="progress__label" for=id.clone()>{move || label.get()}</label>
            <progress class="progress__bar" id=id max="100" prop:value=move || percent().to_string()>{move || format!("{}%", percent())}</progress>
        </div>
    }
}
