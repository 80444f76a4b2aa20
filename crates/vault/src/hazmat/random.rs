//! Randomness from the platform.

/// Fills a buffer with random bytes.
///
/// # Panics
/// When the platform gives no randomness. There is nothing safe to do then: no key can be made and nothing can be sealed, and an
/// error that a caller could pass over would be worse than a stop.
pub(crate) fn fill(buffer: &mut [u8]) {
    // Browsers refuse to fill more than 65,536 bytes in one call.
    for part in buffer.chunks_mut(65_536) {
        assert!(
            getrandom::fill(part).is_ok(),
            "the platform gives no randomness, so nothing can be sealed"
        );
    }
}

/// So many random bytes.
pub(crate) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    fill(&mut bytes);
    bytes
}
