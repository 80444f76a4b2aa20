//! Longer tasks: they tell how far they have come, and let the page breathe in between.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// What is told how far a task has come, from 0 to 1; the task goes on when what it gives is done.
type Told = Box<dyn Fn(f64) -> Pin<Box<dyn Future<Output = ()>>>>;

/// The pace of a longer task.
#[derive(Default, Clone)]
pub struct Pace {
    told: Option<Rc<Told>>,
    /// So much was done by another task before this one began.
    from: f64,
}

impl Pace {
    /// Tells nobody and never pauses.
    #[must_use]
    pub const fn none() -> Self {
        Self { told: None, from: 0.0 }
    }

    /// Tells this, and waits for it.
    pub fn new<P: Future<Output = ()> + 'static>(tell: impl Fn(f64) -> P + 'static) -> Self {
        let told: Told = Box::new(move |done| Box::pin(tell(done)));
        Self {
            told: Some(Rc::new(told)),
            from: 0.0,
        }
    }

    /// The same for what is left of it.
    pub(crate) fn from(&self, from: f64) -> Self {
        Self { from, ..self.clone() }
    }

    /// Tells that so much of a part is done; the part begins and ends at these.
    pub(crate) async fn tell(&self, (from, to): (f64, f64), done: usize, all: usize) {
        if let Some(told) = &self.told {
            let share = u32::try_from(done).unwrap_or(u32::MAX);
            let all = u32::try_from(all).unwrap_or(u32::MAX).max(1);
            let share = (f64::from(share) / f64::from(all)).min(1.0);
            let done = from + (to - from) * share;
            told(self.from + (1.0 - self.from) * done).await;
        }
    }
}
