//! What kind of help it was, and who was heard at a meeting (LEI-4, LEI-23, CAM-14).

use evenhand_domain::case::contact::{ContactWay, Support};
use leptos::prelude::*;

use super::answers::Answers;
use crate::components::{Checkboxes, Choice, FieldId, TextArea};
use crate::view;
use crate::workspace::wording::WordingHelp;

const HEARD: FieldId = FieldId::named("heard");

/// Every kind with its word in the form and its words on screen.
const KINDS: [(&str, Support, &str); 8] = [
    (
        "information",
        Support::Information,
        "Gave information on rights, roles and options",
    ),
    (
        "telephone",
        Support::SpokeOnTelephone,
        "Spoke for them on the telephone",
    ),
    ("meeting", Support::SpokeInMeeting, "Spoke for them at a meeting"),
    (
        "helped_speak",
        Support::HelpedToSpeak,
        "Helped them to speak for themselves",
    ),
    (
        "writing",
        Support::ViewsInWriting,
        "Helped them to put their views in writing",
    ),
    ("appeal", Support::Appeal, "Helped with an appeal"),
    ("hearing", Support::Hearing, "Went with them to a hearing or mediation"),
    ("signposted", Support::Signposted, "Told them about another service"),
];

/// A kind of help on screen.
pub(in crate::workspace::case) fn support_words(support: Support) -> &'static str {
    let kind = KINDS.iter().find(|(_, kind, _)| *kind == support);
    kind.map_or("", |(_, _, words)| words)
}

/// The kinds that are ticked.
pub(super) fn ticked(answers: Answers) -> Vec<Support> {
    let ticked = answers.support.get_untracked();
    let kinds = KINDS.iter().filter(|(word, ..)| ticked.iter().any(|tick| tick == word));
    kinds.map(|(_, kind, _)| *kind).collect()
}

/// The words of all kinds, and of those that a contact has.
pub(super) fn words_of(support: &[Support]) -> Vec<String> {
    let kinds = KINDS.iter().filter(|(_, kind, _)| support.contains(kind));
    kinds.map(|(word, ..)| (*word).to_owned()).collect()
}

/// Every word that can be ticked.
pub(super) fn all_words() -> impl Iterator<Item = String> {
    KINDS.iter().map(|(word, ..)| (*word).to_owned())
}

/// What help was given; at a meeting also who was heard.
#[component]
pub(super) fn SupportGiven(answers: Answers) -> impl IntoView {
    let choices = KINDS
        .iter()
        .map(|(word, _, words)| Choice::new(*word, *words))
        .collect();
    let is_meeting = Memo::new(move |_| answers.chosen_way() == Some(ContactWay::Meeting));
    view! {
        <h2>"Your help"</h2>
        <Checkboxes legend="What help did you give? (optional)" choices value=answers.support />
        {move || is_meeting.get().then(|| view! {
            <TextArea
                label="Who spoke, and who was not heard? (optional)"
                hint="If somebody was not heard: what will you do about it?"
                value=answers.heard
                id=HEARD
                rows=2
            />
            <WordingHelp text=answers.heard field=HEARD name="Who spoke, and who was not heard" />
        })}
    }
}
