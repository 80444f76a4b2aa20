//! What is due as a calendar file (RFC 5545). It leaves the house, so it says what and in which role, and never who.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use evenhand_domain::date::{Day, Moment};

/// A line holds 75 bytes at most; what is longer goes on in the next one, after a space.
const LINE: usize = 75;

/// Days with what is due on each, as a calendar file. The words come from the policy and the registers' own table.
#[must_use]
pub fn calendar_file(items: &[(Day, String)], made: Moment) -> String {
    let stamp = format!("{}T{}00Z", compact(made.day(0)), made.clock(0).replace(':', ""));
    let mut file = String::new();
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Evenhand//What is due//EN",
        "CALSCALE:GREGORIAN",
    ] {
        put(&mut file, line);
    }
    let mut alike: BTreeMap<&(Day, String), u32> = BTreeMap::new();
    for item in items {
        let (due, what) = item;
        let count = alike.entry(item).and_modify(|count| *count += 1).or_insert(1);
        let slug: String = what
            .chars()
            .map(|letter| {
                if letter.is_ascii_alphanumeric() {
                    letter.to_ascii_lowercase()
                } else {
                    '-'
                }
            })
            .collect();
        put(&mut file, "BEGIN:VEVENT");
        // The same again when the same is exported again, so that a calendar does not show it twice.
        put(&mut file, &format!("UID:{due}-{slug}-{count}@due.evenhand"));
        put(&mut file, &format!("DTSTAMP:{stamp}"));
        put(&mut file, &format!("DTSTART;VALUE=DATE:{}", compact(*due)));
        put(&mut file, &format!("DTEND;VALUE=DATE:{}", compact(due.plus_days(1))));
        put(&mut file, &format!("SUMMARY:{}", escaped(what)));
        put(&mut file, "TRANSP:TRANSPARENT");
        put(&mut file, "END:VEVENT");
    }
    put(&mut file, "END:VCALENDAR");
    file
}

fn compact(day: Day) -> String {
    day.to_string().replace('-', "")
}

fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, letter| {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            _ => out.push(letter),
        }
        out
    })
}

/// Adds one line, folded.
fn put(file: &mut String, line: &str) {
    let mut room = LINE;
    for letter in line.chars() {
        if letter.len_utf8() > room {
            file.push_str("\r\n ");
            room = LINE - 1;
        }
        room -= letter.len_utf8();
        // Writing into a string never fails.
        let _ = file.write_char(letter);
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calendar_file_is_well_formed_and_the_same_again() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let items = [
            (day("2026-12-31"), "Supervision, officer; the regular one".to_owned()),
            (day("2027-01-04"), "Supervision".to_owned()),
            (day("2027-01-04"), "Supervision".to_owned()),
            (day("2027-01-04"), "é".repeat(80)),
        ];
        let file = calendar_file(&items, Moment::from_millis(1_795_424_400_000));
        assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
        assert!(file.ends_with("END:VCALENDAR\r\n"));
        assert!(file.contains("SUMMARY:Supervision\\, officer\\; the regular one\r\n"));
        assert!(file.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
        assert!(file.contains("DTSTAMP:20261123T090000Z\r\n"));
        assert!(file.lines().all(|line| line.len() <= LINE));
        let unfolded = file.replace("\r\n ", "");
        assert!(unfolded.contains(&"é".repeat(80)));
        let ids: std::collections::BTreeSet<_> = unfolded.lines().filter(|line| line.starts_with("UID:")).collect();
        assert_eq!(ids.len(), items.len());
    }
}
