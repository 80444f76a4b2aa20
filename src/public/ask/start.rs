//! Before the first question: what it is for, and what becomes of the answers.

use evenhand_engine::form::fingerprint;
use leptos::prelude::*;

use super::KeyWords;
use crate::components::{LinkButton, Notice, Tone};
use crate::layout::Page;
use crate::public::journey::Journey;
use crate::public::pages::Contacts;
use crate::public::route::Route;
use crate::public::words::{asking, fill, home};

/// What asking for help is like; or, where the service takes no answers here, how to reach it.
#[component]
pub(in crate::public) fn Start() -> impl IntoView {
    let journey = Journey::here();
    let inbox = journey.service(|service| service.inbox.clone());
    match inbox.map(|inbox| fingerprint(&inbox)) {
        Some(Ok(_)) => view! { <Before /> }.into_any(),
        Some(Err(fault)) => view! { <NoKey fault=fault.to_string() /> }.into_any(),
        None => view! { <NoKey /> }.into_any(),
    }
}

#[component]
fn Before() -> impl IntoView {
    let journey = Journey::here();
    let steps = journey.service(|service| asking::HAPPENS_STEPS.map(|step| fill(step, service)));
    let steps = steps.map(|step| view! { <li>{step}</li> });
    view! {
        <Page title=asking::START heading=asking::START back=Signal::stored(Route::Home.href())>
            <div class="prose">
                <p class="lead">{asking::START_LEAD}</p>
                <p>{asking::DIAGNOSIS}</p>
                <p>{asking::STOP}</p>
                <p>{asking::TO_HAND}</p>
                <h2>{asking::HAPPENS}</h2>
                <ul>{steps.collect_view()}</ul>
                <p>{asking::PRIVATE}</p>
                <KeyWords />
                <h2>{asking::OTHER_WAYS}</h2>
                <p>{asking::OTHER_WAYS_BODY}</p>
            </div>
            <LinkButton label=asking::BEGIN href=Signal::stored(Route::LeaveQuickly.href()) onward=true />
        </Page>
    }
}

#[component]
fn NoKey(
    /// What is wrong with the key, where there is one.
    #[prop(into, optional)]
    fault: Option<String>,
) -> impl IntoView {
    let contacts = Journey::here().service(|service| service.contacts.clone());
    view! {
        <Page title=asking::NO_KEY heading=asking::NO_KEY back=Signal::stored(Route::Home.href())>
            <div class="prose">
                <p class="lead">{asking::NO_KEY_BODY}</p>
                <Contacts phone=contacts.phone text=contacts.text email=contacts.email address=contacts.address />
                <p>{asking::NO_KEY_TELL}</p>
                <p>{asking::NO_KEY_EMAIL}</p>
                <p>{asking::PRIVATE}</p>
                {fault.map(|fault| view! { <Notice tone=Tone::Warning title=home::FAULT_STAFF><p>{fault}</p></Notice> })}
            </div>
        </Page>
    }
}
