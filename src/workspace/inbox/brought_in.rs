//! A file became a case: what it is called, and what can follow.

use evenhand_domain::ids::CaseId;
use leptos::prelude::*;

use super::stage::Stage;
use super::tray::Tray;
use crate::components::{Actions, Announcer, Button, ButtonLook, LinkButton, Notice, Problems, Tone};
use crate::layout::Page;
use crate::view;
use crate::workspace::case::{Keeping, TakenOut, ThisCase};
use crate::workspace::route::{CasePart, Route};
use crate::workspace::session::Session;

/// Says that a file was brought in.
#[component]
pub(super) fn Brought(
    /// The tray.
    tray: Tray,
    /// The case.
    id: CaseId,
    /// Whether it went to a case that was here already.
    added: bool,
) -> impl IntoView {
    let session = Session::here();
    let now = session.now();
    let saved = format!("Saved on this device at {}", now.at.clock(now.offset_minutes));
    Announcer::here().status(saved.clone());
    let code = session
        .desk()
        .and_then(|desk| desk.front(id).ok())
        .map(|front| front.code.clone())
        .unwrap_or_default();
    let problems = Problems::new();
    ThisCase::provide(id);
    let heading = if added { "Added to a case" } else { "A new case" };
    let words = if added {
        "The request is in case "
    } else {
        "The request is now case "
    };
    view! {
        <Page title=heading heading problems>
            <Notice tone=Tone::Good title=saved>
                <p>{words} <strong class="case-code">{code}</strong> ". Delete the locked file from this device now: it is not needed any more."</p>
            </Notice>
            <TakenOut id>
                <Keeping problems />
            </TakenOut>
            <Actions>
                <LinkButton label="Go to the case" href=Signal::stored(Route::Case(id, CasePart::Summary).href()) />
                <After tray />
            </Actions>
        </Page>
    }
}

/// On to the next file, or back to the inbox.
#[component]
pub(super) fn After(
    /// The tray.
    tray: Tray,
) -> impl IntoView {
    move || match tray.left().get() {
        0 => view! {
            <Button label="Back to the inbox" look=ButtonLook::Secondary on_press=move || {
                // Files that did not open are named there.
                tray.stage().set(Stage::Choose);
            } />
        },
        left => {
            let label = if left == 1 {
                "Open the last file".to_owned()
            } else {
                format!("Open the next of {left} files")
            };
            view! { <Button label look=ButtonLook::Secondary on_press=move || tray.next() /> }
        }
    }
}
