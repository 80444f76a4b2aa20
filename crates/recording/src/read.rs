//! A text as tokens: words as they are meant, and the marks between them.

use super::weigh;
use super::words::{Classes, Words};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word or a figure.
    Word,
    /// `,` `:` `;` `(` `)` a dash, or a bar between columns: a clause may begin after it.
    Pause(char),
    /// The end of a sentence or a line.
    Stop(char),
}

/// One word or mark.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// Bytes of the text, from and to.
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) kind: Kind,
    /// The word's number in the book; 0 where the book does not hold it.
    pub(super) number: u16,
    pub(super) classes: Classes,
    /// Written with a capital.
    pub(super) capital: bool,
    /// Whether this stands between quotation marks.
    pub(super) quoted: bool,
    /// By what it is known where it is weighed, and its first letters.
    pub(super) hash: u32,
    pub(super) beginning: u32,
}

/// Reads a text once, from left to right.
pub(super) fn read(text: &str, words: &Words) -> Vec<Token> {
    let mut reader = Reader {
        text,
        words,
        tokens: Vec::with_capacity(text.len() / 5),
        quote: None,
    };
    reader.run();
    reader.tokens
}

struct Reader<'a> {
    text: &'a str,
    words: &'a Words,
    tokens: Vec<Token>,
    /// The mark that will close what is quoted.
    quote: Option<char>,
}

/// Endings that are words of their own.
const CLITICS: [(&str, &str); 6] = [
    ("'m", "am"),
    ("'ve", "have"),
    ("'d", "would"),
    ("'ll", "will"),
    ("'re", "are"),
    ("'s", "'s"),
];

impl Reader<'_> {
    fn run(&mut self) {
        let mut letters = self.text.char_indices().peekable();
        let mut last = '\n';
        while let Some((from, letter)) = letters.next() {
            let next = letters.peek().map_or('\n', |(_, next)| *next);
            if letter.is_alphanumeric() {
                let mut word = String::new();
                let mut to = from;
                let (mut at, mut now) = (from, letter);
                loop {
                    if !hidden(now) {
                        word.push(if now == '’' { '\'' } else { now });
                    }
                    to = to.max(at + now.len_utf8());
                    let follows = letters.peek().copied();
                    let Some((place, next)) = follows else { break };
                    let inside = next.is_alphanumeric() || hidden(next) || self.joins(place, next, now);
                    if !inside {
                        break;
                    }
                    letters.next();
                    (at, now) = (place, next);
                }
                last = now;
                self.word(from, to, &word, letter.is_uppercase());
                continue;
            }
            self.mark(from, letter, last, next);
            if !hidden(letter) {
                last = letter;
            }
        }
    }

    /// An apostrophe between letters, a full stop or a colon between figures, belongs to the word.
    fn joins(&self, place: usize, letter: char, before: char) -> bool {
        let after = self.text[place + letter.len_utf8()..].chars().next().unwrap_or(' ');
        match letter {
            '\'' | '’' => after.is_alphanumeric(),
            '.' => (before.is_ascii_digit() && after.is_ascii_digit()) || short_letters(self.text, place),
            // An e-mail is one word.
            '-' => {
                matches!(before, 'e' | 'E') && after == 'm' && !self.text[..place - 1].ends_with(char::is_alphanumeric)
            }
            ':' | '/' => before.is_ascii_digit() && after.is_ascii_digit(),
            _ => false,
        }
    }

    fn mark(&mut self, from: usize, letter: char, last: char, next: char) {
        let opens = !last.is_alphanumeric() && !matches!(last, '.' | ',' | '?' | '!');
        match letter {
            '\n' => {
                self.quote = None;
                self.push_mark(from, letter, Kind::Stop('\n'));
            }
            '.' if self
                .tokens
                .last()
                .is_some_and(|token| token.to == from && token.classes & self.words.short_form() != 0) => {}
            '.' | '!' | '?' | '…' => self.push_mark(from, letter, Kind::Stop(letter)),
            ',' | ';' | ':' | '(' | ')' | '|' | '—' | '–' => self.push_mark(from, letter, Kind::Pause(letter)),
            '-' if last == ' ' && next == ' ' => self.push_mark(from, letter, Kind::Pause('—')),
            '“' | '‘' if self.quote.is_none() => self.quote = Some(if letter == '“' { '”' } else { '’' }),
            '"' | '\'' if self.quote.is_none() && opens && !next.is_whitespace() => self.quote = Some(letter),
            _ if self.quote == Some(letter) && !next.is_alphanumeric() => self.quote = None,
            _ => {}
        }
    }

    fn push_mark(&mut self, from: usize, letter: char, kind: Kind) {
        let quoted = self.quote.is_some();
        let to = from + letter.len_utf8();
        let (number, classes, _) = self.words.find(&self.text[from..to]);
        self.tokens.push(Token {
            from,
            to,
            kind,
            number,
            classes,
            capital: false,
            quoted,
            hash: weigh::hash(&self.text[from..to]),
            beginning: 0,
        });
    }

    fn word(&mut self, from: usize, to: usize, word: &str, capital: bool) {
        let lower = word.to_lowercase();
        if let Some(long) = self.words.long(&lower) {
            let long: Vec<String> = long.split(' ').map(str::to_owned).collect();
            for part in long {
                self.push(from, to, &part, capital);
            }
            return;
        }
        let stem = match lower.as_str() {
            "can't" => Some(("can", "not")),
            "won't" => Some(("will", "not")),
            "shan't" => Some(("shall", "not")),
            _ => lower.strip_suffix("n't").map(|stem| (stem, "not")).or_else(|| {
                let pairs = CLITICS.iter();
                pairs
                    .into_iter()
                    .find_map(|(end, long)| lower.strip_suffix(end).map(|stem| (stem, *long)))
            }),
        };
        match stem {
            Some((stem, long)) => {
                let own = ["he", "she", "it", "that", "there", "what", "who", "here"].contains(&stem);
                self.push(from, to, stem, capital);
                self.push(from, to, if long == "'s" && own { "is" } else { long }, false);
            }
            None => self.push(from, to, &lower, capital),
        }
    }

    fn push(&mut self, from: usize, to: usize, word: &str, capital: bool) {
        let (number, classes, word) = self.words.find(word);
        let quoted = self.quote.is_some();
        self.tokens.push(Token {
            from,
            to,
            kind: Kind::Word,
            number,
            classes,
            capital,
            quoted,
            hash: weigh::hash(word),
            beginning: weigh::beginning(word),
        });
    }
}

/// Letters without width, that come along when text is pasted.
fn hidden(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{ad}' | '\u{2060}' | '\u{feff}')
}

/// A full stop after a single letter, as in `e.g.` and `r.o.a.`.
fn short_letters(text: &str, place: usize) -> bool {
    let before: Vec<char> = text[..place].chars().rev().take(2).collect();
    let after = text[place + 1..].chars().next();
    let single = before.first().is_some_and(|letter| letter.is_lowercase())
        && before.get(1).is_none_or(|letter| !letter.is_alphanumeric());
    single && after.is_some_and(char::is_alphabetic)
}
