//! Reading what a family answers to "do you know anyone who works or volunteers here?", in their own words.
//!
//! The worker named with a tie ("my cousin Priya") is certain; named without one is for a person to weigh; anybody else named, a role that
//! is not this worker's, and every way to say no come to nothing.

mod mention;
mod read;
mod words;

use evenhand_domain::conflict::MatchKind;
use evenhand_domain::worker::{Role, Worker};

use self::mention::{Mention, Named, mentions};
use self::read::{Word, read};
use super::{Certainty, Match};

/// A tie that the family's words give.
struct Tie {
    kind: MatchKind,
    word: String,
}

/// What the family's words say of this worker.
pub(super) fn named(worker: &Worker, said: &str) -> Option<Match> {
    let words = read(said);
    let named = Named::of(&worker.name);
    let found: Vec<Mention> = mentions(&named, &words)
        .into_iter()
        .filter(|mention| !denied(&words, mention))
        .collect();
    let tie = found
        .iter()
        .find_map(|mention| before(&words, mention).or_else(|| after(&words, mention)));
    if let Some(tie) = tie {
        let words = format!(
            "The family named {} when asked whom they know here, and said how: “{}”.",
            worker.name, tie.word
        );
        return Some(Match {
            kind: tie.kind,
            certainty: Certainty::Certain,
            words,
        });
    }
    let look = |words: String| Match {
        kind: MatchKind::Friend,
        certainty: Certainty::Uncertain,
        words,
    };
    if !found.is_empty() {
        return Some(look(format!(
            "The family named {} when asked whom they know here, without saying how.",
            worker.name
        )));
    }
    // A service may have two managers, so the role alone is never certain.
    let manager = worker.role == Role::Manager && speaks_of_manager(&words);
    manager.then(|| {
        look(format!(
            "The family said that they know the manager; {} is a manager.",
            worker.name
        ))
    })
}

/// Whether they say that they know somebody here and not whom: a bare "yes", "yes I do", "I know somebody who works there". Somebody
/// must then ask who it is (SPS-15, WES-11).
#[must_use]
pub fn is_bare_yes(said: &str) -> bool {
    let read = read(said);
    let words: Vec<&str> = read
        .iter()
        .filter(|word| !word.mark())
        .map(|word| word.text.as_str())
        .collect();
    let says_yes = match words.as_slice() {
        ["i" | "we", "do" | "know", ..] => true,
        [first, ..] => words::YES.contains(first),
        [] => false,
    };
    says_yes && words.iter().all(|word| words::SOMEBODY.contains(word))
}

/// The worker may be the one whom a bare "yes" means, as much as anybody here.
pub(super) fn unnamed(worker: &Worker, said: &str) -> Option<Match> {
    is_bare_yes(said).then(|| Match {
        kind: MatchKind::Friend,
        certainty: Certainty::Uncertain,
        words: format!(
            "The family said that they know somebody who works here, and gave no name; it may be {}.",
            worker.name
        ),
    })
}

/// "I don't know Priya", "never met Priya", "not Priya".
fn denied(words: &[Word], mention: &Mention) -> bool {
    let before: Vec<&str> = clause_before(words, mention.start)
        .map(|word| word.text.as_str())
        .collect();
    if before.first().is_some_and(|word| words::NOT.contains(word)) {
        return true;
    }
    // Read backwards: the name, "know", then "don't"; an "if" between them means that the family is unsure.
    let mut known = false;
    for word in before.into_iter().take(7) {
        if matches!(
            word,
            "if" | "whether" | "except" | "apart" | "besides" | "only" | "than"
        ) {
            return false;
        }
        known |= words::KNOW.contains(word);
        if known && words::NOT.contains(word) {
            return true;
        }
    }
    false
}

fn clause_before(words: &[Word], start: usize) -> impl Iterator<Item = &Word> {
    words[..start].iter().rev().take_while(|word| !word.ends_clause())
}

/// A tie that leads to the name: "my cousin Priya", "I work with Priya", "next door to Priya".
fn before(words: &[Word], mention: &Mention) -> Option<Tie> {
    let lead: Vec<&str> = clause_before(words, mention.start)
        .map(|word| word.text.as_str())
        .take(9)
        .collect();
    for (at, word) in lead.iter().enumerate() {
        if let Some(tie) = tie_back(&lead[at..]) {
            let denied = lead[at + 1..].iter().take(3).any(|word| words::NOT.contains(word));
            return (!denied).then_some(tie);
        }
        if !words::LEADING.contains(word) {
            return None;
        }
    }
    None
}

fn tie_back(lead: &[&str]) -> Option<Tie> {
    let word = *lead.first()?;
    if words::PHRASES_BACK.phrases().any(|phrase| starts(lead, phrase)) {
        return Some(Tie {
            kind: MatchKind::Friend,
            word: shown(lead.iter().copied().take(3).collect::<Vec<_>>().into_iter().rev()),
        });
    }
    // "sister in law" read backwards.
    if word == "law" && lead.get(1) == Some(&"in") {
        return lead.get(2).and_then(|word| words::tie(word)).map(|_| Tie {
            kind: MatchKind::Relative,
            word: "in-law".to_owned(),
        });
    }
    let own_boss = word == "manager" && lead.iter().skip(1).take(2).any(|word| matches!(*word, "my" | "our"));
    if own_boss {
        return Some(Tie {
            kind: MatchKind::Friend,
            word: word.to_owned(),
        });
    }
    words::tie(word).map(|kind| Tie {
        kind,
        word: word.to_owned(),
    })
}

