//! The time, which comes in with each verb: nothing below the pages reads a clock.

use evenhand_domain::date::{Day, Moment};

/// The time at which a verb is done, where the worker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The moment, by the device's clock.
    pub at: Moment,
    /// Minutes by which clocks here are ahead of UTC.
    pub offset_minutes: i32,
}

impl Now {
    /// The day it is here.
    #[must_use]
    pub fn day(self) -> Day {
        self.at.day(self.offset_minutes)
    }
}
