//! Saving bytes as a file on the device.

use leptos::prelude::*;
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};

/// The browser would not save the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("this browser did not save the file")]
pub struct DownloadError;

impl From<JsValue> for DownloadError {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// A file that is put together in the browser's own memory, piece by piece.
pub struct Pieces(js_sys::Array);

impl Pieces {
    /// None yet.
    #[must_use]
    pub fn none() -> Self {
        Self(js_sys::Array::new())
    }

    /// One more.
    pub fn add(&self, piece: &[u8]) {
        self.0.push(&js_sys::Uint8Array::from(piece));
    }

    /// Hands the file to the browser to be saved under a name. The browser may ask where, and does not say what became of it.
    ///
    /// # Errors
    /// When the browser refuses to make the file.
    pub fn download(&self, name: &str) -> Result<(), DownloadError> {
        let kind = web_sys::BlobPropertyBag::new();
        kind.set_type("application/octet-stream");
        let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&self.0, &kind)?;
        let address = web_sys::Url::create_object_url_with_blob(&blob)?;
        let link = document().create_element("a")?.dyn_into::<web_sys::HtmlAnchorElement>();
        let link = link.map_err(|_| DownloadError)?;
        link.set_href(&address);
        link.set_download(name);
        link.click();
        // Some browsers read the address only after this turn, so it is given back a little later.
        set_timeout(
            move || {
                let _ = web_sys::Url::revoke_object_url(&address);
            },
            std::time::Duration::from_secs(30),
        );
        Ok(())
    }
}

/// Hands bytes to the browser to be saved under a name.
///
/// # Errors
/// As for [`Pieces::download`].
pub fn download(name: &str, bytes: &[u8]) -> Result<(), DownloadError> {
    let file = Pieces::none();
    file.add(bytes);
    file.download(name)
}
