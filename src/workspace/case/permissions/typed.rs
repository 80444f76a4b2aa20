//! What stands in the boxes of a permission.

use evenhand_domain::case::consent::{Consent, GivenHow};
use evenhand_domain::case::signature::{Signature, Strokes};
use evenhand_engine::case::story::StoryError;
use evenhand_engine::policy::profile::{Profile, Strength, Topic};
use leptos::prelude::*;

use crate::components::{DateParts, FieldId, Problem};
use crate::workspace::case::form_draft::{Boxes, date_boxes};
use crate::workspace::case::near::trimmed;
use crate::workspace::case::words::{GIVEN, story_error};
use crate::workspace::day;

pub(super) const PARTY: FieldId = FieldId::named("party");
pub(super) const AGENCY: FieldId = FieldId::named("agency");
pub(super) const CONTENT: FieldId = FieldId::named("content");
pub(super) const HOW: FieldId = FieldId::named("how");
pub(super) const UNDERSTOOD: FieldId = FieldId::named("understood");
pub(super) const OWN: FieldId = FieldId::named("own-request");
pub(super) const UNTIL: FieldId = FieldId::named("until");

pub(super) const SIGN: FieldId = FieldId::named("signature");
/// The word of the form for a permission that is signed on the screen.
const SIGNED: &str = "signed";

/// Every way to give a permission with its word in the form: a record can be agreed to in all but the last.
pub(super) fn ways() -> impl Iterator<Item = (&'static str, GivenHow)> {
    GIVEN.into_iter().chain([(SIGNED, GivenHow::Signed)])
}

/// What is typed about a permission.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    pub(super) party: RwSignal<String>,
    pub(super) agency: RwSignal<String>,
    pub(super) content: RwSignal<String>,
    pub(super) purpose: RwSignal<String>,
    pub(super) how: RwSignal<String>,
    pub(super) understood: RwSignal<String>,
    pub(super) own: RwSignal<bool>,
    pub(super) until: DateParts,
    /// What was drawn, where they sign on the screen.
    pub(super) drawn: RwSignal<Strokes>,
    /// Their name, where they type it instead.
    pub(super) name: RwSignal<String>,
}

impl Typed {
    /// Empty boxes.
    pub(super) fn empty() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            party: text(),
            agency: text(),
            content: text(),
            purpose: text(),
            how: text(),
            understood: text(),
            own: RwSignal::new(false),
            until: DateParts::empty(),
            drawn: RwSignal::new(Strokes::default()),
            name: text(),
        }
    }

    /// Whether they sign on the screen.
    pub(super) fn is_signed(self) -> bool {
        self.how.with(|how| how == SIGNED)
    }

    /// What they sign: just what is typed, as a promise that they can hold the service to.
    pub(super) fn words(self, service: &str) -> String {
        let sentence = |text: &str| match text.ends_with(['.', '!', '?']) {
            true => text.to_owned(),
            false => format!("{text}."),
        };
        let [agency, content, purpose] =
            [self.agency, self.content, self.purpose].map(|field| field.with(|text| text.trim().to_owned()));
        let mut words = vec![format!(
            "I agree that {service} may tell {agency} this: {}",
            sentence(&content)
        )];
        if !purpose.is_empty() {
            words.push(format!("It is for this: {}", sentence(&purpose)));
        }
        words.push(match day::read(self.until) {
            Ok(Some(until)) => format!("It holds until {}.", until.long()),
            _ => "It holds until I take it back.".to_owned(),
        });
        words.push("I can take it back at any time.".to_owned());
        words.join(" ")
    }

    /// Every box with a name of its own, for the draft.
    pub(super) fn boxes(self) -> Boxes {
        let named = [
            ("party", self.party),
            ("agency", self.agency),
            ("content", self.content),
            ("purpose", self.purpose),
            ("how", self.how),
            ("understood", self.understood),
        ];
        let mut texts: Vec<_> = named.into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
        texts.extend(date_boxes("until", self.until));
        Boxes::new(texts, Vec::new(), Vec::new()).and_tick("own", self.own)
    }

    /// The permission as typed, or every problem in the order of the page.
    pub(super) fn gather(self, profile: &Profile, service: &str) -> Result<Consent, Vec<Problem>> {
        let mut found = Vec::new();
        let party = self.party.with_untracked(|party| party.parse().ok());
        if party.is_none() {
            found.push(Problem::new(PARTY, "Select who gave the permission"));
        }
        let (agency, content) = (trimmed(self.agency), trimmed(self.content));
        if agency.is_empty() {
            found.push(Problem::new(AGENCY, "Enter which agency you may talk to"));
        }
        if content.is_empty() {
            found.push(Problem::new(CONTENT, "Enter what exactly you may tell them"));
        }
        let how = self
            .how
            .with_untracked(|how| ways().find(|(word, _)| word == how).map(|(_, how)| how));
        if how.is_none() {
            found.push(Problem::new(HOW, "Select how they gave it"));
        }
        let understood = trimmed(self.understood);
        if understood.is_empty() && profile.rule(Topic::ConsentUnderstood).strength >= Strength::Reason {
            found.push(Problem::new(UNDERSTOOD, "Enter how you know that they understood it"));
        }
        let until = day::read(self.until)
            .map_err(|words| found.push(Problem::new(UNTIL, words)))
            .ok()
            .flatten();
        let signed = (how == Some(GivenHow::Signed)).then(|| Signature {
            words: untrack(|| self.words(service)),
            drawn: self.drawn.get_untracked(),
            typed: trimmed(self.name),
        });
        if signed.as_ref().is_some_and(|signed| !signed.is_signed()) {
            found.push(Problem::new(SIGN, "Let them sign, or type their name"));
        }
        let (true, Some(party), Some(how)) = (found.is_empty(), party, how) else {
            return Err(found);
        };
        let (purpose, own_request) = (trimmed(self.purpose), self.own.get_untracked());
        Ok(Consent {
            party,
            agency,
            content,
            purpose,
            how,
            understood,
            own_request,
            until,
            signed,
        })
    }
}

/// The field where a fault can be mended, and its words.
pub(super) fn problem(error: &StoryError) -> (FieldId, String) {
    let field = match error {
        StoryError::UnderstandingMissing => UNDERSTOOD,
        StoryError::OwnRequestNeeded => OWN,
        StoryError::Case(_)
        | StoryError::NotNamed
        | StoryError::Missing { .. }
        | StoryError::OneOptionOnly
        | StoryError::NotExplained
        | StoryError::ServiceUser
        | StoryError::AlreadyWithdrawn
        | StoryError::AlreadyDone
        | StoryError::Save(_) => AGENCY,
    };
    (field, story_error(error))
}
