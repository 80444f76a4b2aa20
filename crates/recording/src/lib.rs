//! Whether a worker's text keeps to facts, options and the family's own decision (SPS-1, SPS-11, LEI-3, CAM-8, CAM-15).
//!
//! Rules over tokens with a small grammar of who speaks, what is denied and what is only supposed. The words and the rules are data, in
//! `data/`; why it is so, and how well it does, is in `docs/adr/0015-language-checks.md`.

#![warn(missing_docs)]

mod judge;
#[cfg(feature = "score")]
mod learn;
mod read;
mod rules;
mod seek;
mod sieve;
mod voice;
mod weigh;
mod words;

use std::ops::Range;
#[cfg(any(test, feature = "score"))]
use std::sync::LazyLock;

use read::Token;
use rules::{Effect, Rules};
use voice::{Sense, Voice};
use weigh::{Groups, Weights};
use words::Words;

#[cfg(feature = "score")]
pub use learn::Lesson;

#[cfg(test)]
mod tests;

/// What a mark says of the worker's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    /// They tell the service user what to do, or push one choice.
    Directive,
    /// They show the worker taking the decision for the service user.
    Decision,
    /// They take a side, or judge somebody.
    Partial,
    /// They state as fact what is not verified.
    OpinionAsFact,
    /// They show an interest of the worker or the service.
    Vested,
    /// They act or speak for an agency.
    LaAgent,
    /// They share what identifies somebody, with no permission recorded.
    Disclosure,
    /// They present one route as the only one.
    SingleOption,
}

impl Label {
    /// All of them, in the order of the published list.
    pub const ALL: [Label; 8] = [
        Label::Directive,
        Label::Decision,
        Label::Partial,
        Label::OpinionAsFact,
        Label::Vested,
        Label::LaAgent,
        Label::Disclosure,
        Label::SingleOption,
    ];

    /// The name that files of examples use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Label::Directive => "directive",
            Label::Decision => "decision",
            Label::Partial => "partial",
            Label::OpinionAsFact => "opinion_as_fact",
            Label::Vested => "vested",
            Label::LaAgent => "la_agent",
            Label::Disclosure => "disclosure",
            Label::SingleOption => "single_option",
        }
    }

    /// Why words may be so, where no rule says it more closely.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Label::Directive => "It may tell the person what to do; the choice is theirs.",
            Label::Decision => "It may read as if the worker had decided for the family.",
            Label::Partial => "It may take a side, or judge somebody.",
            Label::OpinionAsFact => "It may state as a fact what nobody has shown.",
            Label::Vested => "It may show an interest of the worker or the service.",
            Label::LaAgent => "It may act or speak for another agency.",
            Label::Disclosure => "It may share who somebody is, and no permission is noted here.",
            Label::SingleOption => "It may leave one way only where there are several.",
        }
    }
}

/// Words that a worker may want to look at again. Never a fault, and never in the way of saving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where the words stand: bytes of the text, on letter boundaries.
    pub span: Range<usize>,
    /// What they may be.
    pub label: Label,
    /// Why, in one sentence.
    pub reason: String,
    /// What could stand there instead, ready to be put in place of the span.
    pub instead: Option<String>,
}

/// The words and rules, read once. They are no part of the program: a page fetches them when somebody begins to write.
pub struct Checks {
    words: Words,
    rules: Rules,
    sense: Sense,
    groups: Groups,
    weights: Option<Weights>,
}

/// The words and rules of `data/`, for those who measure them.
#[cfg(any(test, feature = "score"))]
static OWN: LazyLock<Checks> = LazyLock::new(|| {
    Checks::read(concat!(
        include_str!("../data/words.txt"),
        include_str!("../data/rules.txt"),
        include_str!("../data/groups.txt"),
        include_str!("../data/weights.txt")
    ))
    .expect("the words and rules of this release can be read")
});

