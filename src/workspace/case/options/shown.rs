//! Options as they were explained, with what was decided among them.

use evenhand_domain::case::options::Choice;
use evenhand_domain::ids::EventId;
use leptos::prelude::*;

use crate::components::{Problems, SummaryList, SummaryRow, Tag, Tone, WordForWord};
use crate::view;
use crate::workspace::case::entered_in_error::EnteredInError;
use crate::workspace::case::near::as_typed;
use crate::workspace::case::this::{ThisCase, name_in, worker_name};

/// One matter: its options, and what was decided.
#[component]
pub(super) fn OptionsShown(
    /// The event that explained them.
    id: EventId,
    /// Whether the case is open, so that an entry can be marked.
    is_open: Memo<bool>,
    /// The problems of the page.
    problems: Problems,
    /// What can be done with it.
    children: Children,
) -> impl IntoView {
    let this = ThisCase::here();
    let shown = move || {
        this.read(|_, story, desk| {
            let kept = story.options.iter().find(|kept| kept.id == id)?;
            let to: Vec<String> = kept.now.to.iter().map(|party| name_in(story, *party)).collect();
            let said = format!("Explained to {} by {} on {}", to.join(", "), worker_name(desk, kept.by), kept.on.long());
            let decisions = story.decisions.iter().filter(|made| made.now.options == id);
            let decisions = decisions
                .map(|made| {
                    let whose = format!("{} decided, word for word, {}", name_in(story, made.now.party), made.on.long());
                    let risks = Some(made.now.risks_explained.clone()).filter(|text| !text.trim().is_empty());
                    let text = Signal::stored(made.now.words.clone());
                    let (of, error) = (made.id, made.in_error.clone());
                    let may_mark = error.is_none() && is_open.get();
                    let about = format!("what {} decided", name_in(story, made.now.party));
                    view! {
                        <WordForWord whose text />
                        {error.map(|why| view! { <p><Tag text=format!("Entered in error: {why}") tone=Tone::Warning /></p> })}
                        {may_mark.then(|| view! { <EnteredInError of about problems /> })}
                        {risks.map(|risks| view! {
                            <SummaryList><SummaryRow label="Risks that were explained">{as_typed(risks)}</SummaryRow></SummaryList>
                        })}
                    }
                })
                .collect_view();
            let choices = kept.now.choices.iter().cloned().enumerate().map(|(at, choice)| option(at, choice)).collect_view();
            let limits = Some(kept.now.limits.clone()).filter(|limits| !limits.trim().is_empty());
            let limits = limits.map(|limits| view! {
                <h3>"Dates to know"</h3>
                <ul>{limits.lines().map(|line| view! { <li><bdi>{line.to_owned()}</bdi></li> }).collect_view()}</ul>
                <p class="muted small">"Check the letter: it is the letter that counts."</p>
            });
            let error = kept.in_error.clone();
            let may_mark = error.is_none() && is_open.get();
            let about = format!("the options about {}", kept.now.matter);
            Some(view! {
                <h2><bdi>{kept.now.matter.clone()}</bdi></h2>
                {error.map(|why| view! { <p><Tag text=format!("Entered in error: {why}") tone=Tone::Warning /></p> })}
                <p class="muted">{said}</p>
                {choices}
                {limits}
                {may_mark.then(|| view! { <EnteredInError of=id about problems /> })}
                {decisions}
            })
        })
        .flatten()
    };
    view! { <section class="stack">{shown}{children()}</section> }
}

fn option(at: usize, choice: Choice) -> impl IntoView {
    let rows = [
        ("Good points", choice.pros),
        ("Bad points", choice.cons),
        ("Where it is written", choice.basis),
    ];
    let rows = rows.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let rows = rows
        .map(|(label, text)| view! { <SummaryRow label=label>{as_typed(text)}</SummaryRow> })
        .collect_view();
    view! {
        <h3>{format!("Option {}: ", at + 1)}<bdi>{choice.what}</bdi></h3>
        <SummaryList>{rows}</SummaryList>
    }
}
