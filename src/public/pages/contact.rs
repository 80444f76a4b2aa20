//! Ways to reach the service, and others who help.

use evenhand_domain::service::OtherHelp;
use leptos::prelude::*;

/// Telephone, text, e-mail and post, each where there is one.
#[component]
pub(in crate::public) fn Contacts(
    /// Telephone.
    phone: Option<String>,
    /// Number for text messages.
    #[prop(default = None)]
    text: Option<String>,
    /// E-mail address.
    email: Option<String>,
    /// Postal address, a line an entry.
    address: Vec<String>,
) -> impl IntoView {
    let phone =
        phone.map(|phone| view! { <li>"Phone: " <a href=dial("tel", &phone) dir="ltr">{phone.clone()}</a></li> });
    let text = text.map(|text| view! { <li>"Text: " <a href=dial("sms", &text) dir="ltr">{text.clone()}</a></li> });
    let email =
        email.map(|email| view! { <li>"Email: " <a href=format!("mailto:{email}") dir="ltr">{email.clone()}</a></li> });
    let post = (!address.is_empty()).then(|| view! { <li>"Post: " {address.join(", ")}</li> });
    view! { <ul>{phone}{text}{email}{post}</ul> }
}

/// Services elsewhere.
#[component]
pub(in crate::public) fn OtherServices(
    /// Which.
    services: Vec<OtherHelp>,
) -> impl IntoView {
    let rows = services.into_iter().map(
        |OtherHelp {
             name,
             about,
             phone,
             web,
         }| {
            let about = (!about.is_empty()).then(|| format!(", {about}"));
            let phone =
                phone.map(|phone| view! { <br/>"Phone: " <a href=dial("tel", &phone) dir="ltr">{phone.clone()}</a> });
            let name = match web {
                Some(web) => view! { <a href=web rel="noreferrer">{name}</a> }.into_any(),
                None => view! { <strong>{name}</strong> }.into_any(),
            };
            view! { <li>{name}{about}{phone}</li> }
        },
    );
    view! { <ul>{rows.collect_view()}</ul> }
}

/// An address that a telephone dials: digits and a plus alone.
fn dial(scheme: &str, number: &str) -> String {
    let digits: String = number
        .chars()
        .filter(|letter| letter.is_ascii_digit() || *letter == '+')
        .collect();
    format!("{scheme}:{digits}")
}