/// The marks of a text by the words and rules of `data/`.
#[cfg(any(test, feature = "score"))]
#[must_use]
pub fn check(text: &str) -> Vec<Mark> {
    own().check(text)
}

/// What the rules alone say of a text that is no worker's note, such as our own pages.
#[cfg(any(test, feature = "score"))]
#[must_use]
pub fn check_by_rules(text: &str) -> Vec<Mark> {
    let (tokens, voice) = own().hear(text);
    own().by_rules(text, &tokens, &voice).0
}

/// The checks with the data of `data/`.
#[cfg(any(test, feature = "score"))]
#[must_use]
pub fn own() -> &'static Checks {
    &OWN
}

/// A match of a rule, in tokens.
struct Found {
    from: usize,
    to: usize,
    rule: usize,
    places: seek::Places,
}

impl Checks {
    /// Reads `words.txt`, `rules.txt`, `groups.txt` and `weights.txt` in one text, in this order. None where there are no rules in it; what
    /// has no groups or weights goes by its rules alone.
    #[must_use]
    pub fn read(text: &str) -> Option<Checks> {
        let (words, rules) = text.split_at(text.find("\n+ ")?);
        let (rules, weights) = rules.split_once("\n% ").unwrap_or((rules, ""));
        let (rules, groups) = rules.split_at(rules.find("\n~ ").unwrap_or(rules.len()));
        let mut words = Words::read(words);
        let rules = Rules::read(rules, &mut words, |name| {
            Label::ALL
                .iter()
                .position(|label| label.name() == name)
                .map(|at| at as u8)
        });
        let sense = Sense::new(&words);
        let groups = groups.lines().filter_map(|line| line.strip_prefix("~ "));
        let groups = Groups::read(groups, |phrase| {
            read::read(phrase, &words).iter().map(|token| token.hash).collect()
        });
        Some(Checks {
            words,
            rules,
            sense,
            groups,
            weights: Weights::read(weights),
        })
    }

    /// A text as tokens, and who says each of them.
    fn hear(&self, text: &str) -> (Vec<Token>, Voice) {
        let tokens = read::read(text, &self.words);
        let voice = Voice::hear(&tokens, &self.sense);
        (tokens, voice)
    }

    /// The marks of a text, in the order in which they stand; at most one of a label for the same words.
    #[must_use]
    pub fn check(&self, text: &str) -> Vec<Mark> {
        let (tokens, voice) = self.hear(text);
        let (ruled, spared) = self.by_rules(text, &tokens, &voice);
        match &self.weights {
            None => ruled,
            Some(weights) => {
                let (tokens, voice, spared, groups) = (&tokens, &voice, &spared, &self.groups);
                let judge = judge::Judge {
                    weights,
                    groups,
                    tokens,
                    voice,
                    spared,
                };
                judge.judge(ruled)
            }
        }
    }

    /// What the rules alone mark, in the order in which it stands; and for each token the labels that they take back there, one bit each.
    fn by_rules(&self, text: &str, tokens: &[Token], voice: &Voice) -> (Vec<Mark>, Vec<u8>) {
        let sentence = sentences(tokens);
        let found = self.found(tokens, voice, &sentence, |here, can| self.rules.sieve.sift(here, can));
        self.marks(text, tokens, &sentence, &found)
    }

