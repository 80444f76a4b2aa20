#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

#[cfg(target_arch = "wasm32")]
#[path = "browser.rs"]
mod tables;
#[cfg(not(target_arch = "wasm32"))]
#[path = "native.rs"]
mod tables;

use std::borrow::Cow;

/// The text with each letter and its marks as one code point where there is one (NFC).
///
/// What is all ASCII has that form already, and is handed back as it is.
#[must_use]
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(tables::composed(text))
    }
}

/// The text without accents and other marks, and with compatible letters in their plain form (NFKD without the marks): `Ź` gives `Z`,
/// `ﬁ` gives `fi`.
#[must_use]
pub fn without_marks(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(tables::without_marks(text))
    }
}
