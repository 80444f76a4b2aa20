//! One rule as a line: what it asks, by which clauses, how firmly.

use leptos::prelude::*;

use crate::components::{Tag, Tone};

/// One rule of the policy.
pub(super) struct Line {
    /// What it asks.
    pub(super) what: String,
    /// The clauses it rests on, or why there are none.
    pub(super) by: String,
    /// How firmly, how often.
    pub(super) how: String,
    /// Whether nothing goes on without it.
    pub(super) is_firm: bool,
}

impl Line {
    fn view(self) -> impl IntoView {
        let tone = if self.is_firm { Tone::Info } else { Tone::Plain };
        view! {
            <li class="clause">
                <p class="clause__what"><span class="clause__title">{self.what}</span><span class="muted">{self.by}</span></p>
                <p class="clause__state"><Tag text=self.how tone /></p>
            </li>
        }
    }
}

/// Lines under a heading; nothing where there are none.
pub(super) fn part(heading: &'static str, about: &'static str, lines: Vec<Line>) -> Option<impl IntoView> {
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(Line::view).collect_view();
        view! {
            <section class="stack">
                <h2>{heading}</h2>
                <p class="muted">{about}</p>
                <ul class="clauses">{lines}</ul>
            </section>
        }
    })
}
