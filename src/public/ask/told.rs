//! Pages that tell in place of asking.

use evenhand_domain::referral::Question;
use leptos::prelude::*;

use crate::components::{ButtonLook, LinkButton};
use crate::layout::Page;
use crate::public::journey::Journey;
use crate::public::pages::OtherServices;
use crate::public::route::Route;
use crate::public::words::{asking, fill};

fn heading(question: Question) -> String {
    Journey::here().with(|answers, setting| question.heading(answers.track(), setting))
}

/// "Will you tell my parents?" (SPS-3).
#[component]
pub(super) fn Parents(back: Signal<String>, changing: bool) -> impl IntoView {
    let question = Question::Parents;
    let journey = Journey::here();
    let onward = Memo::new(move |_| journey.after(question, changing).unwrap_or(Route::Start).href());
    let body = asking::PARENTS_BODY.map(|line| view! { <p>{line}</p> });
    view! {
        <Page title=question.title() heading=heading(question) caption=question.caption(None) back>
            <div class="prose">{body.collect_view()}</div>
            <LinkButton label=asking::CONTINUE href=onward />
        </Page>
    }
}

/// For those who work with a family, where the profile does not let them ask themselves (LEI-31, CAM-8).
#[component]
pub(super) fn Together(back: Signal<String>) -> impl IntoView {
    let question = Question::Together;
    let body = asking::TOGETHER_BODY.map(|line| view! { <p>{line}</p> });
    view! {
        <Page title=question.title() heading=heading(question) caption=question.caption(None) back>
            <div class="prose">{body.collect_view()}</div>
            <LinkButton label=asking::TOGETHER_BACK href=back look=ButtonLook::Secondary />
        </Page>
    }
}

/// For those who live elsewhere: who helps there.
#[component]
pub(super) fn OutOfArea(back: Signal<String>) -> impl IntoView {
    let question = Question::OutOfArea;
    let (body, near, national) = Journey::here().service(|service| {
        (
            fill(asking::OUT_OF_AREA_BODY, service),
            service.neighbours.clone(),
            service.national.clone(),
        )
    });
    let list = |heading: &'static str, services: Vec<_>| {
        (!services.is_empty()).then(|| view! { <h2>{heading}</h2> <OtherServices services /> })
    };
    view! {
        <Page title=question.title() heading=heading(question) caption=question.caption(None) back>
            <div class="prose">
                <p>{body}</p>
                {list(asking::NEAR, near)}
                {list(asking::NATIONAL, national)}
            </div>
        </Page>
    }
}
