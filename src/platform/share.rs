//! The share sheet of the device, where it has one that takes files.

use leptos::prelude::*;
use thiserror::Error;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Nothing was shared: the person closed the sheet, or the device refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("nothing was shared")]
pub struct ShareError;

impl From<JsValue> for ShareError {
    fn from(_: JsValue) -> Self {
        Self
    }
}

fn file_to_share(name: &str, bytes: &[u8]) -> Result<web_sys::ShareData, ShareError> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let file = web_sys::File::new_with_u8_array_sequence(&parts, name)?;
    let data = web_sys::ShareData::new();
    data.set_files(&js_sys::Array::of1(&file));
    Ok(data)
}

/// Whether this device can share such a file. Many share pictures and texts alone.
#[must_use]
pub fn can_share_file(name: &str) -> bool {
    let asked = |key: &str| js_sys::Reflect::has(&window().navigator(), &JsValue::from_str(key)).unwrap_or(false);
    asked("canShare")
        && asked("share")
        && file_to_share(name, &[0]).is_ok_and(|data| window().navigator().can_share_with_data(&data))
}

/// Opens the share sheet with a file.
///
/// # Errors
/// When the person closes it or the device refuses. Even when it succeeds, nobody knows whether the file arrived.
pub async fn share_file(name: &str, bytes: &[u8]) -> Result<(), ShareError> {
    let data = file_to_share(name, bytes)?;
    JsFuture::from(window().navigator().share_with_data(&data)).await?;
    Ok(())
}
