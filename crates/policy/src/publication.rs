//! What the public page says of fairness under each policy: eight questions, plain words, for readers of nine to eleven and over.
//!
//! It stands apart from the profiles, so that the public page carries these words and not the rules. Nothing here cites a clause.

use evenhand_domain::json;
use evenhand_domain::profile::ProfileId;
use serde::Deserialize;
use thiserror::Error;

/// The words of one policy for the public.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Publication {
    /// Version of the words.
    pub version: u32,
    /// Eight questions with their answers, in order.
    pub answers: Vec<PublicAnswer>,
}

/// A question as people ask it, and the answer in two or three sentences.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicAnswer {
    /// The question, a heading.
    pub question: &'static str,
    /// The answer with `{service}`, `{funder}`, `{host}`, `{group}` and `{chair}` left open.
    pub answer: &'static str,
}

/// What a service fills into the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicNames<'a> {
    /// The service's own name.
    pub service: &'a str,
    /// Who pays for it.
    pub funder: &'a str,
    /// Who runs it.
    pub host: &'a str,
    /// What its group is called.
    pub group: &'a str,
    /// What its Chair is called.
    pub chair: &'a str,
}

/// Compiled-in words that cannot be read; a test proves that none of the five is so.
#[derive(Debug, Error)]
#[error("the public words cannot be read: {0}")]
pub struct PublicationError(#[from] serde_json::Error);

impl Publication {
    /// The words of a policy.
    ///
    /// # Errors
    /// When the compiled-in document is no publication.
    pub fn of(id: ProfileId) -> Result<Self, PublicationError> {
        let document = match id {
            ProfileId::Sps => include_str!("../data/public-sps.json"),
            ProfileId::Leicester => include_str!("../data/public-leicester.json"),
            ProfileId::Camden => include_str!("../data/public-camden.json"),
            ProfileId::Staffordshire => include_str!("../data/public-staffordshire.json"),
            ProfileId::WestmorlandFurness => include_str!("../data/public-westmorland-furness.json"),
        };
        Ok(json::read(document.as_bytes())?)
    }
}

impl PublicAnswer {
    /// The answer with the service's own names in it; each takes the article that it needs.
    #[must_use]
    pub fn filled(&self, names: &PublicNames<'_>) -> String {
        let pairs = [
            ("{service}", names.service),
            ("{funder}", names.funder),
            ("{host}", names.host),
            ("{group}", names.group),
            ("{chair}", names.chair),
        ];
        let answer = pairs.into_iter().fold(self.answer.to_owned(), |answer, (open, name)| {
            answer.replace(open, name)
        });
        // A name that a service gave may start a sentence in lower case: "the council".
        let mut letters = answer.chars();
        letters
            .next()
            .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: PublicNames<'_> = PublicNames {
        service: "Harbour SEND Advice",
        funder: "the council",
        host: "Harbour Trust",
        group: "Advisory Group",
        chair: "Chair of the Advisory Group",
    };

    #[test]
    fn sps_2_each_policy_answers_eight_questions_in_few_sentences() {
        for id in ProfileId::ALL {
            let publication = Publication::of(id).unwrap();
            assert_eq!(publication.answers.len(), 8);
            for answer in &publication.answers {
                let filled = answer.filled(&NAMES);
                assert!(
                    answer.question.ends_with('?') && !filled.contains(['{', '}']),
                    "{filled}"
                );
                let sentences = filled.split_terminator(['.', '?', '!']).count();
                assert!((1..=5).contains(&sentences), "{filled}");
                let words = filled.split_whitespace().count();
                assert!(words / sentences <= 22 && words <= 70, "{words}: {filled}");
            }
        }
    }

    #[test]
    fn the_public_words_cite_no_clause() {
        for id in ProfileId::ALL {
            for answer in Publication::of(id).unwrap().answers {
                assert!(
                    !["SPS-", "LEI-", "CAM-", "STA-", "WES-"]
                        .iter()
                        .any(|clause| answer.answer.contains(clause))
                );
            }
        }
    }

    #[test]
    fn an_answer_begins_with_a_capital_whatever_the_service_is_called() {
        let answer = PublicAnswer {
            question: "Who pays for you?",
            answer: "{funder} pays.",
        };
        assert_eq!(answer.filled(&NAMES), "The council pays.");
    }
}
