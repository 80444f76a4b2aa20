//! The sample is being made. It is made in memory first and laid down whole, so that no half of one is ever opened.

use evenhand_domain::profile::ProfileId;
use evenhand_engine::AnyStore;
use evenhand_sample::{Plan, make};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::{SamplePage, Standing};
use crate::components::{Button, Notice, Progress, Tone};
use crate::layout::Page;
use crate::platform::{clock, sample};
use crate::view;

/// Milliseconds of work after which the browser gets its turn.
const TURN: i64 = 25;

/// Makes it, and opens it when it is there.
#[component]
pub(super) fn Making(page: SamplePage, profile: ProfileId) -> impl IntoView {
    let (done, words) = (RwSignal::new(0.0), RwSignal::new("Setting the service up…".to_owned()));
    let failed = RwSignal::new(None::<String>);
    spawn_local(async move {
        if let Err(why) = lay_down(page, profile, done, words).await {
            failed.set(Some(why));
        }
    });
    view! {
        <Page title="Making the sample" heading="Making the sample">
            {move || match failed.get() {
                None => view! { <Progress label=move || words.get() done /> },
                Some(why) => view! {
                    <Notice tone=Tone::Danger title="The sample was not made">
                        <p>"Nothing was kept. Try again, or use another browser. " {why}</p>
                    </Notice>
                    <Button label="Try again" on_press=move || page.standing.set(Standing::Begin) />
                },
            }}
        </Page>
    }
}

async fn lay_down(
    page: SamplePage,
    profile: ProfileId,
    done: RwSignal<f64>,
    words: RwSignal<String>,
) -> Result<(), String> {
    let store = page.store().ok_or("The browser’s storage is closed.")?;
    let memory = AnyStore::memory();
    let plan = Plan {
        profile,
        ..Plan::to_look_at(clock::now())
    };
    let mut turned = 0;
    let made = make(&memory, &plan, async |at, of| {
        let now = clock::now().at.millis();
        if now - turned < TURN {
            return;
        }
        #[allow(
            clippy::cast_precision_loss,
            clippy::as_conversions,
            reason = "some hundreds of entries"
        )]
        done.set(at as f64 / of.max(1) as f64);
        words.set(format!("Two years of casework: entry {at} of {of}"));
        clock::next_turn().await;
        turned = clock::now().at.millis();
    });
    let made = made.await.map_err(|error| format!("({error})"))?;
    words.set("Laying it down on this device…".to_owned());
    clock::next_turn().await;
    if !sample::keep_service_file(&made.service_file) {
        return Err("(The browser did not keep the sample’s public keys.)".to_owned());
    }
    memory.copy_into(&store).await.map_err(|error| {
        sample::forget_service_file();
        format!("({error})")
    })?;
    sample::go_to(sample::WORKSPACE);
    Ok(())
}
