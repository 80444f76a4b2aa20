//! Nothing on this device yet: set a service up, restore a backup, or look at a sample.

use leptos::prelude::*;

use super::set_up::SetUp;
use crate::components::{Button, ButtonLook, IconName, LinkButton};
use crate::layout::Page;
use crate::platform::sample;
use crate::view;
use crate::workspace::route::Route;

/// The three ways to begin.
#[component]
pub(in crate::workspace) fn Welcome() -> impl IntoView {
    let begun = RwSignal::new(false);
    move || match begun.get() {
        true => view! { <SetUp back=move || begun.set(false) /> },
        false => view! { <Ways on_begin=move || begun.set(true) /> },
    }
}

#[component]
fn Ways(#[prop(into)] on_begin: Callback<()>) -> impl IntoView {
    view! {
        <Page title="Begin" heading="Nothing is kept on this device yet">
            <div class="prose">
                <p class="lead">
                    "The records of your service will be kept here, in this browser, locked with your passphrase. They are sent "
                    "to no server."
                </p>
            </div>
            <section class="stack">
                <h2>"Begin a new service"</h2>
                    <p>"For the person who runs the service. It takes about five minutes. Have a printer or a pen ready."</p>
                    <Button label="Set up a service here" on_press=on_begin icon=IconName::House />
            </section>
            <section class="stack">
                <h2>"Or bring back your records"</h2>
                    <p>"If your records were kept on another device or in another browser, you need the backup file and your printed recovery code."</p>
                    <LinkButton
                        label="Restore a backup"
                        href=Signal::stored(Route::Restore.href())
                        look=ButtonLook::Secondary
                        icon=IconName::FileUp
                    />
            </section>
            <section class="stack">
                <h2>"Or only look"</h2>
                    <p>"An invented service with two years of casework, apart from anything real. It takes less than a minute to make, and one step to remove."</p>
                    <LinkButton
                        label="Try it with sample data"
                        href=Signal::stored(sample::MAKE.to_owned())
                        look=ButtonLook::Secondary
                        icon=IconName::Eye
                    />
            </section>
        </Page>
    }
}
