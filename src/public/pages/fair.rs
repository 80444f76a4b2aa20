//! How we stay fair: the policy in plain words (SPS-2, LEI-35, CAM-12).

use evenhand_engine::form::fairness;
use leptos::prelude::*;

use crate::components::{Actions, Button, ButtonLook, IconName, LinkButton, Notice, Tone};
use crate::layout::Page;
use crate::platform::{clock, print};
use crate::public::journey::Journey;
use crate::public::route::{Route, Task};
use crate::public::words::home;

/// The policy in plain words, with when it was last looked at.
#[component]
pub(in crate::public) fn Fair() -> impl IntoView {
    let journey = Journey::here();
    let answers = journey.service(fairness);
    let dates = journey.service(|service| service.policy);
    let checked = format!(
        "Last checked: {}. Next check: {}.",
        dates.last_review.long(),
        dates.next_review.long()
    );
    let overdue = dates.next_review < clock::today();
    let none = answers.is_empty();
    let answers = answers.into_iter().map(|entry| {
        view! {
            <section>
                <h2>{entry.question}</h2>
                <p>{entry.answer}</p>
            </section>
        }
    });
    view! {
        <Page title=home::FAIR.name heading=home::FAIR.name back=Signal::stored(Route::Home.href())>
            <div class="prose">
                <p class="lead">{home::FAIR_LEAD}</p>
                {answers.collect_view()}
                {none.then(|| view! { <p>{home::NOT_YET_PUBLISHED}</p> })}
                <h2>{home::LAST_CHECKED}</h2>
                <p>{checked}</p>
                {overdue.then(|| view! { <Notice tone=Tone::Warning><p>{home::OVERDUE}</p></Notice> })}
            </div>
            <Actions>
                <LinkButton label=home::CHALLENGE.name href=Signal::stored(Route::Reach(Task::Challenge).href()) look=ButtonLook::Secondary />
                <Button label=home::PRINT on_press=print::print look=ButtonLook::Quiet icon=IconName::Printer />
            </Actions>
        </Page>
    }
}
