//! The rules as data: patterns over words and classes, each under a heading that says what a match means.

use super::read::Token;
use super::sieve::Sieve;
use super::words::{Classes, Words};

/// What a match of a rule does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    /// Marks the words with a label.
    Mark,
    /// Takes back marks of a label in the same sentence.
    Spare,
    /// Takes back marks of a label here and in the two sentences before and after.
    SpareAround,
    /// Says that what would be spared around is not: permission was not given.
    Insist,
}

/// One heading of the rules file with what its rules share.
#[derive(Debug)]
pub(super) struct Heading {
    pub(super) effect: Effect,
    /// The labels meant, one bit each, in the order of `Label::ALL`.
    pub(super) labels: u8,
    pub(super) reason: Box<str>,
    /// Stands where it is denied ("isn't qualified" says something too).
    pub(super) denied: bool,
    /// Stands where it is asked or only supposed.
    pub(super) supposed: bool,
    /// Taken back by what firmly speaks against it only, or, for what spares: takes back only what is weak.
    pub(super) weak: bool,
    /// Stands where somebody else is named as the one who says it.
    pub(super) anyone: bool,
    /// The mark reaches back to the beginning of the clause.
    pub(super) whole: bool,
}

/// Some words and classes.
#[derive(Debug)]
pub(super) struct Set {
    numbers: Vec<u16>,
    classes: Classes,
    /// One bit for each number, by its last six bits: most words that are not in the set are told by it alone.
    sieve: u64,
}

impl Set {
    fn new(numbers: Vec<u16>, classes: Classes) -> Set {
        let sieve = numbers.iter().fold(0, |sieve, number| sieve | 1 << (number & 63));
        Set {
            numbers,
            classes,
            sieve,
        }
    }

    /// The numbers of its words, but for those in its classes.
    pub(super) fn numbers(&self) -> &[u16] {
        &self.numbers
    }

    /// Its classes.
    pub(super) const fn classes(&self) -> Classes {
        self.classes
    }

    /// Whether a token is one of these.
    pub(super) fn holds(&self, token: &Token) -> bool {
        let number = token.number;
        token.classes & self.classes != 0
            || (number != 0 && self.sieve >> (number & 63) & 1 == 1 && self.numbers.contains(&number))
    }
}

/// One step of a pattern.
#[derive(Debug)]
pub(super) enum Step {
    /// One of some words or classes, a person of the family or an agency, each named in one word or several.
    Any {
        set: Set,
        /// Words with an `'s` behind them: `mum's`, which the reader takes apart.
        owners: Set,
        person: bool,
        agency: bool,
        end: bool,
        optional: bool,
    },
    /// The next word is none of these.
    Not(Set),
    /// The worker is the one who does what follows.
    Worker,
    /// The beginning of a clause; of a sentence.
    Clause,
    Sentence,
    /// The end of a clause.
    End,
    /// Up to so many words or pauses of the same sentence.
    Gap(usize),
    /// Up to three words that are neither small nor marks.
    Filler,
}

/// A pattern, its heading and the wording to take instead.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) heading: usize,
    pub(super) steps: Vec<Step>,
    pub(super) instead: Option<Box<str>>,
}

/// All rules, and which of them can begin at which word.
#[derive(Debug, Default)]
pub(super) struct Rules {
    pub(super) headings: Vec<Heading>,
    pub(super) rules: Vec<Rule>,
    /// For each number of a word the rules that can begin there, or up to so many words before.
    begins: Vec<Vec<(u16, u8)>>,
    /// The rules that can begin with a person, with an agency, and with anything.
    pub(super) person: Vec<u16>,
    pub(super) agency: Vec<u16>,
    pub(super) anywhere: Vec<u16>,
    /// Which of them can fit in a sentence at all.
    pub(super) sieve: Sieve,
}

