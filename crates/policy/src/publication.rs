//! What the public page says of fairness under each policy: eight questions, plain words, for readers of nine to eleven and over.
//!
//! The words stand in a file of their own, which the page fetches when somebody asks for them. Nothing here cites a clause.

use evenhand_domain::profile::ProfileId;

/// The words of one policy for the public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// Eight questions with their answers, in order.
    pub answers: Vec<PublicAnswer>,
}

/// A question as people ask it, and the answer in two or three sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicAnswer {
    /// The question, a heading.
    pub question: String,
    /// The answer with `{service}`, `{funder}`, `{host}`, `{group}` and `{chair}` left open.
    pub answer: String,
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

impl Publication {
    /// Our own file of the words of every policy, for what has it at hand.
    pub const OWN: &'static str = include_str!("../data/fairness.txt");

    /// The words of a policy in such a file; empty where it has none.
    #[must_use]
    pub fn read(text: &str, id: ProfileId) -> Self {
        let mut answers: Vec<PublicAnswer> = Vec::new();
        let mut is_own = false;
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(word) = line.strip_prefix("+ ") {
                is_own = word == id.word();
            } else if !is_own {
            } else if let Some(question) = line.strip_prefix("? ") {
                answers.push(PublicAnswer {
                    question: question.to_owned(),
                    answer: String::new(),
                });
            } else if let Some(last) = answers.last_mut() {
                line.clone_into(&mut last.answer);
            }
        }
        Self { answers }
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
        let answer = pairs
            .into_iter()
            .fold(self.answer.clone(), |answer, (open, name)| answer.replace(open, name));
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
            let publication = Publication::read(Publication::OWN, id);
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
            for answer in Publication::read(Publication::OWN, id).answers {
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
            question: "Who pays for you?".to_owned(),
            answer: "{funder} pays.".to_owned(),
        };
        assert_eq!(answer.filled(&NAMES), "The council pays.");
    }
}
