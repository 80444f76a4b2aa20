//! A line of text that may be long: the box grows with it, so that all of it is in sight on a narrow screen too.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use leptos::web_sys::HtmlTextAreaElement;
use wasm_bindgen::JsCast;

use super::field::{described_by, invalid};
use super::text_input::control_name;
use super::{Field, FieldId, Width};
use crate::view;

/// The Enter key sends the form, as it does from any line; the line itself has no second one.
fn send(event: &KeyboardEvent) {
    if event.key() != "Enter" || event.is_composing() {
        return;
    }
    event.prevent_default();
    let area = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
    if let Some(form) = area.and_then(|area| area.form()) {
        // A form that cannot be sent says so itself.
        let _ = form.request_submit();
    }
}

/// What was pasted from several lines, as one.
fn one_line(text: &str) -> Option<String> {
    let has_breaks = text.contains(['\n', '\r']);
    has_breaks.then(|| {
        text.split(['\n', '\r'])
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    })
}

/// A line of text with its label, hint and error, as high as what stands in it needs.
#[component]
pub fn TextLine(
    /// What is asked.
    #[prop(into)]
    label: TextProp,
    /// What was typed, as typed.
    value: RwSignal<String>,
    /// The field, when the page has an error summary.
    #[prop(default = FieldId::new())]
    id: FieldId,
    /// Help that stays in sight.
    #[prop(into, optional)]
    hint: Option<TextProp>,
    /// What is wrong, if anything: `problems.of(id)`.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
    /// How wide the box is.
    #[prop(optional)]
    width: Width,
) -> impl IntoView {
    let described = described_by(id, hint.is_some(), error, None);
    let join = move || {
        if let Some(text) = value.with_untracked(|text| one_line(text)) {
            value.set(text);
        }
    };
    view! {
        <Field id label hint error heading=false>
            <textarea
                class=format!("{} input--line", width.class())
                id=id.control()
                name=control_name("off")
                rows="1"
                autocomplete="off"
                spellcheck="true"
                dir="auto"
                aria-describedby=described
                aria-invalid=invalid(error)
                on:keydown=move |event| send(&event)
                on:input=move |_| join()
                bind:value=value
            ></textarea>
        </Field>
    }
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn what_is_pasted_from_several_lines_becomes_one() {
        assert_eq!(one_line("a b"), None);
        assert_eq!(one_line("a\r\nb\n\nc").as_deref(), Some("a b c"));
    }
}
