//! Instant search over everything that this person may open. The index lives in memory alone.

use std::cell::OnceCell;
use std::fmt::Write;

use evenhand_policy::matching::fold;

use crate::book::CaseFile;

/// A case's words, folded, each once and in order, made when first searched.
#[derive(Debug, Clone, Default)]
pub(crate) struct Haystack(OnceCell<Words>);

impl Haystack {
    /// Throws the words away because the case changed.
    pub(crate) fn forget(&mut self) {
        self.0.take();
    }
}

/// Words in order, so that those beginning with some letters are found without looking at the others.
#[derive(Debug, Clone, Default)]
struct Words {
    /// The words with a space between.
    text: Box<str>,
    /// Where each begins.
    starts: Box<[u32]>,
}

impl Words {
    fn of(folded: &str) -> Self {
        let mut words: Vec<&str> = folded.split(' ').collect();
        words.sort_unstable();
        words.dedup();
        let mut starts = Vec::with_capacity(words.len());
        let mut next = 0;
        for word in &words {
            starts.push(next);
            next += u32::try_from(word.len() + 1).unwrap_or_default();
        }
        Self {
            text: words.join(" ").into(),
            starts: starts.into(),
        }
    }

    fn from(&self, start: u32) -> &str {
        usize::try_from(start)
            .ok()
            .and_then(|start| self.text.get(start..))
            .unwrap_or_default()
    }

    /// Whether some word begins so. A space comes before every letter, so the rest of the text stands in the order of its first word.
    fn has(&self, beginning: &str) -> bool {
        let at = self.starts.partition_point(|start| self.from(*start) < beginning);
        self.starts
            .get(at)
            .is_some_and(|start| self.from(*start).starts_with(beginning))
    }
}

/// Words that say nothing by themselves: where others are typed too, these are not looked for.
const SMALL: [&str; 3] = ["and", "of", "the"];

/// A search as typed: every word must be found, in any order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    words: Vec<String>,
}

impl Search {
    /// Reads what was typed. Marks, accents and capitals make no difference.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        let folded = fold(text);
        let all = || folded.split_whitespace();
        let says_something = |word: &&str| !SMALL.contains(word);
        let only_small = !all().any(|word| says_something(&word));
        Self {
            words: all()
                .filter(|word| only_small || says_something(word))
                .map(str::to_owned)
                .collect(),
        }
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether every word begins some word of a text.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let folded = fold(text);
        self.words.iter().all(|word| begins_a_word(&folded, word))
    }

    /// Whether every word begins some word of the case; of its front sheet alone while it is not opened (SPS-8).
    pub(crate) fn finds(&self, file: &CaseFile, is_opened: bool) -> bool {
        match &file.story {
            Some(_) if !is_opened => self.is_in(&front_words(file)),
            _ => {
                let words = file.haystack.0.get_or_init(|| Words::of(&words_of(file)));
                self.words.iter().all(|word| words.has(word))
            }
        }
    }
}

impl CaseFile {
    /// Makes the words that a search looks at, unless they are there: whether there was anything to do.
    pub(crate) fn prepare_search(&self) -> bool {
        let is_new = self.haystack.0.get().is_none();
        if is_new {
            self.haystack.0.get_or_init(|| Words::of(&words_of(self)));
        }
        is_new
    }
}

fn begins_a_word(hay: &str, word: &str) -> bool {
    hay.match_indices(word)
        .any(|(at, _)| at == 0 || hay.as_bytes().get(at - 1) == Some(&b' '))
}

/// The words of the front sheet: code, names, schools, areas, organisations.
fn front_words(file: &CaseFile) -> String {
    let mut words = vec![file.front.code.clone(), file.front.code.replace('-', "")];
    for member in &file.front.family.people {
        words.push(member.name.clone());
        words.extend(member.school.iter().map(|school| school.name.clone()));
        words.extend(member.postcode.iter().cloned());
    }
    words.extend(file.front.family.organisations.iter().cloned());
    words.join(" ")
}

