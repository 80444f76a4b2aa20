//! The printed recovery code: 256 bits as fourteen groups of four letters and digits, the last group being a check.

use thiserror::Error;
use zeroize::Zeroizing;

use crate::hazmat::binding::Binding;
use crate::hazmat::key::Key;

/// Letters and digits of a code, in the order of their values: no I, L, O or U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters for 256 bits: 52, of which the last carries one bit.
const BODY: usize = 52;
/// Characters of the check group.
const CHECK: usize = 4;

/// A recovery code of 256 bits. Wiped on drop.
pub struct RecoveryCode(Key);

/// A typed recovery code that is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RecoveryCodeError {
    /// Letters are missing or too many.
    #[error("a recovery code has 56 letters and digits; {found} were given")]
    Length {
        /// How many letters and digits were found.
        found: usize,
    },
    /// A character that no code holds.
    #[error("a recovery code never holds the character {0:?}")]
    Letter(char),
    /// The check group does not match: something was mistyped.
    #[error("the recovery code has been mistyped: its check group does not match")]
    Check,
}

impl RecoveryCode {
    /// Makes a random code.
    #[must_use]
    pub fn make() -> Self {
        Self(Key::make())
    }

    /// The code as it is printed: fourteen groups of four, hyphens between.
    #[must_use]
    pub fn printed(&self) -> Zeroizing<String> {
        let mut letters = Zeroizing::new(Vec::with_capacity(BODY + CHECK));
        write_digits(self.0.expose(), BODY, &mut letters);
        write_digits(&self.check(), CHECK, &mut letters);
        let mut printed = Zeroizing::new(String::with_capacity(70));
        for (place, value) in letters.iter().enumerate() {
            if place > 0 && place % 4 == 0 {
                printed.push('-');
            }
            printed.push(char::from(ALPHABET[usize::from(*value)]));
        }
        printed
    }

    /// Reads a code however it was typed: any case, spaces, hyphens and dashes anywhere, O for 0, I or L for 1.
    ///
    /// # Errors
    /// [`RecoveryCodeError`], which says what is wrong without repeating the code.
    pub fn parse(typed: &str) -> Result<Self, RecoveryCodeError> {
        let mut values = Zeroizing::new(Vec::with_capacity(BODY + CHECK + 8));
        let mut found = 0;
        for letter in typed.chars() {
            if letter.is_whitespace() || matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}') {
                continue;
            }
            let value = value_of(letter).ok_or(RecoveryCodeError::Letter(letter))?;
            found += 1;
            if found <= BODY + CHECK {
                values.push(value);
            }
        }
        if found != BODY + CHECK {
            return Err(RecoveryCodeError::Length { found });
        }
        let (body, check) = values.split_at(BODY);
        let mut key = Key::zero();
        if !read_digits(body, key.expose_mut()) {
            return Err(RecoveryCodeError::Check);
        }
        let code = Self(key);
        let mut expected = Vec::with_capacity(CHECK);
        write_digits(&code.check(), CHECK, &mut expected);
        if expected == check {
            Ok(code)
        } else {
            Err(RecoveryCodeError::Check)
        }
    }

    pub(crate) fn key(&self) -> &Key {
        &self.0
    }

    /// Twenty bits (in three bytes) that a slip of the pen changes.
    fn check(&self) -> [u8; 3] {
        let mut check = [0; 3];
        self.0.fill(&Binding::new("evenhand/1/recovery-check"), &mut check);
        check
    }
}

/// The value of a letter; O reads as 0, I and L as 1.
fn value_of(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET
        .iter()
        .position(|known| char::from(*known) == letter)
        .and_then(|place| u8::try_from(place).ok())
}

/// Writes so many values of five bits each, most significant first; bits beyond the end are zero.
fn write_digits(bytes: &[u8], count: usize, out: &mut Vec<u8>) {
    for place in 0..count {
        let value = (0..5).fold(0, |value, bit| {
            let at = place * 5 + bit;
            let byte = bytes.get(at / 8).copied().unwrap_or(0);
            value << 1 | (byte >> (7 - at % 8)) & 1
        });
        out.push(value);
    }
}

/// Reads values of five bits each; false when a bit beyond the end is set.
fn read_digits(values: &[u8], out: &mut [u8]) -> bool {
    values.iter().enumerate().all(|(place, value)| {
        (0..5).all(|bit| {
            let at = place * 5 + bit;
            let set = (value >> (4 - bit)) & 1;
            match out.get_mut(at / 8) {
                Some(byte) => {
                    *byte |= set << (7 - at % 8);
                    true
                }
                None => set == 0,
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn a_code_reads_back_however_it_is_typed(bytes: [u8; 32]) {
            let code = RecoveryCode(Key::copy_from(&bytes).unwrap());
            let printed = code.printed();
            prop_assert_eq!(printed.len(), 14 * 4 + 13);
            for typed in [
                printed.to_string(),
                printed.to_lowercase(),
                printed.replace('-', "  "),
                printed.replace('0', "o").replace('1', "l").replace('-', "–"),
            ] {
                prop_assert!(RecoveryCode::parse(&typed).unwrap().0.same(&code.0));
            }
        }

        #[test]
        fn one_wrong_letter_is_noticed(bytes: [u8; 32], place in 0..56_usize, step in 1..32_usize) {
            let code = RecoveryCode(Key::copy_from(&bytes).unwrap());
            let mut typed: Vec<char> = code.printed().replace('-', "").chars().collect();
            let value = usize::from(value_of(typed[place]).unwrap());
            typed[place] = char::from(ALPHABET[(value + step) % 32]);
            let typed: String = typed.into_iter().collect();
            prop_assert!(RecoveryCode::parse(&typed).is_err());
        }
    }

    #[test]
    fn what_is_not_a_code_is_said() {
        assert_eq!(
            RecoveryCode::parse("ABCD-EFGH").err(),
            Some(RecoveryCodeError::Length { found: 8 })
        );
        assert_eq!(RecoveryCode::parse("ABCU").err(), Some(RecoveryCodeError::Letter('U')));
        assert_eq!(
            RecoveryCode::parse(&"0".repeat(500)).err(),
            Some(RecoveryCodeError::Length { found: 500 })
        );
        assert_eq!(
            RecoveryCode::parse(&"Z".repeat(56)).err(),
            Some(RecoveryCodeError::Check)
        );
    }
}