/// A tie that follows the name: "Priya is my cousin", "Priya lives two doors down", "Priya (nan)".
fn after(words: &[Word], mention: &Mention) -> Option<Tie> {
    let rest = &words[mention.end..];
    if mention.possessive && rest.first().is_some_and(|word| words::tie(&word.text).is_some()) {
        // "Priya's mum" is a tie to somebody else, unless it makes her kin: "Priya's husband is my uncle".
        return following(&rest[1..], false).filter(|tie| tie.kind == MatchKind::Relative);
    }
    following(rest, true)
}

/// The tie in the words after a name. `directly`: they follow it at once, so a tie may be the first of them.
fn following(rest: &[Word], directly: bool) -> Option<Tie> {
    let (mut open, mut acted, mut passed_over) = (true, false, 0);
    for (at, word) in rest.iter().enumerate() {
        let text = word.text.as_str();
        if at < passed_over {
            continue;
        }
        // "Priya from your office lives over the road" says where she is known from, and goes on.
        let next = |far: usize| rest.get(at + far).map_or("", |word| word.text.as_str());
        if open && matches!(text, "from" | "at" | "in" | "on") && matches!(next(1), "your" | "ur" | "the" | "yr") {
            let is_place = words::PLACE.contains(next(2));
            if is_place {
                passed_over = at + 3;
                continue;
            }
        }
        if word.ends_clause() {
            let goes_on = rest.get(at + 1).is_some_and(|next| words::RESUMES.contains(&next.text));
            if !goes_on {
                return None;
            }
            (open, acted) = (true, false);
            continue;
        }
        let tail: Vec<&str> = rest[at..].iter().take(8).map(|word| word.text.as_str()).collect();
        if !open {
            // "Priya from number 12 is our neighbour" goes on with her; in "Priya helped a girl who is" somebody else has come in.
            let joined = at > 0 && words::JOINING.contains(&rest[at - 1].text);
            open = match text {
                "who" | "whos" | "my" | "our" | "a" => joined,
                "is" | "was" => joined || !acted,
                _ => words::RESUMES.contains(text),
            };
            if !open {
                acted |= acts(text);
                continue;
            }
            acted = false;
        }
        if words::NOT.contains(text) || text == "no" {
            open = false;
        } else if let Some(phrase) = words::PHRASES.phrases().find(|phrase| starts(&tail, phrase)) {
            let count = phrase.split(' ').count();
            return Some(Tie {
                kind: MatchKind::Friend,
                word: shown(tail.into_iter().take(count)),
            });
        } else if let Some(kind) = words::tie(text) {
            // "Gosia ciocia" is how many languages say it; in "my cousin told me" somebody else does something.
            if (directly && at == 0) || may_follow(&tail[1..]) {
                return Some(Tie {
                    kind,
                    word: text.to_owned(),
                });
            }
            // "My mum's best mate" goes on to the tie itself.
            open = word.possessive || text.ends_with('s');
        } else if directly && at == 0 && !word.mark() && next_is_phrase(&tail[1..]) {
            // "Gudrun farms next door to us": whatever she does there.
            continue;
        } else if !words::LINKING.contains(text)
            && !between(rest, at)
            && !text.chars().all(|letter| letter.is_ascii_digit())
        {
            open = false;
            acted = acts(text);
        }
    }
    None
}

fn next_is_phrase(tail: &[&str]) -> bool {
    words::PHRASES.phrases().any(|phrase| starts(tail, phrase))
}

/// Whether an unknown word stands between "my" and a tie: "my bezzie mate".
fn between(rest: &[Word], at: usize) -> bool {
    let owned = at > 0
        && matches!(
            rest[at - 1].text.as_str(),
            "my" | "our" | "a" | "an" | "the" | "his" | "her" | "me"
        );
    owned && rest.get(at + 1).is_some_and(|next| words::tie(&next.text).is_some())
}

fn may_follow(tail: &[&str]) -> bool {
    let tail = match tail {
        ["in", "law" | "laws", rest @ ..] => rest,
        other => other,
    };
    tail.first()
        .is_none_or(|word| words::FOLLOWING.contains(word) || words::tie(word).is_some())
}

/// Whether a word is likely something that somebody did.
fn acts(word: &str) -> bool {
    words::VERBS.contains(word) || (word.len() > 4 && word.ends_with("ed"))
}

fn starts(words: &[&str], phrase: &str) -> bool {
    phrase.split(' ').enumerate().all(|(at, wanted)| {
        words
            .get(at)
            .is_some_and(|word| wanted.split('|').any(|wanted| wanted == *word))
    })
}

fn shown<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect::<Vec<_>>()
        .join(" ")
}

fn speaks_of_manager(words: &[Word]) -> bool {
    let text: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    let denied = text.iter().any(|word| words::NOT.contains(word));
    !denied
        && text
            .windows(2)
            .any(|pair| matches!(pair, ["the" | "your" | "ur", "manager" | "boss"]))
}

#[cfg(test)]
mod tests;
