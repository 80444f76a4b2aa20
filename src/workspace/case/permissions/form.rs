//! Notes a permission: who gave it, for which agency, and what exactly may be said.

use evenhand_domain::case::consent::Consent;
use evenhand_domain::case::party::Party;
use evenhand_domain::family::Standing;
use evenhand_engine::case::story::StoryError;
use evenhand_engine::policy::profile::{Profile, Strength, Topic};
use leptos::prelude::*;

use crate::components::{
    Actions, Announcer, Button, ButtonLook, Choice, DateInput, DateParts, FieldId, Form, Problem, Problems, Radios,
    SaveState, TextArea, TextInput, Tick, Width, focus_soon,
};
use crate::workspace::case::form_draft::{Boxes, date_boxes};
use crate::workspace::case::near::{one_problem, say_saved, trimmed};
use crate::workspace::case::this::ThisCase;
use crate::workspace::case::words::{GIVEN, given_words, standing_words, story_error};
use crate::workspace::command::Command;
use crate::workspace::day;

const PARTY: FieldId = FieldId::named("party");
const AGENCY: FieldId = FieldId::named("agency");
const CONTENT: FieldId = FieldId::named("content");
const HOW: FieldId = FieldId::named("how");
const UNDERSTOOD: FieldId = FieldId::named("understood");
const OWN: FieldId = FieldId::named("own-request");
const UNTIL: FieldId = FieldId::named("until");

/// What is typed about a permission.
#[derive(Clone, Copy)]
struct Typed {
    party: RwSignal<String>,
    agency: RwSignal<String>,
    content: RwSignal<String>,
    purpose: RwSignal<String>,
    how: RwSignal<String>,
    understood: RwSignal<String>,
    own: RwSignal<bool>,
    until: DateParts,
}

impl Typed {
    fn empty() -> Self {
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
        }
    }

    fn boxes(self) -> Boxes {
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
        Boxes::new(texts, Vec::new(), Vec::new())
    }

    fn gather(self, profile: &Profile) -> Result<Consent, Vec<Problem>> {
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
        let how = self.how.with_untracked(|how| GIVEN.iter().find(|(word, _)| word == how).map(|(_, how)| *how));
        if how.is_none() {
            found.push(Problem::new(HOW, "Select how they gave it"));
        }
        let understood = trimmed(self.understood);
        if understood.is_empty() && profile.rule(Topic::ConsentUnderstood).strength >= Strength::Reason {
            found.push(Problem::new(UNDERSTOOD, "Enter how you know that they understood it"));
        }
        let until = day::read(self.until).map_err(|words| found.push(Problem::new(UNTIL, words))).ok().flatten();
        let (true, Some(party), Some(how)) = (found.is_empty(), party, how) else { return Err(found) };
        let (purpose, own_request) = (trimmed(self.purpose), self.own.get_untracked());
        Ok(Consent { party, agency, content, purpose, how, understood, own_request, until })
    }
}

fn problem(error: &StoryError) -> (FieldId, String) {
    let field = match error {
        StoryError::UnderstandingMissing => UNDERSTOOD,
        StoryError::OwnRequestNeeded => OWN,
        StoryError::Case(_)
        | StoryError::NotNamed
        | StoryError::Missing { .. }
        | StoryError::OneOptionOnly
        | StoryError::AlreadyWithdrawn
        | StoryError::AlreadyDone
        | StoryError::Save(_) => AGENCY,
    };
    (field, story_error(error))
}

/// The form for one permission.
#[component]
pub(super) fn PermissionForm(
    /// The problems of the page.
    problems: Problems,
    /// Called when it was saved or is not wanted.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let typed = Typed::empty();
    let kept = typed.boxes().keep(&format!("permission/{}", this.id()));
    let save = move || {
        let Some(profile) = untrack(|| this.profile()) else { return };
        let consent = match untrack(|| typed.gather(profile)) {
            Ok(consent) => consent,
            Err(found) => {
                problems.set(found);
                return;
            }
        };
        problems.clear();
        let id = this.id();
        command.run(
            move |desk, now| async move { desk.give_consent(now, id, consent).await },
            move |done| match done {
                Ok(_) => {
                    kept.drop();
                    say_saved(this.session(), announcer);
                    on_done.run(());
                }
                Err(error) => {
                    let (field, words) = problem(&error);
                    one_problem(problems, field, words);
                }
            },
        );
    };
    let leave = move || {
        kept.drop();
        problems.clear();
        on_done.run(());
    };
    let people = untrack(|| {
        this.read(|_, story, _| {
            let family = story.parties.values().filter(|party| party.is != Standing::Practitioner || party.service_user);
            let choice = |party: &Party| Choice::new(party.id.to_string(), party.name.clone()).hint(standing_words(party.is));
            family.map(choice).collect::<Vec<_>>()
        })
    });
    let ways = GIVEN.iter().map(|(word, how)| Choice::new(*word, given_words(*how))).collect::<Vec<_>>();
    focus_soon(PARTY.control());
    view! {
        <section class="stack">
            <h2>"Note a permission"</h2>
            <Form on_submit=save>
                <Radios legend="Who gave it?" hint="A young person gives their own" choices=people.unwrap_or_default() value=typed.party id=PARTY error=problems.of(PARTY) />
                <TextInput label="Which agency may you talk to?" hint="One at a time: the school, the council, a health service" value=typed.agency id=AGENCY error=problems.of(AGENCY) width=Width::Long spellcheck=false />
                <TextArea label="What exactly may you tell them?" hint="As agreed with them, so that it can be held against what you say" value=typed.content id=CONTENT error=problems.of(CONTENT) rows=3 />
                <TextInput label="What for? (optional)" value=typed.purpose />
                <Radios legend="How did they give it?" choices=ways value=typed.how id=HOW error=problems.of(HOW) />
                <TextArea label="How do you know that they understood it?" hint="For example: said back in their own words what you may say" value=typed.understood id=UNDERSTOOD error=problems.of(UNDERSTOOD) rows=2 />
                <Tick label="They asked for this themselves, before I suggested it" value=typed.own id=OWN error=problems.of(OWN) />
                <DateInput legend="Until when? (optional)" hint="Leave it empty if it holds until they take it back" value=typed.until id=UNTIL error=problems.of(UNTIL) />
                <Actions>
                    <Button label="Save this permission" pending=command.pending() pending_label="Saving…" />
                    <Button label="Cancel" look=ButtonLook::Quiet on_press=leave />
                </Actions>
                <SaveState draft=kept.state() />
            </Form>
        </section>
    }
}
