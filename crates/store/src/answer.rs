//! One answer, given once from a browser event to a waiting future.

use std::{
    cell::RefCell,
    future::Future,
    pin::Pin,
    rc::{Rc, Weak},
    task::{Context, Poll, Waker},
};

struct Slot<T> {
    given: bool,
    value: Option<T>,
    waker: Option<Waker>,
}

/// The end that the event handlers hold; each handler holds a clone, and the first answer counts.
pub(crate) struct Giver<T> {
    // Weak, so that an answer which nobody awaits any more has nowhere to lie about.
    slot: Weak<RefCell<Slot<T>>>,
}

/// The end to await. It never ends when no handler ever answers.
pub(crate) struct Answer<T> {
    slot: Rc<RefCell<Slot<T>>>,
}

/// Both ends of one answer.
pub(crate) fn answer<T>() -> (Giver<T>, Answer<T>) {
    let slot = Rc::new(RefCell::new(Slot {
        given: false,
        value: None,
        waker: None,
    }));
    (
        Giver {
            slot: Rc::downgrade(&slot),
        },
        Answer { slot },
    )
}

impl<T> Clone for Giver<T> {
    fn clone(&self) -> Self {
        Self {
            slot: Weak::clone(&self.slot),
        }
    }
}

impl<T> Giver<T> {
    /// Answers. `false` when somebody answered before, or nobody waits any more; the value is dropped then.
    pub(crate) fn give(&self, value: T) -> bool {
        let Some(slot) = self.slot.upgrade() else { return false };
        let mut slot = slot.borrow_mut();
        if slot.given {
            return false;
        }
        slot.given = true;
        slot.value = Some(value);
        let waker = slot.waker.take();
        drop(slot);
        if let Some(waker) = waker {
            waker.wake();
        }
        true
    }
}

impl<T> Future for Answer<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        let mut slot = self.slot.borrow_mut();
        match slot.value.take() {
            Some(value) => Poll::Ready(value),
            None => {
                slot.waker = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::answer;

    #[test]
    fn the_first_answer_counts() {
        let (giver, answer) = answer();
        assert!(giver.clone().give(1));
        assert!(!giver.give(2));
        assert_eq!(pollster::block_on(answer), 1);
        assert!(!giver.give(3));
    }

    #[test]
    fn nobody_hears_an_answer_that_is_no_longer_awaited() {
        let (giver, answer) = answer();
        drop(answer);
        assert!(!giver.give(1));
    }
}
