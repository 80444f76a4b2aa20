//! Buttons and links that look like them.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Icon, IconName};
use crate::view;

/// How much a button weighs. One primary button a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonLook {
    /// The one thing to do next.
    #[default]
    Primary,
    /// Another way.
    Secondary,
    /// Small and beside something else.
    Quiet,
    /// What cannot be undone.
    Danger,
}

impl ButtonLook {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button--primary",
            Self::Secondary => "button button--secondary",
            Self::Quiet => "button button--quiet",
            Self::Danger => "button button--danger",
        }
    }
}

/// A button. Its label says what it does; while that takes time it stays in place, says so, and does nothing twice.
#[component]
pub fn Button(
    /// What it does, as a verb.
    #[prop(into)]
    label: TextProp,
    /// What happens. Leave it out for the button that sends a `Form`.
    #[prop(into, optional)]
    on_press: Option<Callback<()>>,
    /// How much it weighs.
    #[prop(optional)]
    look: ButtonLook,
    /// An icon before the label.
    #[prop(optional)]
    icon: Option<IconName>,
    /// True while it is being done.
    #[prop(into, optional)]
    pending: Signal<bool>,
    /// What it says meanwhile: "Unlocking…".
    #[prop(into, optional)]
    pending_label: Option<TextProp>,
    /// What follows the label for those who hear it: the name of the thing it acts on.
    #[prop(into, optional)]
    about: Option<TextProp>,
) -> impl IntoView {
    let kind = if on_press.is_some() { "button" } else { "submit" };
    let text = move || match (&pending_label, pending.get()) {
        (Some(waiting), true) => waiting.get(),
        _ => label.get(),
    };
    view! {
        <button
            class=look.class()
            type=kind
            aria-disabled=move || pending.get().then_some("true")
            on:click=move |event| {
                if pending.get_untracked() {
                    event.prevent_default();
                } else if let Some(on_press) = on_press {
                    on_press.run(());
                }
            }
        >
            {icon.map(|name| view! { <Icon name /> })}
            <span>{text}{about.map(|about| view! { <span class="visually-hidden">" " {move || about.get()}</span> })}</span>
        </button>
    }
}

/// A link that weighs as much as a button: it leads somewhere, and does nothing.
#[component]
pub fn LinkButton(
    /// Where it leads, as an action.
    #[prop(into)]
    label: TextProp,
    /// The address.
    #[prop(into)]
    href: Signal<String>,
    /// How much it weighs.
    #[prop(optional)]
    look: ButtonLook,
    /// An icon before the label.
    #[prop(optional)]
    icon: Option<IconName>,
    /// True to show an arrow after the label: the way into a journey.
    #[prop(optional)]
    onward: bool,
) -> impl IntoView {
    view! {
        <a class=look.class() href=move || href.get()>
            {icon.map(|name| view! { <Icon name /> })}
            <span>{move || label.get()}</span>
            {onward.then(|| view! { <Icon name=IconName::ArrowRight /> })}
        </a>
    }
}

/// Buttons in a row; one below the other on a telephone.
#[component]
pub fn Actions(
    /// The buttons, the primary one first.
    children: Children,
) -> impl IntoView {
    view! { <div class="actions">{children()}</div> }
}
