//! The sample's people, each one step away: their sign-in is known to all, so a button fills it in and unlocks.

use evenhand_domain::worker::Role;
use evenhand_sample::{PASSPHRASE, PEOPLE};
use leptos::prelude::*;

use crate::components::{Button, ButtonLook};
use crate::platform::sample;
use crate::view;

/// A button for each of the sample's people; nothing where this is no sample.
#[component]
pub(super) fn OpenAs(
    /// The box for the sign-in name.
    name: RwSignal<String>,
    /// The box for the passphrase.
    passphrase: RwSignal<String>,
    /// Unlocks with what stands in the boxes.
    #[prop(into)]
    on_chosen: Callback<()>,
) -> impl IntoView {
    sample::is_asked().then(|| {
        let people = PEOPLE.into_iter().map(|person| {
            let role = match person.role {
                Role::Manager => "manager",
                Role::Officer => "officer",
                Role::Volunteer => "volunteer",
            };
            let choose = move || {
                name.set(person.sign_in.to_owned());
                passphrase.set(PASSPHRASE.to_owned());
                on_chosen.run(());
            };
            view! {
                <li class="cluster">
                    <Button label=format!("Open as {}, {role}", person.name.replace(' ', "\u{a0}")) on_press=choose look=ButtonLook::Secondary />
                    <p class="muted small">{person.about}</p>
                </li>
            }
        });
        view! {
            <section class="stack">
                <h2>"Who would you like to be?"</h2>
                <p>"Everybody sees only what their own keys open. Lock it to come back here and be somebody else."</p>
                <ul class="list-plain stack">{people.collect_view()}</ul>
            </section>
            <h2>"Or type a sign-in"</h2>
            <p>"Everybody in the sample has the passphrase: " <strong translate="no">{PASSPHRASE}</strong></p>
        }
    })
}
