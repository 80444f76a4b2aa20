//! Days as people type and read them.

use evenhand_domain::date::Day;
use evenhand_domain::referral::{TypedDay, typed_day};

use crate::components::DateParts;

/// Puts a day into the boxes.
pub(crate) fn fill(boxes: DateParts, day: Day) {
    boxes.fill(
        &day.day().to_string(),
        &day.month().to_string(),
        &day.year().to_string(),
    );
}

/// Boxes that already hold a day.
pub(crate) fn boxes_with(day: Option<Day>) -> DateParts {
    let boxes = DateParts::empty();
    if let Some(day) = day {
        fill(boxes, day);
    }
    boxes
}

/// Reads the boxes: none when they are empty.
///
/// # Errors
/// The words for the field when what was typed is no day.
pub(crate) fn read(boxes: DateParts) -> Result<Option<Day>, String> {
    match typed_day(&boxes.typed()) {
        TypedDay::Empty => Ok(None),
        TypedDay::Day(day) => Ok(Some(day)),
        TypedDay::NotADay => Err("Enter a day, a month and a year, for example 27 3 2026".to_owned()),
    }
}

/// A day as a heading says it: "Today", "Yesterday", or the day with its weekday.
pub(crate) fn in_words(day: Day, today: Day) -> String {
    match today.days_since(day) {
        0 => "Today".to_owned(),
        1 => "Yesterday".to_owned(),
        _ => day.long_with_weekday(),
    }
}

/// By when something is due, with how far away that is.
pub(crate) fn due_in_words(due: Day, today: Day) -> String {
    let day = due.long();
    match due.days_since(today) {
        0 => "due today".to_owned(),
        1 => "due tomorrow".to_owned(),
        -1 => "due yesterday".to_owned(),
        late @ ..-60 => format!("due {day}, {} months ago", late.unsigned_abs() * 12 / 365),
        late @ ..0 => format!("due {day}, {} days ago", late.unsigned_abs()),
        _ => format!("due {day}"),
    }
}
