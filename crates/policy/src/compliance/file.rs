//! The compliance page as a file for the group: a table that any office program opens. It names nobody.

use evenhand_domain::date::Day;
use evenhand_domain::profile::ProfileId;

use super::Standing;
use crate::clause::sections;

const HEADS: [&str; 7] = [
    "Part of the policy",
    "Clause",
    "What it asks",
    "State",
    "Last changed",
    "What shows it",
    "What would make it met",
];

/// The table, one clause a line.
#[must_use]
pub fn compliance_file(profile: ProfileId, standings: &[Standing], today: Day) -> String {
    // The mark in front tells office programs how the letters are written.
    let mut file = String::from("\u{feff}");
    line(&mut file, &HEADS);
    for section in sections(profile) {
        let own = standings
            .iter()
            .filter(|standing| section.clauses.contains(standing.clause));
        for standing in own {
            let joined = |words: fn(&super::Evidence) -> &str| {
                let words = standing.evidence.iter().map(words).filter(|words| !words.is_empty());
                words.collect::<Vec<_>>().join(" ")
            };
            line(
                &mut file,
                &[
                    section.heading,
                    standing.clause.id,
                    standing.clause.title,
                    standing.state.words(),
                    &standing.since().map_or_else(String::new, |day| day.to_string()),
                    &joined(|one| &one.words),
                    &joined(|one| &one.to_do),
                ],
            );
        }
    }
    line(&mut file, &["As of", &today.to_string()]);
    file
}

fn line(file: &mut String, cells: &[&str]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            file.push(',');
        }
        file.push('"');
        file.push_str(&cell.replace('"', "\"\""));
        file.push('"');
    }
    file.push_str("\r\n");
}
