//! How quickly a family is checked against very many people: made in memory, and checked by a press as the workspace checks it.
//! `cargo xtask bench` presses it.

use evenhand_domain::conflict::ConflictOutcome;
use evenhand_engine::AnyStore;
use evenhand_sample::{Crowd, Plan, crowd};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{Button, Progress};
use crate::layout::Page;
use crate::platform::clock;
use crate::view;

/// How many people there are, with how many interests each.
const PEOPLE: usize = 200;
const EACH: usize = 5;

/// Makes the crowd, then checks one family after the other.
#[component]
pub(super) fn Measure() -> impl IntoView {
    let (made, done) = (RwSignal::new_local(None::<Result<Crowd, String>>), RwSignal::new(0.0));
    spawn_local(async move {
        let plan = Plan::to_look_at(clock::now());
        let store = AnyStore::memory();
        let crowd = crowd(&store, &plan, PEOPLE, EACH, async |at, of| {
            #[allow(clippy::cast_precision_loss, clippy::as_conversions, reason = "some hundreds")]
            done.set(at as f64 / of.max(1) as f64);
            clock::next_turn().await;
        });
        made.set(Some(crowd.await.map_err(|error| error.to_string())));
    });
    view! {
        <Page title="Measure the conflict check" heading="Measure the conflict check">
            {move || match made.get() {
                None => view! { <Progress label="Making 200 people with 1,000 interests…" done /> },
                Some(Err(why)) => view! { <p>{why}</p> },
                Some(Ok(crowd)) => view! { <Check crowd /> },
            }}
        </Page>
    }
}

#[component]
fn Check(crowd: Crowd) -> impl IntoView {
    let (turn, found) = (StoredValue::new(0_usize), RwSignal::new(None::<(usize, usize)>));
    let crowd = StoredValue::new_local(crowd);
    let check = move || {
        turn.update_value(|turn| *turn += 1);
        let tied = crowd.with_value(|Crowd { desk, families }| {
            let family = families.get(turn.get_value() % families.len().max(1))?;
            let candidates = desk.candidates_for(clock::now(), family);
            let tied = candidates.iter().filter(|one| one.outcome > ConflictOutcome::Clear);
            Some((turn.get_value(), tied.count()))
        });
        found.set(tied);
    };
    view! {
        <p>{format!("{PEOPLE} people have {} interests between them.", PEOPLE * EACH)}</p>
        <Button label="Check the next family" on_press=check />
        <p>{move || found.get().map(|(turn, tied)| format!("Check {turn}: {tied} people have something to do with this family."))}</p>
    }
}
