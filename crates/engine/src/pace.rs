//! Longer tasks: they tell how far they have come, and let the page breathe in between.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// What is told how far a task has come, from 0 to 1; the task goes on when what it gives is done.
type Told = Box<dyn Fn(f64) -> Pin<Box<dyn Future<Output = ()>>>>;

/// The pace of a longer task.
#[derive(Clone)]
pub struct Pace {
    told: Option<Rc<Told>>,
    /// How far the whole has come when this task begins, and when it ends: others come before and after it.
    part: (f64, f64),
}

impl Pace {
    /// Tells nobody and never pauses.
    #[must_use]
    pub const fn none() -> Self {
        Self {
            told: None,
            part: (0.0, 1.0),
        }
    }

    /// Tells this, and waits for it.
    pub fn new<P: Future<Output = ()> + 'static>(tell: impl Fn(f64) -> P + 'static) -> Self {
        let told: Told = Box::new(move |done| Box::pin(tell(done)));
        Self {
            told: Some(Rc::new(told)),
            part: (0.0, 1.0),
        }
    }

    /// The same for a part of it, which begins and ends at these.
    pub(crate) fn part(&self, part: (f64, f64)) -> Self {
        Self {
            part: (self.at(part.0), self.at(part.1)),
            ..self.clone()
        }
    }

    /// How far the whole has come, where so much of this task is done.
    fn at(&self, done: f64) -> f64 {
        let (from, to) = self.part;
        from + (to - from) * done
    }

    /// Tells that so much of a part is done; the part begins and ends at these.
    pub(crate) async fn tell(&self, (from, to): (f64, f64), done: usize, all: usize) {
        if let Some(told) = &self.told {
            let share = u32::try_from(done).unwrap_or(u32::MAX);
            let all = u32::try_from(all).unwrap_or(u32::MAX).max(1);
            let share = (f64::from(share) / f64::from(all)).min(1.0);
            told(self.at(from + (to - from) * share)).await;
        }
    }
}
