//! The paper slip on which a family says how we did. It carries no code, so that nobody can tell whose it was (LEI-33).

use leptos::prelude::*;

use crate::components::{Button, ButtonLook, IconName};
use crate::platform::print::print;
use crate::view;
use crate::workspace::case::this::ThisCase;

const QUESTIONS: [&str; 5] = [
    "Did we listen to you?",
    "Did we take sides with the school, the council or anybody else?",
    "Did we explain your options, with the good and the bad of each?",
    "Did you decide for yourself?",
    "What could we do better?",
];

/// The slip, to be printed on its own.
#[component]
pub(super) fn Slip() -> impl IntoView {
    let this = ThisCase::here();
    let service = move || this.session().read(|desk| desk.team().name).unwrap_or_default();
    view! {
        <section class="stack slip">
            <h2>"How did we do?"</h2>
            <p class="slip__screen muted">"This slip is for the family. It carries no name and no code. Only the slip is printed."</p>
            <p>"You had help from " <bdi>{service}</bdi> ". Tell us how it was. You need not say who you are."</p>
            <p>"Give this paper to any of us, or post it to us."</p>
            <ol class="slip__questions">{QUESTIONS.map(|question| view! { <li>{question}</li> }).collect_view()}</ol>
            <Button label="Print the slip" look=ButtonLook::Secondary icon=IconName::Printer on_press=print />
        </section>
    }
}
