//! What a person types or keeps on paper: the sign-in name, the passphrase, the recovery code.

mod make;
mod passphrase;
mod recovery;
mod sign_in;

pub use make::make_phrase;
pub use passphrase::{Passphrase, Strength};
pub use recovery::{RecoveryCode, RecoveryCodeError};
pub use sign_in::{SignInName, SignInNameError};

use evenhand_letters::composed;
use zeroize::Zeroizing;

/// The word in NFC, in a buffer that is wiped.
fn one_form(word: &str) -> Zeroizing<String> {
    Zeroizing::new(composed(word).into_owned())
}

/// Trims the ends, folds each run of white space to one space and composes the letters (NFC), so that the same words typed on another
/// keyboard give the same bytes. The buffer is large enough from the start, so that no half of a secret stays behind in memory.
fn fold(input: &str, lower: bool) -> Zeroizing<String> {
    let mut folded = Zeroizing::new(String::with_capacity(input.len().saturating_mul(4)));
    let mut first = true;
    for word in input.split_whitespace() {
        if !first {
            folded.push(' ');
        }
        first = false;
        if lower {
            let small = Zeroizing::new(one_form(word).chars().flat_map(char::to_lowercase).collect::<String>());
            folded.push_str(&one_form(&small));
        } else {
            folded.push_str(&one_form(word));
        }
    }
    folded
}
