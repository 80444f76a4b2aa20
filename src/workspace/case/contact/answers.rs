//! What stands in the boxes of the contact form.

use evenhand_domain::case::contact::{Contact, ContactWay, Stated, Wording};
use evenhand_domain::case::state::Case;
use evenhand_domain::date::Day;
use evenhand_engine::policy::profile::{Profile, Strength, Topic};
use leptos::prelude::*;

use super::agency_answers::AgencyAnswers;
use super::explained::ExplainedAnswers;
use super::party_answers::PartyAnswers;
use super::support;
use super::venue::VenueAnswers;
use crate::components::DateParts;
use crate::workspace::case::form_draft::{Boxes, date_boxes};
use crate::workspace::day;
use crate::workspace::session::Session;
use crate::workspace::wording::keep;

/// Everything that the form asks. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Answers {
    pub(super) with: RwSignal<Vec<String>>,
    pub(super) way: RwSignal<String>,
    pub(super) on: DateParts,
    pub(super) at: RwSignal<String>,
    pub(super) minutes: RwSignal<String>,
    pub(super) venue: VenueAnswers,
    pub(super) parties: StoredValue<Vec<PartyAnswers>>,
    /// Whether their aim, or why it is not known, is noted already (LEI-25).
    pub(super) aim_known: bool,
    pub(super) without_aim: RwSignal<String>,
    pub(super) facts: RwSignal<String>,
    pub(super) their_words: RwSignal<String>,
    pub(super) opinion: RwSignal<String>,
    /// Wordings that were marked and left as they are.
    pub(super) kept_wording: RwSignal<String>,
    /// What help was given, by its words in the form (LEI-4, LEI-23).
    pub(super) support: RwSignal<Vec<String>>,
    /// Who spoke at a meeting, and who was not heard (CAM-14).
    pub(super) heard: RwSignal<String>,
    /// What was sent or handed over (CAM-17).
    pub(super) sent: RwSignal<Vec<String>>,
    /// What can be: the names of the resources.
    pub(super) resources: StoredValue<Vec<String>>,
    pub(super) explained: ExplainedAnswers,
    pub(super) agency: AgencyAnswers,
    pub(super) next: RwSignal<String>,
    pub(super) due: DateParts,
}

/// Every way with its word in the form.
pub(super) const WAYS: [(&str, ContactWay); 5] = [
    ("telephone", ContactWay::Telephone),
    ("face", ContactWay::FaceToFace),
    ("meeting", ContactWay::Meeting),
    ("email", ContactWay::Email),
    ("letter", ContactWay::Letter),
];

/// Every wording with its word in the form.
pub(super) const WORDINGS: [(&str, Wording); 3] = [
    ("plain", Wording::Plain),
    ("young", Wording::YoungPerson),
    ("easy", Wording::EasyRead),
];

pub(super) fn empty() -> RwSignal<String> {
    RwSignal::new(String::new())
}

impl Answers {
    /// An empty form for a case, with today's date.
    pub(super) fn new(story: &Case, today: Day) -> Self {
        let parties: Vec<_> = story.people().into_iter().map(PartyAnswers::new).collect();
        let on = day::boxes_with(Some(today));
        let resources = untrack(|| Session::here().read(|desk| desk.resources())).unwrap_or_default();
        let alone = (parties.len() == 1).then(|| parties.iter().map(|party| party.id.to_string()).collect());
        Self {
            with: RwSignal::new(alone.unwrap_or_default()),
            way: empty(),
            on,
            at: empty(),
            minutes: empty(),
            venue: VenueAnswers::empty(),
            aim_known: story.aim_is_answered(),
            without_aim: empty(),
            parties: StoredValue::new(parties),
            facts: empty(),
            their_words: empty(),
            opinion: empty(),
            kept_wording: empty(),
            support: RwSignal::new(Vec::new()),
            heard: empty(),
            sent: RwSignal::new(Vec::new()),
            resources: StoredValue::new(resources),
            explained: ExplainedAnswers::empty(),
            agency: AgencyAnswers::new(on),
            next: empty(),
            due: DateParts::empty(),
        }
    }

