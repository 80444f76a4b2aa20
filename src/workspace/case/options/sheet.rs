//! A sheet of the options for the family, to be printed on its own. It names no preference and nobody of the case (SPS-1, STA-14).

use evenhand_domain::ids::EventId;
use leptos::prelude::*;

use crate::components::{Actions, Button, ButtonLook, IconName};
use crate::layout::HelpContact;
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
    let reach = HelpContact::here();
    let sheet = move || {
        let HelpContact { phone, email, .. } = reach.get();
        let ways = [("Telephone", phone), ("Email", email)];
        let ways = ways.into_iter().filter(|(_, way)| !way.is_empty());
        let ways: Vec<_> = ways
            .map(|(label, way)| view! { <br />{label}": "<bdi dir="ltr">{way}</bdi> })
            .collect();
        this.read(|_, story, desk| {
            let kept = story.options.iter().find(|kept| kept.id == of)?;
            let choices = kept.now.choices.iter().cloned().map(|choice| {
                let sides = [
                    ("Good points", choice.pros),
                    ("Bad points", choice.cons),
                    ("Where it is written", choice.basis),
                ];
                let sides = sides.into_iter().filter(|(_, text)| !text.trim().is_empty());
                let sides = sides.map(|(label, text)| view! { <p><strong>{label}</strong></p>{as_typed(text)} });
                view! { <li><h3><bdi>{choice.what}</bdi></h3>{sides.collect_view()}</li> }
            });
            let (service, on) = (desk.team().name, kept.on.long());
            let dates = kept.now.limits.lines().map(str::trim).filter(|line| !line.is_empty());
            let dates: Vec<_> = dates.map(|line| view! { <li><bdi>{line.to_owned()}</bdi></li> }).collect();
            let time = match dates.is_empty() {
                true => view! {
                    <p>"Take the time that you need to think. If you have a letter, look there for the last day on which you can answer."</p>
                },
                false => view! {
                    <h3>"Dates to know"</h3>
                    <ul>{dates}</ul>
                    <p>"Take the time that you need to think, but keep these dates in mind. Check them in your letter. If the letter says another date, go by the letter."</p>
                },
            };
            Some(view! {
                <h2><bdi>{kept.now.matter.clone()}</bdi></h2>
                <p>"These are things that you can do. We do not say that one is better than another. You decide, and you can change your mind. Ask us about anything on this sheet."</p>
                {time}
                <ul class="stack">{choices.collect_view()}</ul>
                <p><bdi>{service}</bdi>{ways}<br />{on}</p>
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
