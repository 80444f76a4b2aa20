//! The table of all clauses: what each asks, where it is held, which test proves it. It is a page of the docs, and the page is checked.

use std::{collections::BTreeMap, fmt::Write as _, fs, io};

use evenhand_domain::profile::ProfileId;
use evenhand_policy::{
    clause::{Clause, Known, Later, sections},
    profile::Profile,
};

use crate::{
    project::Project,
    run::say,
    tidy::{self, Source, TidyError},
};

/// Where the table is kept.
const PAGE: &str = "docs/clauses.md";

/// Why the table is not as it should be.
#[derive(Debug, thiserror::Error)]
pub enum ClausesError {
    /// Clauses have no test, and may not wait.
    #[error("{count} of 120 clauses have no test that names them, and nothing that they may wait for: {list}")]
    Unproven {
        /// How many.
        count: usize,
        /// Their identifiers.
        list: String,
    },
    /// The page in the docs says something else.
    #[error("{PAGE} is out of date; `cargo xtask clauses` writes it anew")]
    Stale,
    /// The page cannot be written.
    #[error("{PAGE}: {0}")]
    Unwritable(io::Error),
    /// The sources cannot be read.
    #[error(transparent)]
    Sources(#[from] TidyError),
}

/// Writes the table into the docs and prints what it comes to. With `only_compare`, it writes nothing.
///
/// # Errors
/// When a clause has neither a test that names it nor something that it may wait for, or when the page cannot be kept.
pub fn clauses(project: &Project, only_compare: bool) -> Result<(), ClausesError> {
    let sources = tidy::sources(&project.root)?;
    if only_compare {
        return check(project, &sources);
    }
    let tests = tests_by_clause(&sources);
    let page = page(&tests);
    fs::write(project.root.join(PAGE), &page).map_err(ClausesError::Unwritable)?;
    say(&page);
    every_clause_is_proven(&tests)
}

/// Whether every clause has its test, or something that it may wait for, and the page is what the sources say. Cheap enough for
/// `tidy`, so that nothing passes the tests while a clause has a gap.
///
/// # Errors
/// When a clause has neither, or the page is out of date.
pub(crate) fn check(project: &Project, sources: &[Source]) -> Result<(), ClausesError> {
    let tests = tests_by_clause(sources);
    every_clause_is_proven(&tests)?;
    let is_current = fs::read_to_string(project.root.join(PAGE)).is_ok_and(|kept| kept == page(&tests));
    if is_current { Ok(()) } else { Err(ClausesError::Stale) }
}

fn every_clause_is_proven(tests: &BTreeMap<&str, Vec<String>>) -> Result<(), ClausesError> {
    let all = ProfileId::ALL.into_iter().flat_map(evenhand_policy::clause::clauses);
    let unproven: Vec<&str> = all
        .filter(|clause| state(clause, tests) == State::NotBuilt)
        .map(|clause| clause.id)
        .collect();
    if unproven.is_empty() {
        return Ok(());
    }
    Err(ClausesError::Unproven {
        count: unproven.len(),
        list: unproven.join(", "),
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// A test names it.
    Proven,
    /// A test names a part of it, and the rest waits.
    InPart(Later),
    /// No test names it, and it may wait.
    Waits(Later),
    /// No test names it, and it may not wait.
    NotBuilt,
}

fn state(clause: &Clause, tests: &BTreeMap<&str, Vec<String>>) -> State {
    let later = clause.known.iter().find_map(|known| match known {
        Known::Waits(later) => Some(*later),
        _ => None,
    });
    match (tests.contains_key(clause.id), later) {
        (false, None) => State::NotBuilt,
        (true, None) => State::Proven,
        (true, Some(later)) => State::InPart(later),
        (false, Some(later)) => State::Waits(later),
    }
}

/// For each clause the tests that name it: in their own name, in the remark above them, or in what they do.
fn tests_by_clause(sources: &[Source]) -> BTreeMap<&'static str, Vec<String>> {
    let mut found: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    for source in sources
        .iter()
        .filter(|source| source.path.ends_with(".rs") && !source.path.starts_with("xtask/src/clauses"))
    {
        for (name, text) in tests(&source.text) {
            for clause in ProfileId::ALL.into_iter().flat_map(evenhand_policy::clause::clauses) {
                if names(&name, &text, clause.id) {
                    found
                        .entry(clause.id)
                        .or_default()
                        .push(format!("{}: {name}", short(&source.path)));
                }
            }
        }
    }
    // A test with the clause in its own name says it best.
    for (id, tests) in &mut found {
        tests.sort_by_key(|test| !names(test.rsplit(' ').next().unwrap_or_default(), "", id));
    }
    found
}

fn short(path: &str) -> &str {
    path.strip_prefix("crates/").unwrap_or(path)
}

/// Every test of a file: its name, and its text with the remarks above it. A helper belongs to no test.
fn tests(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let (mut remarks, mut is_test) = (String::new(), false);
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let trimmed = line.trim_start();
        if trimmed.starts_with("///") {
            remarks.push_str(trimmed);
            remarks.push('\n');
        } else if trimmed.starts_with("#[") {
            is_test |= ["#[test]", "#[wasm_bindgen_test]"].contains(&trimmed);
        } else if let Some(name) = trimmed
            .strip_prefix("fn ")
            .or_else(|| trimmed.strip_prefix("async fn "))
            .filter(|_| is_test)
        {
            let name: String = name
                .chars()
                .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                .collect();
            let end = format!("{}}}", &line[..line.len() - trimmed.len()]);
            let mut body = std::mem::take(&mut remarks);
            for line in lines.by_ref() {
                if line == end {
                    break;
                }
                body.push_str(line);
                body.push('\n');
            }
            found.push((name, body));
            is_test = false;
        } else {
            remarks.clear();
            is_test = false;
        }
    }
    found
}

/// Whether a test names a clause: `sps_15` in its name, `SPS-15` in its text.
fn names(name: &str, text: &str, id: &str) -> bool {
    let low = id.to_lowercase().replace('-', "_");
    let is_whole =
        |whole: &str, at: usize, len: usize| !whole[at + len..].starts_with(|letter: char| letter.is_ascii_digit());
    let in_name = name
        .match_indices(&low)
        .any(|(at, _)| is_whole(name, at, low.len()) && (at == 0 || name[..at].ends_with('_')));
    in_name || text.match_indices(id).any(|(at, _)| is_whole(text, at, id.len()))
}

/// How a clause is known, in a few words.
fn held(known: Known) -> String {
    match known {
        Known::Cases(topic) => format!("rule `{topic:?}` over the cases"),
        Known::Checks => "the conflict check of each case".to_owned(),
        Known::Due(cadence) => format!("interval `{cadence:?}`"),
        Known::Kept(kind, ..) | Known::Never(kind, ..) => format!("register “{}”", kind.register().title),
        Known::Sectors(_) => "who sits in the group".to_owned(),
        Known::Chair => "who sits in the Chair".to_owned(),
        Known::Functions => "what the group did in the last year".to_owned(),
        Known::Library(_) => "the policy library".to_owned(),
        Known::Procedures => "the clauses that procedures name".to_owned(),
        Known::Attested => "attested by name, until a day".to_owned(),
        Known::Built(_) => "the software lets nothing else happen".to_owned(),
        Known::Waits(later) => format!("waits for {}", later.words()),
    }
}

fn page(tests: &BTreeMap<&str, Vec<String>>) -> String {
    let mut page = String::from(
        "# The clauses\n\nWritten by `cargo xtask clauses` from `crates/policy/src/clause/` and from the tests; `cargo xtask tidy` says when it is out of \
         date.\nEach clause: what it asks, how the compliance page knows, the first test that names it, and whether anything is still waited for.\n",
    );
    for profile in ProfileId::ALL {
        let _ = write!(
            page,
            "\n## {}\n\n| Clause | What it asks | How it is known | Test | State |\n|---|---|---|---|---|\n",
            Profile::of(profile).name
        );
        for clause in sections(profile).iter().flat_map(|section| section.clauses) {
            let known = clause
                .known
                .iter()
                .map(|known| held(*known))
                .collect::<Vec<_>>()
                .join("; ");
            let own = tests.get(clause.id).map(Vec::as_slice).unwrap_or_default();
            let test = match own {
                [] => "–".to_owned(),
                [one] => format!("`{one}`"),
                [one, more @ ..] => format!("`{one}` and {} more", more.len()),
            };
            let state = match state(clause, tests) {
                State::Proven => "works".to_owned(),
                State::InPart(later) => format!("works in part; waits for {}", later.words()),
                State::Waits(later) => format!("waits for {}", later.words()),
                State::NotBuilt => "**not built yet**".to_owned(),
            };
            let _ = writeln!(
                page,
                "| {} | {} | {known} | {test} | {state} |",
                clause.id, clause.title
            );
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One clause without its test is enough to stop everything.
    #[test]
    fn a_clause_that_nothing_proves_is_named() {
        let all = ProfileId::ALL.into_iter().flat_map(evenhand_policy::clause::clauses);
        let mut found: BTreeMap<&str, Vec<String>> = all.map(|clause| (clause.id, vec!["a test".to_owned()])).collect();
        assert!(every_clause_is_proven(&found).is_ok());
        found.remove("CAM-25");
        let fault = every_clause_is_proven(&found).unwrap_err().to_string();
        assert!(fault.starts_with("1 of 120") && fault.ends_with("CAM-25"), "{fault}");
    }

    #[test]
    fn a_test_names_a_clause_in_its_name_its_remark_or_its_text_and_a_helper_does_not() {
        let text =
            "/// STA-9 too.\n#[test]\nfn sps_1_x() {\n    let a = \"LEI-7\";\n}\n\nfn helper() {\n    \"CAM-3\";\n}\n";
        let found = tests(text);
        assert_eq!(found.len(), 1);
        let (name, body) = &found[0];
        for id in ["SPS-1", "STA-9", "LEI-7"] {
            assert!(names(name, body, id), "{id}");
        }
        for id in ["CAM-3", "SPS-11", "LEI-70"] {
            assert!(!names(name, body, id), "{id}");
        }
        assert!(!names("sps_11_x", "SPS-12", "SPS-1"));
    }
}