    /// Where rules fit. `sift` says of each sentence which of them can fit there; no other is tried.
    fn found(
        &self,
        tokens: &[Token],
        voice: &Voice,
        sentence: &[usize],
        sift: impl Fn(&[Token], &mut [bool]),
    ) -> Vec<Found> {
        let (mut found, mut places) = (Vec::new(), Vec::new());
        let (mut can, mut sifted) = (vec![false; self.rules.rules.len()], None);
        for (at, token) in tokens
            .iter()
            .enumerate()
            .filter(|(_, token)| token.kind == read::Kind::Word)
        {
            if sifted.replace(sentence[at]) != Some(sentence[at]) {
                let end = sentence.partition_point(|number| *number <= sentence[at]);
                sift(&tokens[at..end], &mut can);
            }
            let person = voice.person(at).map_or(&[][..], |_| &self.rules.person);
            let agency = voice.agency(at).map_or(&[][..], |_| &self.rules.agency);
            let here = person.iter().chain(agency).chain(&self.rules.anywhere);
            let named = self.rules.at(token.number).iter().flat_map(|(rule, back)| {
                let starts = at.saturating_sub(usize::from(*back))..=at;
                starts.map(move |start| (*rule, start))
            });
            for (rule, from) in named.chain(here.map(|rule| (*rule, at))) {
                let rule = usize::from(rule);
                // Between a rule's beginning and the word that it is known by lie gaps at the most, which end with the sentence.
                let is_here = can[rule] && sentence[from] == sentence[at] && tokens[from].kind == read::Kind::Word;
                if is_here && self.stands(rule, from, tokens, voice, &mut places) {
                    let to = places.last().map_or(from, |(_, to)| *to);
                    let places = places.clone();
                    found.push(Found { from, to, rule, places });
                }
            }
        }
        found.sort_unstable_by_key(|found| (found.from, found.rule));
        found.dedup_by_key(|found| (found.from, found.rule));
        found
    }

    /// Whether the rule fits at a place and nothing of the sentence speaks against it.
    fn stands(&self, rule: usize, at: usize, tokens: &[Token], voice: &Voice, places: &mut seek::Places) -> bool {
        let rule = &self.rules.rules[rule];
        let heading = &self.rules.headings[rule.heading];
        let marks = heading.effect == Effect::Mark;
        let out = marks
            && ((voice.others[at] && !heading.anyone)
                || (voice.denied[at] && !heading.denied)
                || (voice.supposed[at] && !heading.supposed));
        !out && seek::fits(&rule.steps, at, tokens, voice, &self.sense, places)
    }

    fn marks(&self, text: &str, tokens: &[Token], sentence: &[usize], found: &[Found]) -> (Vec<Mark>, Vec<u8>) {
        let heading = |found: &Found| &self.rules.headings[self.rules.rules[found.rule].heading];
        let said = said(found, sentence, heading);
        let mut marks: Vec<Mark> = Vec::new();
        let found = found.iter().filter(|found| heading(found).effect == Effect::Mark);
        for (mark, at) in found.flat_map(|found| (0..8).map(move |at| (found, at))) {
            let bit = 1 << at;
            let about = &said[sentence[mark.from]];
            let spared =
                about.spared | about.spared_around & !about.insisted | if heading(mark).weak { about.weak } else { 0 };
            if heading(mark).labels & bit & !spared == 0 {
                continue;
            }
            let rule = &self.rules.rules[mark.rule];
            let from = if heading(mark).whole {
                clause_from(tokens, mark.from)
            } else {
                mark.from
            };
            let span = tokens[from].from..tokens[mark.to.max(mark.from + 1) - 1].to;
            let label = Label::ALL[at];
            let known = marks
                .iter_mut()
                .find(|known| known.label == label && known.span.start < span.end && span.start < known.span.end);
            let instead = rule
                .instead
                .as_deref()
                .map(|instead| worded(instead, text, tokens, mark));
            match known {
                // The words that two rules of a label share are marked once, as far as both reach.
                Some(known) => {
                    if known.span == span {
                        known.instead = known.instead.take().or(instead);
                    } else {
                        known.instead = known
                            .instead
                            .take()
                            .filter(|_| known.span.start <= span.start && known.span.end >= span.end);
                    }
                    known.span = known.span.start.min(span.start)..known.span.end.max(span.end);
                }
                None => marks.push(Mark {
                    span,
                    label,
                    reason: heading(mark).reason.to_string(),
                    instead,
                }),
            }
        }
        yielding(&mut marks);
        marks.sort_by_key(|mark| (mark.span.start, mark.label));
        let spared = |at: &usize| said[*at].spared | said[*at].weak | said[*at].spared_around & !said[*at].insisted;
        (marks, sentence.iter().map(spared).collect())
    }
}

