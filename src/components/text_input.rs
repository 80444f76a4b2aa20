//! A line of text.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::field::{described_by, invalid};
use super::{Field, FieldId};
use crate::view;

/// What is typed, so that a phone offers the right keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    /// Words.
    #[default]
    Text,
    /// An e-mail address.
    Email,
    /// A telephone number, in any form.
    Telephone,
    /// A whole number, as text: no spinner, and nothing is lost by scrolling.
    Number,
    /// Words to look for.
    Search,
    /// A code such as a postcode or a reference: no spelling check, capitals offered.
    Code,
}

impl TextKind {
    const fn input_type(self) -> &'static str {
        match self {
            Self::Text | Self::Number | Self::Code => "text",
            Self::Email => "email",
            Self::Telephone => "tel",
            Self::Search => "search",
        }
    }

    const fn input_mode(self) -> Option<&'static str> {
        match self {
            Self::Number => Some("numeric"),
            _ => None,
        }
    }

    /// Addresses, numbers and codes run from left to right in every language.
    const fn direction(self) -> &'static str {
        match self {
            Self::Text | Self::Search => "auto",
            _ => "ltr",
        }
    }
}

/// How wide the box is: a hint of how much is expected, never a limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// The measure of the column.
    #[default]
    Full,
    /// A name or an address: about 30 characters.
    Long,
    /// A telephone number: about 20 characters.
    Medium,
    /// A postcode or a reference: about 10 characters.
    Short,
    /// An age: about 4 characters.
    Tiny,
}

impl Width {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Full => "input",
            Self::Long => "input input--long",
            Self::Medium => "input input--medium",
            Self::Short => "input input--short",
            Self::Tiny => "input input--tiny",
        }
    }
}

/// The name of a control, new on each load, so that no browser offers to one person what another typed.
///
/// Where a browser may fill in a person's own details, it goes by the token. It would also keep what is typed in a clear list of
/// its own, but passes over controls with a name of this kind, which tells it nothing.
pub(super) fn control_name(autocomplete: &str) -> String {
    let kind = if autocomplete == "off" { "q" } else { "field-" };
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a random number between 0 and 2^32"
    )]
    let number = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    format!("{kind}{number}")
}

/// A line of text with its label, hint and error.
#[component]
pub fn TextInput(
    /// What is asked.
    #[prop(into)]
    label: TextProp,
    /// What was typed, as typed.
    value: RwSignal<String>,
    /// The field, when the page has an error summary.
    #[prop(default = FieldId::new())]
    id: FieldId,
    /// Help that stays in sight.
    #[prop(into, optional)]
    hint: Option<TextProp>,
    /// What is wrong, if anything: `problems.of(id)`.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
    /// What is typed.
    #[prop(optional)]
    kind: TextKind,
    /// The autofill token of the person's own details; `off` for all that is about somebody else.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// How wide the box is.
    #[prop(optional)]
    width: Width,
    /// True when the label is the page's heading.
    #[prop(optional)]
    heading: bool,
    /// False for names and codes.
    #[prop(default = true)]
    spellcheck: bool,
) -> impl IntoView {
    let described = described_by(id, hint.is_some(), error, None);
    let spelling = spellcheck && matches!(kind, TextKind::Text);
    view! {
        <Field id label hint error heading>
            <input
                class=width.class()
                id=id.control()
                name=control_name(autocomplete)
                type=kind.input_type()
                inputmode=kind.input_mode()
                autocomplete=autocomplete
                autocapitalize=if kind == TextKind::Code { "characters" } else if spelling { "sentences" } else { "off" }
                spellcheck=if spelling { "true" } else { "false" }
                dir=kind.direction()
                aria-describedby=described
                aria-invalid=invalid(error)
                bind:value=value
            />
        </Field>
    }
}
