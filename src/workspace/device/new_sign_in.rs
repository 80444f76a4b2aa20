//! A new way in: sign-in name and passphrase, with six random words on offer.

use evenhand_engine::Strength;
use evenhand_engine::people::person::{SignIn, judge_passphrase, offer_passphrase};
use leptos::prelude::*;

use super::words::{At, weak};
use crate::components::{
    Button, ButtonLook, FieldId, IconName, Inset, PasswordInput, Problem, Problems, TextInput, Width, focus_soon,
};
use crate::view;

const NAME: FieldId = FieldId::named("new-sign-in-name");
const PASSPHRASE: FieldId = FieldId::named("new-passphrase");

/// What is typed for a new way in.
#[derive(Clone, Copy)]
pub(in crate::workspace) struct NewSignIn {
    name: RwSignal<String>,
    passphrase: RwSignal<String>,
    shown: RwSignal<bool>,
}

impl NewSignIn {
    /// Nothing typed yet.
    pub(in crate::workspace) fn new() -> Self {
        Self {
            name: RwSignal::new(String::new()),
            passphrase: RwSignal::new(String::new()),
            shown: RwSignal::new(false),
        }
    }

    /// What is wrong with it before it is tried; hides the passphrase.
    pub(in crate::workspace) fn problems(self) -> Vec<Problem> {
        self.shown.set(false);
        let mut found = Vec::new();
        if self.name.with_untracked(|name| name.trim().is_empty()) {
            found.push(Problem::new(NAME, "Enter a sign-in name"));
        }
        let strength = self.passphrase.with_untracked(|typed| judge_passphrase(typed));
        if self.passphrase.with_untracked(String::is_empty) {
            found.push(Problem::new(PASSPHRASE, "Enter a passphrase"));
        } else if strength < Strength::Fair {
            found.push(Problem::new(PASSPHRASE, weak(strength)));
        }
        found
    }

    /// What was typed.
    pub(in crate::workspace) fn typed(self) -> SignIn {
        SignIn {
            name: self.name.get_untracked(),
            passphrase: self.passphrase.get_untracked(),
        }
    }

    /// Empties both fields.
    pub(in crate::workspace) fn clear(self) {
        self.name.set(String::new());
        self.passphrase.set(String::new());
    }

    /// The field at which the engine found something wrong; the passphrase for the page as a whole.
    pub(in crate::workspace) const fn field(at: At) -> FieldId {
        match at {
            At::SignInName => NAME,
            At::Service | At::Person | At::Passphrase | At::Page => PASSPHRASE,
        }
    }
}

/// How well a passphrase holds, in words.
const fn judged(strength: Strength) -> &'static str {
    match strength {
        Strength::TooShort => "Too short: 14 characters or more",
        Strength::Weak => "Easy to guess: use more and different words",
        Strength::Fair => "Good enough",
        Strength::Strong => "Strong",
    }
}

/// The two fields of a new way in.
#[component]
pub(in crate::workspace) fn NewSignInFields(
    /// What is typed.
    sign_in: NewSignIn,
    /// The problems of the page.
    problems: Problems,
    /// True where it replaces an earlier way in.
    #[prop(optional)]
    replaces: bool,
) -> impl IntoView {
    let strength = move || {
        sign_in
            .passphrase
            .with(|typed| (!typed.is_empty()).then(|| judged(judge_passphrase(typed))))
    };
    view! {
        <TextInput
            label=if replaces { "New sign-in name" } else { "Sign-in name" }
            hint=if replaces {
                "Typed each time with the passphrase. It may be the one you have now."
            } else {
                "Typed each time with the passphrase. A short name or initials will do; it is never shown on the screen."
            }
            value=sign_in.name
            id=NAME
            error=problems.of(NAME)
            autocomplete="username"
            width=Width::Long
            spellcheck=false
        />
        <PasswordInput
            label=if replaces { "New passphrase" } else { "Passphrase" }
            hint="At least 14 characters. Several words that do not belong together are strong and easy to remember."
            value=sign_in.passphrase
            id=PASSPHRASE
            error=problems.of(PASSPHRASE)
            autocomplete="new-password"
            shown=sign_in.shown
        />
        {move || strength().map(|words| view! { <p class="muted">"This passphrase: " <strong>{words}</strong></p> })}
        <Offer sign_in />
    }
}

/// Six random words, to be taken or not.
#[component]
fn Offer(sign_in: NewSignIn) -> impl IntoView {
    let offered = RwSignal::new(offer_passphrase());
    let take = move || {
        sign_in.passphrase.set(offered.get_untracked());
        sign_in.shown.set(true);
        focus_soon(PASSPHRASE.control());
    };
    view! {
        <Inset>
            <p>"Six random words that would do:"</p>
            <p class="key-words" translate="no">{offered}</p>
            <div class="cluster">
                <Button label="Use these words" on_press=take look=ButtonLook::Secondary />
                <Button
                    label="Show other words"
                    on_press=move || offered.set(offer_passphrase())
                    look=ButtonLook::Quiet
                    icon=IconName::Refresh
                />
            </div>
            <p class="small muted">"Write them down until you know them, and lock the paper away from this device."</p>
        </Inset>
    }
}
