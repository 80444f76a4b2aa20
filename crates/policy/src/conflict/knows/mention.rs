//! Finding the worker's name in an answer.

use super::read::Word;
use super::words;
use crate::matching::{FAMILY, GIVEN, Level, Name, Token, family, given};

/// The worker's name, as families may write it.
pub(super) struct Named {
    given: Vec<Token>,
    surnames: Vec<Token>,
}

/// Where the worker is named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention {
    /// The first word of the name.
    pub(super) start: usize,
    /// The first word after it.
    pub(super) end: usize,
    /// It ended in 's.
    pub(super) possessive: bool,
}

impl Named {
    /// The first name with its halves, what they are called, the middle names; the surname with its halves, former ones.
    pub(super) fn of(name: &str) -> Self {
        let (mut given, mut surnames) = (Vec::new(), Vec::new());
        for name in Name::all(name).iter() {
            let from = name.surname_from();
            let parts: Vec<Token> = name.parts.iter().map(|part| part.text.clone()).collect();
            let tied = name.parts.get(1).is_some_and(|part| part.tied);
            if tied && from > 1 {
                given.push(format!("{}{}", parts[0].as_str(), parts[1].as_str()).into());
            }
            given.extend(
                parts
                    .iter()
                    .take(from.max(1))
                    .filter(|part| part.chars().count() > 1)
                    .cloned(),
            );
            given.extend(name.nick.clone());
            surnames.extend(parts.into_iter().skip(from.max(1)));
            surnames.extend(name.former.clone());
        }
        Self { given, surnames }
    }

    fn given_level(&self, word: &str) -> Level {
        let word = Token::from(word.to_owned());
        self.given
            .iter()
            .map(|name| given(name, &word))
            .max()
            .unwrap_or(Level::No)
    }

    fn surname_level(&self, word: &str) -> Level {
        let word = Token::from(word.to_owned());
        self.surnames
            .iter()
            .map(|name| family(name, &word))
            .max()
            .unwrap_or(Level::No)
    }
}

/// Every place where the worker is named.
pub(super) fn mentions(named: &Named, words: &[Word]) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some(mention) = by_first_name(named, words, at).or_else(|| by_surname(named, words, at)) {
            found.push(mention);
            at = mention.end;
        } else {
            at += 1;
        }
    }
    found
}

fn by_first_name(named: &Named, words: &[Word], at: usize) -> Option<Mention> {
    let word = &words[at];
    if word.text.chars().count() < 2 || words::FUNCTION.contains(&word.text) {
        return None;
    }
    let mut level = named.given_level(&word.text);
    if level < Level::Short {
        // "Priyas my cousin" is how a thumb writes Priya's.
        let stem = word
            .text
            .strip_suffix('s')
            .filter(|stem| stem.len() > 3)
            .map_or(Level::No, |stem| named.given_level(stem));
        level = level.max(if stem >= Level::Spelling { stem } else { Level::No });
    }
    // The second half of a first name, or a middle name, comes with it: Tracy-Ann.
    let mut end = at + 1;
    while let Some(next) = words.get(end) {
        let half = if next.text == "-" {
            words.get(end + 1)
        } else {
            Some(next)
        };
        let goes_on = half.is_some_and(|half| half.text.len() > 1 && named.given_level(&half.text) >= Level::Spelling);
        if !goes_on {
            break;
        }
        end += if next.text == "-" { 2 } else { 1 };
    }
    let surname = surname_after(named, words, end);
    let sure = match surname {
        Surname::Theirs(after) => {
            end = after;
            true
        }
        Surname::Another => return None,
        Surname::None => false,
    };
    let modal = matches!(word.text.as_str(), "will" | "may") && !word.capital;
    let acts = words.get(at + 1).is_some_and(|next| {
        !next.mark()
            && !matches!(
                next.text.as_str(),
                "is" | "was" | "who" | "and" | "but" | "works" | "volunteers"
            )
    });
    if modal && acts && !sure {
        // "My brother will ask" names nobody.
        return None;
    }
    let led = at > 0 && words::tie(&words[at - 1].text).is_some();
    let everyday = words::EVERYDAY.contains(&word.text) && !word.capital;
    let accepted = match level {
        Level::Exact | Level::Spelling | Level::Short => sure || led || !everyday,
        Level::Slip => sure || led || word.capital,
        Level::Initial | Level::No => false,
    };
    let another_before = level < Level::Exact && at > 0 && named_before(words, at);
    (accepted && !another_before).then(|| Mention {
        start: at,
        end,
        possessive: words[end - 1].possessive,
    })
}

