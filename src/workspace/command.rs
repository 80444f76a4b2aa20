//! A command: something that is saved. One at a time, and what was typed stays on the page until it is.

use std::future::Future;
use std::pin::Pin;

use evenhand_engine::desk::Desk;
use evenhand_engine::now::Now;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::draft::{DraftKeeper, Finisher};
use super::session::Session;
use crate::platform::clock;

/// Tells what came of it: the page, if it is still there, or else whoever sees to it.
type Tell = Box<dyn FnOnce(bool)>;

/// One button's doing: idle or pending.
#[derive(Clone, Copy)]
pub(crate) struct Command {
    session: Session,
    pending: RwSignal<bool>,
    drafts: [Option<DraftKeeper>; 2],
}

impl Command {
    /// A command that is idle.
    pub(crate) fn new() -> Self {
        Self {
            session: Session::here(),
            pending: RwSignal::new(false),
            drafts: [None; 2],
        }
    }

    /// The same, for what is kept as this draft until then: once it is saved the draft is thrown away, even if its page is gone. A
    /// second one goes with the first.
    pub(crate) fn of(self, draft: DraftKeeper) -> Self {
        Self {
            drafts: [Some(draft), self.drafts[0]],
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
        let has_draft = self.drafts[0].is_some();
        let finishers = self.drafts.map(|draft| draft.and_then(DraftKeeper::finisher));
        self.begin(Box::pin(async move {
            // A save takes a moment; what takes longer tells of itself.
            clock::next_turn().await;
            let done = work(desk, now).await;
            let saved = done.is_ok();
            if saved {
                saved_now(session, finishers);
            }
            let tell: Tell = Box::new(move |here| {
                if here {
                    then(done)
                } else {
                    session.tell(saved, has_draft)
                }
            });
            tell
        }));
    }

    /// Does something that needs no desk: set up, unlock, restore. A page that is gone by then is told nothing.
    pub(crate) fn start<T, Doing>(self, doing: Doing, then: impl FnOnce(T) + 'static)
    where
        T: 'static,
        Doing: Future<Output = T> + 'static,
    {
        self.begin(Box::pin(async move {
            // "Working…" is painted before the page is busy with a passphrase.
            clock::next_paint().await;
            let done = doing.await;
            let tell: Tell = Box::new(move |here| {
                if here {
                    then(done)
                }
            });
            tell
        }));
    }

    /// All but the work itself, once for every command: the code of a page is a good part of its weight.
    fn begin(self, doing: Pin<Box<dyn Future<Output = Tell>>>) {
        if self.pending.get_untracked() {
            return;
        }
        self.pending.set(true);
        spawn_local(async move {
            let tell = doing.await;
            self.session.touch();
            tell(self.pending.try_set(false).is_none());
        });
    }
}

/// What every save comes to, whatever it was: its draft is no longer needed, and the act before it is no longer the last.
fn saved_now(session: Session, finishers: [Option<Finisher>; 2]) {
    finishers.into_iter().flatten().for_each(Finisher::finish);
    session.last_act().set(None);
}
