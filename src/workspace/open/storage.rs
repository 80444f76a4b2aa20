//! Whether a record may be kept, and whether they know how to see it (LEI-29, LEI-30). Nothing is chosen beforehand.

use evenhand_engine::policy::profile::{Strength, Topic};
use leptos::prelude::*;

use super::details::{Details, HOW, STORAGE, TOLD, TOLD_HOW};
use crate::components::{Button, ButtonLook, Choice, Notice, Problems, Radios, TextLine, Tone};
use crate::view;
use crate::workspace::session::Session;

/// Asks for the agreement to keep a record.
#[component]
pub(super) fn Storage(
    /// What is typed.
    details: Details,
    /// The problems of the page.
    problems: Problems,
    /// Logs it as an enquiry instead.
    unnamed: Option<Callback<()>>,
) -> impl IntoView {
    let session = Session::here();
    let waits = session
        .read(|desk| {
            desk.policy()
                .on(session.now().day())
                .rule(Topic::StorageAgreement)
                .strength
                >= Strength::Reason
        })
        .unwrap_or(true);
    let not_asked = if waits {
        "Ask soon. No contact can be recorded until then."
    } else {
        "Ask as soon as you can. You are reminded on the case."
    };
    let choices = vec![
        Choice::new("yes", "Yes, keep a record").reveal(move || view! { <Agreed details problems /> }),
        Choice::new("no", "No, do not keep a record").reveal(move || view! { <SaidNo unnamed /> }),
        Choice::new("not-asked", "I have not asked yet").hint(not_asked),
    ];
    view! {
        <h2>"Keeping a record"</h2>
        <Radios
            legend="Did they agree that their details may be kept?"
            hint="Tell them that the council cannot see the records"
            choices
            value=details.storage
            id=STORAGE
            error=problems.of(STORAGE)
        />
    }
}

#[component]
fn Agreed(details: Details, problems: Problems) -> impl IntoView {
    let how = vec![
        Choice::new("spoken", "They said so"),
        Choice::new("text", "In a text message or email"),
        Choice::new("written", "In writing on paper"),
    ];
    let told = vec![
        Choice::new("yes", "Yes").reveal(move || {
            view! {
                <TextLine
                    label="How did you tell them?" hint="For example, on the telephone, or with our leaflet"
                    value=details.told_how id=TOLD_HOW error=problems.of(TOLD_HOW)
                />
            }
        }),
        Choice::new("not-yet", "Not yet"),
    ];
    view! {
        <Radios legend="How did they agree?" choices=how value=details.how id=HOW error=problems.of(HOW) />
        <Radios
            legend="Did you tell them how they can see their record?"
            choices=told value=details.told id=TOLD error=problems.of(TOLD)
        />
    }
}

#[component]
fn SaidNo(unnamed: Option<Callback<()>>) -> impl IntoView {
    view! {
        <Notice tone=Tone::Info title="Then nothing that names them is kept">
            <p>"You can help them all the same. What they asked is logged as an enquiry that names nobody."</p>
            {unnamed.map(|unnamed| view! {
                <Button label="Log it as an enquiry" look=ButtonLook::Secondary on_press=move || unnamed.run(()) />
            })}
        </Notice>
    }
}
