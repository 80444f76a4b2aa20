//! A sheet of the options for the family, to be printed on its own. It names no preference and nobody of the case (SPS-1, STA-14).

use evenhand_domain::ids::EventId;
use leptos::prelude::*;

use crate::components::{Actions, Button, ButtonLook, IconName};
use crate::platform::print::print;
use crate::view;
use crate::workspace::case::near::as_typed;
use crate::workspace::case::this::ThisCase;

/// The options as they were explained, in plain words.
#[component]
pub(super) fn Sheet(
    /// The event that explained them.
    of: EventId,
    /// Called when it is not wanted any more.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let this = ThisCase::here();
    let sheet = move || {
        this.read(|_, story, desk| {
            let kept = story.options.iter().find(|kept| kept.id == of)?;
            let choices = kept.now.choices.iter().cloned().map(|choice| {
                let sides = [
                    ("What speaks for it", choice.pros),
                    ("What speaks against it", choice.cons),
                    ("Where it is written", choice.basis),
                ];
                let sides = sides.into_iter().filter(|(_, text)| !text.trim().is_empty());
                let sides = sides.map(|(label, text)| view! { <p class="muted">{label}</p>{as_typed(text)} });
                view! { <li><h3><bdi>{choice.what}</bdi></h3>{sides.collect_view()}</li> }
            });
            let from = format!("{}, {}", desk.team().name, kept.on.long());
            Some(view! {
                <h2><bdi>{kept.now.matter.clone()}</bdi></h2>
                <p>"These ways are open to you. None of them is better than another, and you can ask us about each. You decide. You can take your time, and you can change your mind. Where you have a letter, look there for the date by which you have to answer."</p>
                <ul class="stack">{choices.collect_view()}</ul>
                <p>{from}</p>
            })
        })
        .flatten()
    };
    view! {
        <section class="stack slip">
            <p class="slip__screen muted">"This sheet is for the family. It names nobody, and only the sheet is printed. To save it, print it to a file."</p>
            {sheet}
            <Actions>
                <Button label="Print the sheet" icon=IconName::Printer on_press=print />
                <Button label="Back to the options" look=ButtonLook::Quiet on_press=move || on_done.run(()) />
            </Actions>
        </section>
    }
}
