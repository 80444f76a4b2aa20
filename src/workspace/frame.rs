//! The frame of the workspace: the way to find something, who is signed in, how old the newest backup is, the lock, the links.

use evenhand_domain::service::ServiceFile;
use evenhand_domain::worker::Role;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::device::lock_now;
use super::draft::Drafts;
use super::palette::Palette;
use super::ready::keep_ready;
use super::route::Route;
use super::session::{Session, Stage};
use super::settings::BackupAge;
use super::told::AboveThePage;
use crate::components::{Button, ButtonLook, Icon, IconName, NavLink};
use crate::layout::{HelpContact, WorkspaceShell};
use crate::platform::clock;
use crate::platform::service_file::fetch_service_file;
use crate::view;

/// The frame. While locked it holds the service's name and how to reach it, and nothing else.
#[component]
pub(super) fn Frame(
    /// The page.
    children: Children,
) -> impl IntoView {
    let session = Session::here();
    let published = RwSignal::new(None::<ServiceFile>);
    spawn_local(async move {
        // Without the file the frame has no telephone number; everything else works.
        if let Ok(text) = fetch_service_file().await {
            published.set(ServiceFile::parse(&text).ok());
        }
    });
    let name = Memo::new(move |_| {
        let own = session.read(|desk| desk.team().name).filter(|name| !name.is_empty());
        own.or_else(|| published.with(|file| file.as_ref().map(|file| file.name.clone())))
            .unwrap_or_else(|| "Evenhand".to_owned())
    });
    let waiting = count_waiting(session);
    let contact = Memo::new(move |_| published.with(|file| file.as_ref().map(contact_of)).unwrap_or_default());
    provide_context::<Signal<HelpContact>>(contact.into());
    view! {
        <WorkspaceShell
            service=name
            home=Signal::stored(Route::Work.href())
            skip="Skip to main content"
            nav_label="Workspace"
            nav=Signal::derive(move || links(session, waiting.get()))
            banner=move || view! { <SignedIn /> }
            help_heading="Get help"
            contact
            help_note=help_note(session)
            footer=move || view! { <p>"Everything here is locked on this device. Nothing is sent anywhere by itself."</p> }
        >
            <AboveThePage />
            {children()}
        </WorkspaceShell>
    }
}

/// Where somebody who is new here reads on; the manager is who has it, and before somebody signs in it says nothing.
fn help_note(session: Session) -> Signal<&'static str> {
    Signal::derive(move || {
        let role = session.read(|desk| desk.me().map(|me| me.role).ok()).flatten();
        match role {
            Some(Role::Officer | Role::Volunteer) => "New here? Ask your manager for the page of first steps.",
            _ => "",
        }
    })
}

/// How much waits. Every case is looked at for it, so it is counted once a save and not once a page; and after what was saved is
/// painted, so that nobody waits for a number at the edge.
fn count_waiting(session: Session) -> RwSignal<Option<usize>> {
    let waiting = RwSignal::new(None);
    let count = move || {
        let desk = session.desk()?;
        let work = desk.work(session.now()).ok()?;
        Some(work.overdue.len() + work.today.len() + desk.owed_by(session.now()))
    };
    Effect::new(move || {
        // It runs again after each save.
        let is_open = session.read(|_| ()).is_some() && session.stage().get() == Stage::Open;
        if !is_open || waiting.with_untracked(Option::is_none) {
            waiting.set(if is_open { count() } else { None });
            return;
        }
        spawn_local(async move {
            clock::next_paint().await;
            let _ = waiting.try_set(count());
        });
    });
    waiting
}

pub(super) fn contact_of(file: &ServiceFile) -> HelpContact {
    let hours: Vec<String> = file
        .hours
        .iter()
        .map(|hours| format!("{} {}", hours.days, hours.open))
        .collect();
    HelpContact {
        phone: file.contacts.phone.clone().unwrap_or_default(),
        hours: hours.join(", "),
        email: file.contacts.email.clone().unwrap_or_default(),
    }
}

/// The way to find something, who is signed in, the age of the newest backup, and the lock.
#[component]
fn SignedIn() -> impl IntoView {
    let session = Session::here();
    let drafts = expect_context::<Drafts>();
    let is_open = Memo::new(move |_| session.stage().get() == Stage::Open);
    Effect::new(move || {
        if is_open.get() {
            keep_ready(session);
        }
    });
    move || {
        is_open.get().then(|| {
            view! {
                <Palette />
                <BackupAge />
                <span class="signed-in">
                    <Icon name=IconName::User />
                    <span class="visually-hidden">"Signed in: "</span>
                    <bdi dir="auto">{move || session.read(|desk| desk.me().map(|me| me.name).unwrap_or_default())}</bdi>
                </span>
                <span class="signed-in__lock">
                    <Button
                        label="Lock"
                        on_press=move || lock_now(session, drafts)
                        look=ButtonLook::Secondary
                        icon=IconName::Lock
                    />
                </span>
            }
        })
    }
}

/// The links of the rail, with how many wait; none while locked.
fn links(session: Session, waiting: Option<usize>) -> Vec<NavLink> {
    let place = session.route().get();
    let Some(waiting) = waiting.filter(|_| session.stage().get() == Stage::Open) else {
        return Vec::new();
    };
    let link = |route: Route, label: &'static str, icon, current: bool| {
        NavLink::new(route.href(), label).icon(icon).current(current)
    };
    let in_work = matches!(place, Route::Work | Route::NewContact);
    let in_cases = matches!(place, Route::Cases | Route::NewSibling(_) | Route::EnquiryToCase(_));
    let in_case = matches!(place, Route::Case(..));
    let in_team = matches!(place, Route::Team | Route::AddWorker | Route::Worker(_));
    let in_registers = matches!(
        place,
        Route::Registers
            | Route::Calendar
            | Route::Schools
            | Route::Compliance
            | Route::Policy
            | Route::Views
            | Route::TakeView(_)
            | Route::View(_)
            | Route::ViewReceipt(_)
            | Route::PassOnViews
            | Route::CheckPack
            | Route::ViewsBecame
            | Route::Register(_)
            | Route::AddEntry(..)
            | Route::ChangeSetting(_)
            | Route::Entry(..)
            | Route::ChangeEntry(..)
    );
    let in_settings = matches!(
        place,
        Route::Settings | Route::Backup | Route::Passphrase | Route::InboxKeys
    );
    vec![
        link(Route::Work, "Work", IconName::ListChecks, in_work).count(waiting),
        link(Route::Cases, "Cases", IconName::Folder, in_cases || in_case),
        link(Route::Inbox, "Inbox", IconName::Inbox, place == Route::Inbox),
        link(Route::Team, "Team", IconName::Users, in_team),
        link(Route::Registers, "Registers", IconName::BookOpen, in_registers),
        link(Route::Settings, "Settings", IconName::Settings, in_settings),
    ]
}
