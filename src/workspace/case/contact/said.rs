//! What they want, what happened, what they said, what the worker thinks: each apart (SPS-7, SPS-13, LEI-25, WES-2).

use evenhand_domain::case::party::WordsKind;
use evenhand_engine::policy::recording::Label;
use leptos::prelude::*;

use super::answers::Answers;
use super::party_answers::PartyAnswers;
use crate::components::{Checkboxes, Choice, Disclosure, FieldId, Problems, TextArea, TextLine};
use crate::view;
use crate::workspace::case::this::ThisCase;
use crate::workspace::wording::WordingHelp;

pub(super) const FACTS: FieldId = FieldId::named("facts");
const OPINION: FieldId = FieldId::named("opinion");
pub(super) const WITHOUT_AIM: FieldId = FieldId::named("without-aim");

/// Aim, wishes and feelings of each person who took part and speaks for no agency.
#[component]
pub(super) fn Wishes(answers: Answers) -> impl IntoView {
    let ticked = Memo::new(move |_| {
        answers
            .ticked()
            .into_iter()
            .filter(|party| !party.is_agency)
            .map(|party| party.id)
            .collect::<Vec<_>>()
    });
    move || {
        let ticked = ticked.get();
        let parties = answers
            .parties
            .get_value()
            .into_iter()
            .filter(|party| ticked.contains(&party.id));
        let rows: Vec<_> = parties.map(|party| view! { <OwnWordsOf party /> }).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <h2>"What they want"</h2>
                {rows.into_iter().collect_view()}
            }
        })
    }
}

#[component]
fn OwnWordsOf(party: PartyAnswers) -> impl IntoView {
    let this = ThisCase::here();
    let name = party.name.get_value();
    let before = untrack(|| {
        this.read(|_, story, _| {
            let aims = story
                .words
                .iter()
                .filter(|kept| kept.in_error.is_none() && kept.now.kind == WordsKind::Aim);
            aims.filter(|kept| kept.now.party == party.id)
                .map(|kept| kept.now.words.clone())
                .next_back()
        })
    });
    let hint = match before.flatten() {
        Some(words) => format!("Their own words, unaltered. Noted before: “{words}”"),
        None => "Their own words, unaltered".to_owned(),
    };
    let more = untrack(|| !party.wish.get().is_empty() || !party.feeling.get().is_empty());
    let open = RwSignal::new(more);
    // A draft that is brought back opens what it fills.
    Effect::new(move || {
        if party.wish.with(|text| !text.is_empty()) || party.feeling.with(|text| !text.is_empty()) {
            open.set(true);
        }
    });
    view! {
        <TextArea label=format!("What {name} wants to happen (optional)") hint value=party.aim rows=2 />
        <Disclosure label=format!("Note what {name} wishes or feels") open>
            <TextArea label=format!("What {name} wishes (optional)") value=party.wish rows=2 />
            <TextArea label=format!("How {name} feels, or what worries them (optional)") value=party.feeling rows=2 />
        </Disclosure>
    }
}

/// Why it is not known yet what they want, where the policy asks for it with the first contact (LEI-25).
#[component]
pub(super) fn WithoutAim(answers: Answers, problems: Problems) -> impl IntoView {
    let this = ThisCase::here();
    let is_asked = Memo::new(move |_| {
        let is_kept = answers.without_aim.with(|why| !why.is_empty());
        is_kept || this.profile().is_some_and(|profile| answers.owes_aim(profile))
    });
    move || {
        is_asked.get().then(|| {
            view! {
                <TextLine
                    label="If you do not know yet what they want: why not?"
                    hint="Asked with the first contact. You can note what they want later."
                    value=answers.without_aim
                    id=WITHOUT_AIM
                    error=problems.of(WITHOUT_AIM)
                />
                <WordingHelp text=answers.without_aim field=WITHOUT_AIM name="Why it is not known yet what they want" />
            }
        })
    }
}

/// Facts, their words and the worker's opinion, each in a box of its own.
#[component]
pub(super) fn WhatHappened(answers: Answers, problems: Problems) -> impl IntoView {
    let resources = answers.resources.get_value();
    let choices: Vec<Choice> = resources
        .into_iter()
        .map(|name| Choice::new(name.clone(), name))
        .collect();
    view! {
        <h2>"What happened"</h2>
        <TextArea
            label="Facts"
            hint="What happened and what you found out. Your opinion has its own box below."
            value=answers.facts
            id=FACTS
            error=problems.of(FACTS)
            rows=6
        />
        <WordingHelp
            text=answers.facts
            kept=answers.kept_wording
            field=FACTS
            name="Facts"
            spared=Signal::derive(move || answers.agency.has_consent().then_some(Label::Disclosure))
            has_reasons=true
        />
        <TextArea label="What they said, in their words (optional)" hint="As they said it" value=answers.their_words rows=4 />
        <TextArea label="What you think (optional)" hint="It is marked as your opinion" value=answers.opinion id=OPINION rows=3 />
        <WordingHelp
            text=answers.opinion
            kept=answers.kept_wording
            field=OPINION
            name="What you think"
            spared=Signal::stored(Some(Label::OpinionAsFact))
            has_reasons=true
        />
        {(!choices.is_empty()).then(|| view! {
            <Checkboxes legend="What did you send or hand over? (optional)" choices value=answers.sent />
        })}
    }
}
