//! What was told to an agency, and the permission that covers it (LEI-26).

use evenhand_domain::case::consent::Consent;
use evenhand_domain::ids::EventId;
use evenhand_engine::policy::recording::Label;
use leptos::prelude::*;

use super::agency::{CONSENT, SAID};
use super::agency_answers::{AgencyAnswers, NOTHING_SAID};
use crate::components::{Choice, Problems, Radios, TextArea};
use crate::markup::Node;
use crate::view;
use crate::workspace::case::words::given_words;
use crate::workspace::wording::WordingHelp;

/// The permissions that hold, each with what was said under it; the last answer is that nothing was.
pub(super) fn choose(agency: AgencyAnswers, problems: Problems, held: Vec<(EventId, String, Consent)>) -> Node {
    let mut choices: Vec<_> = held
        .into_iter()
        .map(|(id, who, consent)| {
            let until = consent
                .until
                .map(|day| format!(", until {}", day.long()))
                .unwrap_or_default();
            let how = given_words(consent.how).to_lowercase();
            let hint = format!("{who} agreed, {how}{until}");
            Choice::new(id.to_string(), consent.content).hint(hint).reveal(move || {
                view! {
                    <TextArea
                        label="What you told them"
                        hint="Only what was agreed to"
                        value=agency.said
                        id=SAID
                        error=problems.of(SAID)
                        rows=3
                    />
                    <WordingHelp
                        text=agency.said
                        field=SAID
                        name="What you told them"
                        spared=Signal::stored(Some(Label::Disclosure))
                    />
                }
            })
        })
        .collect();
    choices.push(Choice::new(NOTHING_SAID, "Nothing was disclosed"));
    view! {
        <Radios
            legend="What did you say, and which permission covers it?"
            choices
            value=agency.consent
            id=CONSENT
            error=problems.of(CONSENT)
        />
    }
}
