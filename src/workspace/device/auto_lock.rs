//! Locking by itself when nobody works, with a warning first; and by the button.

use std::time::Duration;

use gloo_storage::{LocalStorage as Kept, Storage};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::words::seconds;
use crate::components::{Actions, Announcer, Button, ButtonLook, Dialog};
use crate::view;
use crate::workspace::draft::Drafts;
use crate::workspace::session::Session;

/// Seconds without use after which the workspace locks.
const LIMIT: u32 = 10 * 60;
/// The shortest and the longest limit that a device can be given.
const SHORTEST: u32 = 20;
const LONGEST: u32 = 30 * 60;
/// How many seconds before the lock the warning comes.
const WARNING: u32 = 2 * 60;
/// At how many seconds before the lock the warning is said again.
const SAID_AGAIN: [u32; 2] = [60, 20];
/// Where a device keeps another limit, in seconds. It says nothing about a person.
const KEPT_AS: &str = "evenhand.idle-seconds";
/// How long a lock waits for half-written text to be kept.
const PATIENCE: Duration = Duration::from_secs(2);

/// Keeps what is half written, then locks. It locks even when nothing could be kept.
pub(in crate::workspace) fn lock_now(session: Session, drafts: Drafts) {
    set_timeout(move || session.lock(), PATIENCE);
    spawn_local(async move {
        drafts.keep_all().await;
        session.lock();
    });
}

/// How long nobody used the workspace. Other programs and tabs do not count.
#[derive(Clone, Copy)]
struct Idle {
    limit: u32,
    millis: StoredValue<i64>,
    last_look: StoredValue<i64>,
    warned: RwSignal<bool>,
    locks_at: RwSignal<String>,
    session: Session,
    drafts: Drafts,
    announcer: Announcer,
}

impl Idle {
    fn begin() -> Self {
        let session = Session::here();
        Self {
            limit: Kept::get::<u32>(KEPT_AS).unwrap_or(LIMIT).clamp(SHORTEST, LONGEST),
            millis: StoredValue::new(0),
            last_look: StoredValue::new(session.now().at.millis()),
            warned: RwSignal::new(false),
            locks_at: RwSignal::new(String::new()),
            session,
            drafts: expect_context(),
            announcer: Announcer::here(),
        }
    }

    fn left(self) -> u32 {
        let limit = i64::from(self.limit) * 1000;
        u32::try_from((limit - self.millis.get_value()).max(0) / 1000).unwrap_or_default()
    }

    /// Adds the time since the last look, the hours that the device slept too; then warns or locks.
    fn look(self) {
        let now = self.session.now();
        let passed = now.at.millis() - self.last_look.get_value();
        self.last_look.set_value(now.at.millis());
        let before = self.left();
        // A clock that was set back must not keep the workspace open.
        self.millis
            .update_value(|millis| *millis += if passed < 0 { 1000 } else { passed });
        let left = self.left();
        if left == 0 {
            lock_now(self.session, self.drafts);
        } else if !self.warned.get_untracked() && left <= WARNING.min(self.limit / 2) {
            let at = evenhand_domain::date::Moment::from_millis(now.at.millis() + i64::from(left) * 1000);
            self.locks_at.set(at.clock(now.offset_minutes));
            self.warned.set(true);
            self.keep_drafts();
        } else if self.warned.get_untracked()
            && let Some(say) = SAID_AGAIN.into_iter().find(|say| before > *say && left <= *say)
        {
            self.announcer
                .alert(format!("The workspace will lock in {}", seconds(say)));
        }
    }

    /// Somebody did something. Once warned, only an answer counts.
    fn used(self) {
        self.look();
        if !self.warned.get_untracked() {
            self.millis.set_value(0);
        }
    }

    fn stay(self) {
        self.warned.set(false);
        self.millis.set_value(0);
    }

    /// Enter and Space answer the warning wherever the focus is, unless it is on a button of its own.
    fn answered_by_key(self, key: &str) -> bool {
        let on_button = document()
            .active_element()
            .is_some_and(|element| element.tag_name() == "BUTTON");
        self.warned.get_untracked() && !on_button && matches!(key, "Enter" | " ")
    }

    fn keep_drafts(self) {
        let drafts = self.drafts;
        // What could not be kept says so beside its own fields.
        spawn_local(async move {
            drafts.keep_all().await;
        });
    }
}

/// Watches while the workspace is unlocked.
#[component]
pub(in crate::workspace) fn AutoLock() -> impl IntoView {
    let idle = Idle::begin();
    let listeners = [
        window_event_listener(ev::pointerdown, move |_| idle.used()),
        window_event_listener(ev::pointermove, move |_| idle.used()),
        window_event_listener(ev::wheel, move |_| idle.used()),
        window_event_listener(ev::keydown, move |event| {
            idle.used();
            if idle.answered_by_key(&event.key()) {
                event.prevent_default();
                idle.stay();
            }
        }),
        window_event_listener_untyped("visibilitychange", move |_| {
            idle.look();
            idle.keep_drafts();
        }),
        window_event_listener_untyped("pagehide", move |_| idle.keep_drafts()),
    ];
    on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
    if let Ok(clock) = set_interval_with_handle(move || idle.look(), Duration::from_secs(1)) {
        on_cleanup(move || clock.clear());
    }
    view! {
        <Dialog open=idle.warned heading="Still there?" must_answer=true>
            <p>"The workspace will lock at " {idle.locks_at} ". What you have half written about a family is kept and will be here again."</p>
            <Actions>
                <Button label="Keep working" on_press=move || idle.stay() />
                <Button
                    label="Lock now"
                    on_press=move || lock_now(idle.session, idle.drafts)
                    look=ButtonLook::Secondary
                />
            </Actions>
        </Dialog>
    }
}
