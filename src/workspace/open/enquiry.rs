//! An enquiry that names nobody (CAM-1, CAM-4): logged in under half a minute.

use evenhand_domain::case::contact::{Channel, Enquiry, Stated, Wording};
use evenhand_domain::ids::CaseId;
use evenhand_domain::referral::Topic;
use leptos::prelude::*;

use super::faults::open_error;
use super::script::Script;
use crate::components::{
    Button, Choice, FieldId, Form, Problem, Problems, Radios, SaveState, Select, TextArea, TextInput, TextKind,
    TextLine, Width,
};
use crate::view;
use crate::workspace::command::Command;
use crate::workspace::draft::use_draft;
use crate::workspace::wording::WordingHelp;

const TOPIC: FieldId = FieldId::named("topic");
const MINUTES: FieldId = FieldId::named("minutes");
const STATED: FieldId = FieldId::named("stated");
const WHY: FieldId = FieldId::named("stated-why");
const NOTE: FieldId = FieldId::named("note");

/// The answers of an enquiry.
#[derive(Clone, Copy)]
struct Answers {
    topic: RwSignal<String>,
    minutes: RwSignal<String>,
    stated: RwSignal<String>,
    wording: RwSignal<String>,
    why: RwSignal<String>,
    note: RwSignal<String>,
}

impl Answers {
    /// The fields for a draft, each with its name.
    fn fields(self) -> Vec<(&'static str, RwSignal<String>)> {
        vec![
            ("topic", self.topic),
            ("minutes", self.minutes),
            ("stated", self.stated),
            ("wording", self.wording),
            ("why", self.why),
            ("note", self.note),
        ]
    }

    fn read(self) -> Result<Enquiry, Vec<Problem>> {
        let mut problems = Vec::new();
        let text = |field: RwSignal<String>| field.with_untracked(|text| text.trim().to_owned());
        let stated = match self.stated.get_untracked().as_str() {
            "yes" => Some(Stated::Yes {
                wording: wording(&self.wording.get_untracked()),
                understood: String::new(),
            }),
            "no" => Some(Stated::No { why: text(self.why) }),
            _ => None,
        };
        match &stated {
            None => problems.push(Problem::new(
                STATED,
                "Select yes if you said at the start that the service is impartial",
            )),
            Some(Stated::No { why }) if why.is_empty() => {
                problems.push(Problem::new(WHY, "Enter why you did not say it"));
            }
            Some(_) => {}
        }
        let chosen = self.topic.get_untracked();
        let topic = Topic::LISTED
            .iter()
            .find(|(word, _)| *word == chosen)
            .map(|(_, label)| (*label).to_owned());
        if topic.is_none() {
            problems.push(Problem::new(TOPIC, "Select what they asked about"));
        }
        let minutes = text(self.minutes);
        let read = minutes.parse::<u32>().ok().filter(|minutes| *minutes <= 24 * 60);
        if !minutes.is_empty() && read.is_none() {
            problems.push(Problem::new(MINUTES, "Enter the minutes as a whole number, like 15"));
        }
        match (topic, stated) {
            (Some(topic), Some(stated)) if problems.is_empty() => Ok(Enquiry {
                topic,
                minutes: read,
                stated,
                note: text(self.note),
            }),
            _ => Err(problems),
        }
    }
}

fn wording(word: &str) -> Wording {
    match word {
        "young" => Wording::YoungPerson,
        "easy" => Wording::EasyRead,
        _ => Wording::Plain,
    }
}

/// The form for an enquiry that names nobody.
#[component]
pub(super) fn EnquiryForm(
    /// How it came.
    channel: Signal<Option<Channel>>,
    /// The problems of the page.
    problems: Problems,
    /// What to say where how it came is not answered.
    channel_problem: Problem,
    /// Called once it is saved.
    #[prop(into)]
    on_logged: Callback<(CaseId,)>,
) -> impl IntoView {
    let command = Command::new();
    let text = || RwSignal::new(String::new());
    let wording = RwSignal::new("plain".to_owned());
    let answers = Answers {
        topic: text(),
        minutes: text(),
        stated: text(),
        wording,
        why: text(),
        note: text(),
    };
    let kept = use_draft("enquiry", answers.fields());
    let send = move || {
        let read = answers.read();
        let missing = channel.get_untracked().is_none().then(|| channel_problem.clone());
        let (Some(channel), Ok(enquiry)) = (channel.get_untracked(), &read) else {
            problems.set(missing.into_iter().chain(read.err().into_iter().flatten()).collect());
            return;
        };
        problems.clear();
        let enquiry = enquiry.clone();
        command.of(kept).run(
            move |desk, now| async move { desk.log_enquiry(now, channel, enquiry).await },
            move |done| match done {
                Ok(id) => on_logged.run((id,)),
                Err(error) => {
                    problems.set(vec![Problem::new(NOTE, open_error(&error))]);
                }
            },
        );
    };
    let topics = Topic::LISTED
        .iter()
        .map(|(word, label)| Choice::new(*word, *label))
        .collect::<Vec<_>>();
    let stated = vec![
        Choice::new("yes", "Yes").reveal(move || view! {
            <Select
                label="In which words?"
                choices=vec![Choice::new("plain", "Plain words"), Choice::new("young", "Words for a young person"), Choice::new("easy", "Easy Read")]
                value=answers.wording
                width=Width::Long
            />
        }),
        Choice::new("no", "No").reveal(move || view! {
            <TextLine label="Why not?" value=answers.why id=WHY error=problems.of(WHY) />
        }),
    ];
    view! {
        <Form on_submit=send>
            <Script channel />
            <Radios
                legend="Did you say at the start that we are impartial?"
                choices=stated value=answers.stated id=STATED error=problems.of(STATED)
            />
            <Select
                label="What did they ask about?" placeholder="Choose a topic"
                choices=topics value=answers.topic id=TOPIC error=problems.of(TOPIC) width=Width::Long
            />
            <TextInput
                label="Minutes (optional)" value=answers.minutes id=MINUTES error=problems.of(MINUTES)
                kind=TextKind::Number width=Width::Tiny
            />
            <TextArea
                label="What was asked and answered (optional)" hint="Name nobody, and no school"
                value=answers.note id=NOTE error=problems.of(NOTE) rows=4
            />
            <WordingHelp text=answers.note field=NOTE name="What was asked and answered" />
            <div class="cluster">
                <Button label="Log the enquiry" pending=command.pending() pending_label="Saving…" />
                <SaveState draft=kept.state() />
            </div>
        </Form>
    }
}
