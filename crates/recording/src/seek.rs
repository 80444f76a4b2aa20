//! Whether a pattern fits the tokens from a place on. Gaps are bounded, so the work for one place is bounded too.

use super::read::{Kind, Token};
use super::rules::Step;
use super::voice::{Sense, Voice};

/// Where the steps of a pattern fitted: from and to, in tokens.
pub(super) type Places = Vec<(usize, usize)>;

/// Whether the pattern fits from `at` on; `places` then holds the place of each step. The same list serves every try.
pub(super) fn fits(
    steps: &[Step],
    at: usize,
    tokens: &[Token],
    voice: &Voice,
    sense: &Sense,
    places: &mut Places,
) -> bool {
    places.clear();
    Seeker { tokens, voice, sense }.go(steps, at, places)
}

struct Seeker<'a> {
    tokens: &'a [Token],
    voice: &'a Voice,
    sense: &'a Sense,
}

impl Seeker<'_> {
    fn go(&self, steps: &[Step], at: usize, places: &mut Places) -> bool {
        let Some((step, rest)) = steps.split_first() else {
            return true;
        };
        let mark = places.len();
        let mut take = |to: usize| {
            places.truncate(mark);
            places.push((at, to));
            self.go(rest, to, places)
        };
        let token = self.tokens.get(at);
        match step {
            Step::Any {
                set,
                owners,
                person,
                agency,
                end,
                optional,
            } => {
                let fits = token.is_some_and(|token| set.holds(token));
                let owns = token.is_some_and(|token| {
                    owners.holds(token) && self.tokens.get(at + 1).is_some_and(|next| next.from == token.from)
                });
                (fits && take(at + 1))
                    || (owns && take(at + 2))
                    || (*person && self.voice.person(at).is_some_and(&mut take))
                    || (*agency && self.voice.agency(at).is_some_and(&mut take))
                    || (*end && token.is_none_or(|token| token.kind != Kind::Word) && take(at))
                    || (*optional && take(at))
            }
            Step::Not(set) => token.is_some_and(|token| token.kind == Kind::Word && !set.holds(token)) && take(at),
            Step::Worker => self.voice.worker.get(at).copied().unwrap_or(false) && take(at),
            Step::Clause => self.voice.clause_start(at, self.tokens) && take(at),
            Step::Sentence => (at == 0 || matches!(self.tokens[at - 1].kind, Kind::Stop(_))) && take(at),
            Step::End => token.is_none_or(|token| token.kind != Kind::Word) && take(at),
            Step::Gap(most) => self.over(at, *most, |token| !matches!(token.kind, Kind::Stop(_)), take),
            Step::Filler => self.over(
                at,
                3,
                |token| token.kind == Kind::Word && token.classes & self.sense.small == 0,
                take,
            ),
        }
    }

    fn over(
        &self,
        at: usize,
        most: usize,
        passes: impl Fn(&Token) -> bool,
        mut take: impl FnMut(usize) -> bool,
    ) -> bool {
        for to in at..=at + most {
            if take(to) {
                return true;
            }
            if !self.tokens.get(to).is_some_and(&passes) {
                return false;
            }
        }
        false
    }
}
