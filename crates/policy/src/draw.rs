//! Drawing at random what a number decides, so that anybody can draw it again (STA-15, SPS-10).

/// Where something stands in the order that a number gives: the lowest are drawn. What is taken out of the order changes nothing about the
/// rest of it, so that whoever may not open a case draws the same ones otherwise.
#[must_use]
pub fn place(seed: u32, id: [u8; 16]) -> u64 {
    let (low, high) = id.split_at(8);
    let half = |bytes: &[u8]| bytes.iter().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    mix(mix(u64::from(seed) ^ half(low)) ^ half(high))
}

/// SplitMix64, which spreads each bit of what goes in over all that comes out.
const fn mix(of: u64) -> u64 {
    let of = of.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let of = (of ^ (of >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let of = (of ^ (of >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    of ^ (of >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sta_15_every_case_is_drawn_as_often_as_every_other_over_many_numbers() {
        let mut drawn = [0_u32; 10];
        for seed in 0..10_000 {
            let first = (0_u8..10).min_by_key(|id| place(seed, [*id; 16])).unwrap_or_default();
            drawn[usize::from(first)] += 1;
        }
        assert!(drawn.iter().all(|times| (900..1_100).contains(times)), "{drawn:?}");
    }

    #[test]
    fn sps_10_the_same_number_draws_the_same_and_another_another() {
        let order = |seed| {
            let mut ids: Vec<u8> = (0..30).collect();
            ids.sort_by_key(|id| place(seed, [*id; 16]));
            ids
        };
        assert_eq!(order(7), order(7));
        assert_ne!(order(7), order(8));
    }
}
