//! Calendar days and moments. Nothing here reads a clock: both come in as arguments.

mod holiday;
mod written;

pub use written::{month_named, year_of};

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;
use time::{Date, Duration, Month, Weekday};

/// A calendar day, written `2026-11-23`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

/// A text that is not a day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a day is written year-month-day, for example 2026-11-23")]
pub struct DayError;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Day {
    /// A day from its year, month (1 to 12) and day of the month.
    ///
    /// # Errors
    /// When the calendar has no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Result<Self, DayError> {
        let month = Month::try_from(month).map_err(|_| DayError)?;
        Date::from_calendar_date(year, month, day)
            .map(Self)
            .map_err(|_| DayError)
    }

    /// The day so many days later (earlier when negative); the calendar's last day at its end.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(Duration::days(days)))
    }

    /// The same day so many months later, or the last day of that month where it is shorter.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let total = self.0.year() * 12 + i32::from(u8::from(self.0.month())) - 1 + months;
        let (year, month) = (
            total.div_euclid(12),
            u8::try_from(total.rem_euclid(12) + 1).unwrap_or(1),
        );
        (0..4)
            .find_map(|less| Self::new(year, month, self.0.day().saturating_sub(less)).ok())
            .unwrap_or(self)
    }

    /// The first day of the month that this day is in.
    #[must_use]
    pub fn month_begins(self) -> Self {
        Self::new(self.year(), self.month(), 1).unwrap_or(self)
    }

    /// Days from `earlier` to this day; negative when this day comes first.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).whole_days()
    }

    /// Whole years from `birth` to this day: an age.
    #[must_use]
    pub fn years_since(self, birth: Self) -> i32 {
        let had_birthday = (self.month(), self.day()) >= (birth.month(), birth.day());
        self.year() - birth.year() - i32::from(!had_birthday)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// Whether it is a Saturday or a Sunday.
    #[must_use]
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Saturday | Weekday::Sunday)
    }

    /// The day so many working days later: weekends and England's bank holidays are left out.
    #[must_use]
    pub fn plus_working_days(self, days: u32) -> Self {
        let mut day = self;
        for _ in 0..days {
            day = day.plus_days(1);
            while !day.is_working_day() {
                day = day.plus_days(1);
            }
        }
        day
    }

    /// The day of the week, 1 for Monday to 7 for Sunday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        self.0.weekday().number_from_monday()
    }

    /// In words: `23 November 2026`, with spaces at which no line ends.
    #[must_use]
    pub fn long(self) -> String {
        format!(
            "{}\u{a0}{}\u{a0}{}",
            self.day(),
            MONTHS[usize::from(self.month() - 1)],
            self.year()
        )
    }

    /// In words with its weekday: `Monday 23 November 2026`.
    #[must_use]
    pub fn long_with_weekday(self) -> String {
        format!("{} {}", self.0.weekday(), self.long())
    }

    /// In a table: `23 Nov 2026`, with spaces at which no line ends.
    #[must_use]
    pub fn short(self) -> String {
        format!(
            "{}\u{a0}{}\u{a0}{}",
            self.day(),
            &MONTHS[usize::from(self.month() - 1)][..3],
            self.year()
        )
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        let mut parts = text.splitn(3, '-');
        let mut part = |length| {
            parts
                .next()
                .filter(|part: &&str| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
                .ok_or(DayError)
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let number = |text: &str| text.parse::<u16>().map_err(|_| DayError);
        let small = |text: &str| number(text).and_then(|n| u8::try_from(n).map_err(|_| DayError));
        Self::new(i32::from(number(year)?), small(month)?, small(day)?)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<'de, str>::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

/// A point in time: milliseconds since the first of January 1970, UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct Moment(i64);

impl Moment {
    /// A moment from milliseconds since the first of January 1970, UTC.
    #[must_use]
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since the first of January 1970, UTC.
    #[must_use]
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// The day this moment falls on where clocks are `offset_minutes` ahead of UTC.
    #[must_use]
    pub fn day(self, offset_minutes: i32) -> Day {
        let days = (self.0 + i64::from(offset_minutes) * 60_000).div_euclid(86_400_000);
        Day(Date::from_ordinal_date(1970, 1).unwrap_or(Date::MIN)).plus_days(days)
    }

    /// The time of day, `10:42`, where clocks are `offset_minutes` ahead of UTC.
    #[must_use]
    pub fn clock(self, offset_minutes: i32) -> String {
        let minutes = (self.0 + i64::from(offset_minutes) * 60_000).rem_euclid(86_400_000) / 60_000;
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_written_and_read_back() {
        assert_eq!(day("2026-02-28").to_string(), "2026-02-28");
        for text in [
            "2026-02-29",
            "2026-13-01",
            "26-1-1",
            "",
            "2026-11-23T10:00",
            "+026-11-23",
        ] {
            assert_eq!(text.parse::<Day>(), Err(DayError), "{text}");
        }
    }

    #[test]
    fn months_end_where_they_end() {
        assert_eq!(day("2026-01-31").plus_months(1), day("2026-02-28"));
        assert_eq!(day("2026-11-23").plus_months(-12), day("2025-11-23"));
        assert_eq!(day("2024-02-29").plus_months(12), day("2025-02-28"));
    }

    #[test]
    fn working_days_pass_over_weekends() {
        assert_eq!(day("2026-11-20").plus_working_days(1), day("2026-11-23"));
        assert_eq!(day("2026-11-23").plus_working_days(5), day("2026-11-30"));
    }

    #[test]
    fn an_age_turns_on_the_birthday() {
        assert_eq!(day("2026-05-01").years_since(day("2015-05-02")), 10);
        assert_eq!(day("2026-05-02").years_since(day("2015-05-02")), 11);
    }

    #[test]
    fn a_moment_has_a_local_day_and_clock() {
        let moment = Moment::from_millis(1_795_476_600_000);
        assert_eq!(moment.day(0), day("2026-11-23"));
        assert_eq!(
            (moment.clock(0).as_str(), moment.clock(60).as_str()),
            ("23:30", "00:30")
        );
        assert_eq!(moment.day(60), day("2026-11-24"));
    }

    #[test]
    fn days_read_as_people_say_them() {
        assert_eq!(
            day("2026-11-23").long_with_weekday(),
            "Monday 23\u{a0}November\u{a0}2026"
        );
        assert_eq!(day("2026-11-23").short(), "23\u{a0}Nov\u{a0}2026");
    }
}
