//! The list of wordings below a text. It is not there while there is nothing to say.

use std::time::Duration;

use evenhand_engine::policy::recording::Label;
use leptos::prelude::*;

use super::Wording;
use super::kept::all;
use super::mark::{MarkRow, Marked};
use crate::components::{Announcer, FieldId, Icon, IconName};
use crate::view;
use crate::workspace::session::Session;

/// How long somebody pauses before their text is looked at.
const PAUSE: Duration = Duration::from_millis(1_200);

/// Help with the wording of a text that the worker writes in their own words; never for what somebody else said.
#[component]
pub(crate) fn WordingHelp(
    /// The text.
    text: RwSignal<String>,
    /// What was left as it is; one for the whole form where a reason is kept.
    #[prop(default = RwSignal::new(String::new()))]
    kept: RwSignal<String>,
    /// The box of the text.
    field: FieldId,
    /// What the box is called.
    #[prop(into)]
    name: String,
    /// What is no matter in this text: an opinion where it is marked as one, what was shared where a permission covers it.
    #[prop(into, optional)]
    spared: Signal<Option<Label>>,
    /// Whether a reason for leaving a wording is kept with what is saved.
    #[prop(optional)]
    has_reasons: bool,
) -> impl IntoView {
    let (session, announcer, wording) = (Session::here(), Announcer::here(), Wording::wanted());
    let name = StoredValue::new(name);
    let found = RwSignal::new(Vec::<Marked>::new());
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(handle)) = waiting.try_get_value() {
            handle.clear();
        }
    };
    let shown = Memo::new(move |_| {
        let left = kept.with(|kept| all(kept));
        let mut marks = found.get();
        // What was taken out since, or left as it is, is not shown any more.
        text.with(|text| marks.retain(|mark| text.contains(&mark.words)));
        marks.retain(|mark| !left.iter().any(|one| one.words == mark.words));
        marks
    });
    let look = move || {
        let Some(typed) = text.try_get_untracked() else { return };
        let marks = wording.look(session, &typed, spared.get_untracked());
        let before = shown.get_untracked();
        found.set(marks);
        let now = shown.get_untracked();
        if now.iter().any(|mark| !before.contains(mark)) {
            let count = now.len();
            let things = if count == 1 { "wording" } else { "wordings" };
            announcer
                .status(name.with_value(|name| format!("{name}: {count} {things} to look at again, below the text")));
        }
    };
    Effect::new(move || {
        text.track();
        spared.track();
        stop();
        if wording.is_here.get() {
            waiting.set_value(set_timeout_with_handle(look, PAUSE).ok());
        }
    });
    on_cleanup(stop);
    let is_there = Memo::new(move |_| shown.with(|shown| !shown.is_empty()));
    move || {
        is_there.get().then(|| {
            view! {
                <section class="wording" aria-label=name.with_value(|name| format!("{name}: wording to look at again"))>
                    <p class="wording__lead"><Icon name=IconName::Info />"You may want to look at this again. You decide."</p>
                    <ul class="wording__marks">
                        <For each=move || shown.get() key=|mark| mark.words.clone() let:mark>
                            <MarkRow mark text kept field has_reasons />
                        </For>
                    </ul>
                </section>
            }
        })
    }
}
