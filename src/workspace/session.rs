//! The session: which stage the workspace is at, the desk while it is unlocked, and the signal that something changed.

use evenhand_engine::AnyStore;
use evenhand_engine::desk::Desk;
use evenhand_engine::now::Now;
use leptos::prelude::*;

use super::route::Route;
use super::undo::LastAct;
use crate::platform::{address, clock, last, reload};

/// Where the workspace stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Looking at what is on this device.
    Opening,
    /// It cannot be used here: what happened, and what to do.
    Stopped {
        /// What happened.
        what: String,
        /// What to do.
        advice: String,
    },
    /// Another tab has it open.
    OtherTab,
    /// Nothing on this device yet.
    Empty,
    /// Locked.
    Locked,
    /// Unlocked.
    Open,
}

/// What came of a save that ended after its page was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    /// Whether it was saved.
    pub(crate) is_saved: bool,
    /// Whether what was typed is kept as a draft until it is.
    pub(crate) has_draft: bool,
    /// The time of day in words: "10:42".
    pub(crate) at: String,
}

/// The session, for every page. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    stage: RwSignal<Stage>,
    route: RwSignal<Route>,
    changed: RwSignal<u64>,
    told: RwSignal<Option<Told>>,
    last_act: RwSignal<Option<LastAct>>,
    store: StoredValue<Option<AnyStore>, LocalStorage>,
    desk: StoredValue<Option<Desk>, LocalStorage>,
}

impl Session {
    /// Provides the session at the root.
    pub(crate) fn provide() -> Self {
        let session = Self {
            stage: RwSignal::new(Stage::Opening),
            route: RwSignal::new(Route::parse(&address::fragment())),
            changed: RwSignal::new(0),
            told: RwSignal::new(None),
            last_act: RwSignal::new(None),
            store: StoredValue::new_local(None),
            desk: StoredValue::new_local(None),
        };
        provide_context(session);
        session
    }

    /// The session. Below the root there is always one.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// Where the workspace stands.
    pub(crate) const fn stage(self) -> RwSignal<Stage> {
        self.stage
    }

    /// The place shown.
    pub(crate) const fn route(self) -> RwSignal<Route> {
        self.route
    }

    /// Goes to another place.
    pub(crate) fn go(self, route: Route) {
        address::go(&route.href());
    }

    /// The storage of this device, once it is open.
    pub(crate) fn store(self) -> Option<AnyStore> {
        self.store.get_value()
    }

    /// Keeps the storage of this device.
    pub(crate) fn keep_store(self, store: AnyStore) {
        self.store.set_value(Some(store));
    }

    /// The desk, while unlocked.
    pub(crate) fn desk(self) -> Option<Desk> {
        self.desk.get_value()
    }

    /// Lays a desk open: the workspace is unlocked. Whoever unlocks it after somebody else in the same tab begins at Work, and not
    /// on the page that the other was at.
    pub(crate) fn open(self, desk: Desk) {
        if last::is_other_than_before(&desk.mark()) {
            self.go(Route::Work);
        }
        self.desk.set_value(Some(desk));
        self.stage.set(Stage::Open);
        self.touch();
    }

    /// Reads from the desk, again after each save. None while locked.
    pub(crate) fn read<T>(self, read: impl FnOnce(&Desk) -> T) -> Option<T> {
        self.changed.track();
        self.desk.with_value(|desk| desk.as_ref().map(read))
    }

    /// Says that something was saved, so that what is shown is read again.
    pub(crate) fn touch(self) {
        self.changed.update(|count| *count = count.wrapping_add(1));
    }

    /// Tells what came of a save whose page is gone, on whatever page is shown.
    pub(crate) fn tell(self, is_saved: bool, has_draft: bool) {
        let now = self.now();
        let at = now.at.clock(now.offset_minutes);
        self.told.set(Some(Told {
            is_saved,
            has_draft,
            at,
        }));
    }

    /// What came of a save whose page is gone, until it is read.
    pub(crate) const fn told(self) -> RwSignal<Option<Told>> {
        self.told
    }

    /// The last act, as long as it can be taken back.
    pub(crate) const fn last_act(self) -> RwSignal<Option<LastAct>> {
        self.last_act
    }

    /// Locks: clears what was opened and loads the page anew, so that nothing stays in memory.
    pub(crate) fn lock(self) {
        if let Some(desk) = self.desk.get_value() {
            desk.lock();
        }
        self.desk.set_value(None);
        self.stage.set(Stage::Locked);
        reload::reload();
    }

    /// The time now, here.
    pub(crate) fn now(self) -> Now {
        clock::now()
    }
}
