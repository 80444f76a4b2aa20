//! The answers to a check, kept as a draft with what the check had found: an answer on one match never stands for another.

use evenhand_domain::conflict::ConflictCheck;
use leptos::prelude::*;

use super::choosing::Choosing;
use super::fair_check::FairCheck;
use crate::workspace::case::form_draft::Boxes;
use crate::workspace::draft::DraftKeeper;

/// What a check found, as a text that is the same for the same findings alone.
fn found(check: &ConflictCheck) -> String {
    let mut all = format!("{}|", check.rules);
    for finding in &check.findings {
        all.extend([finding.clause.as_str(), " ", finding.matched.as_str(), "|"]);
    }
    all
}

impl Choosing {
    /// The answers for every candidate, with what was found on each; the page adds its own and keeps them.
    pub(crate) fn boxes(self) -> Boxes {
        let (mut texts, mut about) = (Vec::new(), String::new());
        for row in self.rows.get_value() {
            let worker = row.candidate.worker.id.to_string();
            about.push_str(&format!("{worker} {}", found(&row.candidate.check)));
            texts.extend(
                row.answers
                    .texts()
                    .map(|(name, text)| (format!("{worker}.{name}"), text)),
            );
        }
        Boxes::new(texts, Vec::new(), Vec::new()).about(&about)
    }
}

impl FairCheck {
    /// Keeps the answers as a draft under a place's name, and brings earlier ones back where the check found the same. Where a
    /// place can come to be about another family, `family` tells them apart: nobody's answer stands for a family they were not
    /// asked about (SPS-8).
    pub(crate) fn keep(self, place: &str, family: &str) -> DraftKeeper {
        self.choosing
            .boxes()
            .about(family)
            .and("knows", self.knows)
            .and("look", self.look)
            .and("why", self.why)
            .keep(place)
    }
}

#[cfg(test)]
mod tests {
    use evenhand_domain::conflict::{ConflictOutcome, Finding, MatchKind};

    use super::*;

    #[test]
    fn sps_15_another_match_is_another_question() {
        let check = |matched: &str| ConflictCheck {
            outcome: ConflictOutcome::Look,
            because: Vec::new(),
            findings: vec![Finding {
                kind: MatchKind::Friend,
                outcome: ConflictOutcome::Look,
                clause: "SPS-15".to_owned(),
                matched: matched.to_owned(),
            }],
            rules: 1,
            interests_checked: 1,
        };
        assert_eq!(found(&check("a neighbour")), found(&check("a neighbour")));
        assert_ne!(found(&check("a neighbour")), found(&check("a cousin")));
    }
}
