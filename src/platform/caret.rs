//! Where somebody was writing: which box of the page, and how far in.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// The boxes of a page, in its order. The ids of most are numbered anew on each load, so a box is known by its place.
const BOXES: &str = "main :is(input, select, textarea)";

/// Where somebody was writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caret {
    /// Which box of the page, counted from nought.
    place: u32,
    /// How far in, in units of the browser; none where a box has no caret.
    depth: Option<u32>,
}

impl Caret {
    /// Where the focus is now; none unless it is in a box of the page.
    #[must_use]
    pub fn here() -> Option<Self> {
        let focused = document().active_element()?;
        let place = boxes()?.iter().position(|each| js_sys::Object::is(&each, &focused))?;
        let depth = js_sys::Reflect::get(&focused, &"selectionStart".into()).ok()?.as_f64();
        Some(Self {
            place: u32::try_from(place).ok()?,
            depth: depth.map(|depth| depth as u32),
        })
    }

    /// Puts the focus back, and the caret where the box has one.
    pub fn put_back(self) {
        let Some(found) = boxes().map(|all| all.get(self.place)) else {
            return;
        };
        let Ok(element) = found.dyn_into::<web_sys::HtmlElement>() else {
            return;
        };
        // A box that is out of sight does not take the focus, and then it stays on the heading.
        let _ = element.focus();
        if let Some(depth) = self.depth {
            for end in ["selectionStart", "selectionEnd"] {
                // A number box refuses; its caret is wherever the browser puts it.
                let _ = js_sys::Reflect::set(&element, &end.into(), &JsValue::from(depth));
            }
        }
    }

    /// As a short text, to be sealed with a draft: `4` or `4:117`.
    #[must_use]
    pub fn to_text(self) -> String {
        match self.depth {
            Some(depth) => format!("{}:{depth}", self.place),
            None => self.place.to_string(),
        }
    }

    /// From such a text; none where it is none.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let (place, depth) = match text.split_once(':') {
            Some((place, depth)) => (place, Some(depth.parse().ok()?)),
            None => (text, None),
        };
        Some(Self {
            place: place.parse().ok()?,
            depth,
        })
    }
}

/// Every box of the page that is shown.
fn boxes() -> Option<js_sys::Array> {
    let page = document();
    let find = js_sys::Reflect::get(&page, &"querySelectorAll".into()).ok()?;
    let found = find.dyn_ref::<js_sys::Function>()?.call1(&page, &BOXES.into()).ok()?;
    Some(js_sys::Array::from(&found))
}

#[cfg(test)]
mod tests {
    use super::Caret;

    #[test]
    fn where_somebody_wrote_survives_a_lock_as_text() {
        for (place, depth) in [(0, None), (4, Some(0)), (4, Some(117))] {
            let caret = Caret { place, depth };
            assert_eq!(Caret::from_text(&caret.to_text()), Some(caret));
        }
        for text in ["", "x", "4:", ":4", "4:x", "-1"] {
            assert_eq!(Caret::from_text(text), None, "{text}");
        }
    }
}
