//! How to reach a person, in the same place on every page.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::components::{Icon, IconName};
use crate::view;

/// How the service is reached. An empty text leaves its line out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HelpContact {
    /// As it is written: "01632 960 123".
    pub phone: String,
    /// When somebody answers.
    pub hours: String,
    /// The address.
    pub email: String,
}

impl HelpContact {
    /// What the page around told of its service.
    #[must_use]
    pub fn here() -> Signal<Self> {
        use_context::<Signal<Self>>().unwrap_or_default()
    }
}

/// How to reach a person. It follows `main` on every page, the locked one too.
#[component]
pub fn GetHelp(
    /// "Get help".
    #[prop(into)]
    heading: TextProp,
    /// Whom to reach and when.
    #[prop(into)]
    contact: Signal<HelpContact>,
    /// Where else help is found; may be empty.
    #[prop(default = Signal::stored(""))]
    note: Signal<&'static str>,
) -> impl IntoView {
    let lines = move || {
        let HelpContact { phone, hours, email } = contact.get();
        let dial: String = phone
            .chars()
            .filter(|character| character.is_ascii_digit() || *character == '+')
            .collect();
        view! {
            {(!phone.is_empty()).then(|| view! {
                <li>
                    <Icon name=IconName::Phone />
                    <a href=format!("tel:{dial}") dir="ltr">{phone}</a>
                    {(!hours.is_empty()).then(|| view! { <span class="get-help__hours">{hours}</span> })}
                </li>
            })}
            {(!email.is_empty()).then(|| view! {
                <li>
                    <Icon name=IconName::Mail />
                    <a href=format!("mailto:{email}") dir="ltr">{email.clone()}</a>
                </li>
            })}
        }
    };
    view! {
        <section class="get-help" aria-labelledby="get-help">
            <h2 class="get-help__heading" id="get-help">{move || heading.get()}</h2>
            <ul class="get-help__list">{lines}</ul>
            {move || Some(note.get()).filter(|note| !note.is_empty()).map(|note| view! { <p>{note}</p> })}
        </section>
    }
}