impl std::fmt::Debug for Checks {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} rules", self.rules.rules.len())
    }
}

/// What speaks against marks in one sentence, one bit for each label.
#[derive(Debug, Clone, Copy, Default)]
struct Said {
    spared: u8,
    weak: u8,
    spared_around: u8,
    insisted: u8,
}

/// What speaks against marks, sentence by sentence; what is said around reaches two sentences back and on.
fn said<'a>(found: &[Found], sentence: &[usize], heading: impl Fn(&Found) -> &'a rules::Heading) -> Vec<Said> {
    let mut said = vec![Said::default(); sentence.last().map_or(0, |last| last + 1)];
    for found in found {
        let (heading, at) = (heading(found), sentence[found.from]);
        let around = at.saturating_sub(2)..said.len().min(at + 3);
        match heading.effect {
            Effect::Mark => {}
            Effect::Spare if heading.weak => said[at].weak |= heading.labels,
            Effect::Spare => said[at].spared |= heading.labels,
            Effect::SpareAround => said[around]
                .iter_mut()
                .for_each(|said| said.spared_around |= heading.labels),
            Effect::Insist => said[around].iter_mut().for_each(|said| said.insisted |= heading.labels),
        }
    }
    said
}

/// Where the same words earn two labels, the plainer one stands: what judges is not also a claim of fact.
fn yielding(marks: &mut Vec<Mark>) {
    let yields = |weak: &Mark, strong: &Mark| {
        let overlap = weak.span.start < strong.span.end && strong.span.start < weak.span.end;
        overlap
            && match weak.label {
                Label::OpinionAsFact => strong.label != Label::OpinionAsFact,
                Label::Disclosure => matches!(strong.label, Label::Decision | Label::LaAgent),
                Label::Vested => matches!(strong.label, Label::LaAgent | Label::Partial),
                Label::Directive => matches!(strong.label, Label::SingleOption | Label::LaAgent),
                _ => false,
            }
    };
    let stay: Vec<bool> = marks
        .iter()
        .map(|weak| !marks.iter().any(|strong| yields(weak, strong)))
        .collect();
    let mut stay = stay.into_iter();
    marks.retain(|_| stay.next().unwrap_or(true));
}

/// The number of the sentence that each token belongs to.
fn sentences(tokens: &[Token]) -> Vec<usize> {
    let mut now = 0;
    let number = |token: &Token| {
        let this = now;
        now += usize::from(matches!(token.kind, read::Kind::Stop(_)));
        this
    };
    tokens.iter().map(number).collect()
}

/// The first token of the clause that a token stands in.
fn clause_from(tokens: &[Token], at: usize) -> usize {
    tokens[..at]
        .iter()
        .rposition(|token| token.kind != read::Kind::Word)
        .map_or(0, |mark| mark + 1)
}

/// The wording of a rule with `$3` filled in by what the third step fitted.
fn worded(instead: &str, text: &str, tokens: &[Token], found: &Found) -> String {
    let mut out = String::new();
    for (at, part) in instead.split('$').enumerate() {
        let Some(step) = part
            .chars()
            .next()
            .and_then(|digit| digit.to_digit(10))
            .filter(|_| at > 0)
        else {
            out.push_str(part);
            continue;
        };
        if let Some(&(from, to)) = found.places.get(step as usize - 1).filter(|(from, to)| from < to) {
            out.push_str(&text[tokens[from].from..tokens[to - 1].to]);
        }
        out.push_str(&part[1..]);
    }
    let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    let first = found.from == 0 || matches!(tokens[found.from - 1].kind, read::Kind::Stop(_));
    match out.chars().next().filter(|letter| first && letter.is_lowercase()) {
        Some(letter) => letter.to_uppercase().chain(out.chars().skip(1)).collect(),
        None => out,
    }
}
