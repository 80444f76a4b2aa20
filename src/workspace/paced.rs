//! How far a longer task has come, where it takes longer than a moment.

use evenhand_engine::pace::Pace;
use leptos::prelude::*;

use crate::components::Progress;
use crate::platform::clock;
use crate::view;

/// A task that tells how far it has come. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Paced(RwSignal<f64>);

impl Paced {
    /// Nothing is done yet.
    pub(super) fn new() -> Self {
        Self(RwSignal::new(0.0))
    }

    /// What the task is told to go by. It begins anew.
    pub(super) fn pace(self) -> Pace {
        let Self(done) = self;
        done.set(0.0);
        Pace::new(move |now| {
            // The page may be gone.
            let _ = done.try_set(now);
            clock::next_turn()
        })
    }
}

/// The bar of a task, while it is being done and has told of itself.
#[component]
pub(super) fn PacedBar(
    /// The task.
    paced: Paced,
    /// Whether it is being done.
    pending: Signal<bool>,
    /// What is being done.
    label: &'static str,
) -> impl IntoView {
    let Paced(done) = paced;
    let is_shown = Memo::new(move |_| pending.get() && done.get() > 0.0);
    move || is_shown.get().then(|| view! { <Progress label done /> })
}
