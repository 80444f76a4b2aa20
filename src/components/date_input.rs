//! A date in three boxes.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::field::invalid;
use super::{FieldGroup, FieldId, Words};
use crate::view;

/// What was typed into the three boxes, as typed: "3", "Mar", "2026". The domain reads it.
#[derive(Clone, Copy, Debug)]
pub struct DateParts {
    /// The first box.
    pub day: RwSignal<String>,
    /// The second box; names of months are welcome.
    pub month: RwSignal<String>,
    /// The third box, of two or four figures.
    pub year: RwSignal<String>,
}

impl DateParts {
    /// Three boxes that already hold something; empty texts for an empty date.
    #[must_use]
    pub fn new(day: &str, month: &str, year: &str) -> Self {
        Self {
            day: RwSignal::new(day.to_owned()),
            month: RwSignal::new(month.to_owned()),
            year: RwSignal::new(year.to_owned()),
        }
    }

    /// Three empty boxes.
    #[must_use]
    pub fn empty() -> Self {
        Self::new("", "", "")
    }

    /// What was typed: day, month, year, with spaces around them taken off.
    #[must_use]
    pub fn typed(self) -> [String; 3] {
        [self.day, self.month, self.year].map(|part| part.with(|text| text.trim().to_owned()))
    }

    /// Puts a date into the boxes, for a "Today" button.
    pub fn fill(self, day: &str, month: &str, year: &str) {
        self.day.set(day.to_owned());
        self.month.set(month.to_owned());
        self.year.set(year.to_owned());
    }
}

/// A date in three boxes, for dates that people know or can guess.
#[component]
pub fn DateInput(
    /// What is asked.
    #[prop(into)]
    legend: TextProp,
    /// What was typed.
    value: DateParts,
    /// The field, when the page has an error summary.
    #[prop(default = FieldId::new())]
    id: FieldId,
    /// Help that stays in sight, with an example: "For example, 27 3 2026".
    #[prop(into, optional)]
    hint: Option<TextProp>,
    /// What is wrong, if anything.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
    /// True when the legend is the page's heading.
    #[prop(optional)]
    heading: bool,
    /// A button or a line beside the boxes, such as "Today".
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let words = Words::here();
    view! {
        <FieldGroup id legend hint error heading>
            <div class="date">
                <DatePart control=id.control() label=words.day value=value.day error />
                <DatePart control=id.part("month") label=words.month value=value.month error />
                <DatePart control=id.part("year") label=words.year value=value.year error wide=true />
                {children.map(|children| view! { <div class="date__beside">{children()}</div> })}
            </div>
        </FieldGroup>
    }
}

#[component]
fn DatePart(
    control: String,
    label: &'static str,
    value: RwSignal<String>,
    error: Signal<Option<String>>,
    #[prop(optional)] wide: bool,
) -> impl IntoView {
    view! {
        <div class="date__part">
            <label class="date__label" for=control.clone()>{label}</label>
            <input
                class="input date__input"
                class:date__input--wide=wide
                id=control.clone()
                name=control
                type="text"
                inputmode="text"
                autocomplete="off"
                spellcheck="false"
                dir="ltr"
                aria-invalid=invalid(error)
                bind:value=value
            />
        </div>
    }
}
