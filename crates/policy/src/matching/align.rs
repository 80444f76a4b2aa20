//! Laying two names beside one another, part by part, in the order written.

use super::parse::Part;
use super::token::{Level, Token, family, given};

/// Which parts answer one another.
#[derive(Debug, Clone, Default)]
pub(super) struct Alignment {
    /// Places in the one and the other name, with how alike they are.
    pub(super) pairs: Vec<(usize, usize, Level)>,
    score: u32,
}

impl Alignment {
    /// Places of the one (`left`) or the other name that nothing answers.
    pub(super) fn alone(&self, length: usize, left: bool) -> Vec<usize> {
        (0..length)
            .filter(|at| {
                !self
                    .pairs
                    .iter()
                    .any(|pair| if left { pair.0 == *at } else { pair.1 == *at })
            })
            .collect()
    }

    pub(super) fn level(&self, a: usize, b: usize) -> Option<Level> {
        self.pairs
            .iter()
            .find(|pair| (pair.0, pair.1) == (a, b))
            .map(|pair| pair.2)
    }
}

/// The first place of the surname: the last part with all that hyphens tie to it.
pub(super) fn surname_from(parts: &[Part]) -> usize {
    let mut from = parts.len().saturating_sub(1);
    while from > 1 && parts[from].tied {
        from -= 1;
    }
    from
}

/// The best way to lay them beside one another.
pub(super) fn align(a: &[Part], b: &[Part]) -> Alignment {
    best(a, b, 0, 0)
}

fn best(a: &[Part], b: &[Part], i: usize, j: usize) -> Alignment {
    if i >= a.len() || j >= b.len() {
        return Alignment::default();
    }
    let mut found = best(a, b, i + 1, j);
    let other = best(a, b, i, j + 1);
    if other.score > found.score {
        found = other;
    }
    let level = level(a, b, i, j);
    if level > Level::No {
        let mut paired = best(a, b, i + 1, j + 1);
        paired.score += 4 + level as u32;
        if paired.score > found.score {
            paired.pairs.push((i, j, level));
            found = paired;
        }
    }
    // One part may be two that were run together: Nasratullah, Nasrat Ullah; Seoyun, Seo-yun.
    for (wide_a, wide_b) in [(2, 1), (1, 2)] {
        if let (Some(one), Some(other)) = (a.get(i..i + wide_a), b.get(j..j + wide_b)) {
            let run = |parts: &[Part]| parts.iter().map(|part| part.text.as_str()).collect::<String>();
            let (joined, other) = (Token::from(run(one)), Token::from(run(other)));
            if joined == other || (joined.len() > 6 && given(&joined, &other) >= Level::Spelling) {
                let mut paired = best(a, b, i + wide_a, j + wide_b);
                paired.score += 16;
                if paired.score > found.score {
                    for (x, y) in [(i, j), (i + wide_a - 1, j + wide_b - 1)] {
                        paired.pairs.push((x, y, Level::Exact));
                    }
                    found = paired;
                }
            }
        }
    }
    found
}

fn level(a: &[Part], b: &[Part], i: usize, j: usize) -> Level {
    let (one, other) = (&a[i].text, &b[j].text);
    let surname = |parts: &[Part], at: usize| at > 0 && at >= surname_from(parts);
    if surname(a, i) || surname(b, j) {
        family(one, other)
    } else {
        given(one, other)
    }
}
