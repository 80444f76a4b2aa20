//! What a seed decides: names, days, which of several sentences. Keys and identifiers are not drawn here; those are truly random.

/// A stream of numbers that is the same for the same seed (`SplitMix64`). It guards nothing, so it need not be hard to guess.
#[derive(Debug, Clone)]
pub(crate) struct Draw(u64);

impl Draw {
    /// The stream of a seed.
    pub(crate) const fn from_seed(seed: u64) -> Self {
        Self(seed)
    }

    /// A stream of its own for one case, so that a case stays as it is when the one before it changes.
    pub(crate) fn branch(&self, number: usize) -> Self {
        let mut branch = Self(self.0 ^ u64::try_from(number).unwrap_or(u64::MAX).wrapping_mul(0x9e37_79b9));
        branch.next();
        branch
    }

    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from nought up to, and without, `end`; nought where `end` is nought.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % end).unwrap_or_default()
    }

    /// A number from `least` to `most`, both of them possible.
    pub(crate) fn between(&mut self, least: i64, most: i64) -> i64 {
        let span = usize::try_from(most - least + 1).unwrap_or(1);
        least + i64::try_from(self.below(span)).unwrap_or_default()
    }

    /// Whether something that happens in so many cases of a hundred happens in this one.
    pub(crate) fn in_hundred(&mut self, cases: usize) -> bool {
        self.below(100) < cases
    }

    /// One of several; the empty text where there is none.
    pub(crate) fn one_of<'a>(&mut self, texts: &'a [String]) -> &'a str {
        let at = self.below(texts.len());
        texts.get(at).map_or("", String::as_str)
    }

    /// One of several that follow a story: of its first half as it begins, of its second half later on.
    pub(crate) fn one_of_half<'a>(&mut self, texts: &'a [String], later: bool) -> &'a str {
        let half = texts.len().div_ceil(2);
        let from = if later { texts.len() - half } else { 0 };
        self.one_of(&texts[from..from + half])
    }

    /// Some of several that follow a story, in their order: of the few around its `step`, the first of which is nought.
    pub(crate) fn some_of_step<'a>(&mut self, texts: &'a [String], count: usize, step: usize) -> Vec<&'a str> {
        let span = (count + usize::from(step > 0)).min(texts.len());
        let from = step.min(texts.len() - span);
        let mut own = self.clone();
        // It takes as much of the stream as a choice among all of them, so that what is drawn after it does not hang on the step.
        for _ in texts {
            self.next();
        }
        own.some_of(&texts[from..from + span], count)
    }

    /// Some of several, each once, in their order.
    pub(crate) fn some_of<'a>(&mut self, texts: &'a [String], count: usize) -> Vec<&'a str> {
        let mut left = count.min(texts.len());
        let mut chosen = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            if self.below(texts.len() - at) < left {
                chosen.push(text.as_str());
                left -= 1;
            }
        }
        chosen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same() {
        let (mut one, mut other, mut third) = (Draw::from_seed(7), Draw::from_seed(7), Draw::from_seed(8));
        let drawn: Vec<usize> = (0..50).map(|_| one.below(1000)).collect();
        assert_eq!(drawn, (0..50).map(|_| other.below(1000)).collect::<Vec<_>>());
        assert_ne!(drawn, (0..50).map(|_| third.below(1000)).collect::<Vec<_>>());
    }

    #[test]
    fn as_many_are_chosen_as_were_asked_for() {
        let texts: Vec<String> = ('a'..='h').map(String::from).collect();
        let mut draw = Draw::from_seed(1);
        for count in 0..10 {
            let chosen = draw.some_of(&texts, count);
            assert_eq!(chosen.len(), count.min(texts.len()));
            assert!(chosen.is_sorted());
        }
    }
}