impl Rules {
    /// Reads the rules file; `docs/adr/0015` and the head of the file say how it is written.
    pub(super) fn read(text: &str, words: &mut Words, label: impl Fn(&str) -> Option<u8>) -> Rules {
        let mut rules = Rules::default();
        let lines = text
            .lines()
            .filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        for line in lines {
            let effect = match line.as_bytes()[0] {
                b'+' => Some(Effect::Mark),
                b'-' => Some(Effect::Spare),
                b'=' => Some(Effect::SpareAround),
                b'*' => Some(Effect::Insist),
                _ => None,
            };
            match effect {
                Some(effect) => rules.headings.push(heading(effect, &line[1..], &label)),
                None => {
                    let (pattern, instead) = line
                        .split_once(" => ")
                        .map_or((line, None), |(a, b)| (a, Some(b.into())));
                    let steps = pattern.split_whitespace().map(|step| Step::read(step, words)).collect();
                    rules.rules.push(Rule {
                        heading: rules.headings.len().saturating_sub(1),
                        steps,
                        instead,
                    });
                }
            }
        }
        rules.index(words);
        rules.sieve = Sieve::new(&rules.rules, words);
        rules
    }

    /// Notes at which words each rule can begin, and how many words before one of its own it may.
    fn index(&mut self, words: &Words) {
        self.begins = vec![Vec::new(); words.numbers()];
        for (at, rule) in (0..).zip(&self.rules) {
            let mut back = 0;
            for step in &rule.steps {
                match step {
                    Step::Any {
                        set,
                        owners,
                        person,
                        agency,
                        end,
                        optional,
                    } => {
                        let named = set.numbers.iter().chain(&owners.numbers).copied();
                        let members = words.each().filter(|(_, own)| own & set.classes != 0);
                        let all: Vec<u16> = named.chain(members.map(|(number, _)| number)).collect();
                        all.iter()
                            .for_each(|number| self.begins[*number as usize].push((at, back)));
                        if back > 0 && (*person || *agency || *optional) {
                            self.anywhere.push(at);
                            break;
                        }
                        self.person.extend(person.then_some(at));
                        self.agency.extend(agency.then_some(at));
                        if !optional && !end {
                            break;
                        }
                    }
                    Step::Not(_) | Step::Worker | Step::Clause | Step::Sentence | Step::End => {}
                    Step::Gap(most) => back += *most as u8,
                    Step::Filler => {
                        self.anywhere.push(at);
                        break;
                    }
                }
            }
        }
        self.begins.iter_mut().for_each(|all| {
            all.sort_unstable();
            all.dedup();
        });
    }

    /// The rules that can begin at a word of this number, or up to so many words before it.
    pub(super) fn at(&self, number: u16) -> &[(u16, u8)] {
        self.begins.get(number as usize).map_or(&[], Vec::as_slice)
    }
}

fn heading(effect: Effect, line: &str, label: impl Fn(&str) -> Option<u8>) -> Heading {
    let (words, reason) = line.split_once(": ").unwrap_or((line, ""));
    let has = |flag: &str| words.split_whitespace().any(|word| word == flag);
    Heading {
        effect,
        labels: words.split_whitespace().filter_map(label).map(|at| 1 << at).sum(),
        reason: reason.into(),
        denied: has("denied"),
        supposed: has("supposed"),
        anyone: has("anyone"),
        weak: has("weak"),
        whole: has("whole"),
    }
}

impl Step {
    fn read(text: &str, words: &mut Words) -> Step {
        match text {
            "W" => return Step::Worker,
            "^" => return Step::Clause,
            "^^" => return Step::Sentence,
            "$" => return Step::End,
            "~" => return Step::Filler,
            _ => {}
        }
        if let Some(most) = text.strip_prefix("..") {
            return Step::Gap(most.parse().unwrap_or(5));
        }
        let (optional, text) = text.strip_suffix('?').map_or((false, text), |text| (true, text));
        let (not, text) = text.strip_prefix('!').map_or((false, text), |text| (true, text));
        let (mut numbers, mut owners, mut classes) = (Vec::new(), Vec::new(), 0);
        let (mut person, mut agency, mut end) = (false, false, false);
        for word in text.split('|') {
            match word.strip_prefix('@') {
                Some(class) => classes |= words.class(class),
                None if word == "P" => person = true,
                None if word == "A" => agency = true,
                None if word == "$" => end = true,
                None => match word.strip_suffix("'s").filter(|owner| !owner.is_empty()) {
                    Some(owner) => owners.push(words.number(owner)),
                    None => numbers.push(words.number(word)),
                },
            }
        }
        if not {
            Step::Not(Set::new(numbers, classes))
        } else {
            Step::Any {
                set: Set::new(numbers, classes),
                owners: Set::new(owners, 0),
                person,
                agency,
                end,
                optional,
            }
        }
    }
}
