//! The next review as the text names it.

use evenhand_domain::date::{Day, month_named, year_of};

use super::Remark;
use super::text::{Text, Word};

/// A date stands within so many words behind "review".
const REACH: usize = 9;

/// Every named next review that is past, with its place; and whether any is named.
pub(super) fn passed(text: &Text<'_>, today: Day) -> (Vec<(usize, Remark)>, bool) {
    let words = text.words();
    let (mut found, mut is_named) = (Vec::new(), false);
    for at in 0..words.len() {
        if !speaks_of_the_next(words, at) {
            continue;
        }
        let Some((last, day)) = date_behind(words, at) else {
            continue;
        };
        is_named = true;
        if day < today {
            let remark = Remark {
                what: format!("The review was due by {}", day.long()),
                change: "Look at the policy again, then write in when that was and when it is next.".to_owned(),
                quote: text.quote(at, last),
            };
            found.push((at, remark));
        }
    }
    (found, is_named)
}

/// Whether a review that is to come is spoken of here: "next review", "review date", "to be reviewed", "due for review".
fn speaks_of_the_next(words: &[Word<'_>], at: usize) -> bool {
    let is = |place: Option<usize>, small: &[&str]| {
        let word = place.and_then(|place| words.get(place));
        word.is_some_and(|word| small.iter().any(|small| word.is(small)))
    };
    let before = |back: usize| at.checked_sub(back);
    let review = is(Some(at), &["review"]);
    let reviewed = is(Some(at), &["reviewed"]);
    (review && (is(before(1), &["next", "for"]) || is(Some(at + 1), &["date", "due", "by"])))
        || (reviewed && is(before(1), &["be", "next"]))
}

/// The first date behind a place, as the last day it can mean, with where it ends.
fn date_behind(words: &[Word<'_>], at: usize) -> Option<(usize, Day)> {
    let end = words.len().min(at + 1 + REACH);
    for place in at + 1..end {
        if let Some(day) = figures(words[place].word) {
            return Some((place, day));
        }
        if let Some(year) = words[place].year() {
            let month = place
                .checked_sub(1)
                .filter(|month| *month > at)
                .and_then(|month| month_named(words[month].word));
            return last_day(year, month).map(|day| (place, day));
        }
        if words[place].ends && month_named(words[place].word).is_none() {
            break;
        }
    }
    None
}

/// A day, a month or a year in figures: `12/09/2021`, `09/2021`, `2021-09-12`.
fn figures(word: &str) -> Option<Day> {
    if let Ok(day) = word.parse::<Day>() {
        return Some(day);
    }
    let parts: Vec<&str> = word.split(['/', '.']).collect();
    let number = |text: &str| text.parse::<u8>().ok();
    match parts.as_slice() {
        [day, month, at] => Day::new(year_of(at)?, number(month)?, number(day)?).ok(),
        [month, at] => last_day(year_of(at)?, Some(number(month)?)),
        _ => None,
    }
}

/// The last day of a month, or of a year where no month is named.
fn last_day(year: i32, month: Option<u8>) -> Option<Day> {
    let first = Day::new(year, month.unwrap_or(12), 1).ok()?;
    Some(first.plus_months(1).plus_days(-1))
}
