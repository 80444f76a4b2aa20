//! A text as words that know where they stand.

/// One word: as it stands, without what is before and after it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    /// The letters and figures of it.
    pub(super) word: &'a str,
    /// Whether a sentence ends behind it.
    pub(super) ends: bool,
    /// Whether its line ends behind it.
    pub(super) ends_line: bool,
    from: usize,
    to: usize,
}

/// A text, word by word.
pub(super) struct Text<'a> {
    whole: &'a str,
    words: Vec<Word<'a>>,
}

/// How many words stand around what is quoted, on each side.
const AROUND: usize = 7;

impl Word<'_> {
    /// Whether it is this word, in small letters; one of several counts too.
    pub(super) fn is(&self, small: &str) -> bool {
        let bare = self.bare();
        let is = |word: &str| word.eq_ignore_ascii_case(small);
        is(bare) || bare.strip_suffix(['s', 'S']).is_some_and(is)
    }

    /// Without the sign of whose it is.
    pub(super) fn bare(&self) -> &str {
        let word = self.word;
        word.strip_suffix("'s")
            .or_else(|| word.strip_suffix("’s"))
            .unwrap_or(word)
    }

    /// A year of four figures.
    pub(super) fn year(&self) -> Option<i32> {
        let is_year = self.word.len() == 4 && self.word.bytes().all(|letter| letter.is_ascii_digit());
        self.word
            .parse()
            .ok()
            .filter(|year| is_year && (1900..2200).contains(year))
    }
}

impl<'a> Text<'a> {
    pub(super) fn of(whole: &'a str) -> Self {
        let mut words = Vec::new();
        let mut rest = 0;
        for piece in whole.split_whitespace() {
            let from = rest + whole[rest..].find(piece).unwrap_or(0);
            let to = from + piece.len();
            rest = to;
            let word = piece.trim_matches(|letter: char| !letter.is_alphanumeric());
            if !word.is_empty() {
                let ends = piece.ends_with(['.', ';', '!', '?']) || piece.ends_with(".)");
                let behind = whole[to..].trim_start_matches([' ', '\t', '\r']);
                let ends_line = behind.starts_with('\n');
                words.push(Word {
                    word,
                    ends,
                    ends_line,
                    from,
                    to,
                });
            }
        }
        Self { whole, words }
    }

    pub(super) fn words(&self) -> &[Word<'a>] {
        &self.words
    }

    /// The words of a stretch with a few around them, as they stand.
    pub(super) fn quote(&self, first: usize, last: usize) -> String {
        let (from, to) = (
            first.saturating_sub(AROUND),
            (last + AROUND).min(self.words.len().saturating_sub(1)),
        );
        let (Some(begin), Some(end)) = (self.words.get(from), self.words.get(to)) else {
            return String::new();
        };
        let words = self.whole.get(begin.from..end.to).unwrap_or_default();
        let words: Vec<&str> = words.split_whitespace().collect();
        let before = if from > 0 { "… " } else { "" };
        let after = if to + 1 < self.words.len() { " …" } else { "" };
        format!("{before}{}{after}", words.join(" "))
    }

    /// Where these words stand one after the other, each in small letters.
    pub(super) fn places<'s>(&'s self, words: &'s [&'s str]) -> impl Iterator<Item = usize> + 's {
        let found = self.words.windows(words.len()).enumerate();
        found
            .filter(move |(_, stretch)| stretch.iter().zip(words).all(|(word, small)| word.is(small)))
            .map(|(at, _)| at)
    }
}
