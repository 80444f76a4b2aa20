//! The page of settings.

use evenhand_domain::worker::Role;
use leptos::prelude::*;

use super::backup_age::age;
use super::storage::StorageState;
use crate::components::{CardLink, Cards, IconName, SummaryList, SummaryRow, ThemeChoice};
use crate::layout::Page;
use crate::view;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// Keys that work everywhere. A letter alone does nothing but write.
const KEYS: [(&str, &str); 4] = [
    ("Ctrl and K, or ⌘ and K", "Find a case, or go to a page"),
    ("Ctrl and Enter, or ⌘ and Enter", "Save the form that you are in"),
    (
        "Esc",
        "Close what lies above the page, or leave a form. What you typed is kept as a draft.",
    ),
    (
        "Arrow keys, Home and End",
        "Move in a list of suggestions. Enter chooses one.",
    ),
];

/// Where things are set.
#[component]
pub(in crate::workspace) fn Settings() -> impl IntoView {
    let session = Session::here();
    let backup = move || age(session.read(|desk| desk.team().last_backup).flatten(), session.now()).0;
    let manages = move || {
        session
            .read(|desk| desk.me().map(|me| me.role) == Ok(Role::Manager))
            .unwrap_or_default()
    };
    view! {
        <Page title="Settings" heading="Settings">
            <Cards>
                <CardLink title="Backup" href=Signal::stored(Route::Backup.href()) hint=backup icon=IconName::HardDrive />
                <CardLink
                    title="Passphrase and recovery code"
                    href=Signal::stored(Route::Passphrase.href())
                    hint="Change your own way in"
                    icon=IconName::Key
                />
                {move || manages().then(|| view! {
                    <CardLink
                        title="Inbox keys and the public page"
                        href=Signal::stored(Route::InboxKeys.href())
                        hint="How families send you locked answers"
                        icon=IconName::Mail
                    />
                })}
            </Cards>
            <StorageState />
            <section class="stack">
                <h2>"Display"</h2>
                <ThemeChoice
                    legend="Light or dark"
                    labels=["Same as this device".into(), "Light".into(), "Dark".into()]
                />
            </section>
            <section class="stack">
                <h2>"Keyboard"</h2>
                <SummaryList>{KEYS.map(|(keys, what)| view! { <SummaryRow label=keys>{what}</SummaryRow> }).collect_view()}</SummaryList>
            </section>
        </Page>
    }
}
