//! Opening what is on this device: first the lock between tabs, then the storage.

use evenhand_engine::device::{self, DeviceState};
use evenhand_engine::tab_lock::TabLock;
use evenhand_engine::{AnyStore, StoreOpenError};
use leptos::prelude::Set;

use super::{stopped_words, words};
use crate::platform::sample;
use crate::workspace::session::{Session, Stage};

/// The name of the storage and of the lock. Anybody at the device can see it. The sample has its own, so that nothing of it is ever
/// among real records.
fn name() -> &'static str {
    if sample::is_asked() { sample::NAME } else { "evenhand" }
}

/// Takes the lock between tabs, opens the storage and looks what is there.
pub(in crate::workspace) async fn boot(session: Session) {
    let stage = session.stage();
    if !TabLock::is_supported() {
        return stage.set(stopped_words::no_tab_lock());
    }
    let mut lock = TabLock::try_take(name()).await;
    if lock.is_none() {
        stage.set(Stage::OtherTab);
        lock = TabLock::wait(name()).await;
        stage.set(Stage::Opening);
    }
    let Some(lock) = lock else {
        return stage.set(stopped_words::no_tab_lock());
    };
    // It is held as long as the page is there; the browser takes it back with the page.
    let _held: &mut TabLock = Box::leak(Box::new(lock));
    stage.set(match open(session).await {
        // There is no sample yet, so it is made first.
        Ok(DeviceState::Empty) if sample::is_asked() => return sample::go_to(sample::MAKE),
        Ok(DeviceState::Empty) => Stage::Empty,
        Ok(DeviceState::Locked) => Stage::Locked,
        Err(stopped) => stopped,
    });
}

async fn open(session: Session) -> Result<DeviceState, Stage> {
    let store = AnyStore::open(name())
        .await
        .map_err(|error: StoreOpenError| stopped_words::not_opened(&error))?;
    session.keep_store(store.clone());
    device::look(&store).await.map_err(|error| {
        let (what, advice) = words::device(&error);
        Stage::Stopped { what, advice }
    })
}
