//! Whether the browser may throw the data away, and how much room there is.
//!
//! Storage is "best effort" until the browser promises more: when the device runs short of room, or in some browsers after a week
//! without a visit, all of it goes. A promise is asked for once a vault exists; browsers grant it for bookmarked or installed pages, or
//! ask the user. It protects against the browser, not against the user, so backups are needed all the same.

/// How full the browser's storage is, as far as it says. Browsers round both figures, and pad them, so that they cannot be used to spy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// What this site uses, in bytes.
    pub used_bytes: u64,
    /// What this site may use altogether, in bytes.
    pub quota_bytes: u64,
}

/// Whether the browser has promised to keep the data. `None` when it cannot say, and outside of a browser.
pub async fn persisted() -> Option<bool> {
    browser::persisted().await
}

/// Asks the browser to promise, which may show a question to the user; so call it on a user's action. Tells whether the promise was
/// given. `None` when the browser cannot promise, and outside of a browser.
pub async fn ask_persist() -> Option<bool> {
    browser::ask_persist().await
}

/// How full the storage is. `None` when the browser cannot say, and outside of a browser.
pub async fn estimate() -> Option<Estimate> {
    browser::estimate().await
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::{Promise, Reflect};
    use wasm_bindgen::JsValue;
    use wasm_bindgen_futures::JsFuture;
    use web_sys::StorageManager;

    use super::Estimate;

    /// The answer to one question; `None` when the browser does not know the question, or refuses it.
    async fn ask(question: impl FnOnce(&StorageManager) -> Result<Promise, JsValue>) -> Option<JsValue> {
        // The manager is missing where the page was not served securely, so look before calling.
        let manager = web_sys::window()?.navigator().storage();
        if manager.is_undefined() {
            return None;
        }
        JsFuture::from(question(&manager).ok()?).await.ok()
    }

    pub(super) async fn persisted() -> Option<bool> {
        ask(StorageManager::persisted).await?.as_bool()
    }

    pub(super) async fn ask_persist() -> Option<bool> {
        ask(StorageManager::persist).await?.as_bool()
    }

    pub(super) async fn estimate() -> Option<Estimate> {
        let answer = ask(StorageManager::estimate).await?;
        Some(Estimate {
            used_bytes: bytes(&answer, "usage")?,
            quota_bytes: bytes(&answer, "quota")?,
        })
    }

    fn bytes(answer: &JsValue, field: &str) -> Option<u64> {
        let number = Reflect::get(answer, &field.into()).ok()?.as_f64()?;
        // The cast rounds down and stops at the ends of the range, which is what is wanted of an estimate.
        Some(number as u64)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod browser {
    use super::Estimate;

    pub(super) async fn persisted() -> Option<bool> {
        None
    }

    pub(super) async fn ask_persist() -> Option<bool> {
        None
    }

    pub(super) async fn estimate() -> Option<Estimate> {
        None
    }
}
