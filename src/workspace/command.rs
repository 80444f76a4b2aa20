//! A command: something that is saved. One at a time, and what was typed stays on the page until it is.

use std::future::Future;

use evenhand_engine::desk::Desk;
use evenhand_engine::now::Now;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::draft::DraftKeeper;
use super::session::Session;

/// One button's doing: idle or pending.
#[derive(Clone, Copy)]
pub(crate) struct Command {
    session: Session,
    pending: RwSignal<bool>,
    draft: Option<DraftKeeper>,
}

impl Command {
    /// A command that is idle.
    pub(crate) fn new() -> Self {
        Self {
            session: Session::here(),
            pending: RwSignal::new(false),
            draft: None,
        }
    }

    /// The same, for what is kept as this draft until then: once it is saved the draft is thrown away, even if its page is gone.
    pub(crate) fn of(self, draft: DraftKeeper) -> Self {
        Self {
            draft: Some(draft),
            ..self
        }
    }

    /// Whether it is being done, for the button.
    pub(crate) fn pending(self) -> Signal<bool> {
        self.pending.into()
    }

    /// Saves something, unless that is being done already; then tells the page what came of it. Where the page is gone by then,
    /// the session tells it on whatever page is shown.
    pub(crate) fn run<T, E, Doing>(
        self,
        work: impl FnOnce(Desk, Now) -> Doing + 'static,
        then: impl FnOnce(Result<T, E>) + 'static,
    ) where
        T: 'static,
        E: 'static,
        Doing: Future<Output = Result<T, E>> + 'static,
    {
        let Some(desk) = self.session.desk() else { return };
        let (session, now) = (self.session, self.session.now());
        let has_draft = self.draft.is_some();
        let finisher = self.draft.and_then(DraftKeeper::finisher);
        let doing = async move {
            let done = work(desk, now).await;
            if let Some(finisher) = finisher.filter(|_| done.is_ok()) {
                finisher.finish();
            }
            done
        };
        self.begin(doing, then, move |done| session.tell(done.is_ok(), has_draft));
    }

    /// Does something that needs no desk: set up, unlock, restore. A page that is gone by then is told nothing.
    pub(crate) fn start<T, Doing>(self, doing: Doing, then: impl FnOnce(T) + 'static)
    where
        T: 'static,
        Doing: Future<Output = T> + 'static,
    {
        self.begin(doing, then, |_| ());
    }

    fn begin<T, Doing>(self, doing: Doing, then: impl FnOnce(T) + 'static, otherwise: impl FnOnce(&T) + 'static)
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
            } else {
                otherwise(&done);
            }
        });
    }
}
