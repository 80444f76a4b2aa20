//! Whether a record may be kept, and how they can see it: asked before anything else is written (LEI-29, LEI-30).

use evenhand_domain::case::consent::StorageAnswer;
use evenhand_domain::case::party::{AccessTold, Party};
use evenhand_domain::case::state::Case;
use evenhand_engine::case::CaseError;
use leptos::prelude::*;

use super::erase::EraseIdentity;
use crate::components::{
    Announcer, Button, ButtonLook, Choice, FieldId, Form, Notice, Problem, Problems, Radios, SaveState, TextLine, Tone,
};
use crate::view;
use crate::workspace::case::near::{one_problem, say_saved, trimmed};
use crate::workspace::case::this::ThisCase;
use crate::workspace::case::words::{GIVEN, given_words, story_error};
use crate::workspace::command::Command;
use crate::workspace::draft::use_draft;

const AGREED: FieldId = FieldId::named("record-agreed");
const HOW: FieldId = FieldId::named("record-how");
const TOLD: FieldId = FieldId::named("record-told");

/// What is to be settled about keeping the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Keep {
    #[default]
    Settled,
    AskWhether,
    SaidNo,
    TellHow,
}

fn keep(is_enquiry: bool, story: &Case) -> Keep {
    let Some(user) = story.service_user().filter(|_| !is_enquiry && !story.is_anonymous) else {
        return Keep::Settled;
    };
    match story.storage_agreed() {
        None => Keep::AskWhether,
        Some(false) => Keep::SaidNo,
        Some(true) if !story.told.contains_key(&user.id) => Keep::TellHow,
        Some(true) => Keep::Settled,
    }
}

/// Asks what is not settled yet where the page could keep nothing without it; nothing otherwise.
#[component]
pub(crate) fn KeepFirst(
    /// The problems of the page.
    problems: Problems,
) -> impl IntoView {
    let this = ThisCase::here();
    let waits = Memo::new(move |_| {
        this.read(|_, story, desk| story.closing().is_none() && desk.may_keep(this.session().now(), this.id()).is_err())
            .unwrap_or_default()
    });
    move || waits.get().then(|| view! { <Keeping problems /> })
}

/// Asks what is not settled yet; nothing once it is.
#[component]
pub(crate) fn Keeping(
    /// The problems of the page.
    problems: Problems,
) -> impl IntoView {
    let this = ThisCase::here();
    let state = Memo::new(move |_| {
        this.read(|file, story, _| keep(file.front.is_enquiry, story))
            .unwrap_or_default()
    });
    move || {
        let user = this.session().desk().and_then(|desk| {
            desk.case(this.id())
                .ok()
                .and_then(|file| file.story.as_deref().and_then(Case::service_user).cloned())
        });
        match (state.get(), user) {
            (Keep::AskWhether, Some(user)) => view! { <AskWhether user problems /> },
            (Keep::TellHow, Some(user)) => view! { <TellHow user problems /> },
            (Keep::SaidNo, Some(user)) => view! { <EraseIdentity name=user.name problems /> },
            (Keep::Settled, _) | (_, None) => view! {},
        }
    }
}

#[component]
fn AskWhether(user: Party, problems: Problems) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let (agreed, how) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let party = user.id;
    let kept = use_draft(&format!("record/{}", this.id()), vec![("agreed", agreed), ("how", how)]);
    let save = move || {
        let chosen = how.with_untracked(|how| GIVEN.iter().find(|(word, _)| word == how).map(|(_, how)| *how));
        let mut found = Vec::new();
        if agreed.with_untracked(String::is_empty) {
            found.push(Problem::new(
                AGREED,
                "Select yes if they agree to our keeping this record",
            ));
        }
        if chosen.is_none() {
            found.push(Problem::new(HOW, "Select how they answered"));
        }
        let (true, Some(how)) = (problems.set(found), chosen) else {
            return;
        };
        let answer = StorageAnswer {
            party,
            agreed: agreed.with_untracked(|word| word == "yes"),
            how,
        };
        let id = this.id();
        command.of(kept).run(
            move |desk, now| async move { desk.answer_storage(now, id, answer).await },
            move |done| match done {
                Ok(()) => say_saved(this.session(), announcer),
                Err(error) => one_problem(problems, AGREED, story_error(&error)),
            },
        );
    };
    let ways = GIVEN
        .iter()
        .map(|(word, how)| Choice::new(*word, given_words(*how)))
        .collect::<Vec<_>>();
    // The words are true under each policy: where it is silent, nothing waits for the answer.
    let waits = untrack(|| this.may_keep()) == Some(Err(CaseError::StorageNotAnswered));
    let title = if waits { "Ask this first" } else { "Ask this soon" };
    let words = if waits {
        "Under our policy nothing more that says who they are is kept until they answer."
    } else {
        "Our policy lets you work on meanwhile. It is good practice to ask before more is written down."
    };
    view! {
        <Notice tone=Tone::Warning title>
            <p>{words}</p>
            <Form on_submit=save>
                <Radios
                    legend=format!("Does {} agree to our keeping this record?", user.name)
                    choices=vec![Choice::new("yes", "Yes"), Choice::new("no", "No").hint("Then you can help without a name, and who they are is erased")]
                    value=agreed
                    id=AGREED
                    error=problems.of(AGREED)
                />
                <Radios legend="How did they answer?" choices=ways value=how id=HOW error=problems.of(HOW) inline=true />
                <div class="cluster">
                    <Button label="Save their answer" look=ButtonLook::Secondary pending=command.pending() pending_label="Saving…" />
                    <SaveState draft=kept.state() />
                </div>
            </Form>
        </Notice>
    }
}

#[component]
fn TellHow(user: Party, problems: Problems) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let how = RwSignal::new(String::new());
    let party = user.id;
    let kept = use_draft(&format!("told/{}", this.id()), vec![("how", how)]);
    let save = move || {
        problems.clear();
        let told = AccessTold {
            party,
            how: trimmed(how),
        };
        if told.how.is_empty() {
            return one_problem(problems, TOLD, "Enter how you told them, for example “by telephone”");
        }
        let id = this.id();
        command.of(kept).run(
            move |desk, now| async move { desk.tell_access(now, id, told).await },
            move |done| match done {
                Ok(()) => say_saved(this.session(), announcer),
                Err(error) => one_problem(problems, TOLD, story_error(&error)),
            },
        );
    };
    view! {
        <Notice tone=Tone::Warning title="Tell them how to see their record">
            <p>"They can ask to see it at any time, it costs nothing, and they give no reason. The service answers within a month."</p>
            <Form on_submit=save>
                <TextLine
                    label=format!("How did you tell {}?", user.name)
                    hint="For example: by telephone, in a letter"
                    value=how
                    id=TOLD
                    error=problems.of(TOLD)
                />
                <div class="cluster">
                    <Button label="Save that they were told" look=ButtonLook::Secondary pending=command.pending() pending_label="Saving…" />
                    <SaveState draft=kept.state() />
                </div>
            </Form>
        </Notice>
    }
}
