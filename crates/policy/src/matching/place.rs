//! Postcodes.

/// A postcode: its district, and the inward part where it is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode {
    /// The outward part: `LS8`.
    pub district: String,
    /// The inward part: `2AB`; none where only the district is known.
    pub inward: Option<String>,
}

impl Postcode {
    /// Whether both are the same whole postcode.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        self.inward.is_some() && self == other
    }
}

/// The first postcode in a text, written in any way: `LS8 2AB`, `ls82ab`, within an address, or a district alone.
#[must_use]
pub fn postcode_in(text: &str) -> Option<Postcode> {
    let upper = text.to_uppercase();
    let words: Vec<&str> = upper
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let whole = words.iter().enumerate().find_map(|(at, word)| {
        let next = words.get(at + 1).copied().unwrap_or_default();
        whole_postcode(word, next).or_else(|| split(word))
    });
    // A house number with a letter is no district, so a district alone is taken only where it is all there is.
    whole.or_else(|| match words.as_slice() {
        [word] if is_outward(word) => Some(Postcode {
            district: (*word).to_owned(),
            inward: None,
        }),
        _ => None,
    })
}

/// Whether a worker's own district is the family's; `WC1` holds `WC1X`, while `LS1` and `LS18` are two.
#[must_use]
pub fn same_district(home: &str, family: &str) -> bool {
    let (Some(home), Some(family)) = (postcode_in(home), postcode_in(family)) else {
        return false;
    };
    let rest = family.district.strip_prefix(&home.district);
    rest.is_some_and(|rest| {
        rest.is_empty() || (rest.len() == 1 && rest.bytes().all(|letter| letter.is_ascii_uppercase()))
    })
}

fn split(word: &str) -> Option<Postcode> {
    let at = word.len().checked_sub(3)?;
    whole_postcode(word.get(..at)?, word.get(at..)?)
}

fn whole_postcode(outward: &str, inward: &str) -> Option<Postcode> {
    let inward = repaired(inward)?;
    is_outward(outward).then(|| Postcode {
        district: outward.to_owned(),
        inward: Some(inward),
    })
}

/// Digit, letter, letter; an O or an I typed for the digit is put right.
fn repaired(inward: &str) -> Option<String> {
    let mut letters = inward.chars();
    let first = match letters.next()? {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let rest = letters.as_str();
    let fits = first.is_ascii_digit() && rest.len() == 2 && rest.bytes().all(|letter| letter.is_ascii_uppercase());
    fits.then(|| format!("{first}{rest}"))
}

fn is_outward(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = word.as_bytes().get(letters..).unwrap_or_default();
    let number = match rest {
        [a] => a.is_ascii_digit(),
        [a, b] => a.is_ascii_digit() && b.is_ascii_alphanumeric(),
        _ => false,
    };
    (1..=2).contains(&letters) && number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_is_found_however_written() {
        for (text, district) in [
            ("LS8 2AB", "LS8"),
            ("ls182jt", "LS18"),
            ("Glyn View, 9 Chapel Row, Cannock WS12 4HN", "WS12"),
            ("wc1x 8aa", "WC1X"),
            ("Flat 2B, 14 High St, NW1 OAA", "NW1"),
            ("LS8", "LS8"),
            (" bd7 ", "BD7"),
            ("9 Chapel Row,BD72PQ", "BD7"),
        ] {
            assert_eq!(
                postcode_in(text).map(|found| found.district).as_deref(),
                Some(district),
                "{text}"
            );
        }
        for text in ["", "no fixed address", "12 Elm Row", "ZZZ", "E"] {
            assert_eq!(postcode_in(text), None, "{text}");
        }
    }

    #[test]
    fn sps_16_districts_are_compared_whole() {
        assert!(
            same_district("LS8", "ls8 2ab") && same_district("WC1", "WC1X 8AA") && same_district("LS8 1AA", "LS8 2AB")
        );
        assert!(
            !same_district("LS1", "LS18 2JT") && !same_district("LS18", "LS1 8AB") && !same_district("", "LS1 8AB")
        );
    }
}
