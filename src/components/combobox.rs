//! A line of text with suggestions.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::field::{described_by, invalid};
use super::in_sight::bring_in_sight;
use super::{Announcer, Field, FieldId, Width, Words};
use crate::view;

/// The most suggestions in sight: more is not a help, typing another letter is.
const MOST: usize = 8;

/// A suggestion for what is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What is handed over when it is chosen.
    pub value: String,
    /// What is shown, and then stands in the box.
    pub label: String,
    /// What tells it from another of the same name: a town, a code; may be empty.
    pub hint: String,
}

/// Where Up and Down lead among `count` suggestions; from the ends they go round.
fn step(active: Option<usize>, down: bool, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (active, down) {
        (None, true) => 0,
        (None, false) => last,
        (Some(at), true) if at >= last => 0,
        (Some(at), true) => at + 1,
        (Some(0), false) => last,
        (Some(at), false) => at - 1,
    })
}

/// A line of text with suggestions below it. Free text is kept as typed; choosing a suggestion is never forced.
///
/// The page reads `value` and gives the fitting `suggestions`, the best first. Arrow keys move among them, Home and End go to the
/// first and the last, Enter chooses, Escape closes.
#[component]
pub fn Combobox(
    /// What is asked.
    #[prop(into)]
    label: TextProp,
    /// What was typed, or the label of what was chosen.
    value: RwSignal<String>,
    /// What fits it, the best first; the first eight are shown, or `most`.
    #[prop(into)]
    suggestions: Signal<Vec<Suggestion>>,
    /// Called with the `value` of the chosen suggestion.
    #[prop(into)]
    on_choose: Callback<(String,)>,
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
    /// True when the label is the page's heading.
    #[prop(optional)]
    heading: bool,
    /// How many suggestions are shown.
    #[prop(default = MOST)]
    most: usize,
    /// True where the list is what one came for: it stands open, and Enter takes the first suggestion for what was typed.
    #[prop(optional)]
    stays: bool,
) -> impl IntoView {
    let words = Words::here();
    let announcer = Announcer::here();
    let open = RwSignal::new(stays);
    let active = RwSignal::new(None::<usize>);
    let shown = Memo::new(move |_| suggestions.with(|all| all.iter().take(most).cloned().collect::<Vec<_>>()));
    let expanded = Memo::new(move |_| open.get() && shown.with(|shown| !shown.is_empty()));
    let list_id = id.part("suggestions");
    let option_id = move |index: usize| id.part(&format!("suggestion-{index}"));
    let described = described_by(id, hint.is_some(), error, None);
    let choose = move |index: usize| {
        let chosen = shown.with_untracked(|shown| shown.get(index).cloned());
        if let Some(Suggestion { value: own, label, .. }) = chosen {
            open.set(stays);
            active.set(None);
            value.set(label);
            on_choose.run((own,));
        }
    };
    let key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "ArrowDown" | "ArrowUp" => {
            event.prevent_default();
            open.set(true);
            let count = shown.with_untracked(Vec::len);
            active.update(|active| *active = step(*active, event.key() == "ArrowDown", count));
        }
        "Home" | "End" if active.get_untracked().is_some() && expanded.get_untracked() => {
            event.prevent_default();
            let count = shown.with_untracked(Vec::len);
            active.set(step(None, event.key() == "Home", count));
        }
        "Enter" => {
            if let Some(index) = active.get_untracked().filter(|_| expanded.get_untracked()) {
                event.prevent_default();
                choose(index);
            }
        }
        "Escape" if expanded.get_untracked() && !stays => {
            event.prevent_default();
            event.stop_propagation();
            open.set(false);
            active.set(None);
        }
        _ => {}
    };
    Effect::new(move || {
        if open.get() && (stays || expanded.get()) {
            announcer.status((words.suggestions)(shown.with(Vec::len)));
        }
    });
    Effect::new(move || {
        if let Some(index) = active.get() {
            bring_in_sight(&option_id(index));
        }
    });
    view! {
        <Field id label hint error heading>
            <div class="combobox" class:combobox--open=expanded>
                <input
                    class=width.class()
                    id=id.control()
                    name=super::text_input::control_name("off")
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    dir="auto"
                    aria-autocomplete="list"
                    aria-expanded=move || if expanded.get() { "true" } else { "false" }
                    aria-controls=list_id.clone()
                    aria-activedescendant=move || active.get().filter(|_| expanded.get()).map(option_id)
                    aria-describedby=described
                    aria-invalid=invalid(error)
                    on:keydown=key
                    on:input=move |_| {
                        active.set(stays.then_some(0));
                        open.set(true);
                    }
                    on:blur=move |_| open.set(stays)
                    bind:value=value
                />
                <ul class="combobox__list" role="listbox" id=list_id aria-label=words.suggested hidden=move || !expanded.get()>
                    {move || shown
                        .get()
                        .into_iter()
                        .enumerate()
                        .map(|(index, suggestion)| view! {
                            <li
                                class="combobox__option"
                                role="option"
                                id=option_id(index)
                                aria-selected=move || if active.get() == Some(index) { "true" } else { "false" }
                                on:mousedown=move |event| event.prevent_default()
                                on:click=move |_| choose(index)
                            >
                                <bdi>{suggestion.label}</bdi>
                                <span class="combobox__hint">{suggestion.hint}</span>
                            </li>
                        })
                        .collect_view()}
                </ul>
            </div>
        </Field>
    }
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn the_arrows_go_round_and_nowhere_in_an_empty_list() {
        assert_eq!(step(None, true, 3), Some(0));
        assert_eq!(step(None, false, 3), Some(2));
        assert_eq!(step(Some(2), true, 3), Some(0));
        assert_eq!(step(Some(0), false, 3), Some(2));
        assert_eq!(step(Some(1), true, 3), Some(2));
        assert_eq!(step(None, true, 0), None);
    }
}
