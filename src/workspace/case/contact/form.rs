//! The contact form, for a new contact and for a correction.

use leptos::prelude::*;

use super::agency::Agency;
use super::answers::Answers;
use super::explained::DecisionsOfOthers;
use super::next::Next;
use super::said::{WhatHappened, Wishes, WithoutAim};
use super::statement::Statements;
use super::support::SupportGiven;
use super::who::Who;
use crate::components::{Button, Draft, FieldId, Form, Notice, Problems, SaveState, Tone};
use crate::view;

/// The button that saves, for what went wrong with saving itself.
pub(super) const SAVE: FieldId = FieldId::named("save");

/// Every part of the form, in the order of a talk.
#[component]
pub(super) fn ContactForm(
    /// What stands in the boxes.
    answers: Answers,
    /// What is wrong with it.
    problems: Problems,
    /// What the button says.
    label: &'static str,
    /// Saves.
    #[prop(into)]
    on_save: Callback<()>,
    /// Whether it is being saved.
    pending: Signal<bool>,
    /// Where the draft stands.
    draft: Signal<Draft>,
    /// Whether an earlier draft was brought back.
    restored: Signal<bool>,
    /// What is asked besides, before everything else.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="stack">
            {move || restored.get().then(|| view! {
                <Notice tone=Tone::Info title="Your half-written contact is back">
                    <p>"It was kept, locked, on this device. It is not in the record until you save it."</p>
                </Notice>
            })}
            <Form on_submit=on_save>
                {children.map(|children| children())}
                <Who answers problems />
                <Statements answers problems />
                <Wishes answers />
                <WithoutAim answers problems />
                <WhatHappened answers problems />
                <DecisionsOfOthers explained=answers.explained problems />
                <SupportGiven answers />
                <Agency agency=answers.agency problems />
                <Next answers problems />
                <div class="cluster" id=SAVE.control() tabindex="-1">
                    <Button label pending pending_label="Saving…" />
                    <SaveState draft />
                </div>
                <p class="muted small">"What you type is kept as a locked draft while you work."<span class="for-keys">" Control or Command with Enter saves too."</span></p>
            </Form>
        </div>
    }
}
