//! A task that is done by telephone, e-mail or post. The page says so, and never pretends to take it.

use evenhand_domain::service::Chair;
use leptos::prelude::*;

use super::Contacts;
use crate::layout::Page;
use crate::public::journey::Journey;
use crate::public::route::{Route, Task};
use crate::public::words::home;

/// How to do this task.
#[component]
pub(in crate::public) fn Reach(
    /// Which task.
    task: Task,
) -> impl IntoView {
    let journey = Journey::here();
    let (words, lead, more) = match task {
        Task::Feedback => (&home::FEEDBACK, home::FEEDBACK_LEAD, home::FEEDBACK_MORE),
        Task::Views => (&home::VIEWS, home::VIEWS_LEAD, home::VIEWS_MORE),
        Task::Records => (&home::RECORDS, home::RECORDS_LEAD, home::RECORDS_MORE),
        Task::Challenge => (&home::CHALLENGE, home::CHALLENGE_LEAD, home::CHALLENGE_MORE),
    };
    let retention = (task == Task::Records).then(|| journey.service(|service| service.retention.clone()));
    let chair = journey
        .service(|service| service.chair.clone())
        .filter(|_| task == Task::Challenge);
    let us = chair.is_none().then(|| {
        let contacts = journey.service(|service| service.contacts.clone());
        view! {
            <h2>{home::REACH_US}</h2>
            <Contacts phone=contacts.phone text=contacts.text email=contacts.email address=contacts.address />
        }
    });
    let chair = chair.map(
        |Chair {
             name,
             phone,
             email,
             address,
             ..
         }| {
            view! {
                <h2>{home::CHAIR}</h2>
                <p>{name}</p>
                <Contacts phone email address />
            }
        },
    );
    view! {
        <Page title=words.name heading=words.name back=Signal::stored(Route::Home.href())>
            <div class="prose">
                <p class="lead">{lead}</p>
                <p>{more}</p>
                {retention.map(|retention| view! { <p>{retention}</p> })}
                {chair}
                {us}
            </div>
        </Page>
    }
}
