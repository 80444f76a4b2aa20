//! Who will have the case: those who may first, then those who cannot, each with why.

use evenhand_domain::conflict::ConflictOutcome;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::candidate_row::{Findings, Further};
use super::choosing::{Choosing, NOBODY, Row, WORKER};
use super::words;
use crate::components::{Choice, Notice, Problems, Radios, Tone};
use crate::view;

/// The choice of a worker, with what each choice asks further. Read it with [`Choosing::read`]; its problems belong to `problems`.
#[component]
pub(crate) fn CandidateChoice(
    /// The choice.
    choosing: Choosing,
    /// The problems of the page.
    problems: Problems,
    /// What is asked.
    #[prop(into, default = "Who will have this case?".into())]
    legend: TextProp,
    /// True where it may be left for now.
    #[prop(into, optional)]
    may_leave: Signal<bool>,
) -> impl IntoView {
    let split = move || {
        let rows = choosing.rows.get_value();
        rows.into_iter()
            .partition::<Vec<Row>, _>(|row| choosing.in_the_way(&row.candidate).is_none())
    };
    let far = choosing
        .rows
        .with_value(|rows| words::looked_at(rows.iter().map(|row| &row.candidate.check)));
    // Of somebody who is alone with a new contact, their own check says it just above.
    let is_said = untrack(|| may_leave.get()) && choosing.rows.with_value(|rows| rows.len() < 2);
    // Whoever can no longer be chosen is not chosen either.
    Effect::new(move || {
        let (able, _) = split();
        let is_kept = choosing.worker.with_untracked(|chosen| {
            chosen == NOBODY && may_leave.get() || able.iter().any(|row| row.candidate.worker.id.to_string() == *chosen)
        });
        if !is_kept {
            let only = able.first().filter(|_| able.len() == 1 && !may_leave.get());
            choosing
                .worker
                .set(only.map(|row| row.candidate.worker.id.to_string()).unwrap_or_default());
        }
    });
    let able = move || {
        let (able, _) = split();
        if able.is_empty() && !may_leave.get() {
            return view! {
                <Notice tone=Tone::Warning title="Nobody here can take this case">
                    <p>"Everybody who could be checked is in the list below, with what is in the way. Ask another service to help this family."</p>
                </Notice>
            };
        }
        let mut choices: Vec<Choice> = able.into_iter().map(|row| choice(row, choosing, problems)).collect();
        if may_leave.get() {
            let nobody = Choice::new(NOBODY, "Nobody yet")
                .hint("It waits on the manager’s list of work until somebody is found");
            choices.push(nobody);
        }
        view! { <Radios legend=legend.clone() choices value=choosing.worker id=WORKER error=problems.of(WORKER) /> }
    };
    let unable = move || {
        let (_, unable) = split();
        (!unable.is_empty()).then(|| {
            let rows = unable
                .into_iter()
                .map(|row| {
                    let why = choosing.in_the_way(&row.candidate).unwrap_or_default();
                    view! {
                        <li class="stack">
                            <p><strong><bdi>{row.candidate.worker.name.clone()}</bdi></strong> " – " {why}</p>
                            <Findings check=row.candidate.check />
                        </li>
                    }
                })
                .collect_view();
            view! {
                <section class="stack">
                    <h2>"Who cannot take it"</h2>
                    <ul class="list-plain stack">{rows}</ul>
                </section>
            }
        })
    };
    view! {
        <div class="stack">
            {(!is_said).then(|| view! { <p class="muted">{far} " Nothing found is no proof that nobody knows the family."</p> })}
            {able}
            {unable}
        </div>
    }
}

fn choice(row: Row, choosing: Choosing, problems: Problems) -> Choice {
    let worker = &row.candidate.worker;
    let label = format!("{} – {}", worker.name, choosing.profile.words.role(worker.role));
    let hint = match choosing.is_asked_above(&row.candidate) {
        true => "A possible match: answer about it above".to_owned(),
        false => words::outcome(&row.candidate),
    };
    let choice = Choice::new(worker.id.to_string(), label).hint(hint);
    let asks = row.candidate.outcome > ConflictOutcome::Clear;
    if !asks {
        return choice;
    }
    let profile = choosing.profile;
    choice.reveal(move || view! { <Further row=row.clone() profile problems /> })
}
