//! Figures, as a table that also draws itself.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::view;

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What is counted.
    pub label: String,
    /// How many, for the length; `None` where the count is withheld.
    pub value: Option<f64>,
    /// How many, in words: "12", "fewer than 5".
    pub shown: String,
}

/// A bar chart that *is* a table: the figures are text, and the bars are decoration beside them.
#[component]
pub fn Chart(
    /// What is counted, over which time.
    #[prop(into)]
    caption: TextProp,
    /// The heading of the labels: "Theme".
    #[prop(into)]
    label_title: TextProp,
    /// The heading of the figures: "Contacts".
    #[prop(into)]
    value_title: TextProp,
    /// The bars.
    #[prop(into)]
    bars: Signal<Vec<Bar>>,
    /// What a bar of full length stands for; without it, the longest has it.
    #[prop(optional, into)]
    full: Option<Signal<f64>>,
) -> impl IntoView {
    let rows = move || {
        let bars = bars.get();
        let least = full.map_or(1.0, |full| full.get());
        let longest = bars.iter().filter_map(|bar| bar.value).fold(least, f64::max);
        bars.into_iter()
            .map(|bar| {
                let share = bar.value.unwrap_or(0.0).max(0.0) / longest * 100.0;
                view! {
                    <tr>
                        <th class="chart__label" scope="row">{bar.label}</th>
                        <td class="chart__value">{bar.shown}</td>
                        <td class="chart__track" aria-hidden="true">
                            <svg class="chart__bar" preserveAspectRatio="none" viewBox="0 0 100 10" focusable="false">
                                <rect width=format!("{share:.1}") height="10" />
                            </svg>
                        </td>
                    </tr>
                }
            })
            .collect_view()
    };
    view! {
        <table class="chart">
            <caption class="chart__caption">{move || caption.get()}</caption>
            <thead>
                <tr>
                    <th scope="col">{move || label_title.get()}</th>
                    <th class="chart__value" scope="col">{move || value_title.get()}</th>
                    <td aria-hidden="true"></td>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
