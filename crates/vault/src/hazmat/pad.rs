//! Padding, so that the size of what is sealed says little about what it holds.

use zeroize::Zeroizing;

/// The floor for records, in bytes.
pub(crate) const FLOOR: usize = 512;

/// The padded size for a length: Padmé, with a floor of 512 bytes. The overhead above the floor is at most 12 %.
pub(crate) fn padme(length: usize) -> usize {
    if length <= FLOOR {
        return FLOOR;
    }
    let exponent = length.ilog2();
    let kept = exponent.ilog2() + 1;
    let mask = (1_usize << (exponent - kept)) - 1;
    (length + mask) & !mask
}

/// `u32 length | content | zeros` up to `size` bytes; `None` when the content does not fit.
pub(crate) fn pad_to(content: &[u8], size: usize) -> Option<Zeroizing<Vec<u8>>> {
    let length = u32::try_from(content.len()).ok()?;
    if content.len().checked_add(4)? > size {
        return None;
    }
    let mut padded = Zeroizing::new(Vec::with_capacity(size));
    padded.extend_from_slice(&length.to_le_bytes());
    padded.extend_from_slice(content);
    padded.resize(size, 0);
    Some(padded)
}

/// Takes the padding off in place; `None` when the length is not true or the padding is not zero.
pub(crate) fn unpad(mut padded: Zeroizing<Vec<u8>>) -> Option<Zeroizing<Vec<u8>>> {
    let (head, rest) = padded.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_le_bytes(*head)).ok()?;
    if rest.get(length..)?.iter().any(|byte| *byte != 0) {
        return None;
    }
    padded.drain(..4);
    padded.truncate(length);
    Some(padded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_grow_in_few_steps() {
        assert_eq!(padme(0), 512);
        assert_eq!(padme(512), 512);
        assert_eq!(padme(513), 544);
        let sizes: std::collections::BTreeSet<_> = (0..10_000).map(padme).collect();
        assert!(sizes.len() <= 80, "{} sizes", sizes.len());
        for length in 1..200_000 {
            let size = padme(length);
            assert!(
                size >= length && (length <= 512 || size * 100 <= length * 112),
                "{length} gives {size}"
            );
            assert_eq!(padme(size), size, "padding is a fixed point");
        }
    }

    #[test]
    fn padding_comes_off_and_untrue_padding_is_refused() {
        let padded = pad_to(b"views", 512).unwrap();
        assert_eq!(unpad(padded).unwrap().as_slice(), b"views");
        assert!(pad_to(&[0; 509], 512).is_none());
        let mut untrue = pad_to(b"views", 512).unwrap();
        untrue[511] = 1;
        assert!(unpad(untrue).is_none());
        assert!(unpad(Zeroizing::new(vec![9, 0, 0, 0, 1])).is_none());
        assert!(unpad(Zeroizing::new(vec![9])).is_none());
    }
}
