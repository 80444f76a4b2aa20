//! Any number of answers, and a single box to tick.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::field::{described_by, invalid};
use super::radios::Revealed;
use super::{Choice, FieldError, FieldGroup, FieldId};
use crate::view;

/// Ticks or unticks `own` in `chosen`, keeping the order of ticking; an answer that stands alone stays alone.
fn toggle(chosen: &mut Vec<String>, own: &str, ticked: bool, loners: &[String]) {
    chosen.retain(|value| value != own);
    if !ticked {
        return;
    }
    if loners.iter().any(|loner| loner == own) {
        chosen.clear();
    } else {
        chosen.retain(|value| !loners.contains(value));
    }
    chosen.push(own.to_owned());
}

/// Any number of answers. Nothing is ticked beforehand unless `value` says so.
#[component]
pub fn Checkboxes(
    /// What is asked.
    #[prop(into)]
    legend: TextProp,
    /// The answers.
    choices: Vec<Choice>,
    /// The `value`s of the ticked answers, in the order of ticking.
    value: RwSignal<Vec<String>>,
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
) -> impl IntoView {
    let loners = StoredValue::new(
        choices
            .iter()
            .filter(|choice| choice.alone)
            .map(|choice| choice.value.clone())
            .collect::<Vec<_>>(),
    );
    let rows = choices
        .into_iter()
        .enumerate()
        .map(|(index, choice)| {
            let own = StoredValue::new(choice.value.clone());
            let ticked = Memo::new(move |_| own.with_value(|own| value.with(|all| all.contains(own))));
            let set = move |now: bool| {
                loners.with_value(|loners| own.with_value(|own| value.update(|all| toggle(all, own, now, loners))));
            };
            view! { <TickRow control=id.choice(index) choice ticked set error /> }
        })
        .collect_view();
    view! {
        <FieldGroup id legend hint error heading>
            <div class="choices">{rows}</div>
        </FieldGroup>
    }
}

#[component]
fn TickRow(
    control: String,
    choice: Choice,
    ticked: Memo<bool>,
    #[prop(into)] set: Callback<(bool,)>,
    error: Signal<Option<String>>,
) -> impl IntoView {
    let hint_id = format!("{control}-hint");
    let Choice {
        label, hint, reveal, ..
    } = choice;
    view! {
        <div class="choice choice--box">
            <input
                class="choice__input"
                type="checkbox"
                id=control.clone()
                name=control.clone()
                aria-describedby=hint.is_some().then(|| hint_id.clone())
                aria-invalid=invalid(error)
                prop:checked=ticked
                on:change:target=move |event| set.run((event.target().checked(),))
            />
            <label class="choice__label" for=control>{move || label.get()}</label>
            {hint.map(|hint| view! { <p class="choice__hint" id=hint_id>{move || hint.get()}</p> })}
        </div>
        {reveal.map(|reveal| view! { <Revealed when=ticked content=reveal /> })}
    }
}

/// A single box to tick, for a statement that is true or not.
#[component]
pub fn Tick(
    /// The statement, in the first person.
    #[prop(into)]
    label: TextProp,
    /// Whether it is ticked.
    value: RwSignal<bool>,
    /// The field, when the page has an error summary.
    #[prop(default = FieldId::new())]
    id: FieldId,
    /// Help that stays in sight.
    #[prop(into, optional)]
    hint: Option<TextProp>,
    /// What is wrong, if anything.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let described = described_by(id, hint.is_some(), error, None);
    view! {
        <div class="field" data-invalid=invalid(error)>
            <FieldError id error />
            <div class="choice choice--box">
                <input
                    class="choice__input"
                    type="checkbox"
                    id=id.control()
                    name=id.control()
                    aria-describedby=described
                    aria-invalid=invalid(error)
                    bind:checked=value
                />
                <label class="choice__label" for=id.control()>{move || label.get()}</label>
                {hint.map(|hint| view! { <p class="choice__hint" id=id.hint()>{move || hint.get()}</p> })}
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::toggle;

    #[test]
    fn none_of_these_and_the_others_untick_each_other() {
        let loners = ["none".to_owned()];
        let mut chosen = Vec::new();
        toggle(&mut chosen, "a", true, &loners);
        toggle(&mut chosen, "b", true, &loners);
        assert_eq!(chosen, ["a", "b"]);
        toggle(&mut chosen, "none", true, &loners);
        assert_eq!(chosen, ["none"]);
        toggle(&mut chosen, "a", true, &loners);
        assert_eq!(chosen, ["a"]);
        toggle(&mut chosen, "a", false, &loners);
        assert!(chosen.is_empty());
    }
}
