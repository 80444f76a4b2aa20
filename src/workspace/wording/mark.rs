//! One wording to look at again: what it is, why, and what can be done about it.

use leptos::prelude::*;

use super::kept::leave;
use crate::components::{Announcer, Button, ButtonLook, FieldId, TextArea, focus_soon};
use crate::view;
use crate::workspace::command::Command;
use crate::workspace::registers::register_error;

/// A wording that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marked {
    /// The words.
    pub(super) words: String,
    /// Why, in one sentence.
    pub(super) reason: String,
    /// What could stand there instead.
    pub(super) instead: Option<String>,
}

/// The wording with its reason, and the ways to go on. Whatever is chosen, the focus goes back to the text.
#[component]
pub(super) fn MarkRow(
    /// What was found.
    mark: Marked,
    /// The text it stands in.
    text: RwSignal<String>,
    /// What was left as it is.
    kept: RwSignal<String>,
    /// The box of the text.
    field: FieldId,
    /// Whether a reason for leaving it is kept with what is saved.
    has_reasons: bool,
) -> impl IntoView {
    let (announcer, command) = (Announcer::here(), Command::new());
    let (open, why) = (RwSignal::new(false), RwSignal::new(String::new()));
    let fault = RwSignal::new(None::<String>);
    let words = StoredValue::new(mark.words.clone());
    let left = move |reason: String| {
        focus_soon(field.control());
        leave(kept, &words.get_value(), &reason);
    };
    let reason = move || {
        let why = why.with_untracked(|why| why.trim().to_owned());
        fault.set(why.is_empty().then(|| "Enter why these words are fair here".to_owned()));
        (!why.is_empty()).then_some(why)
    };
    // What is put right is not called wrong any more.
    Effect::new(move || {
        why.track();
        fault.set(None);
    });
    let ask = move || {
        let Some(why) = reason() else { return };
        let asked = why.clone();
        command.run(
            move |desk, now| async move { desk.ask_to_allow(now, &words.get_value(), &asked).await },
            move |done| match done {
                Ok(_) => {
                    announcer.status("The manager is asked. Until they answer, it is marked for others.");
                    left(why);
                }
                Err(error) => fault.set(Some(register_error(&error))),
            },
        );
    };
    let instead = mark.instead.map(|instead| {
        let label = format!("Use: “{instead}”");
        let take = move || {
            let now = text.with_untracked(|text| text.replacen(&words.get_value(), &instead, 1));
            text.set(now);
            announcer.status(format!("It now says: {instead}"));
            focus_soon(field.control());
        };
        view! { <Button label look=ButtonLook::Secondary on_press=take /> }
    });
    let about = mark.words.clone();
    view! {
        <li class="wording__mark">
            <p><bdi class="wording__words">{format!("“{}”", mark.words)}</bdi>": "<span class="muted">{mark.reason}</span></p>
            <div class="wording__ways">
                {instead}
                <Button label="Leave it" about=about.clone() look=ButtonLook::Quiet on_press=move || left(String::new()) />
                <Button label="Say why" about look=ButtonLook::Quiet on_press=move || open.update(|open| *open = !*open) />
            </div>
            {move || open.get().then(|| view! {
                <TextArea label="Why are these words fair here?" value=why error=fault rows=2 />
                <div class="wording__ways">
                    {has_reasons.then(|| view! {
                        <Button
                            label="Keep the reason with this contact"
                            look=ButtonLook::Secondary
                            on_press=move || { reason().map(left); }
                        />
                    })}
                    <Button
                        label="Ask for them to be allowed"
                        look=ButtonLook::Secondary
                        on_press=ask
                        pending=command.pending()
                        pending_label="Asking…"
                    />
                </div>
            })}
        </li>
    }
}
