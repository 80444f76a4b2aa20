//! What was read of texts a moment ago: one text is often compared with thousands of others, and reading it takes longest.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// How many texts are remembered. A check has a few on one side and any number on the other.
const MOST: usize = 64;

/// The texts that were read last, with what was read.
pub(super) struct Recent<T>(RefCell<HashMap<String, Rc<T>>>);

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T> Recent<T> {
    /// What a text reads as.
    pub(super) fn of(&self, text: &str, read: impl FnOnce(&str) -> T) -> Rc<T> {
        if let Some(known) = self.0.borrow().get(text) {
            return known.clone();
        }
        let found = Rc::new(read(text));
        let mut known = self.0.borrow_mut();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(text.to_owned(), found.clone());
        found
    }
}
