//! One's own way in: the passphrase, the recovery code.

use evenhand_engine::people::person::SignIn;
use leptos::prelude::*;

use super::new_passphrase::NewPassphrase;
use super::new_recovery_code::NewRecoveryCode;
use crate::components::{FieldId, PasswordInput, Problem, Problems, TextInput, Width};
use crate::layout::Page;
use crate::view;
use crate::workspace::route::Route;

/// The two changes, one below the other.
#[component]
pub(in crate::workspace) fn Passphrase() -> impl IntoView {
    let problems = Problems::new();
    let making_code = RwSignal::new(false);
    view! {
        <Page
            title="Passphrase and recovery code"
            heading="Passphrase and recovery code"
            back=Signal::stored(Route::Settings.href())
            back_label="Settings"
            problems
        >
            {move || (!making_code.get()).then(|| view! { <NewPassphrase problems /> })}
            <NewRecoveryCode problems begun=making_code />
        </Page>
    }
}

pub(super) const PRESENT_NAME: FieldId = FieldId::named("present-sign-in-name");
pub(super) const PRESENT_PASSPHRASE: FieldId = FieldId::named("present-passphrase");

/// The present way in, asked again before it is changed.
#[derive(Clone, Copy)]
pub(super) struct Present {
    name: RwSignal<String>,
    passphrase: RwSignal<String>,
    shown: RwSignal<bool>,
}

impl Present {
    pub(super) fn new() -> Self {
        Self {
            name: RwSignal::new(String::new()),
            passphrase: RwSignal::new(String::new()),
            shown: RwSignal::new(false),
        }
    }

    pub(super) fn problems(self) -> Vec<Problem> {
        self.shown.set(false);
        let mut found = Vec::new();
        if self.name.with_untracked(|name| name.trim().is_empty()) {
            found.push(Problem::new(PRESENT_NAME, "Enter your current sign-in name"));
        }
        if self.passphrase.with_untracked(String::is_empty) {
            found.push(Problem::new(PRESENT_PASSPHRASE, "Enter your current passphrase"));
        }
        found
    }

    pub(super) fn typed(self) -> SignIn {
        SignIn {
            name: self.name.get_untracked(),
            passphrase: self.passphrase.get_untracked(),
        }
    }

    pub(super) fn clear(self) {
        self.name.set(String::new());
        self.passphrase.set(String::new());
    }
}

/// The fields of the present way in.
#[component]
pub(super) fn PresentFields(present: Present, problems: Problems) -> impl IntoView {
    view! {
        <TextInput
            label="Current sign-in name"
            value=present.name
            id=PRESENT_NAME
            error=problems.of(PRESENT_NAME)
            autocomplete="username"
            width=Width::Long
            spellcheck=false
        />
        <PasswordInput
            label="Current passphrase"
            value=present.passphrase
            id=PRESENT_PASSPHRASE
            error=problems.of(PRESENT_PASSPHRASE)
            shown=present.shown
        />
    }
}
