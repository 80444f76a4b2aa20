//! What was read of texts a moment ago: one text is often compared with thousands of others, and reading it takes longest.

use std::cell::RefCell;
use std::rc::Rc;

/// How many texts are remembered: a family's on the one side, and one on the other.
const MOST: usize = 16;

/// The texts that were read last, with what was read, the last that was asked for first.
pub(super) struct Recent<T>(RefCell<Vec<(String, Rc<T>)>>);

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T> Recent<T> {
    /// What a text reads as.
    pub(super) fn of(&self, text: &str, read: impl FnOnce(&str) -> T) -> Rc<T> {
        let mut known = self.0.borrow_mut();
        if let Some(at) = known.iter().position(|(of, _)| of == text) {
            known[..=at].rotate_right(1);
            return Rc::clone(&known[0].1);
        }
        let found = Rc::new(read(text));
        known.truncate(MOST - 1);
        known.insert(0, (text.to_owned(), Rc::clone(&found)));
        found
    }
}
