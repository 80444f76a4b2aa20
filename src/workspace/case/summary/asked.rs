//! What the family asked for, in their words, as it came.

use evenhand_domain::case::contact::{Enquiry, Stated};
use evenhand_engine::case::answer::BeforeOpening;
use leptos::prelude::*;

use super::answers::referral;
use crate::components::{SummaryList, SummaryRow};
use crate::view;
use crate::workspace::case::near::as_typed;
use crate::workspace::case::this::ThisCase;
use crate::workspace::case::words::channel_words;
use crate::workspace::open::KNOWS_UNNAMED;

/// The referral or the enquiry that the case began with.
#[component]
pub(super) fn Asked() -> impl IntoView {
    let this = ThisCase::here();
    move || {
        this.read(|file, story, _| {
            let came = file
                .front
                .channel
                .map(channel_words)
                .unwrap_or("in a way that was not noted");
            let on = file
                .front
                .opened_on
                .map(|day| format!(" on {}", day.long()))
                .unwrap_or_default();
            let came = format!("They got in touch {came}{on}.");
            let unnamed = BeforeOpening::from(&file.front.family).knows_unnamed;
            let organisations = file.front.family.organisations.join("\n");
            let again = story.sent_again.iter().map(|kept| {
                let (form, reference) = &kept.now;
                view! {
                    <h3>{format!("They sent their request again on {}", kept.on.long())}</h3>
                    {referral(form, reference)}
                }
            });
            let again = again.collect_view();
            view! {
                <section class="stack">
                    <h2>"How it began"</h2>
                    <p>{came}</p>
                    {unnamed.then(|| view! { <p><strong>{KNOWS_UNNAMED}"."</strong></p> })}
                    {story.enquiry.as_ref().map(enquiry)}
                    {(!organisations.is_empty()).then(|| view! {
                        <SummaryList><SummaryRow label="Organisations tied to the family">{as_typed(organisations)}</SummaryRow></SummaryList>
                    })}
                    {story.referral.as_ref().map(|(form, reference)| referral(form, reference))}
                    {again}
                </section>
            }
        })
    }
}

fn enquiry(enquiry: &Enquiry) -> impl IntoView + use<> {
    let stated = match &enquiry.stated {
        Stated::Yes { .. } => "Yes".to_owned(),
        Stated::No { why } => format!("No: {why}"),
    };
    let minutes = enquiry.minutes.map(|minutes| format!("{minutes} minutes"));
    let note = Some(enquiry.note.clone()).filter(|note| !note.trim().is_empty());
    let topic = enquiry.topic.clone();
    view! {
        <SummaryList>
            <SummaryRow label="About"><bdi>{topic}</bdi></SummaryRow>
            <SummaryRow label="Said that we are impartial">{stated}</SummaryRow>
            {minutes.map(|minutes| view! { <SummaryRow label="Took">{minutes}</SummaryRow> })}
            {note.map(|note| view! { <SummaryRow label="What was asked and answered">{as_typed(note)}</SummaryRow> })}
        </SummaryList>
    }
}
