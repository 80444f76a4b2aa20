//! One answer out of many.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::field::{described_by, invalid};
use super::{Choice, Field, FieldId, Width};
use crate::view;

/// So many letters a closed list shows on the narrowest telephones.
const CUT_ON_A_TELEPHONE: usize = 28;

/// So many letters it shows wherever it is drawn at its full width.
const fn shows(width: Width) -> usize {
    match width {
        Width::Full => 58,
        _ => 38,
    }
}

/// One answer out of many, in the platform's own list. For up to seven answers radios are better.
#[component]
pub fn Select(
    /// What is asked.
    #[prop(into)]
    label: TextProp,
    /// The answers; hints and follow-up questions are not shown here.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The `value` of the chosen answer; empty when none is.
    value: RwSignal<String>,
    /// What stands in the list while nothing is chosen; without it the first answer does.
    #[prop(into, optional)]
    placeholder: Option<TextProp>,
    /// The field, when the page has an error summary.
    #[prop(default = FieldId::new())]
    id: FieldId,
    /// Help that stays in sight.
    #[prop(into, optional)]
    hint: Option<TextProp>,
    /// What is wrong, if anything.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
    /// How wide the box is.
    #[prop(default = Width::Long)]
    width: Width,
) -> impl IntoView {
    let described = described_by(id, hint.is_some(), error, None);
    // A closed list cuts a long answer off: it stands below as well, for the eye alone, and only where it is cut.
    let whole = move || {
        let chosen = value.get();
        let found = choices.with(|all| {
            all.iter()
                .find(|choice| choice.value == chosen)
                .map(|choice| choice.label.get())
        });
        let found = found.filter(|label| label.chars().count() > CUT_ON_A_TELEPHONE);
        found.map(|label| {
            let always = (label.chars().count() > shows(width)).then_some("true");
            view! { <p class="select__whole small muted" aria-hidden="true" data-always=always>{label.into_owned()}</p> }
        })
    };
    let options = move || {
        choices
            .get()
            .into_iter()
            .map(|choice| {
                let Choice { value: own, label, .. } = choice;
                let shown = own.clone();
                view! {
                    <option value=own prop:selected=move || value.with(|value| *value == shown)>
                        {move || label.get()}
                    </option>
                }
            })
            .collect_view()
    };
    view! {
        <Field id label hint error heading=false>
            <select
                class=format!("{} input--select", width.class())
                id=id.control()
                name=id.control()
                autocomplete="off"
                aria-describedby=described
                aria-invalid=invalid(error)
                on:change:target=move |event| value.set(event.target().value())
            >
                {placeholder.map(|text| {
                    view! {
                        <option value="" prop:selected=move || value.with(String::is_empty)>{move || text.get()}</option>
                    }
                })}
                {options}
            </select>
            {whole}
        </Field>
    }
}
