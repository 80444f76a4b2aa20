//! The words of a case, and words in order.

use std::fmt::Write;
use std::ops::Range;

use evenhand_domain::case::state::{Case, Front};
use evenhand_policy::matching::fold;
use serde::{Deserialize, Serialize};

/// Words in order, so that those beginning with some letters are found without looking at the others.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Words {
    /// The words with a space between.
    text: Box<str>,
    /// Where each begins.
    starts: Box<[u32]>,
}

impl Words {
    pub(super) fn of(folded: &str) -> Self {
        let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        words.sort_unstable();
        words.dedup();
        Self::in_order(words.into_iter())
    }

    /// Of words that are in order already, each once.
    pub(super) fn in_order<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let (mut text, mut starts) = (String::new(), Vec::new());
        for word in words {
            if !starts.is_empty() {
                text.push(' ');
            }
            starts.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
            text.push_str(word);
        }
        Self {
            text: text.into(),
            starts: starts.into(),
        }
    }

    /// Each word, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.text.split(' ').take(self.starts.len())
    }

    /// Which words begin so: they stand beside each other.
    pub(super) fn beginning(&self, letters: &str) -> Range<usize> {
        let first = self.starts.partition_point(|start| self.from(*start) < letters);
        let after = self.starts.get(first..).unwrap_or_default();
        let count = after.partition_point(|start| self.from(*start).starts_with(letters));
        first..first + count
    }

    fn from(&self, start: u32) -> &str {
        usize::try_from(start)
            .ok()
            .and_then(|start| self.text.get(start..))
            .unwrap_or_default()
    }

    /// Whether some word begins so. A space comes before every letter, so the rest of the text stands in the order of its first word.
    pub(super) fn has(&self, letters: &str) -> bool {
        !self.beginning(letters).is_empty()
    }
}

/// The words of the front sheet: code, names, schools, areas, organisations.
fn front_words(front: &Front) -> String {
    let mut words = vec![front.code.clone(), front.code.replace('-', "")];
    for member in &front.family.people {
        words.push(member.name.clone());
        words.extend(member.school.iter().map(|school| school.name.clone()));
        words.extend(member.postcode.iter().cloned());
    }
    words.extend(front.family.organisations.iter().cloned());
    words.join(" ")
}

/// The words of a case, folded: of its front sheet, and of its story where there is one to be searched.
pub(super) fn words_of(front: &Front, story: Option<&Case>) -> String {
    let mut text = front_words(front);
    text.push(' ');
    let mut add = |words: &str| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{words} ");
    };
    if let Some(story) = story {
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
            add(&set.now.limits);
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
    use super::super::begins_a_word;
    use super::*;

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
        assert_eq!(words.iter().count(), words.beginning("").len());
        assert_eq!(Words::of("").iter().count(), 0);
    }
}
