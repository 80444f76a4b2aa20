//! Correct a contact: the new text stands in its place and the earlier one still shows (SPS-13).

use evenhand_domain::ids::EventId;
use leptos::prelude::*;

use super::answers::Answers;
use super::form::ContactForm;
use super::gather::gather;
use super::words::problem;
use crate::components::{
    Announcer, Button, ButtonLook, FieldId, Form, Notice, Problem, Problems, SaveState, TextArea, TextLine, Tone,
};
use crate::view;
use crate::workspace::case::frame::CaseFrame;
use crate::workspace::case::near::{one_problem, say_saved, trimmed};
use crate::workspace::case::this::ThisCase;
use crate::workspace::case::words::story_error;
use crate::workspace::command::Command;
use crate::workspace::draft::use_draft;
use crate::workspace::route::CasePart;
use crate::workspace::undo::Act;
use crate::workspace::wording::WordingHelp;

pub(super) const WHY: FieldId = FieldId::named("why");
const ERROR_WHY: FieldId = FieldId::named("error-why");

/// The page that corrects one contact.
#[component]
pub(in crate::workspace::case) fn CorrectContact(
    /// The contact.
    of: EventId,
) -> impl IntoView {
    let this = ThisCase::here();
    let problems = Problems::new();
    let answers = untrack(|| {
        this.read(|_, story, _| {
            let kept = story
                .contacts
                .iter()
                .find(|kept| kept.id == of && kept.in_error.is_none())?;
            let answers = Answers::new(story, this.today());
            answers.fill(&kept.now);
            Some(answers)
        })
        .flatten()
    });
    view! {
        <CaseFrame part=CasePart::Correct(of) title="Correct a contact" problems>
            {match answers {
                Some(answers) => view! {
                    <div class="stack"><Correction of answers problems /><InError of problems /></div>
                },
                None => view! {
                    <Notice tone=Tone::Info title="There is no such contact to correct">
                        <p>"Go back to the timeline and choose it there."</p>
                    </Notice>
                },
            }}
        </CaseFrame>
    }
}

#[component]
fn Correction(of: EventId, answers: Answers, problems: Problems) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let why = RwSignal::new(String::new());
    let kept = answers
        .boxes()
        .and("what-was-wrong", why)
        .keep(&format!("correct/{}/{of}", this.id()));
    let save = move || {
        let Some(policy) = untrack(|| this.policy()) else {
            return;
        };
        let reason = trimmed(why);
        let mut found = Vec::new();
        if reason.is_empty() {
            found.push(Problem::new(WHY, "Enter what was wrong before"));
        }
        let contact = untrack(|| gather(answers, policy, this.today()))
            .map_err(|more| found.extend(more))
            .ok();
        let (true, Some(contact)) = (problems.set(found), contact) else {
            return;
        };
        let id = this.id();
        command.of(kept).run(
            move |desk, now| async move { desk.correct_contact(now, id, of, &reason, contact).await },
            move |done| match done {
                Ok(()) => {
                    say_saved(this.session(), announcer);
                    this.go(CasePart::Timeline);
                }
                Err(error) => {
                    problems.set(vec![problem(answers, &error)]);
                }
            },
        );
    };
    view! {
        <p class="prose">"What you save here stands in its place. What it said before can still be read below it."</p>
        <ContactForm
            answers
            problems
            label="Save correction"
            on_save=save
            pending=command.pending()
            draft=kept.state()
            restored=kept.restored()
        >
            <TextLine label="What was wrong before?" value=why id=WHY error=problems.of(WHY) />
            <WordingHelp text=why field=WHY name="What was wrong before" />
        </ContactForm>
    }
}

/// It does not belong here at all.
#[component]
fn InError(of: EventId, problems: Problems) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let why = RwSignal::new(String::new());
    let kept = use_draft(&format!("in-error/{}/{of}", this.id()), vec![("why", why)]);
    let save = move || {
        problems.clear();
        let reason = trimmed(why);
        if reason.is_empty() {
            return one_problem(problems, ERROR_WHY, "Enter why it does not belong here");
        }
        let id = this.id();
        command.of(kept).run(
            move |desk, now| async move { desk.mark_in_error(now, id, of, &reason).await },
            move |done| match done {
                Ok(()) => {
                    let about = "A contact, on the timeline".to_owned();
                    this.session().offer_undo(announcer, Act::InError(id, of), about);
                    this.go(CasePart::Timeline);
                }
                Err(error) => one_problem(problems, ERROR_WHY, story_error(&error)),
            },
        );
    };
    view! {
        <section class="stack">
            <h2>"It does not belong here at all"</h2>
            <p>"For example, it is about another family. It still shows, struck through, with your reason."</p>
            <Form on_submit=save>
                <TextArea label="Why does it not belong here?" value=why id=ERROR_WHY error=problems.of(ERROR_WHY) rows=2 />
                <WordingHelp text=why field=ERROR_WHY name="Why it does not belong here" />
                <div class="cluster">
                    <Button label="Mark as entered in error" look=ButtonLook::Danger pending=command.pending() pending_label="Saving…" />
                    <SaveState draft=kept.state() />
                </div>
            </Form>
        </section>
    }
}
