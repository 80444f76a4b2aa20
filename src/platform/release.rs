//! A newer release that waits. The small script that starts the page knows of it; nothing is changed over unasked.

use leptos::prelude::*;

/// Where the newest release stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standing {
    /// Nothing newer is known.
    #[default]
    Newest,
    /// A newer one is here and waits to be used.
    Waiting,
    /// It was to be used, and another window still has this one open.
    OthersOpen,
}

/// What is known of a newer release. One for the whole page.
#[derive(Clone, Copy, Debug)]
pub struct Release(RwSignal<Standing>);

impl Release {
    /// Listens from now on, and hands itself to everything below.
    pub fn provide() -> Self {
        // The script may have found it before anybody listened, and left a mark.
        let element = document().document_element();
        let is_waiting = element.is_some_and(|element| element.has_attribute("data-update-ready"));
        let first = if is_waiting {
            Standing::Waiting
        } else {
            Standing::Newest
        };
        let release = Self(RwSignal::new(first));
        for (event, standing) in [
            ("evenhand:update-ready", Standing::Waiting),
            ("evenhand:update-others-open", Standing::OthersOpen),
        ] {
            let listener = window_event_listener_untyped(event, move |_| release.0.set(standing));
            on_cleanup(move || listener.remove());
        }
        provide_context(release);
        release
    }

    /// The one of this page. A page outside the app is a programming error.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// Where it stands, and follows.
    #[must_use]
    pub fn standing(self) -> Standing {
        self.0.get()
    }

    /// Uses it: the page loads anew, so what is not kept by then is lost. Where another window is open it does not, and says so.
    pub fn accept(self) {
        if let Ok(event) = web_sys::Event::new("evenhand:update-accept") {
            // A page whose script does not listen stays as it is.
            let _ = window().dispatch_event(&event);
        }
    }
}
