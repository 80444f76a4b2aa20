//! All that is shown of a family before the question is answered: names, schools and areas (SPS-8).

use evenhand_domain::date::Day;
use evenhand_engine::case::answer::BeforeOpening;
use leptos::prelude::*;

use crate::components::{SummaryList, SummaryRow};
use crate::markup::Node;
use crate::view;

/// What is said of a "yes" to whom they know here, where they named nobody (SPS-15).
pub(crate) const KNOWS_UNNAMED: &str = "They said they know somebody who works here, and gave no name";

/// Names, schools and areas, with what a page adds of its own.
#[component]
pub(crate) fn KnownBefore(
    /// What is known.
    shown: BeforeOpening,
    /// The reference that the family has, where they sent a form.
    #[prop(optional, into)]
    reference: Option<String>,
    /// A date that the family gave.
    #[prop(optional_no_strip)]
    key_date: Option<Day>,
) -> impl IntoView {
    let BeforeOpening {
        names,
        schools,
        districts,
        knows_unnamed,
    } = shown;
    view! {
        <SummaryList>
            <SummaryRow label="Names">{list(names)}</SummaryRow>
            <SummaryRow label="School, nursery or college">{list(schools)}</SummaryRow>
            <SummaryRow label="Area">{list(districts)}</SummaryRow>
            {knows_unnamed.then(|| view! { <SummaryRow label="Knows somebody here"><strong>{KNOWS_UNNAMED}</strong></SummaryRow> })}
            {key_date.map(|day| view! { <SummaryRow label="A date they gave"><strong>{day.long_with_weekday()}</strong></SummaryRow> })}
            {reference.map(|reference| view! { <SummaryRow label="Reference"><span dir="ltr">{reference}</span></SummaryRow> })}
        </SummaryList>
    }
}

fn list(texts: Vec<String>) -> Node {
    if texts.is_empty() {
        return view! { <span class="muted">"Not given"</span> };
    }
    let items = texts
        .into_iter()
        .map(|text| view! { <li><bdi>{text}</bdi></li> })
        .collect_view();
    view! { <ul class="list-plain">{items}</ul> }
}
