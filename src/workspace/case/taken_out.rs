//! A case is read from this device before its pages are shown, and kept at hand as long as they are.

use std::time::Duration;

use evenhand_domain::ids::CaseId;
use evenhand_engine::shelf::{Lease, TakeOutError};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::words::case_error;
use crate::components::{Notice, Tone};
use crate::layout::Page;
use crate::markup::Node;
use crate::view;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// A case that is read in less than this shows nothing in between: a flash would be louder than the wait.
const PATIENCE: Duration = Duration::from_millis(400);

/// Where the reading stands.
enum Reading {
    Begun,
    TakesLong,
    /// Read; the case stays at hand as long as the lease is held. There is none where there is no such case.
    Done {
        _lease: Option<Lease>,
    },
    Failed,
}

/// Shows its children once the case is at hand.
#[component]
pub(crate) fn TakenOut(
    /// Which case.
    id: CaseId,
    /// What is shown then.
    children: ChildrenFn,
) -> impl IntoView {
    let session = Session::here();
    let done = |lease| Reading::Done { _lease: lease };
    let at_hand = session.desk().and_then(|desk| desk.at_hand(id));
    let is_new = at_hand.is_none();
    let reading = RwSignal::new_local(if is_new { Reading::Begun } else { done(at_hand) });
    if is_new {
        spawn_local(async move {
            let read = match session.desk() {
                Some(desk) => desk.take_out(id).await.map(Some),
                None => Ok(None),
            };
            let _ = reading.try_set(match read {
                Ok(lease) => done(lease),
                Err(TakeOutError::NoSuchCase) => done(None),
                Err(TakeOutError::Storage(_)) => Reading::Failed,
            });
        });
        set_timeout(
            move || {
                let waits = reading.try_with_untracked(|reading| matches!(reading, Reading::Begun));
                if waits == Some(true) {
                    reading.set(Reading::TakesLong);
                }
            },
            PATIENCE,
        );
    }
    move || {
        reading.with(|reading| match reading {
            Reading::Begun => Node::nothing(),
            Reading::TakesLong => view! { <p role="status">"Reading the case from this device…"</p> },
            Reading::Done { .. } => Node::of(children()),
            Reading::Failed => view! { <NotRead /> },
        })
    }
}

#[component]
fn NotRead() -> impl IntoView {
    let words = case_error(evenhand_engine::case::CaseError::NotAtHand);
    view! {
        <Page title="Case not read" heading="This case could not be read" back=Signal::stored(Route::Cases.href()) back_label="All cases">
            <Notice tone=Tone::Danger>
                <p>{words}</p>
            </Notice>
        </Page>
    }
}
