//! The person's own decision, in their words; risks that were explained stand apart (LEI-24).

use evenhand_domain::case::options::Decision;
use evenhand_domain::ids::{EventId, PartyId};
use evenhand_engine::policy::profile::{Profile, Strength, Topic};
use leptos::prelude::*;

use crate::components::{
    Actions, Announcer, Button, ButtonLook, Choice, FieldId, Form, Problem, Problems, Radios, SaveState, TextArea,
    focus_soon,
};
use crate::view;
use crate::workspace::case::near::{one_problem, say_saved, trimmed};
use crate::workspace::case::this::{ThisCase, name_in};
use crate::workspace::case::words::story_error;
use crate::workspace::command::Command;
use crate::workspace::draft::use_draft;
use crate::workspace::prompts::Prompts;
use crate::workspace::wording::WordingHelp;

const PARTY: FieldId = FieldId::named("decided-by");
const WORDS: FieldId = FieldId::named("decision");
const RISKS: FieldId = FieldId::named("risks");

/// The form for one decision.
#[component]
pub(super) fn DecisionForm(
    /// The options it was made among.
    of: EventId,
    /// The problems of the page.
    problems: Problems,
    /// Called when it was saved or is not wanted.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let text = || RwSignal::new(String::new());
    let (party, words, risks) = (text(), text(), text());
    let kept = use_draft(
        &format!("decision/{of}"),
        vec![("party", party), ("words", words), ("risks", risks)],
    );
    let must = |profile: &Profile| profile.rule(Topic::RisksApart).strength >= Strength::Reason;
    let must_note_risks = untrack(|| this.profile().is_some_and(must));
    let risks_label = if must_note_risks {
        "Which risks did you explain?"
    } else {
        "Which risks did you explain? (optional)"
    };
    let save = move || {
        let who: Option<PartyId> = party.with_untracked(|party| party.parse().ok());
        let mut found = Vec::new();
        if who.is_none() {
            found.push(Problem::new(PARTY, "Select who decided"));
        }
        if trimmed(words).is_empty() {
            found.push(Problem::new(WORDS, "Enter the decision in their words"));
        }
        if must_note_risks && trimmed(risks).is_empty() {
            found.push(Problem::new(
                RISKS,
                "Enter which risks you explained, or that there were none",
            ));
        }
        let (true, Some(who)) = (problems.set(found), who) else {
            return;
        };
        let decision = Decision {
            options: of,
            party: who,
            words: words.get_untracked(),
            risks_explained: trimmed(risks),
        };
        let id = this.id();
        command.of(kept).run(
            move |desk, now| async move { desk.note_decision(now, id, decision).await },
            move |done| match done {
                Ok(_) => {
                    kept.drop();
                    say_saved(this.session(), announcer);
                    on_done.run(());
                }
                Err(error) => one_problem(problems, WORDS, story_error(&error)),
            },
        );
    };
    let escape = move || {
        problems.clear();
        on_done.run(());
    };
    let leave = move || {
        kept.drop();
        escape();
    };
    let people = untrack(|| {
        this.read(|_, story, _| {
            let kept = story.options.iter().find(|kept| kept.id == of)?;
            let choice = |party: &PartyId| Choice::new(party.to_string(), name_in(story, *party));
            Some(kept.now.to.iter().map(choice).collect::<Vec<_>>())
        })
        .flatten()
    });
    focus_soon(PARTY.control());
    view! {
        <h3>"What they decided"</h3>
        <Prompts of="aim" />
        <Form on_submit=save on_escape=escape>
            <Radios legend="Who decided?" choices=people.unwrap_or_default() value=party id=PARTY error=problems.of(PARTY) />
            <TextArea label="What did they decide?" hint="In their words, as they said it. The decision is theirs." value=words id=WORDS error=problems.of(WORDS) rows=3 />
            <TextArea label=risks_label hint="Kept apart from the decision" value=risks id=RISKS error=problems.of(RISKS) rows=2 />
            <WordingHelp text=risks field=RISKS name="The risks" />
            <Actions>
                <Button label="Save this decision" pending=command.pending() pending_label="Saving…" />
                <Button label="Cancel" look=ButtonLook::Quiet on_press=leave />
            </Actions>
            <SaveState draft=kept.state() />
        </Form>
    }
}
