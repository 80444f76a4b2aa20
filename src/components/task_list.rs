//! Things to do, with the state of each in words.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{FieldId, Tag, Tone};
use crate::view;

/// The state of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskState {
    /// In words: "Completed", "Not yet started", "Overdue by 3 days".
    pub words: String,
    /// Plain for done, so that what is not done stands out.
    pub tone: Tone,
}

impl TaskState {
    /// Done: quiet, without colour.
    pub fn done(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            tone: Tone::Plain,
        }
    }

    /// Still to be done.
    pub fn due(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            tone: Tone::Info,
        }
    }

    /// Late or soon to be.
    pub fn late(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            tone: Tone::Warning,
        }
    }

    /// Wrong.
    pub fn wrong(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            tone: Tone::Danger,
        }
    }
}

/// Things to do or to check, one a row.
#[component]
pub fn TaskList(
    /// `TaskRow`s.
    children: Children,
) -> impl IntoView {
    view! { <ul class="task-list">{children()}</ul> }
}

/// One task.
#[component]
pub fn TaskRow(
    /// What is to be done, as a verb.
    #[prop(into)]
    label: TextProp,
    /// Its state.
    #[prop(into)]
    state: Signal<TaskState>,
    /// Where it is done; without it the row only tells.
    #[prop(into, optional)]
    href: Option<Signal<String>>,
    /// Why, whose, until when.
    #[prop(into, optional)]
    hint: Option<TextProp>,
) -> impl IntoView {
    let status_id = FieldId::new().part("status");
    let text = move || label.get();
    let described = status_id.clone();
    view! {
        <li class="task-list__row">
            <div class="task-list__what">
                {match href {
                    Some(href) => view! {
                        <a class="task-list__link" href=move || href.get() aria-describedby=described>{text}</a>
                    },
                    None => view! { <span class="task-list__name">{text}</span> },
                }}
                {hint.map(|hint| view! { <p class="task-list__hint">{move || hint.get()}</p> })}
            </div>
            <div class="task-list__state" id=status_id>
                {move || {
                    let TaskState { words, tone } = state.get();
                    if tone == Tone::Plain {
                        view! { <span class="task-list__done">{words}</span> }
                    } else {
                        view! { <Tag text=words tone /> }
                    }
                }}
            </div>
        </li>
    }
}
