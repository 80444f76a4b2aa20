//! "Did you say at the start that we are impartial?", for each person (SPS-11, SPS-12, CAM-15, WES-8).

use evenhand_domain::case::contact::ContactWay;
use leptos::prelude::*;

use super::answers::Answers;
use super::party_answers::PartyAnswers;
use super::script::Script;
use crate::components::{Choice, Problems, Radios, TextLine};
use crate::view;
use crate::workspace::prompts::Prompts;

/// The question for everybody to whom the statement is owed.
#[component]
pub(super) fn Statements(answers: Answers, problems: Problems) -> impl IntoView {
    let owed = Memo::new(move |_| answers.owed().into_iter().map(|party| party.id).collect::<Vec<_>>());
    let is_meeting = Memo::new(move |_| answers.chosen_way() == Some(ContactWay::Meeting));
    let questions = move || {
        let owed = owed.get();
        let alone = owed.len() == 1;
        let parties = answers.parties.get_value();
        parties
            .into_iter()
            .filter(|party| owed.contains(&party.id))
            .map(|party| view! { <Question party alone problems /> })
            .collect_view()
    };
    view! {
        <h2>"Impartiality"</h2>
        <Script answers />
        {move || is_meeting.get().then(|| view! { <Prompts of="meeting" /> })}
        {questions}
        {move || owed.with(Vec::is_empty).then(|| view! { <p class="muted">"First tick who it was with, at the top."</p> })}
    }
}

#[component]
fn Question(party: PartyAnswers, alone: bool, problems: Problems) -> impl IntoView {
    let name = party.name.get_value();
    let legend = if alone {
        "Did you say at the start that we are impartial?".to_owned()
    } else {
        format!("Did you tell {name} at the start that we are impartial?")
    };
    let yes = Choice::new("yes", "Yes").reveal(move || {
        let wordings = vec![
            Choice::new("plain", "Plain words"),
            Choice::new("young", "Words for a young person"),
            Choice::new("easy", "Easy Read"),
        ];
        let name = party.name.get_value();
        view! {
            <Radios legend=format!("In which words did you tell {name}?") choices=wordings value=party.wording inline=true />
            <TextLine
                label=format!("How do you know that {name} understood?")
                hint="For example: said it back in their own words"
                value=party.understood
                id=party.understood_field
                error=problems.of(party.understood_field)
            />
        }
    });
    let no = Choice::new("no", "No").reveal(move || {
        view! {
            <TextLine
                label=format!("Why did you not tell {}?", party.name.get_value())
                hint="This counts as not met. The reason is kept."
                value=party.why
                id=party.why_field
                error=problems.of(party.why_field)
            />
        }
    });
    view! {
        <Radios
            legend
            choices=vec![yes, no]
            value=party.stated
            id=party.stated_field
            error=problems.of(party.stated_field)
        />
    }
}
