//! The frame of every public page.

use leptos::prelude::*;

use super::exit::{ExitButton, ExitLink};
use super::journey::Journey;
use super::route::Route;
use super::words::{fill, home};
use crate::layout::{HelpContact, NewVersion, PublicShell};
use crate::platform::release::Release;
use crate::view;

/// The banner, the page, how to reach a person, and who pays.
#[component]
pub(super) fn Frame(
    /// The page.
    children: Children,
) -> impl IntoView {
    let journey = Journey::here();
    let (name, logo) = journey.service(|service| (service.name.clone(), service.logo.clone()));
    let contact = journey.service(|service| {
        let hours: Vec<String> = service
            .hours
            .iter()
            .map(|hours| format!("{} {}", hours.days, hours.open))
            .collect();
        HelpContact {
            phone: service.contacts.phone.clone().unwrap_or_default(),
            hours: hours.join(", "),
            email: service.contacts.email.clone().unwrap_or_default(),
        }
    });
    let (strapline, footer) = journey.service(|service| (service.strapline.clone(), fill(home::FOOTER, service)));
    let route = journey.route();
    let release = Release::here();
    // Answers live on this page alone, so it is not loaded anew while there are any, or while somebody begins.
    let offered = Signal::derive(move || !route.get().has_exit() && journey.is_empty());
    let has_exit = Memo::new(move |_| route.get().has_exit());
    view! {
        <PublicShell
            service=Signal::stored(name)
            logo
            home=Signal::stored(Route::Home.href())
            skip=home::SKIP
            banner=move || view! { {move || has_exit.get().then(|| view! { <ExitLink /> })} }
            exit=move || view! { {move || has_exit.get().then(|| view! { <ExitButton /> })} }
            help_heading=home::GET_HELP
            contact=Signal::stored(contact)
            footer=move || {
                let (strapline, footer) = (strapline.clone(), footer.clone());
                view! { <p>{footer}</p> {(!strapline.is_empty()).then(|| view! { <p class="muted">{strapline}</p> })} }
            }
        >
            <NewVersion
                release
                title=home::NEW_VERSION
                body=home::NEW_VERSION_BODY
                label=home::NEW_VERSION_USE
                others_open=home::NEW_VERSION_OTHERS
                offered
                on_accept=move || release.accept()
            />
            {children()}
        </PublicShell>
    }
}
