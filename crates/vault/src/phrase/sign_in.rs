//! The name a person signs in with. It is stored nowhere in the clear, so the screen has two empty fields and no list of staff.

use thiserror::Error;
use zeroize::Zeroizing;

use super::fold;

/// A sign-in name, trimmed and in lower case (NFC), at most 128 bytes.
pub struct SignInName(Zeroizing<String>);

/// A sign-in name that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SignInNameError {
    /// Nothing is left after trimming.
    #[error("the sign-in name is empty")]
    Empty,
    /// It is longer than 128 bytes.
    #[error("the sign-in name is longer than 128 bytes")]
    TooLong,
}

impl SignInName {
    /// Takes what was typed; the input is wiped.
    ///
    /// # Errors
    /// [`SignInNameError`] when nothing is left after trimming, or more than 128 bytes are.
    pub fn from_input(input: String) -> Result<Self, SignInNameError> {
        let input = Zeroizing::new(input);
        let name = fold(&input, true);
        match name.len() {
            0 => Err(SignInNameError::Empty),
            1..=128 => Ok(Self(name)),
            _ => Err(SignInNameError::TooLong),
        }
    }

    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_however_it_is_typed() {
        let plain = SignInName::from_input("zoë o'neill".into()).unwrap();
        let other = SignInName::from_input("  ZOE\u{308}   O'Neill\n".into()).unwrap();
        assert_eq!(plain.expose(), other.expose());
        assert_eq!(SignInName::from_input(" \t".into()).err(), Some(SignInNameError::Empty));
        assert_eq!(
            SignInName::from_input("a".repeat(129)).err(),
            Some(SignInNameError::TooLong)
        );
    }
}
