//! Cases that belong with this one, where this person may see them.

use evenhand_domain::event::CaseTie;
use leptos::prelude::*;

use crate::view;
use crate::workspace::case::this::ThisCase;
use crate::workspace::route::{CasePart, Route};

/// Links to the cases that belong with this one.
#[component]
pub(super) fn Others() -> impl IntoView {
    let this = ThisCase::here();
    move || {
        this.read(|_, story, desk| {
            let links: Vec<_> = story
                .links
                .iter()
                .filter_map(|(other, tie)| {
                    // A case that is not given to this person is not named here either.
                    let front = desk.front(*other).ok()?;
                    let words = format!("{} ({})", tie_words(*tie), front.code);
                    let href = Route::Case(*other, CasePart::Summary).href();
                    Some(view! { <li><a href=href>{words}</a></li> })
                })
                .collect();
            (!links.is_empty()).then(|| {
                view! {
                    <section class="stack">
                        <h2>"Cases that belong with this one"</h2>
                        <ul>{links.into_iter().collect_view()}</ul>
                    </section>
                }
            })
        })
    }
}

/// What another case is to this one.
pub(crate) const fn tie_words(tie: CaseTie) -> &'static str {
    match tie {
        CaseTie::Sibling => "A brother’s or sister’s case",
        CaseTie::SamePerson => "Another case of the same person",
        CaseTie::Duplicate => "The same request, sent twice",
    }
}
