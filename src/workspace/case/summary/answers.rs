//! The answers that came on a form, word for word, each with what was asked.

use evenhand_domain::referral::{ContactBy, Referral, SchoolAnswer, Sure, Who};
use leptos::prelude::*;

use crate::components::{SummaryList, SummaryRow, WordForWord};
use crate::view;
use crate::workspace::case::near::as_typed;

/// The answers of one form, the story first.
pub(super) fn referral(form: &Referral, reference: &str) -> impl IntoView + use<> {
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
        ContactBy::Email => "By email",
        ContactBy::Post => "By letter",
        ContactBy::Trusted => "Through somebody they trust",
    }
}
