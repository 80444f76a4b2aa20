//! Telephones and e-mail addresses.

/// The ten digits of a British number after its 0, or all digits of a foreign one; none when it is no number.
#[must_use]
pub fn phone_key(text: &str) -> Option<String> {
    let text = text.replace("(0)", "");
    let plus = text.trim_start().starts_with(['+', '＋']);
    let digits: String = text
        .chars()
        .filter_map(|letter| letter.to_digit(10))
        .filter_map(|digit| char::from_digit(digit, 10))
        .collect();
    let international = digits.strip_prefix("00").or(plus.then_some(digits.as_str()));
    let key = match international {
        Some(number) => number
            .strip_prefix("44")
            .map_or(number, |british| british.trim_start_matches('0')),
        None if digits.starts_with('0') => &digits[1..],
        None if digits.len() == 12 => digits.strip_prefix("44").unwrap_or(&digits),
        None => &digits,
    };
    let mut kinds: Vec<char> = key.chars().collect();
    kinds.sort_unstable();
    kinds.dedup();
    // Shorter ones are extensions, and a row of one digit is what people type when they have none.
    (key.len() >= 9 && key.len() <= 15 && kinds.len() > 1).then(|| key.to_owned())
}

/// Whether two texts are the same telephone number.
#[must_use]
pub fn same_phone(a: &str, b: &str) -> bool {
    // Most numbers end otherwise, which is seen at once.
    let end = |text: &str| {
        let mut digits = text.chars().rev().filter(char::is_ascii_digit);
        [digits.next(), digits.next(), digits.next(), digits.next()]
    };
    if end(a) != end(b) && !a.contains("(0)") && !b.contains("(0)") {
        return false;
    }
    matches!((phone_key(a), phone_key(b)), (Some(one), Some(other)) if one == other)
}

/// An e-mail address as its post office reads it; none when it is no address.
#[must_use]
pub fn email_key(text: &str) -> Option<String> {
    let text = text
        .trim()
        .trim_start_matches("mailto:")
        .trim_matches(['<', '>', ' '])
        .to_lowercase();
    let (name, host) = text.split_once('@')?;
    if name.is_empty() || !host.contains('.') || host.contains('@') || text.contains(char::is_whitespace) {
        return None;
    }
    if matches!(host, "gmail.com" | "googlemail.com") {
        let name = name.split('+').next().unwrap_or(name).replace('.', "");
        return Some(format!("{name}@gmail.com"));
    }
    Some(text)
}

/// Whether two texts are the same e-mail address.
#[must_use]
pub fn same_email(a: &str, b: &str) -> bool {
    let begins = |text: &str| {
        let text = text.trim().trim_start_matches("mailto:");
        text.chars()
            .find(|letter| letter.is_alphanumeric())
            .map(|letter| letter.to_ascii_lowercase())
    };
    // Most addresses begin otherwise, which is seen at once.
    if begins(a).is_some_and(|letter| letter.is_ascii()) && begins(a) != begins(b) {
        return false;
    }
    matches!((email_key(a), email_key(b)), (Some(one), Some(other)) if one == other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephones_are_the_same_however_written() {
        for other in [
            "+44 7700 900461",
            "0044 7700 900 461",
            "07700-900-461",
            "+44 (0)7700 900461",
            "7700900461",
            "447700900461",
        ] {
            assert!(same_phone("07700 900461", other), "{other}");
        }
        for other in ["07700 900462", "", "n/a", "900461", "00000000000"] {
            assert!(!same_phone("07700 900461", other), "{other}");
        }
        assert!(!same_phone("00000000000", "00000000000"));
    }

    #[test]
    fn mail_addresses_are_the_same_in_any_case() {
        assert!(same_email(" Kat.Lis@Example.org", "kat.lis@example.org"));
        assert!(same_email("kat.lis+send@gmail.com", "katlis@googlemail.com"));
        assert!(!same_email("none", "none"));
    }
}
