//! Months and years as people write them.

use super::MONTHS;

/// A month, 1 to 12, from its name or the first letters of it: `March`, `mar`, `Sept`.
#[must_use]
pub fn month_named(word: &str) -> Option<u8> {
    let word = if word.eq_ignore_ascii_case("sept") { "sep" } else { word };
    let begins = |month: &&str| {
        let start = month.get(..word.len());
        word.len() >= 3 && start.is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    let at = MONTHS.iter().position(begins)?;
    u8::try_from(at + 1).ok()
}

/// A year of four figures, or of two after 2000.
#[must_use]
pub fn year_of(figures: &str) -> Option<i32> {
    let year = figures.parse::<u16>().ok()?;
    match figures.len() {
        2 => Some(2000 + i32::from(year)),
        4 => Some(i32::from(year)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_years_are_read_as_people_write_them() {
        let months = [
            "January", "mar", "SEPT", "sep", "december", "ma", "marz", "é", "Mayor", "",
        ];
        let read = [
            Some(1),
            Some(3),
            Some(9),
            Some(9),
            Some(12),
            None,
            None,
            None,
            None,
            None,
        ];
        assert_eq!(months.map(month_named), read);
        let years = ["21", "2021", "021", "20211", "", "xx"];
        assert_eq!(years.map(year_of), [Some(2021), Some(2021), None, None, None, None]);
    }
}
