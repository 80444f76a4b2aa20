//! Reading what people type: newlines, ages, dates, numbers, postcodes.

use crate::date::{Day, month_named, year_of};

/// The newline rule: a carriage return, alone or before a line feed, becomes one line feed. Nothing else changes.
#[must_use]
pub fn newlines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// An age in whole years, 0 to 25, from a text such as `9`, `9 years` or ` 09 `.
pub(super) fn age(text: &str) -> Option<u8> {
    let text = text.trim();
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let (number, after) = text.split_at(digits);
    let age = number.parse::<u8>().ok().filter(|age| *age <= 25)?;
    (!after.starts_with(['.', ',', '-', '/'])).then_some(age)
}

/// The three boxes of a date.
pub(super) enum Boxes {
    /// All three are empty.
    Empty,
    /// A day of the calendar.
    Day(Day),
    /// A month, or a day without its year: enough for a guess, in words.
    Rough(String),
    /// No day that there can be.
    NotADate,
}

/// Reads the three boxes of a date: `3`, `03`, `Mar`, `march`; a year of two or four digits.
pub(super) fn boxes(day: &str, month: &str, year: &str) -> Boxes {
    let [day, month, year] = [day, month, year].map(|text| text.trim().trim_end_matches(['.', ',']));
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return Boxes::Empty;
    }
    let (Some(day_read), Some(month_read), Some(year_read)) = (
        optional(day, |text| {
            ordinal(text).parse::<u8>().ok().filter(|day| (1..=31).contains(day))
        }),
        optional(month, month_number),
        optional(year, year_number),
    ) else {
        return Boxes::NotADate;
    };
    match (day_read, month_read, year_read) {
        (Some(day), Some(month), Some(year)) => Day::new(year, month, day).map_or(Boxes::NotADate, Boxes::Day),
        (_, Some(_), _) | (None, None, Some(_)) => {
            let given = [day, month, year].into_iter().filter(|part| !part.is_empty());
            Boxes::Rough(given.collect::<Vec<_>>().join(" "))
        }
        (Some(_), None, _) | (None, None, None) => Boxes::NotADate,
    }
}

/// What the three boxes of a date hold where a whole day is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedDay {
    /// Nothing was typed.
    Empty,
    /// A day of the calendar.
    Day(Day),
    /// No day: a part is missing, or the calendar has no such day.
    NotADay,
}

/// Reads three boxes that ask for a whole day: `3`, `03`, `Mar`, `march`; a year of four digits from 1900 on, or of two after 2000.
#[must_use]
pub fn typed_day(typed: &[String; 3]) -> TypedDay {
    let [day, month, year] = typed.each_ref().map(|text| text.trim().trim_end_matches(['.', ',']));
    if [day, month, year].iter().all(|text| text.is_empty()) {
        return TypedDay::Empty;
    }
    let year = year_of(year).filter(|year| (1900..=2100).contains(year));
    let parts = (ordinal(day).parse::<u8>().ok(), month_number(month), year);
    let (Some(day), Some(month), Some(year)) = parts else {
        return TypedDay::NotADay;
    };
    Day::new(year, month, day).map_or(TypedDay::NotADay, TypedDay::Day)
}

/// Nothing for an empty box; none at all when what is there cannot be read.
fn optional<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if text.is_empty() {
        Some(None)
    } else {
        read(text).map(Some)
    }
}

fn ordinal(text: &str) -> &str {
    ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| text.strip_suffix(end))
        .unwrap_or(text)
}

fn month_number(text: &str) -> Option<u8> {
    if let Ok(number) = text.parse::<u8>() {
        return Some(number).filter(|month| (1..=12).contains(month));
    }
    month_named(text)
}

fn year_number(text: &str) -> Option<i32> {
    year_of(text).filter(|year| (1990..=2100).contains(year))
}

/// Whether a text can be a telephone number: at least six digits of any script.
pub(super) fn is_phone(text: &str) -> bool {
    text.chars().filter(|letter| letter.is_numeric()).count() >= 6
}

/// Whether a text can be an e-mail address: something, an at sign, something with a dot in it.
pub(super) fn is_email(text: &str) -> bool {
    let text = text.trim();
    let Some((name, place)) = text.rsplit_once('@') else {
        return false;
    };
    !name.is_empty()
        && !text.contains(char::is_whitespace)
        && place.split('.').filter(|part| !part.is_empty()).count() >= 2
}

/// Whether a text is a postcode, or the first half of one.
pub(super) fn is_postcode(text: &str) -> bool {
    let letters: Vec<char> = text.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let (outward, inward) = match letters.len() {
        2..=4 => (letters.as_slice(), None),
        5..=7 => {
            let (outward, inward) = letters.split_at(letters.len() - 3);
            (outward, Some(inward))
        }
        _ => return false,
    };
    let area = outward.iter().take_while(|letter| letter.is_ascii_alphabetic()).count();
    (1..=2).contains(&area)
        && outward.get(area).is_some_and(char::is_ascii_digit)
        && outward.len() - area <= 2
        && inward.is_none_or(|inward| {
            inward[0].is_ascii_digit() && inward[1].is_ascii_alphabetic() && inward[2].is_ascii_alphabetic()
        })
}

/// The last postcode that stands in an address.
pub(super) fn postcode_in(address: &str) -> Option<String> {
    let words: Vec<&str> = address
        .split(|letter: char| letter.is_whitespace() || letter == ',')
        .filter(|word| !word.is_empty())
        .collect();
    let full = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).count() >= 5 && is_postcode(text);
    let pair = words
        .windows(2)
        .rev()
        .map(|pair| pair.join(" "))
        .find(|pair| full(pair));
    pair.or_else(|| {
        words
            .iter()
            .rev()
            .find(|word| full(word))
            .map(|word| (*word).to_owned())
    })
}
