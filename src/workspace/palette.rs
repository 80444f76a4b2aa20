//! Find or go to: places, what can be done with the case in front, cases and people, by a few letters.

mod lines;

use std::time::Duration;

use evenhand_domain::ids::CaseId;
use leptos::prelude::*;

use self::lines::{LOCK, Lines, MOST};
use super::case::read_ahead;
use super::device::lock_now;
use super::draft::Drafts;
use super::route::Route;
use super::session::Session;
use crate::components::{Actions, Button, ButtonLook, Combobox, Dialog, FieldId, IconName, Width};
use crate::platform::{address, keys};
use crate::view;

const SOUGHT: FieldId = FieldId::named("sought");
/// How long nothing is typed before the first line seems to be meant.
const RESTS: Duration = Duration::from_millis(60);
/// How many cases are remembered while the workspace is open.
const RECENT: usize = 6;

/// The button that opens it, and Control or Command with K. It lists nothing that has no visible link of its own.
#[component]
pub(super) fn Palette() -> impl IntoView {
    let session = Session::here();
    let drafts = expect_context::<Drafts>();
    let open = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let recent = remember(session);
    let lines = Memo::new(move |_| {
        let shown = || {
            let place = session.route().get_untracked();
            session.read(|desk| typed.with(|typed| recent.with_value(|recent| Lines::find(desk, place, recent, typed))))
        };
        open.get().then(shown).flatten().unwrap_or_default()
    });
    let first = Memo::new(move |_| lines.with(|lines| lines.shown.first().map(|line| line.value.clone())));
    Effect::new(move || {
        // Enter takes the first line. If it is a case, that is read meanwhile.
        if let Some(place) = first.get() {
            let rested = move || {
                if first.try_get_untracked().flatten().as_ref() == Some(&place) {
                    read_ahead(session, &place);
                }
            };
            set_timeout(rested, RESTS);
        }
    });
    let show = move || {
        typed.set(String::new());
        open.set(true);
    };
    keys::on_chord(move |key| match key {
        "k" | "K" if open.get_untracked() => {
            open.set(false);
            true
        }
        // A question that stands above the page is answered first.
        "k" | "K" => {
            if !keys::has_dialog() {
                show();
            }
            true
        }
        "Enter" => keys::send_form(),
        _ => false,
    });
    let choose = move |chosen: String| {
        open.set(false);
        if chosen == LOCK {
            lock_now(session, drafts);
        } else {
            address::go(&chosen);
        }
    };
    view! {
        <Button label="Find or go to" look=ButtonLook::Secondary icon=IconName::Search on_press=show />
        <Dialog open heading="Find or go to" first=SOUGHT>
            <Combobox
                label="What are you looking for?"
                hint="A name, a code, a school, a page, or what you want to do"
                id=SOUGHT
                value=typed
                suggestions=Signal::derive(move || lines.with(|lines| lines.shown.clone()))
                on_choose=choose
                width=Width::Full
                most=MOST
                stays=true
            />
            <p class="muted">{move || lines.with(Lines::words)}</p>
            <Actions>
                <Button label="Close" look=ButtonLook::Secondary on_press=move || open.set(false) />
            </Actions>
        </Dialog>
    }
}

/// The cases whose pages were opened, the latest first. They are kept nowhere and gone with the lock.
fn remember(session: Session) -> StoredValue<Vec<CaseId>> {
    let recent = StoredValue::new(Vec::new());
    Effect::new(move || {
        if let Route::Case(id, _) = session.route().get() {
            recent.update_value(|recent| {
                recent.retain(|known| *known != id);
                recent.insert(0, id);
                recent.truncate(RECENT);
            });
        }
    });
    recent
}
