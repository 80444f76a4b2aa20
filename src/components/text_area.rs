//! Several lines of text.

use std::time::Duration;

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::field::{described_by, invalid};
use super::text_input::control_name;
use super::{Announcer, Field, FieldId, Words};
use crate::view;

/// How long a person pauses before the count is said aloud.
const PAUSE: Duration = Duration::from_millis(1_000);

/// How many characters are left; negative when there are too many.
fn left(text: &str, limit: usize) -> i64 {
    let used = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
    i64::try_from(limit).unwrap_or(i64::MAX).saturating_sub(used)
}

/// Several lines of text, with a count when there is a limit. The limit is shown, never enforced while typing.
#[component]
pub fn TextArea(
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
    /// What is wrong, if anything.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
    /// Lines shown at first; the box can be made taller.
    #[prop(default = 5)]
    rows: u8,
    /// The most characters that can be taken.
    #[prop(optional)]
    limit: Option<usize>,
    /// True when the label is the page's heading.
    #[prop(optional)]
    heading: bool,
) -> impl IntoView {
    let words = Words::here();
    let announcer = Announcer::here();
    let count_id = id.part("count");
    let described = described_by(id, hint.is_some(), error, limit.map(|_| count_id.clone()));
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    on_cleanup(move || {
        if let Some(Some(handle)) = waiting.try_get_value() {
            handle.clear();
        }
    });
    let say_count = move || {
        let Some(limit) = limit else { return };
        if let Some(handle) = waiting.get_value() {
            handle.clear();
        }
        let said = set_timeout_with_handle(
            move || {
                if let Some(text) = value.try_get_untracked() {
                    announcer.status((words.characters_left)(left(&text, limit)));
                }
            },
            PAUSE,
        );
        waiting.set_value(said.ok());
    };
    view! {
        <Field id label hint error heading>
            <textarea
                class="input input--area"
                id=id.control()
                name=control_name("off")
                rows=rows.to_string()
                autocomplete="off"
                spellcheck="true"
                dir="auto"
                aria-describedby=described
                aria-invalid=invalid(error)
                on:input=move |_| say_count()
                bind:value=value
            ></textarea>
            {limit.map(|limit| {
                let over = move || value.with(|text| left(text, limit) < 0);
                view! {
                    <p class="field__count" id=count_id data-over=move || over().then_some("true")>
                        {move || (words.characters_left)(value.with(|text| left(text, limit)))}
                    </p>
                }
            })}
        </Field>
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::ENGLISH;
    use super::left;

    #[test]
    fn the_count_counts_characters_and_says_when_there_are_too_many() {
        assert_eq!(left("Zoë", 5), 2);
        assert_eq!((ENGLISH.characters_left)(2), "You have 2 characters left");
        assert_eq!(
            (ENGLISH.characters_left)(left("abcdef", 5)),
            "You have 1 character too many"
        );
    }
}
