//! How a contact came, and whether they want to stay unnamed.

use evenhand_domain::case::contact::Channel;
use leptos::prelude::*;

use crate::components::{Choice, FieldId, Problem, Problems, Radios};
use crate::view;

pub(super) const CHANNEL: FieldId = FieldId::named("channel");
pub(super) const UNNAMED: FieldId = FieldId::named("unnamed");

const CHANNELS: [(&str, &str, Channel); 4] = [
    ("telephone", "By telephone", Channel::Telephone),
    ("face", "Face to face", Channel::FaceToFace),
    ("email", "By email or text message", Channel::Email),
    ("letter", "By letter", Channel::Letter),
];

/// The channel of a word; none while nothing is chosen.
pub(super) fn channel_of(word: &str) -> Option<Channel> {
    CHANNELS
        .iter()
        .find(|(known, _, _)| *known == word)
        .map(|(_, _, channel)| *channel)
}

/// What to say where it is not answered.
pub(super) fn channel_problem() -> Problem {
    Problem::new(CHANNEL, "Select how they got in touch")
}

/// Asks how they got in touch.
#[component]
pub(super) fn HowItCame(
    channel: RwSignal<String>,
    /// None where they have a name already.
    unnamed: Option<RwSignal<String>>,
    problems: Problems,
) -> impl IntoView {
    let channels = CHANNELS
        .iter()
        .map(|(word, label, _)| Choice::new(*word, *label))
        .collect();
    let names = vec![
        Choice::new("no", "No, they gave a name"),
        Choice::new("yes", "Yes, they want to stay unnamed"),
    ];
    view! {
        <Radios legend="How did they get in touch?" choices=channels value=channel id=CHANNEL error=problems.of(CHANNEL) inline=true />
        {unnamed.map(|value| view! {
            <Radios legend="Do they want to stay unnamed?" choices=names value id=UNNAMED error=problems.of(UNNAMED) inline=true />
        })}
    }
}
