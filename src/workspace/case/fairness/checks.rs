//! The conflict checks that are kept with the case. What somebody declared is shown to them and to the manager alone (CAM-19).

use evenhand_domain::case::state::WorkerCheck;
use evenhand_domain::conflict::ConflictOutcome;
use evenhand_domain::worker::Role;
use leptos::prelude::*;

use crate::components::{SummaryList, SummaryRow};
use crate::view;
use crate::workspace::case::this::{ThisCase, worker_name};

/// Who was checked, when, and what came of it.
#[component]
pub(super) fn Checks() -> impl IntoView {
    let this = ThisCase::here();
    move || {
        this.front(|file, desk| {
            let Ok(me) = desk.me() else { return None };
            let is_manager = me.role == Role::Manager;
            let others = file.front.checks.keys().filter(|worker| **worker != me.id).count();
            let rows: Vec<_> = file
                .front
                .checks
                .iter()
                .filter(|(worker, _)| is_manager || **worker == me.id)
                .map(|(worker, check)| (worker_name(desk, *worker), lines(check)))
                .map(|(name, lines)| {
                    let lines = lines.into_iter().map(|line| view! { <p><bdi>{line}</bdi></p> }).collect_view();
                    view! { <SummaryRow label=name>{lines}</SummaryRow> }
                })
                .collect();
            let hidden = (!is_manager && others > 0).then(|| {
                view! { <p class="muted">"Others were checked too. What they declared is for them and the manager alone."</p> }
            });
            Some(view! {
                <section class="stack">
                    <h2>"Who was checked for a conflict"</h2>
                    {rows.is_empty().then(|| view! { <p>"Nobody that you may see."</p> })}
                    <SummaryList>{rows.into_iter().collect_view()}</SummaryList>
                    {hidden}
                </section>
            })
        })
        .flatten()
    }
}

fn lines(check: &WorkerCheck) -> Vec<String> {
    let because = match check.check.because.as_slice() {
        [] => String::new(),
        clauses => format!(" ({})", clauses.join(", ")),
    };
    let declared = check.check.interests_checked;
    let words = match check.outcome() {
        ConflictOutcome::Clear if declared == 0 => "No interest was declared, so there was nothing to compare",
        ConflictOutcome::Clear => "Nothing was found in what they declared",
        ConflictOutcome::Look => "A possible match that nobody has looked at",
        ConflictOutcome::Reason => "May take it after others, with a reason",
        ConflictOutcome::Manager => "Only the manager may allow it",
        ConflictOutcome::Bar => "Cannot take it",
    };
    let declared = match declared {
        1 => "1 declaration was looked at".to_owned(),
        count => format!("{count} declarations were looked at"),
    };
    let on = check.on.long();
    let mut lines = vec![match check.check.interests_checked {
        0 => format!("{words}{because}. Checked on {on}."),
        _ => format!("{words}{because}. Checked on {on}: {declared}."),
    }];
    lines.extend(
        check
            .check
            .findings
            .iter()
            .map(|finding| format!("{} ({})", finding.matched, finding.clause)),
    );
    if let Some((is_same, why)) = &check.looked_at {
        let found = if *is_same {
            "It is the same"
        } else {
            "It is not the same"
        };
        lines.push(format!("Somebody looked. {found}: {why}"));
    }
    lines
}
