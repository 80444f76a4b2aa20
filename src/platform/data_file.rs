//! Data that the page fetches from its own origin when it is needed, and that is no part of the program.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The text of the file of this name. The starting script carries its address and its hash; the service worker has it for use without a
/// network. None where it cannot be had, or is not what was released.
pub async fn fetch_data_file(name: &str) -> Option<String> {
    let mark = format!("data-{name}");
    let script = document().query_selector(&format!("script[{mark}]")).ok().flatten()?;
    let told = script.get_attribute(&mark)?;
    let (address, integrity) = told.split_once(' ')?;
    fetch(address, integrity).await.ok().flatten()
}

async fn fetch(address: &str, integrity: &str) -> Result<Option<String>, JsValue> {
    let how = web_sys::RequestInit::new();
    how.set_integrity(integrity);
    let answer = JsFuture::from(window().fetch_with_str_and_init(address, &how)).await?;
    let answer: web_sys::Response = answer.dyn_into()?;
    if !answer.ok() {
        return Ok(None);
    }
    Ok(JsFuture::from(answer.text()?).await?.as_string())
}
