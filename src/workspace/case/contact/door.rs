//! Shared without permission: safeguarding or legal duty. A door of its own, the manager's alone, outside the policy's consent (LEI-26).

use evenhand_domain::case::contact::{Ground, WithoutPermission};
use evenhand_domain::worker::Role;
use evenhand_engine::policy::recording::Label;
use leptos::prelude::*;

use super::agency_answers::{AgencyAnswers, NOTHING_SAID};
use super::answers::empty;
use super::{agency, words};
use crate::components::{Choice, Disclosure, FieldId, Problem, Problems, Radios, TextArea, TextLine};
use crate::view;
use crate::workspace::case::near::trimmed;
use crate::workspace::case::this::ThisCase;
use crate::workspace::wording::WordingHelp;

pub(super) const GROUND: FieldId = FieldId::named("door-ground");
const SHARED: FieldId = FieldId::named("door-shared");
const WHY: FieldId = FieldId::named("door-why");
const TOLD: FieldId = FieldId::named("door-told");
const WHY_NOT: FieldId = FieldId::named("door-why-not");

/// Every ground with its word in the form.
const GROUNDS: [(&str, Ground); 2] = [("unsafe", Ground::Safeguarding), ("law", Ground::LegalDuty)];

/// What a ground is called.
pub(in crate::workspace::case) const fn ground_words(ground: Ground) -> &'static str {
    match ground {
        Ground::Safeguarding => "Safeguarding: somebody is not safe",
        Ground::LegalDuty => "Legal duty: the law asks for it",
    }
}

/// The answers about what was shared without permission.
#[derive(Clone, Copy)]
pub(super) struct DoorAnswers {
    pub(super) ground: RwSignal<String>,
    pub(super) shared: RwSignal<String>,
    pub(super) why: RwSignal<String>,
    pub(super) told: RwSignal<String>,
    pub(super) why_not: RwSignal<String>,
}

impl DoorAnswers {
    /// Empty boxes.
    pub(super) fn empty() -> Self {
        Self {
            ground: empty(),
            shared: empty(),
            why: empty(),
            told: empty(),
            why_not: empty(),
        }
    }

    /// Fills them with what stands there.
    pub(super) fn fill(self, door: &WithoutPermission, said: &str) {
        let word = GROUNDS.iter().find(|(_, ground)| *ground == door.ground);
        self.ground.set(word.map_or("", |(word, _)| word).to_owned());
        self.shared.set(said.to_owned());
        self.why.set(door.why.clone());
        self.told.set(if door.family_told { "yes" } else { "no" }.to_owned());
        self.why_not.set(door.why_family_not_told.clone());
    }

    /// What was shared, and under which answers; none where nothing was.
    pub(super) fn gather(self, consent: &str, found: &mut Vec<Problem>) -> Option<(String, WithoutPermission)> {
        let chosen = trimmed(self.ground);
        let (_, ground) = GROUNDS.iter().find(|(word, _)| *word == chosen)?;
        let door = WithoutPermission {
            ground: *ground,
            why: trimmed(self.why),
            family_told: trimmed(self.told) == "yes",
            why_family_not_told: trimmed(self.why_not),
        };
        let shared = trimmed(self.shared);
        let is_unanswered = trimmed(self.told).is_empty();
        let missing = [
            (shared.is_empty(), SHARED, "Enter what you shared"),
            (door.why.is_empty(), WHY, "Enter why you shared it"),
            (
                is_unanswered,
                TOLD,
                "Select whether you told the family that you shared it",
            ),
            (
                !is_unanswered && !door.family_told && door.why_family_not_told.is_empty(),
                WHY_NOT,
                "Enter why you did not tell the family",
            ),
            (
                !consent.is_empty() && consent != NOTHING_SAID,
                agency::CONSENT,
                words::TWO_WAYS,
            ),
        ];
        let missing = missing.into_iter().filter(|(is_missing, ..)| *is_missing);
        found.extend(missing.map(|(_, field, words)| Problem::new(field, words)));
        Some((shared, door))
    }
}

/// The manager notes what was shared; everybody else is told to go to the manager.
#[component]
pub(super) fn WithoutPermissionDoor(agency: AgencyAnswers, problems: Problems) -> impl IntoView {
    let this = ThisCase::here();
    let is_manager = untrack(|| {
        let role = this.session().read(|desk| desk.me().map(|me| me.role));
        role.is_some_and(|role| role.is_ok_and(|role| role == Role::Manager))
    });
    if !is_manager {
        return view! {
            <Disclosure label="Is somebody not safe, or does the law ask you to share?">
                <p>"Go to your manager now. Share nothing yourself: only the manager can share without the family’s permission, and notes it here. If somebody is in danger at this moment, call 999 first."</p>
            </Disclosure>
        };
    }
    let door = agency.door;
    let open = RwSignal::new(false);
    // A draft or a correction opens what it fills, and so does a problem in it.
    Effect::new(move || {
        if door.ground.with(|ground| !ground.is_empty()) {
            open.set(true);
        }
    });
    let choice = move |(word, ground): (&'static str, Ground)| {
        Choice::new(word, ground_words(ground)).reveal(move || view! { <Answers door problems /> })
    };
    let mut choices = vec![Choice::new("no", "No, nothing was shared without permission")];
    choices.extend(GROUNDS.map(choice));
    view! {
        <Disclosure label="Shared without permission: safeguarding or legal duty" open>
            <p>"You decide this as the manager. It stands outside our policy’s rule on permission, is marked so on the timeline, and is counted."</p>
            <Radios legend="Was something shared without permission?" choices value=door.ground id=GROUND error=problems.of(GROUND) />
        </Disclosure>
    }
}

#[component]
fn Answers(door: DoorAnswers, problems: Problems) -> impl IntoView {
    let no = Choice::new("no", "No").reveal(move || {
        view! {
            <TextLine label="Why did you not tell the family?" value=door.why_not id=WHY_NOT error=problems.of(WHY_NOT) />
            <WordingHelp text=door.why_not field=WHY_NOT name="Why you did not tell the family" />
        }
    });
    view! {
        <TextArea label="What did you share?" value=door.shared id=SHARED error=problems.of(SHARED) rows=3 />
        <WordingHelp text=door.shared field=SHARED name="What you shared" spared=Signal::stored(Some(Label::Disclosure)) />
        <TextArea label="Why did you share it?" value=door.why id=WHY error=problems.of(WHY) rows=2 />
        <WordingHelp text=door.why field=WHY name="Why you shared it" spared=Signal::stored(Some(Label::Disclosure)) />
        <Radios legend="Did you tell the family that you shared it?" choices=vec![Choice::new("yes", "Yes"), no] value=door.told id=TOLD error=problems.of(TOLD) />
    }
}
