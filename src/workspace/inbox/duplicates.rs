//! Cases that may be about the same child.

use evenhand_domain::case::state::CaseStatus;
use evenhand_domain::ids::CaseId;
use evenhand_engine::case::list::CaseLine;
use leptos::prelude::*;

use crate::components::{Choice, FieldId, Notice, Problems, Radios, Tone};
use crate::view;
use crate::workspace::route::{CasePart, Route};

/// "Is it the same request?"
pub(super) const SAME_REQUEST: FieldId = FieldId::named("same-request");
/// It is none of them.
pub(super) const NEW: &str = "new";

/// The cases that may be the same, and the question whether one is.
#[component]
pub(super) fn Duplicates(
    /// The cases.
    likely: Vec<CaseLine>,
    /// `new`, or the identifier of a case.
    value: RwSignal<String>,
    /// The problems of the page.
    problems: Problems,
    /// Whether this person may add the file to one: never while a possible match stands.
    may_add: bool,
) -> impl IntoView {
    let rows = likely.iter().map(|line| {
        let href = Route::Case(line.id, CasePart::Summary).href();
        let about = about(line);
        view! { <li><a href=href>{line.code.clone()}</a> " – " <bdi>{about}</bdi></li> }
    });
    let rows = rows.collect_view();
    let question = may_add.then(|| {
        let same = likely.iter().filter(|line| line.may_open).map(|line| {
            let again = if line.status == CaseStatus::Closed {
                " and open that case again"
            } else {
                ""
            };
            let label = format!("Yes, add it to {}{again}", line.code);
            Choice::new(line.id.to_string(), label).hint(about(line))
        });
        let choices: Vec<Choice> = std::iter::once(Choice::new(NEW, "No, it is a new request"))
            .chain(same)
            .collect();
        view! {
            <Radios
                legend="Is it the same request as one that is here?"
                choices value id=SAME_REQUEST error=problems.of(SAME_REQUEST)
            />
        }
    });
    view! {
        <Notice tone=Tone::Warning title="There may be a case about the same child">
            <ul>{rows}</ul>
            <p>"If you go there to look, this file is put away unopened. Bring it in again afterwards."</p>
        </Notice>
        {question}
    }
}

fn about(line: &CaseLine) -> String {
    let came = line
        .opened_on
        .map(|day| format!("came on {}", day.long()))
        .unwrap_or_default();
    let parts = [line.who.clone(), line.school.clone(), came];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// The case that was chosen; none when it is new.
pub(super) fn chosen(value: &str) -> Option<CaseId> {
    value.parse().ok()
}
