//! What keeps one draft: the clock that waits for a pause, and the sealing.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::Draft;
use crate::platform::caret::Caret;
use crate::workspace::session::Session;

/// Under which name a draft holds where its writer was; no field has such a name.
const CARET: &str = "@caret";
/// How long after the last letter a draft is kept.
const PAUSE: Duration = Duration::from_secs(2);

/// What keeps one draft.
pub(super) struct Keeper {
    pub(super) session: Session,
    pub(super) place: String,
    pub(super) names: Vec<&'static str>,
    /// What the page put into the fields itself: there is nothing to keep of that.
    pub(super) first: Vec<String>,
    /// Where the last letter was typed.
    pub(super) caret: Cell<Option<Caret>>,
    /// What stands in the fields.
    pub(super) typed: RefCell<Vec<String>>,
    /// What needs no keeping any more: kept, brought back, or there from the start.
    pub(super) kept: RefCell<Vec<String>>,
    pub(super) clock: Cell<Option<TimeoutHandle>>,
    pub(super) state: ArcRwSignal<Draft>,
}

impl Keeper {
    /// What was kept before, by field; nothing where it does not open.
    pub(super) async fn before(&self) -> BTreeMap<String, String> {
        let Some(desk) = self.session.desk() else {
            return BTreeMap::new();
        };
        let text = desk.draft(&self.place).await.ok().flatten();
        text.and_then(|text| serde_json::from_slice(text.as_bytes()).ok())
            .unwrap_or_default()
    }

    /// Where its writer was in what was kept before.
    pub(super) fn caret_in(before: &BTreeMap<String, String>) -> Option<Caret> {
        before.get(CARET).and_then(|text| Caret::from_text(text))
    }

    /// Whether nothing would be lost if the page went now.
    pub(super) fn is_kept(&self) -> bool {
        *self.typed.borrow() == *self.kept.borrow()
    }

    /// Takes the draft away, for its text was saved as a record or is not wanted. What is typed from now on is a new one.
    pub(super) fn finish(self: Rc<Self>) {
        self.stop_clock();
        let typed = self.typed.borrow().clone();
        *self.kept.borrow_mut() = typed;
        self.state.set(Draft::Untouched);
        spawn_local(async move { self.throw_away().await });
    }

    /// Notes that a field was filled from a draft.
    pub(super) fn brought_back(&self, name: &str, text: &str) {
        let Some(index) = self.names.iter().position(|known| *known == name) else {
            return;
        };
        for texts in [&self.typed, &self.kept] {
            if let Some(held) = texts.borrow_mut().get_mut(index) {
                text.clone_into(held);
            }
        }
    }

    /// Takes in what stands in the fields, and keeps it after a pause.
    pub(super) fn heard(self: &Rc<Self>, typed: Vec<String>) {
        if *self.typed.borrow() == typed {
            return;
        }
        *self.typed.borrow_mut() = typed;
        self.caret.set(Caret::here().or(self.caret.get()));
        self.stop_clock();
        let is_first = *self.typed.borrow() == self.first;
        self.state
            .set(if is_first { Draft::Untouched } else { Draft::NotSavedYet });
        let keeper = Rc::clone(self);
        self.clock
            .set(set_timeout_with_handle(move || spawn_local(async move { keeper.keep().await }), PAUSE).ok());
    }

    pub(super) fn stop_clock(&self) {
        if let Some(clock) = self.clock.take() {
            clock.clear();
        }
    }

    /// Keeps what is not kept yet.
    pub(super) async fn keep(&self) {
        self.stop_clock();
        let typed = self.typed.borrow().clone();
        if typed == *self.kept.borrow() {
            return;
        }
        let Some(desk) = self.session.desk() else { return };
        let is_nothing = typed == self.first || typed.iter().all(|text| text.trim().is_empty());
        if !is_nothing {
            self.state.set(Draft::Keeping);
        }
        let done = if is_nothing {
            desk.drop_draft(&self.place).await
        } else {
            let caret = self.caret.get().map(Caret::to_text);
            let mut texts: BTreeMap<&str, &String> = self.names.iter().copied().zip(&typed).collect();
            texts.extend(caret.as_ref().map(|caret| (CARET, caret)));
            match serde_json::to_string(&texts) {
                Ok(text) => desk.keep_draft(&self.place, &text).await,
                Err(_) => return self.state.set(Draft::Failed),
            }
        };
        if done.is_err() {
            return self.state.set(Draft::Failed);
        }
        let is_newest = *self.typed.borrow() == typed;
        *self.kept.borrow_mut() = typed;
        if is_newest && is_nothing {
            self.state.set(Draft::Untouched);
        } else if is_newest {
            let now = self.session.now();
            self.state.set(Draft::Kept {
                at: now.at.clock(now.offset_minutes),
            });
        }
    }

    async fn throw_away(&self) {
        // A draft that stays behind is brought back once more and can be thrown away then.
        if let Some(desk) = self.session.desk() {
            let _ = desk.drop_draft(&self.place).await;
        }
    }
}
