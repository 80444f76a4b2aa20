//! The page as a whole: what is on this device, and what can be done about it.

use evenhand_domain::profile::ProfileId;
use evenhand_domain::service::ServiceFile;
use evenhand_engine::device::{self, DeviceState};
use evenhand_engine::tab_lock::TabLock;
use evenhand_engine::{AnyStore, StoreOpenError};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::begin::Begin;
use super::making::Making;
use super::measure::Measure;
use super::there::{Remove, There};
use crate::components::{Announcer, Theme};
use crate::layout::{HelpContact, SiteName, WorkspaceShell};
use crate::pages::gallery::Gallery;
use crate::platform::release::Release;
use crate::platform::service_file::fetch_service_file;
use crate::platform::{address, leave, sample};
use crate::view;
use crate::workspace::device::{Opening, OtherTab, Stopped, stopped_words, words};
use crate::workspace::frame::contact_of;
use crate::workspace::session::Stage;

/// Where the page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Looking at what is on this device, or it cannot be used.
    Looking,
    /// There is no sample yet.
    Begin,
    /// It is being made, under this policy.
    Making(ProfileId),
    /// There is one.
    There,
    /// It is to be removed.
    Remove,
    /// How quickly conflicts are checked is to be measured.
    Measure,
}

/// The page, for its parts. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct SamplePage {
    pub(super) standing: RwSignal<Standing>,
    stage: RwSignal<Stage>,
    store: StoredValue<Option<AnyStore>, LocalStorage>,
}

impl SamplePage {
    /// The sample's storage, once it is open.
    pub(super) fn store(self) -> Option<AnyStore> {
        self.store.get_value()
    }

    /// Lets go of the storage, so that it can be deleted.
    pub(super) fn let_go(self) {
        self.store.set_value(None);
    }

    /// Takes the lock between tabs, opens the sample's storage and looks what is there.
    async fn boot(self) {
        // It needs nothing that lies on this device.
        if address::fragment() == "#/measure" {
            return self.standing.set(Standing::Measure);
        }
        if !TabLock::is_supported() {
            return self.stage.set(stopped_words::no_tab_lock());
        }
        let mut lock = TabLock::try_take(sample::NAME).await;
        if lock.is_none() {
            self.stage.set(Stage::OtherTab);
            lock = TabLock::wait(sample::NAME).await;
            self.stage.set(Stage::Opening);
        }
        let Some(lock) = lock else {
            return self.stage.set(stopped_words::no_tab_lock());
        };
        // It is held as long as the page is there; the browser takes it back with the page.
        let _held: &mut TabLock = Box::leak(Box::new(lock));
        match self.open().await {
            Ok(DeviceState::Empty) => self.standing.set(Standing::Begin),
            Ok(DeviceState::Locked) if address::fragment() == "#/remove" => self.standing.set(Standing::Remove),
            Ok(DeviceState::Locked) => self.standing.set(Standing::There),
            Err(stopped) => self.stage.set(stopped),
        }
    }

    async fn open(self) -> Result<DeviceState, Stage> {
        let store = AnyStore::open(sample::NAME)
            .await
            .map_err(|error: StoreOpenError| stopped_words::not_opened(&error))?;
        self.store.set_value(Some(store.clone()));
        device::look(&store).await.map_err(|error| {
            let (what, advice) = words::device(&error);
            Stage::Stopped { what, advice }
        })
    }
}

/// Starts the page. It also carries the gallery and what measures the conflict check, for those who make pages: no service needs that,
/// and its page is no lighter for it.
pub fn start() {
    Theme::kept().show();
    crate::layout::start(|| {
        let place = RwSignal::new(address::fragment());
        address::on_change(move |fragment| place.set(fragment));
        let is_gallery = Memo::new(move |_| place.get() == "#/gallery");
        move || match is_gallery.get() {
            true => view! { <Gallery /> },
            false => view! { <App /> },
        }
    });
}

#[component]
fn App() -> impl IntoView {
    SiteName::provide(Signal::stored("Evenhand".to_owned()));
    Announcer::provide();
    Release::provide();
    let page = SamplePage {
        standing: RwSignal::new(Standing::Looking),
        stage: RwSignal::new(Stage::Opening),
        store: StoredValue::new_local(None),
    };
    leave::forget_on_return();
    spawn_local(page.boot());
    let contact = RwSignal::new(HelpContact::default());
    spawn_local(async move {
        // Without the file the frame has no telephone number; everything else works.
        let file = fetch_service_file()
            .await
            .ok()
            .and_then(|text| ServiceFile::parse(&text).ok());
        if let Some(file) = file {
            contact.set(contact_of(&file));
        }
    });
    let place = Memo::new(move |_| (page.stage.get(), page.standing.get()));
    view! {
        <WorkspaceShell
            service=Signal::stored("Evenhand".to_owned())
            home=Signal::stored(sample::OWN_WORKSPACE.to_owned())
            skip="Skip to main content"
            nav_label="Workspace"
            help_heading="Get help"
            contact
        >
            {move || match place.get() {
                (_, Standing::Begin) => view! { <Begin page /> },
                (_, Standing::Making(profile)) => view! { <Making page profile /> },
                (_, Standing::There) => view! { <There page /> },
                (_, Standing::Remove) => view! { <Remove page /> },
                (_, Standing::Measure) => view! { <Measure /> },
                (Stage::Stopped { what, advice }, _) => view! { <Stopped what advice /> },
                (Stage::OtherTab, _) => view! { <OtherTab /> },
                _ => view! { <Opening /> },
            }}
        </WorkspaceShell>
    }
}
