//! By the tables of a crate, where there is no browser to ask.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

pub(crate) fn composed(text: &str) -> String {
    text.nfc().collect()
}

pub(crate) fn without_marks(text: &str) -> String {
    text.nfkd().filter(|letter| !is_combining_mark(*letter)).collect()
}
