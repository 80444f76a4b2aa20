//! A command: something that is saved. One at a time, and what was typed stays on the page until it is.

use std::future::Future;

use evenhand_engine::desk::Desk;
use evenhand_engine::now::Now;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::session::Session;

/// One button's doing: idle or pending.
#[derive(Clone, Copy)]
pub(crate) struct Command {
    session: Session,
    pending: RwSignal<bool>,
}

impl Command {
    /// A command that is idle.
    pub(crate) fn new() -> Self {
        Self {
            session: Session::here(),
            pending: RwSignal::new(false),
        }
    }

    /// Whether it is being done, for the button.
    pub(crate) fn pending(self) -> Signal<bool> {
        self.pending.into()
    }

    /// Does it, unless it is being done already; then tells the page what came of it. A page that is gone by then is told
    /// nothing, and what was saved shows wherever it is read.
    pub(crate) fn run<T, Doing>(self, work: impl FnOnce(Desk, Now) -> Doing + 'static, then: impl FnOnce(T) + 'static)
    where
        T: 'static,
        Doing: Future<Output = T> + 'static,
    {
        let Some(desk) = self.session.desk() else { return };
        let now = self.session.now();
        self.start(async move { work(desk, now).await }, then);
    }

    /// Does something that needs no desk: set up, unlock, restore.
    pub(crate) fn start<T, Doing>(self, doing: Doing, then: impl FnOnce(T) + 'static)
    where
        T: 'static,
        Doing: Future<Output = T> + 'static,
    {
        if self.pending.get_untracked() {
            return;
        }
        self.pending.set(true);
        let session = self.session;
        spawn_local(async move {
            // "Working…" is painted before the page is busy.
            crate::platform::clock::next_paint().await;
            let done = doing.await;
            session.touch();
            if self.pending.try_set(false).is_none() {
                then(done);
            }
        });
    }
}
