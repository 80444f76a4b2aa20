//! What a person types or keeps on paper: the sign-in name, the passphrase, the recovery code.

mod make;
mod passphrase;
mod recovery;
mod sign_in;

pub use make::make_phrase;
pub use passphrase::{Passphrase, Strength};
pub use recovery::{RecoveryCode, RecoveryCodeError};
pub use sign_in::{SignInName, SignInNameError};

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

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
            folded.extend(word.nfc().flat_map(char::to_lowercase).nfc());
        } else {
            folded.extend(word.nfc());
        }
    }
    folded
}
