//! Days that the calendar of England knows by rule: bank holidays, and the day a young person's rights begin.
//!
//! A rule does not run out as a list does. What is proclaimed for one year alone, such as a coronation, no rule knows.

use super::Day;

impl Day {
    /// Easter Sunday of a year, by the Gregorian computus of Meeus, Jones and Butcher.
    #[must_use]
    pub fn easter(year: i32) -> Self {
        let (a, b, c) = (year % 19, year / 100, year % 100);
        let (d, e) = (b / 4, b % 4);
        let g = (8 * b + 13) / 25;
        let h = (19 * a + b - d - g + 15) % 30;
        let (i, k) = (c / 4, c % 4);
        let l = (32 + 2 * e + 2 * i - h - k) % 7;
        let m = (a + 11 * h + 22 * l) / 451;
        // Days after 22 March: from nought to 34 in every year.
        let first = Self::new(year, 3, 22).unwrap_or(Self(time::Date::MIN));
        first.plus_days(i64::from(h + l - 7 * m))
    }

    /// Whether it is a bank holiday in England, substitute days included.
    #[must_use]
    pub fn is_bank_holiday(self) -> bool {
        let (day, weekday) = (self.day(), self.weekday());
        let is_monday = weekday == 1;
        match self.month() {
            // New Year's Day, or the Monday after it.
            1 => (day == 1 && !self.is_weekend()) || (is_monday && matches!(day, 2 | 3)),
            3 | 4 => matches!(self.days_since(Self::easter(self.year())), -2 | 1),
            5 => is_monday && (day <= 7 || day >= 25),
            8 => is_monday && day >= 25,
            12 => match day {
                25 | 26 => !self.is_weekend(),
                // What fell on a weekend is made good on the next day that is free.
                27 | 28 => weekday <= 2,
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether people are at work: no weekend and no bank holiday.
    #[must_use]
    pub fn is_working_day(self) -> bool {
        !self.is_weekend() && !self.is_bank_holiday()
    }

    /// For somebody born on this day: when they become a young person in law, with rights of their own. That is the last Friday of
    /// June in the school year (1 September to 31 August) in which they become 16 (Children and Families Act 2014, section 83;
    /// Education Act 1996, section 8).
    #[must_use]
    pub fn rights_begin(self) -> Self {
        let year = self.year() + 16 + i32::from(self.month() >= 9);
        let end = Self::new(year, 6, 30).unwrap_or(self);
        // 5 is Friday.
        end.plus_days(-i64::from((end.weekday() + 2) % 7))
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// The days as the government publishes them, the years without a proclamation.
    #[test]
    fn bank_holidays_are_those_that_were_published() {
        let published = [
            (2016, "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27"),
            (2017, "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26"),
            (2019, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26"),
            (2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"),
            (2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"),
            (2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"),
            (2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
            (2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
            (2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"),
        ];
        for (year, expected) in published {
            let first = Day::new(year, 1, 1).unwrap();
            let found: Vec<String> = (0..366)
                .map(|days| first.plus_days(days))
                .filter(|day| day.year() == year && day.is_bank_holiday())
                .map(|day| format!("{:02}-{:02}", day.month(), day.day()))
                .collect();
            assert_eq!(found.join(" "), expected, "{year}");
        }
    }

    #[test]
    fn easter_is_where_it_was_and_will_be() {
        for known in ["1961-04-02", "2000-04-23", "2008-03-23", "2038-04-25", "2285-03-22"] {
            assert_eq!(Day::easter(day(known).year()), day(known));
        }
    }

    #[test]
    fn working_days_pass_over_christmas() {
        assert_eq!(day("2026-12-24").plus_working_days(1), day("2026-12-29"));
        assert_eq!(day("2027-03-25").plus_working_days(2), day("2027-03-31"));
    }

    #[test]
    fn rights_begin_on_the_last_friday_of_june_of_the_school_year_of_the_sixteenth_birthday() {
        for (born, begin) in [
            ("2010-08-31", "2026-06-26"),
            ("2010-09-01", "2027-06-25"),
            ("2011-06-30", "2027-06-25"),
            ("2012-01-15", "2028-06-30"),
            ("2008-02-29", "2024-06-28"),
        ] {
            assert_eq!(day(born).rights_begin(), day(begin), "{born}");
        }
    }
}
