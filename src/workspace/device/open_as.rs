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
                <li>
                    <Button label=format!("Open as {}, {role}", person.name) on_press=choose look=ButtonLook::Secondary />
                    <p class="muted small">{person.about}</p>
                </li>
            }
        });
        view! {
            <section class="stack">
                <h2>"Whose side would you like to see?"</h2>
                <p>"Each of them sees what their own keys open. Lock, and open it again as somebody else."</p>
                <ul class="list-plain stack">{people.collect_view()}</ul>
            </section>
            <h2>"Or type a sign-in"</h2>
            <p>"Everybody in the sample has the passphrase: " <strong translate="no">{PASSPHRASE}</strong></p>
        }
    })
}
