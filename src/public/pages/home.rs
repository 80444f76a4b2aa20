//! The first page: six tasks, in the words of those who come.

use leptos::prelude::*;

use crate::components::{CardLink, Cards, IconName, Notice, Tone, Welcome};
use crate::layout::QuestionPage;
use crate::platform::clock;
use crate::public::journey::Journey;
use crate::public::route::{Route, Task};
use crate::public::words::home::{self, TaskWords};
use crate::view;

/// The six tasks, below what the service promises.
#[component]
pub(in crate::public) fn Home() -> impl IntoView {
    let journey = Journey::here();
    let tasks = [
        (Route::Start, &home::ASK, IconName::HeartHandshake),
        (Route::Fair, &home::FAIR, IconName::Scale),
        (Route::Reach(Task::Feedback), &home::FEEDBACK, IconName::Message),
        (Route::Reach(Task::Views), &home::VIEWS, IconName::Megaphone),
        (Route::Reach(Task::Records), &home::RECORDS, IconName::FileText),
        (Route::Reach(Task::Challenge), &home::CHALLENGE, IconName::Flag),
    ];
    let cards = tasks
        .into_iter()
        .enumerate()
        .map(|(at, (route, TaskWords { name, hint }, icon))| {
            view! { <CardLink title=*name hint=*hint href=Signal::stored(route.href()) icon lead=at == 0 /> }
        });
    let what_we_do = journey.service(|service| service.what_we_do.clone());
    let closed = journey.service(|service| service.closed_until.filter(|open| *open > clock::today()));
    let reply = journey.service(|service| service.reply_working_days);
    view! {
        <QuestionPage title=home::HEADING>
            <Welcome heading=home::HEADING><p class="lead">{home::PROMISE}</p></Welcome>
            <p>{what_we_do}</p>
            {match closed {
                Some(open) => view! {
                    <Notice tone=Tone::Warning>
                        <p>{format!("We are closed until {}. You can still send us your answers.", open.long_with_weekday())}</p>
                    </Notice>
                },
                None => view! { <p>{format!("We reply in about {reply} working days.")}</p> },
            }}
            <h2>{home::TASKS}</h2>
            <Cards>{cards.collect_view()}</Cards>
        </QuestionPage>
    }
}
