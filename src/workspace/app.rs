//! The workspace as a whole: one match on the stage, one on the place.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::calendar::CalendarPage;
use super::case::{CasePage, foresee};
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
use super::views::{Became, CheckPack, OneView, PassOn, Receipt, TakeView, ViewsPage};
use super::wording::Wording;
use super::work::WorkPage;
use crate::components::{Announcer, Theme};
use crate::layout::SiteName;
use crate::markup::Node;
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
    foresee(session);
    spawn_local(device::boot(session));
    let place = Memo::new(move |_| (session.stage().get(), session.route().get()));
    view! { <Frame>{move || show(place.get())}</Frame> }
}

fn show((stage, route): (Stage, Route)) -> Node {
    match (stage, route) {
        (Stage::Opening, _) => view! { <Opening /> },
        (Stage::Stopped { what, advice }, _) => view! { <Stopped what advice /> },
        (Stage::OtherTab, _) => view! { <OtherTab /> },
        (Stage::Empty | Stage::Locked, Route::Restore) => view! { <Restore /> },
        (Stage::Empty, _) => view! { <Welcome /> },
        (Stage::Locked, Route::Recover) => view! { <Recover /> },
        (Stage::Locked, _) => view! { <Unlock /> },
        (Stage::Open, route) => view! { <AutoLock /> {place_of(route)} },
    }
}

/// The page of each place, while unlocked.
fn place_of(route: Route) -> Node {
    match route {
        Route::Work => view! { <WorkPage /> },
        Route::Cases => view! { <CasesPage /> },
        Route::Case(id, CasePart::Before) => view! { <Before id /> },
        Route::Inbox => view! { <InboxPage /> },
        Route::NewContact => view! { <NewContact /> },
        Route::NewSibling(id) => view! { <SiblingCase id /> },
        Route::EnquiryToCase(id) => view! { <CaseFromEnquiry id /> },
        Route::Team => view! { <Team /> },
        Route::AddWorker => view! { <AddWorker /> },
        Route::Worker(id) => view! { <WorkerPage id /> },
        Route::InboxKeys => view! { <InboxKeys /> },
        Route::Registers => view! { <Registers /> },
        Route::Calendar => view! { <CalendarPage /> },
        Route::Compliance => view! { <CompliancePage /> },
        Route::Schools => view! { <SchoolsPage /> },
        Route::Policy => view! { <PolicyPage /> },
        Route::Views => view! { <ViewsPage /> },
        Route::TakeView(instead) => view! { <TakeView instead /> },
        Route::View(id) => view! { <OneView id /> },
        Route::ViewReceipt(id) => view! { <Receipt id /> },
        Route::PassOnViews => view! { <PassOn /> },
        Route::CheckPack => view! { <CheckPack /> },
        Route::ViewsBecame => view! { <Became /> },
        Route::Register(kind) => view! { <RegisterPage kind /> },
        Route::AddEntry(kind, who) => view! { <AddEntry kind who /> },
        Route::ChangeSetting(setting) => view! { <ChangeSetting setting /> },
        Route::Entry(kind, id) => view! { <EntryPage kind id /> },
        Route::ChangeEntry(kind, id) => view! { <ChangeEntry kind id /> },
        Route::Settings => view! { <Settings /> },
        Route::Backup => view! { <Backup /> },
        Route::Passphrase => view! { <Passphrase /> },
        Route::Case(id, part) => view! { <CasePage id part /> },
        _ => view! { <NotFound /> },
    }
}
