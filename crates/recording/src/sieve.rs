//! Which rules can fit in a sentence at all: each asks for a word of its rarest step, and most sentences hold none. To look for that word
//! first is quicker than to begin the pattern at every "I" and "the".

use super::read::Token;
use super::rules::{Rule, Set, Step};
use super::words::{Classes, Words};

/// For each word and class, the rules whose rarest step it answers.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    /// By the number of a word.
    numbers: Vec<Vec<u16>>,
    /// By the bit of a class.
    classes: Vec<Vec<u16>>,
    /// Rules that ask for no word of their own: they can fit anywhere.
    free: Vec<u16>,
}

impl Sieve {
    /// Of all rules, by the words that they are made of. How common a word is in notes is guessed from how many steps name it.
    pub(super) fn new(rules: &[Rule], words: &Words) -> Sieve {
        let bits = Classes::BITS as usize;
        let (mut named, mut classes) = (vec![0_usize; words.numbers()], vec![0_usize; bits]);
        for set in rules.iter().flat_map(|rule| &rule.steps).filter_map(asks_for).flatten() {
            set.numbers().iter().for_each(|number| named[usize::from(*number)] += 1);
            each_bit(set.classes()).for_each(|class| classes[class] += 1);
        }
        for (number, own) in words.each() {
            named[usize::from(number)] += each_bit(own).map(|class| classes[class]).sum::<usize>();
        }
        classes.fill(0);
        for (number, own) in words.each() {
            each_bit(own).for_each(|class| classes[class] += named[usize::from(number)]);
        }
        let common = |set: &Set| {
            let numbers = set.numbers().iter().map(|number| named[usize::from(*number)]);
            numbers
                .chain(each_bit(set.classes()).map(|class| classes[class]))
                .sum::<usize>()
        };
        let stops = [".", "!", "?", "…", "\n"].map(|stop| words.find(stop).0);
        let mut sieve = Sieve {
            numbers: vec![Vec::new(); words.numbers()],
            classes: vec![Vec::new(); bits],
            free: Vec::new(),
        };
        for (at, rule) in (0_u16..).zip(rules) {
            // What comes behind a full stop lies in another sentence than the one that is sifted.
            let here = rule.steps.iter().take_while(|step| !passes(step, &stops));
            let all = here.filter_map(asks_for);
            match all.min_by_key(|sets| sets.iter().map(|set| common(set)).sum::<usize>()) {
                Some(sets) => sets.iter().for_each(|set| sieve.note(at, set)),
                None => sieve.free.push(at),
            }
        }
        sieve
    }

    fn note(&mut self, rule: u16, set: &Set) {
        for number in set.numbers() {
            self.numbers[usize::from(*number)].push(rule);
        }
        for class in each_bit(set.classes()) {
            self.classes[class].push(rule);
        }
    }

    /// Sets for each rule whether it can fit in a sentence of these tokens.
    pub(super) fn sift(&self, sentence: &[Token], can: &mut [bool]) {
        can.fill(false);
        let words = sentence.iter().flat_map(|token| {
            let own = self.numbers.get(usize::from(token.number)).into_iter();
            own.chain(each_bit(token.classes).filter_map(|class| self.classes.get(class)))
        });
        for rule in words.flatten().chain(&self.free) {
            can[usize::from(*rule)] = true;
        }
    }
}

/// The words of a step without which no pattern fits: its own, and those with an `'s` behind them.
fn asks_for(step: &Step) -> Option<[&Set; 2]> {
    match step {
        Step::Any {
            set,
            owners,
            person: false,
            agency: false,
            end: false,
            optional: false,
        } => Some([set, owners]),
        _ => None,
    }
}

/// Whether a step can be one of these marks.
fn passes(step: &Step, stops: &[u16]) -> bool {
    let named = |set: &Set| stops.iter().any(|stop| *stop != 0 && set.numbers().contains(stop));
    matches!(step, Step::Any { set, owners, .. } if named(set) || named(owners))
}

fn each_bit(mut classes: Classes) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (classes != 0).then(|| classes.trailing_zeros() as usize);
        classes &= classes.wrapping_sub(1);
        bit
    })
}
