//! Help that opens in place.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{FieldId, Icon, IconName};
use crate::view;

/// A button that opens what stands below it. It is a button because people who speak to their computer can press one by its name.
#[component]
pub fn Disclosure(
    /// What is inside, as a question or a name.
    #[prop(into)]
    label: TextProp,
    /// What it is about, for those who do not see where it stands.
    #[prop(into, optional)]
    about: String,
    /// Whether it is open.
    #[prop(default = RwSignal::new(false))]
    open: RwSignal<bool>,
    /// What is inside.
    children: Children,
) -> impl IntoView {
    let id = FieldId::new().part("content");
    let controls = id.clone();
    view! {
        <div class="disclosure">
            <button
                class="disclosure__button"
                type="button"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls=controls
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon name=IconName::ChevronRight />
                <span>
                    {move || label.get()}
                    {(!about.is_empty()).then(|| view! { <span class="visually-hidden">" " {about}</span> })}
                </span>
            </button>
            <div class="disclosure__content" id=id hidden=move || !open.get()>{children()}</div>
        </div>
    }
}
