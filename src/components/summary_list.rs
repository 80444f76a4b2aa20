//! Answers and facts, one a row.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::Words;
use crate::view;

/// Facts in rows: what it is, what it says, how to change it.
#[component]
pub fn SummaryList(
    /// `SummaryRow`s.
    children: Children,
) -> impl IntoView {
    view! { <dl class="summary-list">{children()}</dl> }
}

/// One fact.
#[component]
pub fn SummaryRow(
    /// What it is.
    #[prop(into)]
    label: TextProp,
    /// Where it can be changed.
    #[prop(into, optional)]
    change_href: Option<Signal<String>>,
    /// What is changed, after "Change", for those who hear the link alone: "how we contact you".
    #[prop(into, optional)]
    change_what: Option<TextProp>,
    /// The link's word, when it is not "Change": "Add", "Withdraw".
    #[prop(into, optional)]
    change_word: Option<TextProp>,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let word = change_word.unwrap_or_else(|| Words::here().change.into());
    let what = change_what.unwrap_or_else(|| {
        let label = label.clone();
        (move || label.get().to_lowercase()).into()
    });
    view! {
        <div class="summary-list__row">
            <dt class="summary-list__label">{move || label.get()}</dt>
            <dd class="summary-list__value">{children()}</dd>
            {change_href.map(|href| {
                view! {
                    <dd class="summary-list__action">
                        <a href=move || href.get()>
                            {move || word.get()} <span class="visually-hidden">" " {move || what.get()}</span>
                        </a>
                    </dd>
                }
            })}
        </div>
    }
}
