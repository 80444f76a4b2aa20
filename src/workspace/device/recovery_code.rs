//! The printed recovery code: made here, printed, and typed back once, before anything depends on it.

use std::rc::Rc;

use evenhand_engine::RecoveryCode;
use leptos::prelude::*;

use super::words;
use crate::components::{Button, ButtonLook, FieldId, IconName, Notice, Problem, Problems, TextInput, TextKind, Tone};
use crate::platform::print;
use crate::view;
use crate::workspace::session::Session;

const TYPED: FieldId = FieldId::named("recovery-code");

/// A code that was just made, and what was typed back.
#[derive(Clone, Copy)]
pub(in crate::workspace) struct NewCode {
    code: StoredValue<Rc<RecoveryCode>, LocalStorage>,
    typed: RwSignal<String>,
}

impl NewCode {
    /// Makes a code.
    pub(in crate::workspace) fn make() -> Self {
        Self {
            code: StoredValue::new_local(Rc::new(RecoveryCode::make())),
            typed: RwSignal::new(String::new()),
        }
    }

    /// The code.
    pub(in crate::workspace) fn code(self) -> Rc<RecoveryCode> {
        self.code.get_value()
    }

    /// What is wrong with what was typed back.
    pub(in crate::workspace) fn problems(self) -> Vec<Problem> {
        match RecoveryCode::parse(&self.typed.read_untracked()) {
            Ok(typed) if *typed.printed() == *self.code().printed() => Vec::new(),
            Ok(_) => vec![Problem::new(
                TYPED,
                "This is another recovery code. Type the one from the paper you just made",
            )],
            Err(error) => vec![Problem::new(TYPED, words::code(error))],
        }
    }

    /// The field where it is typed back, for problems of the whole page.
    pub(in crate::workspace) const fn field() -> FieldId {
        TYPED
    }
}

/// The code as it is printed, with what it is for.
#[component]
pub(in crate::workspace) fn CodeSheet(
    /// The code.
    code: NewCode,
    /// Whose it is, for the paper; nothing where the page cannot know it yet.
    #[prop(into)]
    whose: String,
) -> impl IntoView {
    let today = Session::here().now().day().long();
    let printed = code.code().printed().to_string();
    let groups: Vec<String> = printed.split('-').map(ToOwned::to_owned).collect();
    let last = groups.len().saturating_sub(1);
    let groups = groups.into_iter().enumerate().map(|(place, group)| {
        view! { <span class="code-sheet__group">{group} {(place < last).then_some("-")}</span> }
    });
    view! {
        <p class="lead">"This code opens your records if the passphrase is lost. It also opens your backups."</p>
        <p class="print-only">"Recovery code of " <bdi>{whose}</bdi> ", made on " {today} ". Keep it locked away."</p>
        <p class="code-sheet" translate="no" dir="ltr">{groups.collect_view()}</p>
        <div class="cluster">
            <Button label="Print this page" on_press=print::print look=ButtonLook::Secondary icon=IconName::Printer />
        </div>
        <Notice tone=Tone::Warning title="Keep it on paper, away from this device">
            <p>
                "Print it or write it down now. Lock the paper away where nobody else can get it but whoever is to have your records after you. "
                "It is shown once, and nobody can make it again: without passphrase and code the records cannot be opened by anybody."
            </p>
        </Notice>
    }
}

/// The field in which the code is typed back.
#[component]
pub(in crate::workspace) fn CodeTypedBack(
    /// The code.
    code: NewCode,
    /// The problems of the page.
    problems: Problems,
    /// True where this is the one question of a page.
    #[prop(optional)]
    heading: bool,
) -> impl IntoView {
    view! {
        <TextInput
            label="Type the recovery code from the paper"
            hint="Fourteen groups of four. Capital or small letters, with or without the hyphens."
            value=code.typed
            id=TYPED
            error=problems.of(TYPED)
            kind=TextKind::Code
            heading
        />
    }
}
