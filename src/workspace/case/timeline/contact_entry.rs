//! A contact on the timeline: facts, their words and the worker's opinion apart, with what it said before (SPS-13).

use evenhand_domain::case::contact::{Contact, Stated, Wording};
use evenhand_domain::case::party::WordsKind;
use evenhand_domain::ids::PartyId;
use leptos::prelude::*;

use super::agency_rows::agency_rows;
use super::happened::ShownContact;
use crate::components::{Disclosure, Notice, SummaryList, SummaryRow, Tag, Tone};
use crate::markup::Node;
use crate::view;
use crate::workspace::case::contact::{explained_rows, place_words, support_words};
use crate::workspace::case::near::as_typed;
use crate::workspace::case::this::ThisCase;
use crate::workspace::route::CasePart;

type Names = Vec<(PartyId, String)>;

/// What stands below a contact's title.
#[component]
pub(super) fn ContactEntry(
    /// The contact with its names.
    contact: ShownContact,
) -> impl IntoView {
    let this = ThisCase::here();
    let ShownContact {
        kept,
        names,
        corrected_by,
        consent,
        may_correct,
        is_folded,
    } = contact;
    let id = kept.id;
    let when = kept.now.on.long();
    let facts = kept.now.facts.clone();
    let body = text(&kept.now, &names, consent.as_deref());
    let body = match kept.in_error.clone() {
        Some(why) => view! {
            <Notice tone=Tone::Warning title="Entered in error">{as_typed(why)}</Notice>
            <div class="struck">{body}</div>
        },
        None => body,
    };
    let corrected = !kept.earlier.is_empty();
    let is_outside = kept
        .now
        .agency
        .as_ref()
        .is_some_and(|talk| talk.without_permission.is_some());
    let earlier = kept
        .earlier
        .into_iter()
        .zip(corrected_by)
        .map(|(before, by)| {
            let label = format!(
                "What it said before {} corrected it on {}",
                by,
                before.corrected_on.long()
            );
            let was = text(&before.was, &names, None);
            view! { <Disclosure label>{as_typed(format!("Why it was corrected: {}", before.why))}{was}</Disclosure> }
        })
        .collect_view();
    let body = match is_folded && kept.in_error.is_none() {
        true => view! {
            <p class="first-words" dir="auto">{facts}</p>
            <Disclosure label="Read the whole contact" about=format!("of {when}")>{body}{earlier}</Disclosure>
        },
        false => view! { {body} {earlier} },
    };
    view! {
        {is_outside.then(|| view! {
            <p><Tag text="Shared without permission: outside the policy’s rule on consent" tone=Tone::Danger /></p>
        })}
        {corrected.then(|| view! { <p><Tag text="Corrected" tone=Tone::Info /></p> })}
        {body}
        {may_correct.then(|| view! {
            <p><a href=this.href(CasePart::Correct(id))>"Correct this"<span class="visually-hidden">{format!(" contact of {when}")}</span></a></p>
        })}
    }
}

fn text(contact: &Contact, names: &Names, consent: Option<&str>) -> Node {
    let name = |party: PartyId| {
        names
            .iter()
            .find(|(known, _)| *known == party)
            .map_or_else(|| "Somebody".to_owned(), |(_, name)| name.clone())
    };
    let mut rows: Vec<(String, String)> = Vec::new();
    rows.extend(contact.statements.iter().map(|said| {
        let label = format!("Told {} that we are impartial", name(said.to));
        (label, stated_words(&said.stated))
    }));
    rows.extend(contact.words.iter().map(|words| {
        let label = match words.kind {
            WordsKind::Aim => "wants to happen",
            WordsKind::Wish => "wishes",
            WordsKind::Feeling => "feels",
        };
        (
            format!("What {} {label}, word for word", name(words.party)),
            words.words.clone(),
        )
    }));
    rows.push(("Facts".to_owned(), contact.facts.clone()));
    rows.push(("What they said, in their words".to_owned(), contact.their_words.clone()));
    rows.push(("Worker’s opinion".to_owned(), contact.opinion.clone()));
    let help: Vec<&str> = contact.support.iter().map(|kind| support_words(*kind)).collect();
    rows.push(("Help that was given".to_owned(), help.join("\n")));
    rows.push(("Who spoke, and who was not heard".to_owned(), contact.heard.clone()));
    rows.extend(contact.kept_wording.iter().map(|kept| {
        let label = format!("Why “{}” was kept as it is", kept.words);
        (label, kept.why.clone())
    }));
    rows.push(("Sent or handed over".to_owned(), contact.sent.join("\n")));
    rows.push((
        "Why it is not known what they want".to_owned(),
        contact.without_aim.clone(),
    ));
    if let Some(venue) = &contact.venue {
        let parts = [
            ("", place_words(venue.place)),
            ("Asked for by: ", &venue.asked_by),
            ("Why there: ", &venue.why),
        ];
        let given = parts.into_iter().filter(|(_, text)| !text.trim().is_empty());
        let lines: Vec<_> = given.map(|(label, text)| format!("{label}{text}")).collect();
        rows.push(("Where they met".to_owned(), lines.join("\n")));
    }
    if let Some(told) = &contact.explained {
        rows.extend(explained_rows(told));
    }
    if let Some(talk) = &contact.agency {
        rows.extend(agency_rows(talk, consent));
    }
    if let Some(next) = &contact.next {
        rows.push(("Next".to_owned(), format!("{}, by {}", next.what, next.due.long())));
    }
    let rows = rows
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(label, text)| {
            view! { <SummaryRow label>{as_typed(text)}</SummaryRow> }
        });
    view! { <SummaryList>{rows.collect_view()}</SummaryList> }
}

fn stated_words(stated: &Stated) -> String {
    match stated {
        Stated::Yes { wording, understood } => {
            let wording = match wording {
                Wording::Plain => "in plain words",
                Wording::YoungPerson => "in words for a young person",
                Wording::EasyRead => "in Easy Read",
            };
            if understood.trim().is_empty() {
                format!("Yes, {wording}. Whether it was understood is not noted.")
            } else {
                format!("Yes, {wording}. Understood: “{understood}”")
            }
        }
        Stated::No { why } => format!("No: {why}"),
    }
}
