//! The workspace as a whole: one match on the stage, one on the place.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::calendar::CalendarPage;
use super::case::CasePage;
use super::cases::CasesPage;
use super::compliance::CompliancePage;
use super::device::{self, AutoLock, Opening, OtherTab, Recover, Restore, Stopped, Unlock, Welcome};
use super::draft::Drafts;
use super::frame::Frame;
use super::inbox::InboxPage;
use super::not_found::NotFound;
use super::open::{Before, CaseFromEnquiry, NewContact, SiblingCase};
use super::policy::PolicyPage;
use super::registers::{AddEntry, ChangeEntry, ChangeSetting, EntryPage, RegisterPage, Registers};
use super::route::{CasePart, Route};
use super::schools::SchoolsPage;
use super::session::{Session, Stage};
use super::settings::{Backup, Passphrase, Settings};
use super::team::{AddWorker, InboxKeys, Team, WorkerPage};
use super::wording::Wording;
use super::work::WorkPage;
use crate::components::{Announcer, Theme};
use crate::layout::SiteName;
use crate::platform::release::Release;
use crate::platform::{address, leave};
use crate::view;

/// Starts the workspace.
pub fn start() {
    Theme::kept().show();
    crate::layout::start(|| view! { <App /> });
}

/// The workspace.
#[component]
fn App() -> impl IntoView {
    let session = Session::provide();
    let drafts = Drafts::provide();
    Wording::provide();
    SiteName::provide(Signal::stored("Workspace".to_owned()));
    Announcer::provide();
    Release::provide();
    address::on_change(move |fragment| {
        drafts.went_on();
        session.route().set(Route::parse(&fragment));
    });
    leave::forget_on_return();
    spawn_local(device::boot(session));
    let place = Memo::new(move |_| (session.stage().get(), session.route().get()));
    view! { <Frame>{move || show(place.get())}</Frame> }
}

fn show((stage, route): (Stage, Route)) -> AnyView {
    match (stage, route) {
        (Stage::Opening, _) => view! { <Opening /> }.into_any(),
        (Stage::Stopped { what, advice }, _) => view! { <Stopped what advice /> }.into_any(),
        (Stage::OtherTab, _) => view! { <OtherTab /> }.into_any(),
        (Stage::Empty | Stage::Locked, Route::Restore) => view! { <Restore /> }.into_any(),
        (Stage::Empty, _) => view! { <Welcome /> }.into_any(),
        (Stage::Locked, Route::Recover) => view! { <Recover /> }.into_any(),
        (Stage::Locked, _) => view! { <Unlock /> }.into_any(),
        (Stage::Open, route) => view! { <AutoLock /> {place_of(route)} }.into_any(),
    }
}

/// The page of each place, while unlocked.
fn place_of(route: Route) -> AnyView {
    match route {
        Route::Work => view! { <WorkPage /> }.into_any(),
        Route::Cases => view! { <CasesPage /> }.into_any(),
        Route::Case(id, CasePart::Before) => view! { <Before id /> }.into_any(),
        Route::Inbox => view! { <InboxPage /> }.into_any(),
        Route::NewContact => view! { <NewContact /> }.into_any(),
        Route::NewSibling(id) => view! { <SiblingCase id /> }.into_any(),
        Route::EnquiryToCase(id) => view! { <CaseFromEnquiry id /> }.into_any(),
        Route::Team => view! { <Team /> }.into_any(),
        Route::AddWorker => view! { <AddWorker /> }.into_any(),
        Route::Worker(id) => view! { <WorkerPage id /> }.into_any(),
        Route::InboxKeys => view! { <InboxKeys /> }.into_any(),
        Route::Registers => view! { <Registers /> }.into_any(),
        Route::Calendar => view! { <CalendarPage /> }.into_any(),
        Route::Compliance => view! { <CompliancePage /> }.into_any(),
        Route::Schools => view! { <SchoolsPage /> }.into_any(),
        Route::Policy => view! { <PolicyPage /> }.into_any(),
        Route::Register(kind) => view! { <RegisterPage kind /> }.into_any(),
        Route::AddEntry(kind, who) => view! { <AddEntry kind who /> }.into_any(),
        Route::ChangeSetting(setting) => view! { <ChangeSetting setting /> }.into_any(),
        Route::Entry(kind, id) => view! { <EntryPage kind id /> }.into_any(),
        Route::ChangeEntry(kind, id) => view! { <ChangeEntry kind id /> }.into_any(),
        Route::Settings => view! { <Settings /> }.into_any(),
        Route::Backup => view! { <Backup /> }.into_any(),
        Route::Passphrase => view! { <Passphrase /> }.into_any(),
        Route::Case(id, part) => view! { <CasePage id part /> }.into_any(),
        _ => view! { <NotFound /> }.into_any(),
    }
}
