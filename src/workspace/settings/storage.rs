//! Whether this browser promises to keep the records, and what to do where it does not.

use evenhand_engine::persist::{self, Estimate};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{Button, ButtonLook, Disclosure, Notice, Tone};
use crate::view;

const REFUSED: &str = "The browser did not promise it. Many do so only for a page on the home screen, or one that was used for some \
days. Until then save a backup each week.";

/// What is known about the storage of this browser.
#[derive(Clone, Copy, Default, PartialEq)]
struct Known {
    promised: Option<bool>,
    room: Option<Estimate>,
}

/// The storage of this browser, in words.
#[component]
pub(super) fn StorageState() -> impl IntoView {
    let (known, refused) = (RwSignal::new(Known::default()), RwSignal::new(false));
    let look = move || {
        spawn_local(async move {
            let found = Known {
                promised: persist::persisted().await,
                room: persist::estimate().await,
            };
            // The page may be gone by now.
            let _ = known.try_set(found);
        });
    };
    look();
    let ask = move || {
        spawn_local(async move {
            let _ = persist::ask_persist().await;
            // What the browser answered is read anew: some promise, and say so only when they are asked what they promised.
            let is_promised = persist::persisted().await == Some(true);
            let _ = refused.try_set(!is_promised);
            look();
        });
    };
    view! {
        <section class="stack">
            <h2>"How this browser keeps the records"</h2>
            {move || match known.get().promised {
                Some(true) => view! {
                    <Notice tone=Tone::Good title="This browser keeps the records">
                        <p>"It does not delete them by itself. Clearing site data would: only a backup helps against that."</p>
                    </Notice>
                },
                Some(false) | None => view! {
                    <Notice tone=Tone::Warning title="This browser may delete the records">
                        <p>
                            "It may delete them when the device runs short of room, and some browsers do so when the page has not "
                            "been opened for 7 days. Put the page on the home screen, then ask the browser to keep them. Save backups."
                        </p>
                        <p role="status">{move || refused.get().then_some(REFUSED)}</p>
                        <Button label="Ask the browser to keep them" on_press=ask look=ButtonLook::Secondary />
                    </Notice>
                },
            }}
            {move || known.get().room.map(|room| view! { <p class="muted">{in_words(room)}</p> })}
            <Disclosure label="How to put this page on the home screen">
                <ul>
                    <li>"iPad and iPhone: Share, then Add to Home Screen. Open it from there from now on. Where records are here already, save a backup first: the icon may begin without them, and takes them over by “Restore a backup”."</li>
                    <li>"Android: the browser’s menu, then Add to home screen or Install."</li>
                    <li>"Windows, Mac and Linux: the Install sign in the address bar, where the browser has one."</li>
                </ul>
            </Disclosure>
        </section>
    }
}

/// How full the storage is.
fn in_words(room: Estimate) -> String {
    let used = room.used_bytes.div_ceil(1024 * 1024);
    let whole = room.quota_bytes / (1024 * 1024);
    let (share, unit) = if whole > 10 * 1024 {
        (whole / 1024, "GB")
    } else {
        (whole, "MB")
    };
    format!("About {used} MB is used here, of about {share} {unit} that the browser would allow.")
}
