//! One answer out of a few.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::field::invalid;
use super::{Choice, FieldGroup, FieldId};
use crate::markup::Node;
use crate::view;

/// One answer out of a few, each with its own row to press. Nothing is chosen beforehand unless `value` says so.
#[component]
pub fn Radios(
    /// What is asked.
    #[prop(into)]
    legend: TextProp,
    /// The answers.
    choices: Vec<Choice>,
    /// The `value` of the chosen answer; empty when none is.
    value: RwSignal<String>,
    /// The field, when the page has an error summary.
    #[prop(default = FieldId::new())]
    id: FieldId,
    /// Help that stays in sight.
    #[prop(into, optional)]
    hint: Option<TextProp>,
    /// What is wrong, if anything.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
    /// True when the legend is the page's heading.
    #[prop(optional)]
    heading: bool,
    /// True to set two or three short answers side by side where there is room.
    #[prop(optional)]
    inline: bool,
) -> impl IntoView {
    let rows = choices
        .into_iter()
        .enumerate()
        .map(|(index, choice)| view! { <Radio group=id index choice value error /> })
        .collect_view();
    view! {
        <FieldGroup id legend hint error heading>
            <div class="choices" class:choices--inline=inline>{rows}</div>
        </FieldGroup>
    }
}

#[component]
fn Radio(
    group: FieldId,
    index: usize,
    choice: Choice,
    value: RwSignal<String>,
    error: Signal<Option<String>>,
) -> impl IntoView {
    let control = group.choice(index);
    let hint_id = format!("{control}-hint");
    let Choice {
        value: own,
        label,
        hint,
        reveal,
        ..
    } = choice;
    let own = StoredValue::new(own);
    let chosen = Memo::new(move |_| own.with_value(|own| value.with(|value| value == own)));
    view! {
        <div class="choice">
            <input
                class="choice__input"
                type="radio"
                id=control.clone()
                name=group.control()
                value=own.get_value()
                aria-describedby=hint.is_some().then(|| hint_id.clone())
                aria-invalid=invalid(error)
                prop:checked=chosen
                on:change=move |_| value.set(own.get_value())
            />
            <label class="choice__label" for=control>{move || label.get()}</label>
            {hint.map(|hint| view! { <p class="choice__hint" id=hint_id>{move || hint.get()}</p> })}
        </div>
        {reveal.map(|reveal| view! { <Revealed when=chosen content=reveal /> })}
    }
}

/// What an answer asks further, while it is chosen.
#[component]
pub(super) fn Revealed(when: Memo<bool>, content: ViewFn) -> impl IntoView {
    Node::following(move || {
        let content = content.clone();
        when.get()
            .then(move || view! { <div class="choice__reveal">{content.run()}</div> })
    })
}
