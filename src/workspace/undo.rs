//! Taking the last act back. The offer stands above the page until something else is saved; no clock takes it away. What is taken
//! back is superseded by an event of its own, and both stay in the log.

use evenhand_domain::ids::{CaseId, EventId};
use leptos::prelude::*;

use super::case::words::story_error;
use super::command::Command;
use super::session::Session;
use crate::components::{Announcer, Button, ButtonLook, FieldId, IconName, Notice, Tone, focus_soon};
use crate::view;

/// What can be taken back without harm. Whatever else cannot be undone asks before it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Act {
    /// An action was marked as done.
    Done(CaseId, EventId),
    /// An entry was marked as entered in error.
    InError(CaseId, EventId),
}

/// The last act, for the notice above the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LastAct {
    /// That it was saved, and when.
    said: String,
    /// What it was about.
    about: String,
    /// What takes it back; none once that is done.
    act: Option<Act>,
    /// Why it could not be taken back.
    failed: Option<String>,
}

const PLACE: FieldId = FieldId::named("last-act");

impl Session {
    /// Says that an act was saved, and offers to take it back.
    pub(crate) fn offer_undo(self, announcer: Announcer, act: Act, about: String) {
        let done = match act {
            Act::Done(..) => "Done.",
            Act::InError(..) => "Marked as entered in error.",
        };
        let said = format!("{done} {}", saved_words(self));
        announcer.status(format!("{said}. To take it back, press Undo at the top of the page."));
        self.last_act().set(Some(LastAct {
            said,
            about,
            act: Some(act),
            failed: None,
        }));
    }
}

fn saved_words(session: Session) -> String {
    let now = session.now();
    format!("Saved on this device at {}", now.at.clock(now.offset_minutes))
}

/// The offer, above whatever page is shown.
#[component]
pub(super) fn Undo() -> impl IntoView {
    let session = Session::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let last = session.last_act();
    let take_back = move |act: Act, about: String| {
        command.run(
            move |desk, now| async move {
                match act {
                    Act::Done(case, action) => desk.reopen_action(now, case, action).await,
                    Act::InError(case, of) => desk.restore_entry(now, case, of).await,
                }
            },
            move |done| {
                let (said, act, failed) = match done {
                    Ok(()) => (format!("Undone. {}", saved_words(session)), None, None),
                    Err(error) => ("Not undone".to_owned(), Some(act), Some(story_error(&error))),
                };
                match &failed {
                    Some(why) => announcer.alert(why.clone()),
                    None => announcer.status(said.clone()),
                }
                last.set(Some(LastAct {
                    said,
                    about,
                    act,
                    failed,
                }));
                // The button may be gone; what it did is told here.
                focus_soon(PLACE.control());
            },
        );
    };
    move || {
        last.get().map(|LastAct { said, about, act, failed }| {
            let tone = if failed.is_some() { Tone::Danger } else { Tone::Good };
            let (what, of) = (about.clone(), about.clone());
            view! {
                <section class="no-print" aria-label="What you did last" id=PLACE.control() tabindex="-1">
                    <Notice tone title=said>
                        <p><bdi>{about}</bdi></p>
                        {failed.map(|why| view! { <p>{why}</p> })}
                        {act.map(|act| view! {
                            <Button label="Undo" about=what look=ButtonLook::Secondary icon=IconName::Undo on_press=move || take_back(act, of.clone()) pending=command.pending() pending_label="Saving…" />
                        })}
                    </Notice>
                </section>
            }
        })
    }
}
