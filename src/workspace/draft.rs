//! Half-written text: brought back when its page opens again, kept sealed while it is typed, and kept at once before a lock.

mod keeper;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::keeper::Keeper;
use super::session::Session;
use crate::components::Draft;
use crate::platform::clock;

/// Every draft whose page is open, so that a lock can wait for them.
#[derive(Clone, Copy)]
pub(crate) struct Drafts {
    open: StoredValue<Vec<Weak<Keeper>>, LocalStorage>,
    /// Whether the page shown is the one that was locked: nobody has gone anywhere since.
    in_place: StoredValue<bool>,
}

impl Drafts {
    /// Provides the list at the root.
    pub(crate) fn provide() -> Self {
        let drafts = Self {
            open: StoredValue::new_local(Vec::new()),
            in_place: StoredValue::new(true),
        };
        provide_context(drafts);
        drafts
    }

    /// Somebody went to another page: a draft there is brought back without taking the focus to it.
    pub(crate) fn went_on(self) {
        self.in_place.set_value(false);
    }

    /// Keeps everything that is not kept yet, and says whether all of it is. The lock comes after it.
    pub(crate) async fn keep_all(self) -> bool {
        let open: Vec<Rc<Keeper>> = self
            .open
            .with_value(|all| all.iter().filter_map(Weak::upgrade).collect());
        let mut all = true;
        for keeper in open {
            keeper.keep().await;
            all &= keeper.is_kept();
        }
        all
    }

    fn add(self, keeper: &Rc<Keeper>) {
        self.open.update_value(|all| {
            all.retain(|kept| kept.strong_count() > 0);
            all.push(Rc::downgrade(keeper));
        });
    }
}

/// The draft of one page.
#[derive(Clone, Copy)]
pub(crate) struct DraftKeeper {
    keeper: StoredValue<Rc<Keeper>, LocalStorage>,
    state: Signal<Draft>,
    restored: Signal<bool>,
}

impl DraftKeeper {
    /// Where the draft stands, for `SaveState`.
    pub(crate) fn state(self) -> Signal<Draft> {
        self.state
    }

    /// Whether an earlier draft was brought back, so that the page can say so.
    pub(crate) fn restored(self) -> Signal<bool> {
        self.restored
    }

    /// Throws the draft away, because its text was saved as a record or is not wanted. What is typed from now on is a new one.
    pub(crate) fn drop(self) {
        if let Some(keeper) = self.keeper.try_get_value() {
            keeper.finish();
        }
    }

    /// What throws the draft away once its text is saved, even if its page is gone by then.
    pub(super) fn finisher(self) -> Option<Finisher> {
        self.keeper.try_get_value().map(Finisher)
    }
}

/// Throws a draft away whose page may be gone.
pub(super) struct Finisher(Rc<Keeper>);

impl Finisher {
    /// Throws it away, for its text was saved as a record.
    pub(super) fn finish(self) {
        self.0.finish();
    }
}

/// Keeps the text of these fields as a draft under a place's name, such as `contact/` and the case's identifier. Fields that a
/// draft fills are those that still hold what the page put there itself.
pub(crate) fn use_draft(place: &str, fields: Vec<(&'static str, RwSignal<String>)>) -> DraftKeeper {
    let first: Vec<String> = fields.iter().map(|(_, field)| field.get_untracked()).collect();
    let keeper = Rc::new(Keeper {
        session: Session::here(),
        place: place.to_owned(),
        names: fields.iter().map(|(name, _)| *name).collect(),
        first: first.clone(),
        caret: Cell::new(None),
        typed: RefCell::new(first.clone()),
        kept: RefCell::new(first.clone()),
        clock: Cell::new(None),
        state: ArcRwSignal::new(Draft::Untouched),
    });
    let drafts = expect_context::<Drafts>();
    drafts.add(&keeper);
    let restored = RwSignal::new(false);
    spawn_local({
        let (keeper, fields) = (Rc::clone(&keeper), fields.clone());
        async move {
            let before = keeper.before().await;
            for ((name, field), first) in fields.into_iter().zip(first) {
                let Some(text) = before.get(name) else { continue };
                // The page may be gone, or somebody was quicker than the storage: what they typed stays.
                if *text != first && field.try_get_untracked().is_some_and(|now| now == first) {
                    keeper.brought_back(name, text);
                    field.set(text.clone());
                    restored.set(true);
                }
            }
            let caret = Keeper::caret_in(&before).filter(|_| drafts.in_place.get_value());
            if let Some(caret) = caret.filter(|_| restored.try_get_untracked() == Some(true)) {
                // First everything that the draft fills has to be on the page.
                clock::next_paint().await;
                caret.put_back();
            }
        }
    });
    Effect::new({
        let keeper = Rc::clone(&keeper);
        move || keeper.heard(fields.iter().map(|(_, field)| field.get()).collect())
    });
    let (state, keeper) = (Signal::from(keeper.state.clone()), StoredValue::new_local(keeper));
    on_cleanup(move || {
        if let Some(keeper) = keeper.try_get_value() {
            spawn_local(async move { keeper.keep().await });
        }
    });
    DraftKeeper {
        keeper,
        state,
        restored: restored.into(),
    }
}
