//! Every component in every state, on one page, for those who make pages and for the tests that look at them.

mod actions;
mod casework;
mod figures;
mod ground;
mod inputs;
mod messages;

use leptos::prelude::*;

use crate::components::{Announcer, FieldId, Problem, Problems, Words};
use crate::layout::{HelpContact, Page, SiteName, WorkspaceShell};
use crate::view;

/// Where the sample links lead: to this page.
const HERE: &str = "#/gallery";

/// A field that has a problem, so that the summary has somewhere to lead.
const FAULTY: FieldId = FieldId::named("gallery-email");
/// Another.
const FAULTY_RADIOS: FieldId = FieldId::named("gallery-contact");

/// The gallery. It needs no vault and shows nobody's data.
#[component]
pub fn Gallery() -> impl IntoView {
    Announcer::provide();
    SiteName::provide("Workspace");
    Words::here().provide();
    let problems = Problems::new();
    let ask = move || {
        problems.set(vec![
            Problem::new(FAULTY, "Enter an email address, like name@example.com"),
            Problem::new(FAULTY_RADIOS, "Select how we should contact you"),
        ]);
    };
    let contact = HelpContact {
        phone: "01632 960 123".to_owned(),
        hours: "Monday to Friday, 9:30am to 4:30pm".to_owned(),
        email: "help@example.org".to_owned(),
    };
    view! {
        <WorkspaceShell
            service="Evenhand"
            home=HERE
            skip="Skip to main content"
            nav_label="Workspace"
            nav=Signal::stored(casework::rail())
            banner=casework::banner
            help_heading="Get help"
            contact=contact
            footer=|| view! { <p class="muted">"Nothing on this page is about anybody."</p> }
        >
            <Page title="Gallery" heading="Gallery" caption="Every component in every state" problems>
                <ground::Ground />
                <actions::Buttons ask problems />
                <inputs::Inputs problems />
                <messages::Messages />
                <casework::Casework />
                <figures::Figures />
            </Page>
        </WorkspaceShell>
    }
}

/// A part of the gallery.
#[component]
fn Part(
    /// What it shows.
    title: &'static str,
    /// The samples.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="stack">
            <h2>{title}</h2>
            {children()}
        </section>
    }
}
