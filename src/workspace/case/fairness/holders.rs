//! Who holds the keys of a case; and where that is one person alone, what it means and what to do (SPS-15).

use leptos::prelude::*;

use crate::components::{Notice, Tone};
use crate::view;
use crate::workspace::case::this::{ThisCase, worker_name};
use crate::workspace::words::held_alone;

/// Everybody who can open the case.
#[component]
pub(super) fn Holders() -> impl IntoView {
    let this = ThisCase::here();
    move || {
        this.front(|file, desk| {
            let team = desk.team();
            let holders = team.who_hold(&file.front);
            let names: Vec<String> = holders.map(|worker| worker_name(desk, worker)).collect();
            let content = match names.as_slice() {
                [_] => {
                    let (means, steps) = held_alone(desk);
                    let steps = steps.iter().map(|step| view! { <li>{*step}</li> }).collect_view();
                    view! {
                        <Notice tone=Tone::Warning title="You alone hold this case">
                            <p>{means}</p>
                            <ol>{steps}</ol>
                        </Notice>
                    }
                }
                names => view! { <p><bdi>{names.join(", ")}</bdi>"."</p> },
            };
            view! {
                <section class="stack">
                    <h2>"Who can open this case"</h2>
                    {content}
                </section>
            }
        })
    }
}
