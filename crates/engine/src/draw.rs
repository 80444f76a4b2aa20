//! Randomness, drawn through the vault: codes that people say, and identifiers.

use evenhand_vault::ids::RowId;

/// Letters and digits of a case's code: nothing that looks like something else when read out.
const LETTERS: &[u8; 29] = b"23456789ABCDEFGHJKMNPQRSTVWXZ";

/// Sixteen random bytes.
pub(crate) fn id() -> [u8; 16] {
    RowId::make().bytes()
}

/// A code for a case, `7KF-3QM`: random, so that it names nobody and counts nothing.
pub(crate) fn code() -> String {
    let letters: Vec<char> = id()
        .iter()
        .take(6)
        .map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()]))
        .collect();
    let (first, second) = letters.split_at(3);
    format!(
        "{}-{}",
        first.iter().collect::<String>(),
        second.iter().collect::<String>()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_easy_to_say() {
        for _ in 0..50 {
            let code = code();
            assert_eq!((code.len(), code.as_bytes()[3]), (7, b'-'));
            assert!(!code.contains(['0', 'O', '1', 'I', 'L']));
        }
    }
}
