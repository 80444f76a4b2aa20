//! What the browser says when something fails, reduced to two texts.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::DomException;

use crate::{CommitError, OpenError, ReadError};

/// A failure as the browser names it. IndexedDB's own texts hold no key and no value.
#[derive(Debug)]
pub(super) struct Fault {
    name: String,
    message: String,
}

impl Fault {
    /// The connection was closed, by another tab or by the browser.
    pub(super) fn gone() -> Self {
        Self {
            name: "InvalidStateError".to_owned(),
            message: String::new(),
        }
    }

    /// The transaction ended without being saved.
    pub(super) fn aborted(exception: Option<DomException>) -> Self {
        exception.map_or_else(
            || Self {
                name: "AbortError".to_owned(),
                message: String::new(),
            },
            |exception| Self::from(JsValue::from(exception)),
        )
    }

    pub(super) fn is_gone(&self) -> bool {
        self.name == "InvalidStateError"
    }

    fn text(&self) -> String {
        if self.message.is_empty() {
            self.name.clone()
        } else {
            format!("{}: {}", self.name, self.message)
        }
    }
}

impl From<JsValue> for Fault {
    fn from(thrown: JsValue) -> Self {
        let text_of = |field: &str| {
            Reflect::get(&thrown, &field.into())
                .ok()
                .and_then(|value| value.as_string())
        };
        Self {
            name: text_of("name").unwrap_or_else(|| "Error".to_owned()),
            message: text_of("message").unwrap_or_default(),
        }
    }
}

impl From<idb::Error> for Fault {
    fn from(error: idb::Error) -> Self {
        match error {
            idb::Error::IndexedDbOpenFailed(thrown)
            | idb::Error::UpdateFailed(thrown)
            | idb::Error::DeleteFailed(thrown) => thrown.into(),
            idb::Error::DomException(exception) => JsValue::from(exception).into(),
            other => Self {
                name: "Error".to_owned(),
                message: other.to_string(),
            },
        }
    }
}

impl From<Fault> for OpenError {
    fn from(fault: Fault) -> Self {
        match fault.name.as_str() {
            "SecurityError" | "NotAllowedError" | "InvalidStateError" => Self::Refused,
            "VersionError" => Self::NewerVersion,
            "UnknownError" => Self::Damaged(fault.text()),
            _ => Self::Other(fault.text()),
        }
    }
}

impl From<Fault> for ReadError {
    fn from(fault: Fault) -> Self {
        if fault.is_gone() {
            Self::Gone
        } else {
            Self::Failed(fault.text())
        }
    }
}

impl From<Fault> for CommitError {
    fn from(fault: Fault) -> Self {
        match fault.name.as_str() {
            "QuotaExceededError" => Self::Full,
            _ if fault.is_gone() => Self::Gone,
            _ => Self::Aborted(fault.text()),
        }
    }
}