    /// Fills the form with a contact as it stands.
    pub(super) fn fill(self, contact: &Contact) {
        self.with.set(contact.with.iter().map(ToString::to_string).collect());
        let way = WAYS
            .iter()
            .find(|(_, way)| *way == contact.way)
            .map_or("", |(word, _)| word);
        self.way.set(way.to_owned());
        day::fill(self.on, contact.on);
        self.at.set(contact.at.clone().unwrap_or_default());
        self.minutes
            .set(contact.minutes.map(|minutes| minutes.to_string()).unwrap_or_default());
        self.facts.set(contact.facts.clone());
        self.their_words.set(contact.their_words.clone());
        self.opinion.set(contact.opinion.clone());
        keep(self.kept_wording, &contact.kept_wording);
        self.support.set(support::words_of(&contact.support));
        self.heard.set(contact.heard.clone());
        // What has left the library since was sent all the same.
        self.resources.update_value(|all| {
            let gone = contact.sent.iter().filter(|name| !all.contains(name));
            let gone: Vec<String> = gone.cloned().collect();
            all.extend(gone);
        });
        self.sent.set(contact.sent.clone());
        if let Some(told) = &contact.explained {
            self.explained.fill(told);
        }
        if let Some(talk) = &contact.agency {
            self.agency.fill(talk);
        }
        if let Some(venue) = &contact.venue {
            self.venue.fill(venue);
        }
        self.without_aim.set(contact.without_aim.clone());
        if let Some(next) = &contact.next {
            self.next.set(next.what.clone());
            day::fill(self.due, next.due);
        }
        for party in self.parties.get_value() {
            for words in contact.words.iter().filter(|words| words.party == party.id) {
                party.words(words.kind).set(words.words.clone());
            }
            let Some(statement) = contact.statements.iter().find(|statement| statement.to == party.id) else {
                continue;
            };
            match &statement.stated {
                Stated::Yes { wording, understood } => {
                    let word = WORDINGS
                        .iter()
                        .find(|(_, known)| known == wording)
                        .map_or("plain", |(word, _)| word);
                    party.stated.set("yes".to_owned());
                    party.wording.set(word.to_owned());
                    party.understood.set(understood.clone());
                }
                Stated::No { why } => {
                    party.stated.set("no".to_owned());
                    party.why.set(why.clone());
                }
            }
        }
    }

    /// Every box with a name of its own, for the draft.
    pub(super) fn boxes(self) -> Boxes {
        let mut all: Vec<(String, RwSignal<String>)> = [
            ("way", self.way),
            ("at", self.at),
            ("minutes", self.minutes),
            ("facts", self.facts),
            ("their_words", self.their_words),
            ("opinion", self.opinion),
            ("kept_wording", self.kept_wording),
            ("heard", self.heard),
            ("agency", self.agency.was),
            ("agency.name", self.agency.name),
            ("agency.consent", self.agency.consent),
            ("agency.said", self.agency.said),
            ("agency.heard", self.agency.heard),
            ("agency.told", self.agency.told),
            ("agency.why", self.agency.why),
            ("door", self.agency.door.ground),
            ("door.shared", self.agency.door.shared),
            ("door.why", self.agency.door.why),
            ("door.told", self.agency.door.told),
            ("door.why_not", self.agency.door.why_not),
            ("place", self.venue.place),
            ("place.by", self.venue.asked_by),
            ("place.why", self.venue.why),
            ("without_aim", self.without_aim),
            ("next", self.next),
        ]
        .into_iter()
        .chain(self.explained.boxes())
        .map(|(name, text)| (name.to_owned(), text))
        .collect();
        all.extend(date_boxes("on", self.on));
        all.extend(date_boxes("due", self.due));
        let mut known = self.resources.get_value();
        known.extend(support::all_words());
        for party in self.parties.get_value() {
            known.push(party.id.to_string());
            all.extend(
                party
                    .texts()
                    .into_iter()
                    .map(|(name, text)| (format!("{}.{name}", party.id), text)),
            );
        }
        Boxes::new(all, vec![self.with, self.sent, self.support], known)
    }

    /// Those who are ticked, in the order of the case.
    pub(super) fn ticked(self) -> Vec<PartyAnswers> {
        let ticked = self.with.get();
        self.parties.with_value(|all| {
            all.iter()
                .filter(|party| ticked.contains(&party.id.to_string()))
                .copied()
                .collect()
        })
    }

    /// Whether the policy asks for the aim with this contact and none is typed: it is the first with the family (LEI-25).
    pub(super) fn owes_aim(self, profile: &Profile) -> bool {
        let must = profile.rule(Topic::Aim).strength >= Strength::Reason;
        let ticked = self.ticked();
        let mut family = ticked.iter().filter(|party| !party.is_agency).peekable();
        must && !self.aim_known
            && family.peek().is_some()
            && family.all(|party| party.aim.with(|aim| aim.trim().is_empty()))
    }

    /// How it took place, once that is chosen.
    pub(super) fn chosen_way(self) -> Option<ContactWay> {
        self.way
            .with(|chosen| WAYS.iter().find(|(word, _)| word == chosen).map(|(_, way)| *way))
    }

    /// To whom the statement is owed: everybody at a meeting (SPS-12), else those who are there for no agency.
    pub(super) fn owed(self) -> Vec<PartyAnswers> {
        let is_meeting = self.chosen_way() == Some(ContactWay::Meeting);
        self.ticked()
            .into_iter()
            .filter(|party| is_meeting || !party.is_agency)
            .collect()
    }
}
