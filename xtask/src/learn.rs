//! `cargo xtask learn recording`: learns from the labelled texts what words weigh in the language checks, and writes it down.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

use evenhand_policy::recording::{Checks, Lesson};
use evenhand_policy::score::{Example, RecordingScore, ScoreError, examples, score_examples};
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::project::Project;
use crate::run::say;

/// Where the data of the checks lies.
const DATA: &str = "crates/recording/data";
/// Texts that the rules were written with. Those that were written since lie in a folder, a file for each hand.
const OLD: [&str; 4] = ["recording", "recording-edge", "recording-own", "recording-fresh"];
/// What the checks are before they learned.
const UNTAUGHT: [&str; 3] = ["words.txt", "rules.txt", "groups.txt"];
const WEIGHTS: &str = "weights.txt";

/// The checks could not be taught.
#[derive(Debug, Error)]
pub enum LearnError {
    /// A file cannot be read or written.
    #[error("{path}: {reason}")]
    File {
        /// The file.
        path: String,
        /// What the system says.
        reason: io::Error,
    },
    /// A file of texts holds something else.
    #[error("{path}: {reason}")]
    Texts {
        /// The file.
        path: String,
        /// What is wrong with it.
        reason: ScoreError,
    },
    /// There are no rules where they should be.
    #[error("the words and rules in {DATA} cannot be read")]
    Rules,
}

/// Everything that is learned from.
struct Lessons {
    old: Vec<Vec<Example>>,
    /// A set for each hand.
    sets: Vec<(String, Vec<Example>)>,
    /// By what it is known whether anything of it changed since.
    mark: String,
}

/// Learns from all texts, and writes `weights.txt`.
///
/// # Errors
/// [`LearnError`].
pub fn learn(project: &Project) -> Result<(), LearnError> {
    let lessons = Lessons::read(project)?;
    let mut checks = untaught(project)?;
    let all: Vec<Lesson<'_>> = lessons.all_but(None).collect();
    checks.teach(&all);
    let weights = checks.weights().ok_or(LearnError::Rules)?;
    let path = project.root.join(DATA).join(WEIGHTS);
    let text = format!(
        "# Written by `cargo xtask learn recording`; what the lines mean is in crates/recording/src/weigh.rs.\n{}\n{weights}",
        lessons.mark
    );
    fs::write(&path, text).map_err(|reason| LearnError::File {
        path: path.display().to_string(),
        reason,
    })
}

/// Tells how texts fare that nothing was learned from: each set by weights learned from all others.
///
/// # Errors
/// [`LearnError`].
pub fn check(project: &Project) -> Result<(), LearnError> {
    let lessons = Lessons::read(project)?;
    let mut checks = untaught(project)?;
    let mut score = RecordingScore::default();
    for (at, (name, set)) in lessons.sets.iter().enumerate() {
        let others: Vec<Lesson<'_>> = lessons.all_but(Some(at)).collect();
        checks.teach(&others);
        score_examples(&checks, set, &mut score);
        let mut own = RecordingScore::default();
        score_examples(&checks, set, &mut own);
        let (precision, recall) = (own.any.precision(), own.any.recall());
        let alarms = own.false_alarms();
        say(format!(
            "{name:8} precision {precision:.3}  recall {recall:.3}  false alarms {alarms:.3}"
        ));
    }
    say(score.written().text);
    Ok(())
}

/// Whether the weights were learned from what lies there now.
///
/// # Errors
/// [`LearnError`].
pub fn is_up_to_date(project: &Project) -> Result<bool, LearnError> {
    let weights = read(&project.root.join(DATA).join(WEIGHTS))?;
    Ok(weights.lines().nth(1) == Some(&Lessons::read(project)?.mark))
}

impl Lessons {
    fn read(project: &Project) -> Result<Self, LearnError> {
        let mut mark = Sha256::new();
        for name in UNTAUGHT {
            mark.update(read(&project.root.join(DATA).join(name))?);
        }
        let mut take = |path: &Path| {
            let text = read(path)?;
            mark.update(&text);
            let reason = |reason| LearnError::Texts {
                path: path.display().to_string(),
                reason,
            };
            examples(&text).map_err(reason)
        };
        let folder = project.root.join("tests/data");
        let old = OLD.iter().map(|name| take(&folder.join(format!("{name}.jsonl"))));
        let old = old.collect::<Result<_, _>>()?;
        let sets = fs::read_dir(folder.join("recording")).and_then(|all| {
            let all = all.map(|one| one.map(|one| one.path()));
            all.collect::<io::Result<BTreeSet<_>>>()
        });
        let sets = sets.map_err(|reason| LearnError::File {
            path: folder.display().to_string(),
            reason,
        })?;
        let sets = sets
            .into_iter()
            .filter(|path| path.extension().is_some_and(|end| end == "jsonl"));
        let sets = sets.map(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            Ok((name, take(&path)?))
        });
        let sets = sets.collect::<Result<_, _>>()?;
        let mark = mark.finalize();
        let mark = mark
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>();
        Ok(Self {
            old,
            sets,
            mark: format!("# learned from {mark}"),
        })
    }

    /// All lessons but those of one set.
    fn all_but(&self, set: Option<usize>) -> impl Iterator<Item = Lesson<'_>> {
        let sets = self.sets.iter().enumerate().filter(move |(at, _)| Some(*at) != set);
        self.old
            .iter()
            .chain(sets.map(|(_, (_, set))| set))
            .flatten()
            .map(Example::lesson)
    }
}

fn untaught(project: &Project) -> Result<Checks, LearnError> {
    let mut text = String::new();
    for name in UNTAUGHT {
        text += &read(&project.root.join(DATA).join(name))?;
    }
    Checks::read(&text).ok_or(LearnError::Rules)
}

fn read(path: &Path) -> Result<String, LearnError> {
    fs::read_to_string(path).map_err(|reason| LearnError::File {
        path: path.display().to_string(),
        reason,
    })
}
