//! School terms: those that the service noted, and where it noted none the usual ones.

use evenhand_domain::date::Day;
use evenhand_domain::register::{Kept, Kind};

/// Terms in order.
pub(super) struct Terms(Vec<(Day, Day)>);

/// How many school years back and ahead anything can fall due.
const YEARS: i32 = 8;

/// The year in whose September a school year begins.
fn school_year(day: Day) -> i32 {
    day.year() - i32::from(day.month() < 9)
}

/// The terms of a school year for which none are noted: to 20 December, to Maundy Thursday, to 20 July.
fn usual(year: i32) -> impl Iterator<Item = (Day, Day)> {
    let easter = Day::easter(year + 1);
    let day = move |year, month, day| Day::new(year, month, day).unwrap_or(easter);
    [
        (day(year, 9, 1), day(year, 12, 20)),
        (day(year + 1, 1, 2), easter.plus_days(-3)),
        (easter.plus_days(8), day(year + 1, 7, 20)),
    ]
    .into_iter()
}

impl Terms {
    pub(super) fn of(entries: &[&Kept], today: Day) -> Self {
        let noted: Vec<(Day, Day)> = entries
            .iter()
            .filter(|kept| kept.entry.kind == Kind::Term)
            .filter_map(|kept| kept.entry.day("from").zip(kept.entry.day("to")))
            .collect();
        let this = school_year(today);
        let mut terms: Vec<(Day, Day)> = (this - YEARS..=this + YEARS)
            .filter(|year| !noted.iter().any(|(from, _)| school_year(*from) == *year))
            .flat_map(usual)
            .collect();
        terms.extend(noted);
        terms.sort();
        Self(terms)
    }

    /// The last day of the term on this day, or of the next one where it falls into holidays.
    pub(super) fn end(&self, day: Day) -> Day {
        let ends = self.0.iter().map(|(_, to)| *to).find(|to| *to >= day);
        ends.unwrap_or(day)
    }

    /// The last day of the first term that begins after what was done on this day: the term on that day is done with.
    pub(super) fn end_of_next(&self, day: Day) -> Day {
        let ends = self.0.iter().find(|(from, _)| *from > day).map(|(_, to)| *to);
        ends.unwrap_or(day)
    }
}
