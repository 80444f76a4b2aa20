//! Where people met: at home or elsewhere, who asked for it and why (LEI-19).

use evenhand_domain::case::contact::{ContactWay, Place, Venue};
use evenhand_engine::policy::profile::{Profile, Strength, Topic};
use leptos::prelude::*;

use super::answers::{Answers, empty};
use crate::components::{Choice, FieldId, Problem, Problems, Radios, TextLine};
use crate::view;
use crate::workspace::case::near::trimmed;

pub(super) const PLACE: FieldId = FieldId::named("place");
const ASKED_BY: FieldId = FieldId::named("place-asked-by");
const WHY: FieldId = FieldId::named("place-why");

/// Every kind of place with its word in the form.
const PLACES: [(&str, Place); 3] = [
    ("neutral", Place::Neutral),
    ("home", Place::Home),
    ("elsewhere", Place::Elsewhere),
];

/// What a kind of place is called.
pub(in crate::workspace::case) const fn place_words(place: Place) -> &'static str {
    match place {
        Place::Neutral => "Somewhere neutral, private and easy to reach",
        Place::Home => "At their home",
        Place::Elsewhere => "Elsewhere, such as a school or a café",
    }
}

/// The answers about where it was.
#[derive(Clone, Copy)]
pub(super) struct VenueAnswers {
    pub(super) place: RwSignal<String>,
    pub(super) asked_by: RwSignal<String>,
    pub(super) why: RwSignal<String>,
}

impl VenueAnswers {
    /// Empty boxes.
    pub(super) fn empty() -> Self {
        Self {
            place: empty(),
            asked_by: empty(),
            why: empty(),
        }
    }

    /// Fills them with a place as it stands.
    pub(super) fn fill(self, venue: &Venue) {
        let word = PLACES.iter().find(|(_, place)| *place == venue.place);
        self.place.set(word.map_or("", |(word, _)| word).to_owned());
        self.asked_by.set(venue.asked_by.clone());
        self.why.set(venue.why.clone());
    }

    /// The place as typed; what is missing is asked for where the policy asks.
    pub(super) fn gather(self, profile: &Profile, way: Option<ContactWay>, found: &mut Vec<Problem>) -> Option<Venue> {
        if !way.is_some_and(ContactWay::is_in_person) {
            return None;
        }
        let must = profile.rule(Topic::Venue).strength >= Strength::Reason;
        let chosen = trimmed(self.place);
        let Some((_, place)) = PLACES.iter().find(|(word, _)| *word == chosen) else {
            if must {
                found.push(Problem::new(PLACE, "Select where you met"));
            }
            return None;
        };
        if *place == Place::Neutral {
            return Some(Venue {
                place: *place,
                asked_by: String::new(),
                why: String::new(),
            });
        }
        let (asked_by, why) = (trimmed(self.asked_by), trimmed(self.why));
        if must && asked_by.is_empty() {
            found.push(Problem::new(ASKED_BY, "Enter who asked to meet there"));
        }
        if must && why.is_empty() {
            found.push(Problem::new(WHY, "Enter why you met there"));
        }
        Some(Venue {
            place: *place,
            asked_by,
            why,
        })
    }
}

/// Asks for the place once people came together in one.
#[component]
pub(super) fn Where(answers: Answers, problems: Problems) -> impl IntoView {
    let in_person = Memo::new(move |_| answers.chosen_way().is_some_and(ContactWay::is_in_person));
    let venue = answers.venue;
    let choice = move |(word, place): (&'static str, Place)| {
        let choice = Choice::new(word, place_words(place));
        if place == Place::Neutral {
            return choice;
        }
        choice.reveal(move || {
            view! {
                <TextLine label="Who asked to meet there?" value=venue.asked_by id=ASKED_BY error=problems.of(ASKED_BY) />
                <TextLine label="Why there?" value=venue.why id=WHY error=problems.of(WHY) />
            }
        })
    };
    move || {
        in_person.get().then(|| {
            let choices = PLACES.into_iter().map(choice).collect::<Vec<_>>();
            view! { <Radios legend="Where did you meet?" choices value=venue.place id=PLACE error=problems.of(PLACE) /> }
        })
    }
}
