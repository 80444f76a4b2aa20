//! Fetching `service.json`, from the network first.

use leptos::prelude::*;
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::sample;

/// Why `service.json` did not come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "service.json did not arrive. If you are offline, try again later. If not, the file is missing beside this page."
)]
pub struct FetchServiceError;

impl From<JsValue> for FetchServiceError {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Where the small script that starts the page leaves its own answer.
const ASKED: &str = "evenhandService";

/// The same for a page that is starting: the script that starts it has asked already, while the program was on its way.
///
/// # Errors
/// As [`fetch_service_file`].
pub async fn service_file_at_start() -> Result<String, FetchServiceError> {
    match asked_already().await {
        Some(text) => Ok(text),
        None => fetch_service_file().await,
    }
}

async fn asked_already() -> Option<String> {
    let answer: js_sys::Promise = js_sys::Reflect::get(&window(), &ASKED.into()).ok()?.dyn_into().ok()?;
    JsFuture::from(answer).await.ok()?.as_string()
}

/// The text of the `service.json` beside this page. The service worker answers with its last copy where there is no network. A page of
/// the sample has the sample's own, and never the service's.
///
/// # Errors
/// When neither the network nor the service worker has it, or there is no sample on this device.
pub async fn fetch_service_file() -> Result<String, FetchServiceError> {
    if sample::is_asked() {
        return sample::service_file().ok_or(FetchServiceError);
    }
    let how = web_sys::RequestInit::new();
    how.set_cache(web_sys::RequestCache::NoCache);
    let answer = JsFuture::from(window().fetch_with_str_and_init("service.json", &how)).await?;
    let answer: web_sys::Response = answer.dyn_into()?;
    if !answer.ok() {
        return Err(FetchServiceError);
    }
    let text = JsFuture::from(answer.text()?).await?;
    text.as_string().ok_or(FetchServiceError)
}
