//! The sample: whether this page is opened for it, where its pages are, and the one thing kept of it outside the sealed tables.
//!
//! A page of the sample bears `?sample` in its address, and so has another database, another lock between tabs and another
//! `service.json` than the service's own. What is kept under `KEPT_AS` is that file: public keys and invented names.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;

/// The name of the sample's database and of its lock. Anybody at the device can see it.
pub const NAME: &str = "evenhand-sample";
/// Under what its `service.json` is kept.
const KEPT_AS: &str = "evenhand-sample.service";

/// The page that makes the sample, or opens it where there is one.
pub const MAKE: &str = "sample.html";
/// The same page, asked to remove it.
pub const REMOVE: &str = "sample.html#/remove";
/// The sample's workspace.
pub const WORKSPACE: &str = "workspace.html?sample";
/// The service's own workspace.
pub const OWN_WORKSPACE: &str = "workspace.html";
/// The sample's public page.
pub const FORM: &str = "index.html?sample";

/// Whether this page is opened for the sample.
#[must_use]
pub fn is_asked() -> bool {
    window().location().search().is_ok_and(|query| query == "?sample")
}

/// The sample's `service.json`; none where there is no sample on this device.
#[must_use]
pub fn service_file() -> Option<String> {
    LocalStorage::raw().get_item(KEPT_AS).ok().flatten()
}

/// Keeps the sample's `service.json`. Tells whether the browser did.
#[must_use]
pub fn keep_service_file(text: &str) -> bool {
    LocalStorage::raw().set_item(KEPT_AS, text).is_ok()
}

/// Forgets it.
pub fn forget_service_file() {
    LocalStorage::delete(KEPT_AS);
}

/// Goes to another page, in the place of this one in the history.
pub fn go_to(page: &str) {
    // A browser that refuses leaves the page as it is, and its links lead there.
    let _ = window().location().replace(page);
}
