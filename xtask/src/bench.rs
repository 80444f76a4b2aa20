//! `cargo xtask bench`: makes what is measured where it is missing, and measures it.

use std::path::PathBuf;

use crate::{
    budget,
    dist::{self, Build, DistError},
    project::Project,
    run::{self, RunError, program, say},
    setup::{self, Need, SetupError},
};

/// Why nothing was measured.
#[derive(Debug, thiserror::Error)]
pub enum BenchError {
    /// A word after the verb is not understood.
    #[error("`{0}` is not understood here: `bench [--quick] [--runs N]` or `bench native`")]
    Word(String),
    /// The set-up is incomplete.
    #[error(transparent)]
    Setup(#[from] SetupError),
    /// There is no release to be measured.
    #[error(transparent)]
    Dist(#[from] DistError),
    /// A program failed or is missing.
    #[error(transparent)]
    Run(#[from] RunError),
}

/// A data set: always the same, and made once.
struct DataSet {
    name: &'static str,
    cases: &'static str,
    forms: &'static str,
}

const FULL: DataSet = DataSet {
    name: "full",
    cases: "10000",
    forms: "1000",
};
const QUICK: DataSet = DataSet {
    name: "quick",
    cases: "400",
    forms: "100",
};
const SEED: &str = "2026";

/// Measures.
///
/// # Errors
/// See [`BenchError`].
pub fn perform(project: &Project, words: &[&str]) -> Result<(), BenchError> {
    if words == ["native"] {
        return native(project);
    }
    let (mut set, mut runs) = (&FULL, None);
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--quick" => set = &QUICK,
            "--runs" => runs = words.next().copied(),
            other => return Err(BenchError::Word(other.to_owned())),
        }
    }
    setup::setup(project, Need::Test)?;
    // A release that is there is measured as it is, whatever the sources have become since.
    if std::env::var_os("EVENHAND_DIST").is_none() && budget::weigh(&project.dist()).is_err() {
        dist::make(project, Build::Release)?;
    }
    let data = data_set(project, set)?.to_string_lossy().into_owned();
    let out = project.root.join("docs/benchmarks.md").to_string_lossy().into_owned();
    let quick = set.name == QUICK.name;
    let mut asked = vec!["--data", &data, "--runs", runs.unwrap_or(if quick { "1" } else { "5" })];
    if !quick {
        asked.extend(["--out", &out]);
    }
    let fixed = ["run", "--quiet", "--package", "journeys", "--bin", "bench", "--"];
    Ok(run::run(&mut program(
        project,
        "cargo",
        &[&fixed[..], &asked].concat(),
    ))?)
}

/// The parts that need no browser, optimised as little as is quick to build.
fn native(project: &Project) -> Result<(), BenchError> {
    let mut words = vec!["bench", "--quiet", "--profile", "sample"];
    for package in [
        "evenhand-domain",
        "evenhand-policy",
        "evenhand-recording",
        "evenhand-vault",
        "evenhand-sample",
    ] {
        words.extend(["--package", package]);
    }
    words.extend(["--bench", "*"]);
    Ok(run::run(&mut program(project, "cargo", &words))?)
}

/// The folder of a data set, made where it is missing. Whoever changes the maker removes the folder.
fn data_set(project: &Project, set: &DataSet) -> Result<PathBuf, BenchError> {
    let folder = project.target.join("bench").join(set.name);
    if !folder.join("there.json").is_file() {
        say(format!(
            "making an invented service of {} cases (a few minutes, once)",
            set.cases
        ));
        let place = folder.to_string_lossy();
        let asked = [
            "--cases",
            set.cases,
            "--seed",
            SEED,
            "--forms",
            set.forms,
            "--bench",
            place.as_ref(),
        ];
        sample(project, &asked)?;
    }
    Ok(folder)
}

/// A sample large enough to be measured takes minutes unoptimised, so its maker is a program of its own.
///
/// # Errors
/// When it fails.
pub fn sample(project: &Project, words: &[&str]) -> Result<(), RunError> {
    let fixed = [
        "run",
        "--quiet",
        "--profile",
        "sample",
        "--package",
        "evenhand-sample",
        "--example",
        "backup",
        "--",
    ];
    run::run(&mut program(project, "cargo", &[&fixed[..], words].concat()))
}
