//! Words to say to somebody.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{FieldId, Icon, IconName};
use crate::view;

/// A script to read out, in large type, opened when it is needed.
#[component]
pub fn ReadAloud(
    /// What is read out: "Say this at the start".
    #[prop(into)]
    label: TextProp,
    /// Whether it is open.
    #[prop(default = RwSignal::new(false))]
    open: RwSignal<bool>,
    /// The words.
    children: Children,
) -> impl IntoView {
    let id = FieldId::new().part("script");
    let controls = id.clone();
    view! {
        <div class="read-aloud">
            <button
                class="read-aloud__button"
                type="button"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls=controls
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon name=IconName::Megaphone />
                <span>{move || label.get()}</span>
                <Icon name=IconName::ChevronDown />
            </button>
            <div class="read-aloud__script" id=id hidden=move || !open.get()>{children()}</div>
        </div>
    }
}
