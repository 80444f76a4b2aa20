//! What a professional decided, as it was explained to the family: explained, and neither defended nor attacked (CAM-25).

use evenhand_domain::case::contact::Explained;
use evenhand_engine::policy::profile::{Profile, Strength, Topic};
use leptos::prelude::*;

use super::answers::empty;
use crate::components::{Choice, FieldId, Problem, Problems, Radios, TextArea, TextLine};
use crate::view;
use crate::workspace::case::near::trimmed;
use crate::workspace::wording::WordingHelp;

pub(super) const WHOSE: FieldId = FieldId::named("explained-whose");
const DECISION: FieldId = FieldId::named("explained-decision");
const REASONS: FieldId = FieldId::named("explained-reasons");
const HOW: FieldId = FieldId::named("explained-how");
const UNCLEAR: FieldId = FieldId::named("explained-unclear");
const SIDE: FieldId = FieldId::named("explained-side");

/// The answers about a decision that was explained.
#[derive(Clone, Copy)]
pub(super) struct ExplainedAnswers {
    was: RwSignal<String>,
    whose: RwSignal<String>,
    decision: RwSignal<String>,
    reasons: RwSignal<String>,
    how: RwSignal<String>,
    unclear: RwSignal<String>,
    no_side: RwSignal<String>,
}

impl ExplainedAnswers {
    /// Empty boxes.
    pub(super) fn empty() -> Self {
        let [was, whose, decision, reasons, how, unclear, no_side] = std::array::from_fn(|_| empty());
        Self {
            was,
            whose,
            decision,
            reasons,
            how,
            unclear,
            no_side,
        }
    }

    /// Fills them with an explanation as it stands.
    pub(super) fn fill(self, told: &Explained) {
        self.was.set("yes".to_owned());
        self.whose.set(told.whose.clone());
        self.decision.set(told.decision.clone());
        self.reasons.set(told.reasons.clone());
        self.how.set(told.how.clone());
        self.unclear.set(told.unclear.clone());
        self.no_side
            .set(if told.took_no_side { "yes" } else { "no" }.to_owned());
    }

    /// Every box with a name of its own, for the draft.
    pub(super) fn boxes(self) -> [(&'static str, RwSignal<String>); 7] {
        [
            ("explained", self.was),
            ("explained.whose", self.whose),
            ("explained.decision", self.decision),
            ("explained.reasons", self.reasons),
            ("explained.how", self.how),
            ("explained.unclear", self.unclear),
            ("explained.side", self.no_side),
        ]
    }

    /// The explanation as typed; what is missing is asked for, the reasons and what stays unclear only where the policy asks.
    pub(super) fn gather(self, profile: &Profile, found: &mut Vec<Problem>) -> Option<Explained> {
        if trimmed(self.was) != "yes" {
            return None;
        }
        let must = profile.rule(Topic::DecisionExplained).strength >= Strength::Reason;
        let mut read = |text: RwSignal<String>, is_asked: bool, field: FieldId, message: &str| {
            let text = trimmed(text);
            if is_asked && text.is_empty() {
                found.push(Problem::new(field, message));
            }
            text
        };
        Some(Explained {
            whose: read(self.whose, true, WHOSE, "Enter who decided it"),
            decision: read(self.decision, true, DECISION, "Enter what was decided"),
            reasons: read(
                self.reasons,
                must,
                REASONS,
                "Enter the reasons that were given, or that none were",
            ),
            how: read(self.how, true, HOW, "Enter how you explained it"),
            unclear: read(
                self.unclear,
                must,
                UNCLEAR,
                "Enter what stays unclear to them, or that nothing does",
            ),
            took_no_side: read(
                self.no_side,
                must,
                SIDE,
                "Select yes if you spoke neither for it nor against it",
            ) == "yes",
        })
    }
}

/// Whether a decision of somebody else was explained, and how.
#[component]
pub(super) fn DecisionsOfOthers(explained: ExplainedAnswers, problems: Problems) -> impl IntoView {
    let yes = Choice::new("yes", "Yes").reveal(move || view! { <Explanation explained problems /> });
    view! {
        <h2>"What others decided"</h2>
        <Radios
            legend="Did you explain what a professional decided? (optional)"
            hint="What a school, the council, a health service or somebody who works there decided"
            choices=vec![yes, Choice::new("no", "No")]
            value=explained.was
        />
    }
}

#[component]
fn Explanation(explained: ExplainedAnswers, problems: Problems) -> impl IntoView {
    let no = Choice::new("no", "No");
    let box_of = move |label: &'static str, hint: &'static str, value: RwSignal<String>, id: FieldId| {
        view! { <TextArea label hint value id error=problems.of(id) rows=2 /> }
    };
    view! {
        <TextLine label="Who decided it?" hint="The person’s post and where they work" value=explained.whose id=WHOSE error=problems.of(WHOSE) />
        {box_of("What was decided?", "In words that the family uses", explained.decision, DECISION)}
        {box_of("Which reasons were given for it?", "Theirs, not yours. Where none were given, say so.", explained.reasons, REASONS)}
        {box_of("How did you explain it?", "For example: read the letter together, drew the steps", explained.how, HOW)}
        <WordingHelp text=explained.how field=HOW name="How you explained it" />
        {box_of("What stays unclear to them?", "Where nothing does, say how you know", explained.unclear, UNCLEAR)}
        <Radios
            legend="Did you explain it without speaking for it or against it?"
            choices=vec![Choice::new("yes", "Yes"), no]
            value=explained.no_side
            id=SIDE
            error=problems.of(SIDE)
        />
    }
}

/// What stands on the timeline of it: what each row is, and what it says.
pub(in crate::workspace::case) fn explained_rows(told: &Explained) -> [(String, String); 5] {
    let side = match told.took_no_side {
        true => "No: it was explained without speaking for it or against it",
        false => "It is not noted that none was",
    };
    [
        (format!("Explained: what {} decided", told.whose), told.decision.clone()),
        ("Reasons that were given for it".to_owned(), told.reasons.clone()),
        ("How it was explained".to_owned(), told.how.clone()),
        ("Whether a side was taken".to_owned(), side.to_owned()),
        ("What stays unclear to them".to_owned(), told.unclear.clone()),
    ]
}
