//! The two elements that speak.

use std::time::Duration;

use leptos::prelude::*;

use crate::view;

/// How long what was done stands in sight: twenty letters a second can be read in it, and a look away is forgiven.
const IN_SIGHT: Duration = Duration::from_secs(6);

/// Says things to people who do not see the page, and what was done to everybody. One for the whole page, made at its root.
#[derive(Clone, Copy, Debug)]
pub struct Announcer {
    status: RwSignal<String>,
    alert: RwSignal<String>,
    /// Whether the status stands in sight.
    shown: RwSignal<bool>,
}

impl Announcer {
    /// Makes one and hands it to everything below.
    pub fn provide() -> Self {
        let announcer = Self {
            status: RwSignal::new(String::new()),
            alert: RwSignal::new(String::new()),
            shown: RwSignal::new(false),
        };
        provide_context(announcer);
        announcer
    }

    /// The page's announcer; where there is none, one that nobody hears.
    #[must_use]
    pub fn here() -> Self {
        use_context().unwrap_or_else(|| Self {
            status: RwSignal::new(String::new()),
            alert: RwSignal::new(String::new()),
            shown: RwSignal::new(false),
        })
    }

    /// Says something when there is a pause: "12 cases".
    pub fn status(self, message: impl Into<String>) {
        let _ = self.shown.try_set(false);
        say(self.status, message.into());
    }

    /// Says what was done, and shows it for a while at the foot of the window: "Saved on this device at 10:42". The page itself shows
    /// the same for as long as it stands.
    pub fn done(self, message: impl Into<String>) {
        let _ = self.shown.try_set(true);
        say(self.status, message.into());
        let hide = move || {
            let _ = self.shown.try_set(false);
        };
        set_timeout(hide, IN_SIGHT);
    }

    /// Takes what was done out of sight.
    pub(super) fn hide(self) {
        let _ = self.shown.try_set(false);
    }

    /// Takes back what was said last.
    pub(super) fn hush(self) {
        for region in [self.status, self.alert] {
            // A page that is gone says nothing.
            let _ = region.try_set(String::new());
        }
    }

    /// Says something at once: "Not saved. Your text is still on this page."
    pub fn alert(self, message: impl Into<String>) {
        say(self.alert, message.into());
    }
}

/// Empties the region first, so that the same words are said again when they are true again.
fn say(region: RwSignal<String>, message: String) {
    if region.try_set(String::new()).is_some() {
        return;
    }
    set_timeout(
        move || {
            // The page may have been locked meanwhile, and then there is nobody to speak to.
            let _ = region.try_set(message);
        },
        Duration::from_millis(60),
    );
}

/// One status and one alert element, empty from the first paint. They stand at the end of the page, and at the end of each
/// dialog: while one is open everything outside it is inert, and what stands in a closed one is not there for anybody.
#[component]
pub fn LiveRegions() -> impl IntoView {
    let announcer = Announcer::here();
    view! {
        <div class="visually-hidden" class:done=announcer.shown role="status">{move || announcer.status.get()}</div>
        <div class="visually-hidden" role="alert">{move || announcer.alert.get()}</div>
    }
}
