//! By the browser's own tables.

use js_sys::{JsString, RegExp};

pub(crate) fn composed(text: &str) -> String {
    JsString::from(text).normalize("NFC").into()
}

pub(crate) fn without_marks(text: &str) -> String {
    let marks = RegExp::new(r"\p{M}+", "gu");
    JsString::from(text)
        .normalize("NFKD")
        .replace_by_pattern(&marks, "")
        .into()
}
