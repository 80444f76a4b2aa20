//! What the family asked for, in their words, as it came.

use evenhand_domain::case::contact::{Enquiry, Stated};
use evenhand_domain::referral::{ContactBy, Referral, SchoolAnswer, Sure, Who};
use evenhand_engine::case::answer::BeforeOpening;
use leptos::prelude::*;

use crate::components::{SummaryList, SummaryRow, WordForWord};
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
            let came = format!("It came {came}{on}.");
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

fn referral(form: &Referral, reference: &str) -> impl IntoView + use<> {
    let quote = |whose: &'static str, text: &str| {
        (!text.trim().is_empty()).then(|| {
            let (text, lang) = (text.to_owned(), form.language.clone());
            view! { <WordForWord whose text=Signal::stored(text) lang /> }
        })
    };
    let story = quote(
        "What is happening: word for word from the family, not changed",
        &form.story,
    );
    let want = quote(
        "What they would like to happen: word for word from the family, not changed",
        &form.want,
    );
    let rows = rows(form)
        .into_iter()
        .map(|(label, text)| view! { <SummaryRow label=label>{as_typed(text)}</SummaryRow> });
    let (rows, reference) = (rows.collect_view(), reference.to_owned());
    view! {
        {story}
        {want}
        <SummaryList>
            <SummaryRow label="Reference code that they have">{reference}</SummaryRow>
            {rows}
        </SummaryList>
    }
}

/// The answers beside their own words, those alone that were given.
fn rows(form: &Referral) -> Vec<(&'static str, String)> {
    let mut topics: Vec<&str> = form
        .help
        .topics
        .iter()
        .map(evenhand_domain::referral::Topic::label)
        .collect();
    topics.extend(Some(form.help.something_else.as_str()).filter(|text| !text.trim().is_empty()));
    let day = form.date.day.map(evenhand_domain::date::Day::long);
    let date = [form.date.what.clone(), day.unwrap_or_else(|| form.date.rough.clone())];
    let message = if form.contact.safe_message {
        "A message may be left"
    } else {
        "Leave no message, and do not say who is calling"
    };
    let newer = |place: &str, known: &'static str| {
        form.newer_word(place)
            .map_or_else(|| known.to_owned(), |word| word.replace('_', " "))
    };
    let by = newer("contact.by", by_words(form.contact.by));
    let reach = [by.as_str(), &form.contact.value, message, &form.contact.times];
    let mut needs: Vec<String> = form.needs.list.iter().map(|need| need.label().to_owned()).collect();
    needs.extend(
        [("Speaks", &form.needs.interpreter), ("Reads", &form.needs.reading)]
            .into_iter()
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(what, text)| format!("{what} {text}")),
    );
    needs.extend(Some(form.needs.something_else.clone()).filter(|text| !text.trim().is_empty()));
    let lines = |parts: &[&str]| {
        parts
            .iter()
            .filter(|part| !part.trim().is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join("\n")
    };
    let school = match &form.child.school {
        SchoolAnswer::Named(school) => school.name.clone(),
        SchoolAnswer::None => "None at the moment".to_owned(),
        SchoolAnswer::Home => "Taught at home".to_owned(),
        SchoolAnswer::NotSaid => String::new(),
    };
    let area = form.area.map_or("", sure_words);
    // What a newer form asked is shown as it came, so that nothing they said is out of sight.
    let rest: Vec<_> = form
        .rest
        .iter()
        .map(|(name, value)| {
            let name = name.trim_end_matches(".word").replace(['.', '_'], " ");
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            format!("{name}: {value}")
        })
        .collect();
    let all = [
        ("Who asks", newer("who", who_words(form.who))),
        ("Wants help with", topics.join("\n")),
        ("School, nursery or college", school),
        ("School year", form.child.school_year.clone()),
        ("Lives or learns in our area", newer("area", area)),
        ("Where they work", form.person.works_at.clone()),
        ("A date that matters", lines(&[&date[0], &date[1]])),
        ("How to reach them", lines(&reach)),
        ("What helps them talk with us", needs.join("\n")),
        ("Knows somebody here", form.knows.words.clone()),
        ("Asked on a newer form", rest.join("\n")),
    ];
    all.into_iter().filter(|(_, text)| !text.trim().is_empty()).collect()
}

const fn who_words(who: Who) -> &'static str {
    match who {
        Who::Parent => "A parent",
        Who::Carer => "Somebody else who brings the child up",
        Who::YoungPerson => "A young person of 16 to 25",
        Who::Child => "A child under 16",
        Who::Helper => "Somebody who helps another to ask",
        Who::Practitioner => "Somebody who works with the family",
    }
}

const fn sure_words(sure: Sure) -> &'static str {
    match sure {
        Sure::Yes => "Yes",
        Sure::No => "No",
        Sure::NotSure => "They are not sure",
    }
}

const fn by_words(by: ContactBy) -> &'static str {
    match by {
        ContactBy::Phone => "By telephone",
        ContactBy::Text => "By text message",
        ContactBy::Email => "By e-mail",
        ContactBy::Post => "By letter",
        ContactBy::Trusted => "Through somebody they trust",
    }
}