enum Surname {
    /// This worker's; the place after it.
    Theirs(usize),
    /// Somebody else's.
    Another,
    None,
}

fn surname_after(named: &Named, words: &[Word], end: usize) -> Surname {
    let Some(next) = words.get(end).filter(|next| !next.mark()) else {
        return Surname::None;
    };
    let text = next.text.as_str();
    let level = named.surname_level(text);
    if level >= Level::Initial && (level > Level::Initial || text.chars().count() == 1) {
        let mut after = end + 1;
        // The other half of a double surname.
        while let Some(half) = words.get(after) {
            let half_at = if half.text == "-" { after + 1 } else { after };
            if !words
                .get(half_at)
                .is_some_and(|half| named.surname_level(&half.text) >= Level::Slip)
            {
                break;
            }
            after = half_at + 1;
        }
        return Surname::Theirs(after);
    }
    let ordinary = words::FUNCTION.contains(text) || words::tie(text).is_some() || words::LINKING.contains(text);
    let everyday = words::EVERYDAY.contains(text);
    let initial = text.chars().count() == 1 && next.capital && text != "i";
    let a_name = (next.capital && !words::VERBS.contains(text)) || (!everyday && text.len() > 2 && FAMILY.knows(text));
    if initial || (a_name && !ordinary) {
        Surname::Another
    } else {
        Surname::None
    }
}

/// The surname alone: after a title, or a rare one with a capital and no other first name before it.
fn by_surname(named: &Named, words: &[Word], at: usize) -> Option<Mention> {
    let word = &words[at];
    let stem = word.text.strip_suffix('s').unwrap_or(&word.text);
    let level = named
        .surname_level(&word.text)
        .max(if named.surnames.iter().any(|name| name.as_str() == stem) {
            Level::Exact
        } else {
            Level::No
        });
    if level < Level::Spelling || word.text.chars().count() < 2 || words::FUNCTION.contains(&word.text) {
        return None;
    }
    // An initial of theirs may stand before it: Mrs J Winterbourne.
    let is_initial = |word: &Word| word.text.chars().count() == 1 && named.given_level(&word.text) == Level::Initial;
    let from = if at > 0 && is_initial(&words[at - 1]) {
        at - 1
    } else {
        at
    };
    let titled = from > 0
        && matches!(
            words[from - 1].text.as_str(),
            "mr" | "mrs" | "ms" | "miss" | "mx" | "dr" | "sister" | "prof" | "rev" | "madam"
        );
    let rare = !FAMILY.common(&word.text) && !words::EVERYDAY.contains(&word.text);
    let alone = from == 0 || !named_before(words, from);
    // "A friend from work" is not Olivia Friend.
    let is_tie = words::tie(&word.text).is_some();
    let spoken = rare && alone && (word.capital || (level == Level::Exact && !is_tie));
    (titled || spoken).then_some(Mention {
        start: if titled { from - 1 } else { from },
        end: at + 1,
        possessive: word.possessive,
    })
}

/// Whether the word before is somebody's first name.
fn named_before(words: &[Word], at: usize) -> bool {
    let before = &words[at - 1];
    let text = before.text.as_str();
    let ordinary =
        before.mark() || words::FUNCTION.contains(text) || words::tie(text).is_some() || words::LINKING.contains(text);
    let starts = at == 1 || words[at - 2].ends_clause();
    !ordinary && !words::EVERYDAY.contains(text) && (GIVEN.knows(text) || (before.capital && !starts))
}
