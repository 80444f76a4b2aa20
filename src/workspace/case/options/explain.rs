//! The form that notes which options were explained.

use evenhand_domain::case::party::Party;
use evenhand_domain::family::Standing;
use evenhand_engine::policy::profile::{Profile, Strength, Topic};
use leptos::prelude::*;

use super::begin::BeginWith;
use super::typed::{MATTER, MOST, Slot, TO, Typed};
use crate::components::{
    Actions, Announcer, Button, ButtonLook, Checkboxes, Choice, Form, IconName, Problems, SaveState, TextArea,
    TextLine, focus_soon,
};
use crate::view;
use crate::workspace::case::near::{one_problem, say_saved};
use crate::workspace::case::this::ThisCase;
use crate::workspace::case::words::{standing_words, story_error};
use crate::workspace::command::Command;
use crate::workspace::wording::WordingHelp;

/// The form for one matter with its options.
#[component]
pub(super) fn ExplainForm(
    /// The problems of the page.
    problems: Problems,
    /// Called when it was saved or is not wanted.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let people: Vec<Party> = untrack(|| {
        this.read(|_, story, _| {
            let family = story
                .people()
                .into_iter()
                .filter(|party| party.is != Standing::Practitioner || party.service_user);
            family.cloned().collect()
        })
    })
    .unwrap_or_default();
    let typed = Typed::new();
    let kept = typed
        .boxes(people.iter().map(|party| party.id.to_string()).collect())
        .keep(&format!("options/{}", this.id()));
    Effect::new(move || typed.show_filled());
    let save = move || {
        let must = |profile: &Profile| profile.rule(Topic::Options).strength >= Strength::Reason;
        let must_explain = untrack(|| this.profile().is_some_and(must));
        let options = match untrack(|| typed.gather(must_explain)) {
            Ok(options) => options,
            Err(found) => {
                problems.set(found);
                return;
            }
        };
        problems.clear();
        let id = this.id();
        command.of(kept).run(
            move |desk, now| async move { desk.explain_options(now, id, options).await },
            move |done| match done {
                Ok(_) => {
                    kept.drop();
                    say_saved(this.session(), announcer);
                    on_done.run(());
                }
                Err(error) => one_problem(problems, MATTER, story_error(&error)),
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
    let choices = people
        .iter()
        .map(|party| Choice::new(party.id.to_string(), party.name.clone()).hint(standing_words(party.is)))
        .collect::<Vec<_>>();
    let add = move || {
        let at = typed.count.get_untracked();
        typed.count.set(at + 1);
        typed
            .slots
            .with_value(|slots| slots.get(at).map(|slot| focus_soon(slot.field.control())));
    };
    let slots = typed.slots.get_value();
    let rows = slots.into_iter().enumerate().map(move |(at, slot)| {
        let in_sight = Memo::new(move |_| at < typed.count.get());
        move || {
            in_sight
                .get()
                .then(move || view! { <OptionBoxes at boxes=slot problems /> })
        }
    });
    view! {
        <section class="stack">
            <h2>"Explain options"</h2>
            <Form on_submit=save on_escape=escape>
                <BeginWith typed />
                <TextLine label="What is to be decided?" hint="For example: whether to ask the council for an assessment" value=typed.matter id=MATTER error=problems.of(MATTER) />
                <Checkboxes legend="Whom did you explain it to?" choices value=typed.to id=TO error=problems.of(TO) />
                {rows.collect_view()}
                {move || (typed.count.get() < MOST).then(|| view! {
                    <Button label="Add another option" look=ButtonLook::Secondary icon=IconName::Plus on_press=add />
                })}
                <TextArea
                    label="By when does something have to be done? (optional)"
                    hint="One date on each line, theirs and the council’s. Check each against the letter: it is the letter that counts."
                    value=typed.limits
                    rows=3
                />
                <Actions>
                    <Button label="Save these options" pending=command.pending() pending_label="Saving…" />
                    <Button label="Cancel" look=ButtonLook::Quiet on_press=leave />
                </Actions>
                <SaveState draft=kept.state() />
            </Form>
        </section>
    }
}

#[component]
fn OptionBoxes(at: usize, boxes: Slot, problems: Problems) -> impl IntoView {
    let number = at + 1;
    view! {
        <h3>{format!("Option {number}")}</h3>
        <TextLine label=format!("Option {number}: what could they do?") value=boxes.what id=boxes.field error=problems.of(boxes.field) />
        <div class="columns">
            <TextArea label=format!("Option {number}: good points") value=boxes.pros id=boxes.pros_field error=problems.of(boxes.pros_field) rows=3 />
            <TextArea label=format!("Option {number}: bad points") value=boxes.cons id=boxes.cons_field error=problems.of(boxes.cons_field) rows=3 />
        </div>
        <WordingHelp text=boxes.pros field=boxes.pros_field name=format!("Option {number}, good points") />
        <WordingHelp text=boxes.cons field=boxes.cons_field name=format!("Option {number}, bad points") />
        <TextLine
            label=format!("Option {number}: where it is written (optional)")
            hint="The law, guidance or local policy behind it"
            value=boxes.basis
        />
    }
}