fn words_of(file: &CaseFile) -> String {
    let mut text = front_words(file);
    text.push(' ');
    let mut add = |words: &str| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{words} ");
    };
    if let Some(story) = &file.story {
        for party in story.people() {
            for part in [
                Some(&party.name),
                party.agency.as_ref(),
                party.phone.as_ref(),
                party.email.as_ref(),
            ] {
                add(part.map_or("", |part| part.as_str()));
            }
            add(party.school.as_ref().map_or("", |school| &school.name));
            add(party.address.as_deref().unwrap_or_default());
            add(&party.contact_note);
            party.needs.iter().for_each(|need| add(need));
            // A number is found however it was spaced.
            add(&party.phone.as_deref().unwrap_or_default().replace(' ', ""));
        }
        let sent = story.referral.iter();
        for (referral, reference) in sent.chain(story.sent_again.iter().map(|kept| &kept.now)) {
            for part in [
                reference,
                &reference.replace(' ', ""),
                &referral.story,
                &referral.want,
                &referral.help.something_else,
                &referral.date.what,
                &referral.date.rough,
                &referral.child.school_year,
                &referral.knows.words,
                &referral.person.works_at,
                &referral.contact.value,
                &referral.contact.times,
                &referral.needs.something_else,
                &referral.needs.interpreter,
                &referral.needs.reading,
            ] {
                add(part);
            }
            // What a newer form asked is searched as it came.
            referral
                .rest
                .values()
                .filter_map(|word| word.as_str())
                .for_each(&mut add);
        }
        if let Some(enquiry) = &story.enquiry {
            add(&enquiry.topic);
            add(&enquiry.note);
        }
        for contact in &story.contacts {
            for part in [&contact.now.facts, &contact.now.their_words, &contact.now.opinion] {
                add(part);
            }
            contact.now.sent.iter().for_each(|name| add(name));
            if let Some(venue) = &contact.now.venue {
                add(&venue.asked_by);
                add(&venue.why);
            }
            if let Some(told) = &contact.now.explained {
                let parts = [&told.whose, &told.decision, &told.reasons, &told.how, &told.unclear];
                parts.into_iter().for_each(|part| add(part));
            }
            if let Some(talk) = &contact.now.agency {
                if let Some(door) = &talk.without_permission {
                    add(&door.why);
                }
                add(&talk.agency);
                add(&talk.said);
                add(&talk.heard);
            }
        }
        for words in &story.words {
            add(&words.now.words);
        }
        for set in &story.options {
            add(&set.now.matter);
            for choice in &set.now.choices {
                for part in [&choice.what, &choice.pros, &choice.cons, &choice.basis] {
                    add(part);
                }
            }
        }
        for decision in &story.decisions {
            add(&decision.now.words);
            add(&decision.now.risks_explained);
        }
        for consent in &story.consents {
            let consent = &consent.now.consent;
            for part in [&consent.agency, &consent.content, &consent.purpose, &consent.understood] {
                add(part);
            }
        }
        for action in &story.actions {
            add(&action.now.action.what);
        }
        for closing in &story.closings {
            add(&closing.now.outcome);
            add(&closing.now.as_they_see_it);
        }
        for file in &story.attachments {
            add(&file.now.name);
            add(&file.now.about);
        }
        for handover in &story.handovers {
            add(&handover.now.2);
        }
    }
    fold(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(code: &str) -> CaseFile {
        let mut file = CaseFile::default();
        file.front.code = code.into();
        file
    }

    #[test]
    fn every_word_counts_and_marks_do_not() {
        assert!(Search::typed("7kf").finds(&file("7KF-3QM"), true));
        assert!(Search::typed("7kf3qm").finds(&file("7KF-3QM"), true));
        assert!(Search::typed("3qm 7KF").finds(&file("7KF-3QM"), true));
        assert!(!Search::typed("7kf zzz").finds(&file("7KF-3QM"), true));
        assert_eq!(fold("Zieliński O’Neill"), "zielinski oneill");
    }

    #[test]
    fn a_word_is_found_from_its_beginning_only() {
        assert!(begins_a_word("ann wilson", "wil"));
        assert!(!begins_a_word("ann wilson", "son"));
    }

    #[test]
    fn words_in_order_find_the_same_as_words_as_they_stand() {
        let text =
            fold("The taxi was late; the Taxi-firm said “tomorrow”. Zoë, Ann and Anna agreed: 7KF-3QM, 07700 900461.");
        let words = Words::of(&text);
        for beginning in [
            "t", "taxi", "taxif", "tomorrow", "zoe", "an", "ann", "anna", "annab", "z", "zz", "0", "07700", "3qm",
            "7kf3",
        ] {
            assert_eq!(words.has(beginning), begins_a_word(&text, beginning), "{beginning}");
        }
        assert!(!Words::of("").has("a"));
    }

    #[test]
    fn small_words_are_looked_for_only_where_nothing_else_is_typed() {
        let search = Search::typed("the school of St Anne");
        assert!(search.is_in("St. Anne’s School") && !search.is_in("Hollin Beck School"));
        assert!(Search::typed("the").is_in("Theo") && !Search::typed("the").is_in("Zain"));
    }

    #[test]
    fn nothing_typed_finds_everything() {
        assert!(Search::typed(" -- ").is_empty());
        assert!(Search::typed("").finds(&file("7KF-3QM"), true));
    }
}
