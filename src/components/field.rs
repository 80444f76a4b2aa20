//! The frame of every input: label, hint, error.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{FieldId, Icon, IconName, Words};
use crate::markup::Node;
use crate::view;

/// The error message of a field: words, a mark, and a prefix for those who do not see either.
#[component]
pub fn FieldError(
    /// The field.
    id: FieldId,
    /// The message; nothing is rendered without one.
    error: Signal<Option<String>>,
) -> impl IntoView {
    let words = Words::here();
    Node::following(move || {
        error.get().map(|message| {
            view! {
                <p class="field__error" id=id.error()>
                    <Icon name=IconName::CircleAlert />
                    <span>
                        <span class="visually-hidden">{words.error}</span>
                        {message}
                    </span>
                </p>
            }
        })
    })
}

/// What a control refers to with `aria-describedby`, in reading order; `None` when there is nothing to refer to.
pub(super) fn described_by(
    id: FieldId,
    has_hint: bool,
    error: Signal<Option<String>>,
    more: Option<String>,
) -> impl Fn() -> Option<String> + Clone + Send + Sync + 'static {
    move || {
        let mut ids = Vec::new();
        if has_hint {
            ids.push(id.hint());
        }
        if error.with(Option::is_some) {
            ids.push(id.error());
        }
        ids.extend(more.clone());
        if ids.is_empty() { None } else { Some(ids.join(" ")) }
    }
}

/// The value of `aria-invalid`: absent unless there is an error.
pub(super) fn invalid(
    error: Signal<Option<String>>,
) -> impl Fn() -> Option<&'static str> + Copy + Send + Sync + 'static {
    move || error.with(|message| message.is_some().then_some("true"))
}

/// The frame of an input of one control. Page authors use the inputs, which bring it with them.
#[component]
pub fn Field(
    /// The field.
    id: FieldId,
    /// What is asked.
    label: TextProp,
    /// Help that stays in sight.
    hint: Option<TextProp>,
    /// What is wrong, if anything.
    error: Signal<Option<String>>,
    /// True when the label is the heading of a page that asks one question.
    heading: bool,
    /// The control.
    children: Children,
) -> impl IntoView {
    let asked = view! { <label class="field__label" for=id.control()>{move || label.get()}</label> };
    view! {
        <div class="field" data-invalid=invalid(error)>
            {if heading {
                view! { <h1 class="field__heading" tabindex="-1" data-page-heading="">{asked}</h1> }
            } else {
                asked
            }}
            {hint.map(|hint| view! { <p class="field__hint" id=id.hint()>{move || hint.get()}</p> })}
            <FieldError id error />
            {children()}
        </div>
    }
}

/// The frame of a group of controls: a real `fieldset` with a `legend`.
#[component]
pub fn FieldGroup(
    /// The field.
    id: FieldId,
    /// What is asked.
    legend: TextProp,
    /// Help that stays in sight.
    hint: Option<TextProp>,
    /// What is wrong, if anything.
    error: Signal<Option<String>>,
    /// True when the legend is the heading of a page that asks one question.
    heading: bool,
    /// The controls.
    children: Children,
) -> impl IntoView {
    let described = described_by(id, hint.is_some(), error, None);
    view! {
        <fieldset class="field field--group" aria-describedby=described data-invalid=invalid(error)>
            <legend class="field__label">
                {if heading {
                    view! {
                        <h1 class="field__heading" tabindex="-1" data-page-heading="">{move || legend.get()}</h1>
                    }
                } else {
                    Node::following(move || legend.get())
                }}
            </legend>
            {hint.map(|hint| view! { <p class="field__hint" id=id.hint()>{move || hint.get()}</p> })}
            <FieldError id error />
            {children()}
        </fieldset>
    }
}
