//! What is asked of a sample: how large, under which policy, as of when.

use evenhand_domain::date::{Day, Moment};
use evenhand_domain::profile::ProfileId;
use evenhand_engine::now::Now;

/// Days that a sample looks back: two years.
const DAYS: i64 = 730;

/// From how many cases on a sample is for measuring, and each case is short.
const LARGE: usize = 400;

/// What is asked of a sample. The same plan makes the same families, days and words; keys and identifiers are truly random.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// What names, days and words are drawn from.
    pub seed: u64,
    /// How many cases, besides enquiries that name nobody.
    pub cases: usize,
    /// The policy that the service works under.
    pub profile: ProfileId,
    /// The time at which the two years end: what is due stands around it.
    pub now: Now,
}

impl Plan {
    /// What an evaluator sees: a small service of which every screen shows something, under the one policy that has every kind of
    /// answer to a conflict.
    #[must_use]
    pub const fn to_look_at(now: Now) -> Self {
        Self {
            seed: 1,
            cases: 64,
            profile: ProfileId::Staffordshire,
            now,
        }
    }

    /// Whether it is for measuring: then a case is a call, a few entries and a closing.
    pub(crate) const fn is_large(&self) -> bool {
        self.cases >= LARGE
    }

    /// How many enquiries are answered besides.
    pub(crate) const fn enquiries(&self) -> usize {
        if self.is_large() {
            self.cases / 100
        } else {
            self.cases / 6
        }
    }

    /// The day so many days before now.
    pub(crate) fn days_ago(&self, days: i64) -> Day {
        self.now.day().plus_days(-days)
    }

    /// The first day of the service.
    pub(crate) fn first_day(&self) -> Day {
        weekday(self.days_ago(DAYS))
    }

    /// A time of a day, in minutes after midnight where the service is.
    pub(crate) fn at(&self, day: Day, minute: i64) -> Now {
        let midnight = day.days_since(Moment::default().day(0)) * 1440;
        let minutes = midnight + minute - i64::from(self.now.offset_minutes);
        Now {
            at: Moment::from_millis(minutes * 60_000),
            ..self.now
        }
    }
}

/// The day itself, or the Monday after a weekend.
pub(crate) fn weekday(mut day: Day) -> Day {
    while day.is_weekend() {
        day = day.plus_days(1);
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_the_clock_s_where_the_service_is() {
        for offset_minutes in [0, 60, -300] {
            let now = Now {
                at: Moment::from_millis(1_795_424_400_000),
                offset_minutes,
            };
            let plan = Plan::to_look_at(now);
            let at = plan.at(plan.first_day(), 9 * 60 + 20);
            assert_eq!(at.day(), plan.first_day());
            assert_eq!(at.at.clock(offset_minutes), "09:20");
        }
    }
}
