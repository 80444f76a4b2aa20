//! All problems of a page, on top.

use leptos::prelude::*;

use super::focus::{focus_now, focus_soon};
use super::{FieldId, Problems, Words};
use crate::markup::Node;
use crate::view;

/// All problems of a page, above its heading. It takes the focus each time problems are found, and each line leads to its field.
///
/// The inner element is the alert, not the focused one, so that screen readers say it once.
#[component]
pub fn ErrorSummary(
    /// What is wrong.
    problems: Problems,
) -> impl IntoView {
    let words = Words::here();
    let id = FieldId::new().part("summary");
    let all = problems.all();
    let focus_id = id.clone();
    Effect::new(move || {
        if all.with(|all| !all.is_empty()) {
            focus_soon(focus_id.clone());
        }
    });
    let lines = move || {
        all.get()
            .into_iter()
            .map(|problem| {
                let control = problem.field.control();
                let href = format!("#{control}");
                view! {
                    <li>
                        <a
                            class="error-summary__link"
                            href=href
                            on:click=move |event| {
                                event.prevent_default();
                                focus_now(&control);
                            }
                        >
                            {problem.message}
                        </a>
                    </li>
                }
            })
            .collect_view()
    };
    Node::following(move || {
        problems.any().then(|| {
            view! {
                <div class="error-summary" id=id.clone() tabindex="-1">
                    <div role="alert">
                        <h2 class="error-summary__heading">{words.problem}</h2>
                        <ul class="error-summary__list">{lines}</ul>
                    </div>
                </div>
            }
        })
    })
}
