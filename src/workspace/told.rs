//! What came of a save that ended after its page was left, and a new version that is ready: above whatever page is shown.

use leptos::prelude::*;

use super::draft::Drafts;
use super::session::{Session, Told};
use super::undo::Undo;
use crate::components::{Announcer, Button, ButtonLook, Notice, Tone};
use crate::layout::NewVersion;
use crate::platform::release::Release;
use crate::view;

/// The words for what came of a save: its tone, its title, and what to do.
fn words(told: &Told) -> (Tone, String, &'static str) {
    if told.is_saved {
        let title = format!("Saved on this device at {}", told.at);
        return (
            Tone::Good,
            title,
            "What you were saving when you left its page is saved.",
        );
    }
    let what = if told.has_draft {
        "What you were saving when you left its page was not saved. What you typed is kept as a draft: go back there and save it again."
    } else {
        "What you were saving when you left its page was not saved. Go back there and do it again."
    };
    (Tone::Danger, "Not saved".to_owned(), what)
}

/// Tells it, in sight and aloud, until it is read.
#[component]
fn Came() -> impl IntoView {
    let session = Session::here();
    let announcer = Announcer::here();
    let told = session.told();
    Effect::new(move || {
        told.with(|told| {
            let Some(told) = told else { return };
            let (_, title, what) = words(told);
            if told.is_saved {
                announcer.status(title);
            } else {
                announcer.alert(what);
            }
        });
    });
    move || {
        told.with(|told| told.as_ref().map(words)).map(|(tone, title, what)| {
            view! {
                <section aria-label="What came of your last save">
                    <Notice tone title>
                        <p>{what}</p>
                        <Button label="Close this message" look=ButtonLook::Quiet on_press=move || told.set(None) />
                    </Notice>
                </section>
            }
        })
    }
}

/// What stands above every page of the workspace when there is something to tell.
#[component]
pub(super) fn AboveThePage() -> impl IntoView {
    let drafts = expect_context::<Drafts>();
    let announcer = Announcer::here();
    let release = Release::here();
    let accept = move || {
        leptos::task::spawn_local(async move {
            if drafts.keep_all().await {
                release.accept();
            } else {
                announcer.alert(NOT_KEPT);
            }
        });
    };
    view! {
        <Came />
        <Undo />
        <NewVersion
            release
            title="A new version is ready"
            body="Use it when you have saved what you are doing. The workspace locks and loads again. A half-written note is kept."
            label="Lock and use the new version"
            others_open="The workspace is open in another window or tab too. Close it there first, then try again."
            on_accept=accept
        />
    }
}

/// What is said where a half-written note could not be kept: nothing is loaded anew then.
const NOT_KEPT: &str = "What you typed could not be kept. Save it first, then use the new version.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_save_whose_page_is_gone_says_that_it_failed_and_never_that_it_was_saved() {
        let of = |is_saved, has_draft| {
            words(&Told {
                is_saved,
                has_draft,
                at: "10:42".to_owned(),
            })
        };
        let (tone, title, what) = of(false, true);
        assert!(tone == Tone::Danger && title == "Not saved" && what.contains("draft"));
        assert!(!of(false, false).2.contains("draft"));
        let (tone, title, _) = of(true, true);
        assert!(tone == Tone::Good && title == "Saved on this device at 10:42");
    }
}
