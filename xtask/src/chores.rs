//! The verbs of `cargo xtask`, and the order of everything that `cargo xtask test` does.

use std::path::PathBuf;

use crate::{
    bench::{self, BenchError},
    budget::{self, BudgetError},
    clauses::{self, ClausesError},
    dist::{self, Build, DistError},
    learn::{self, LearnError},
    project::Project,
    run::{self, RunError, program, say, step},
    score::{FileScoreError, score},
    serve::{Options, ServeError, Server},
    setup::{self, Need, SetupError},
    tidy::{self, TidyError},
};

/// Why a chore did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum ChoreError {
    /// There is no such verb.
    #[error("there is no `{0}`; `cargo xtask` lists what there is")]
    Verb(String),
    /// A word after the verb is not understood.
    #[error("`{0}` is not understood here; `cargo xtask` lists what there is")]
    Word(String),
    /// A program failed or is missing.
    #[error(transparent)]
    Run(#[from] RunError),
    /// The set-up is incomplete.
    #[error(transparent)]
    Setup(#[from] SetupError),
    /// There is no release.
    #[error(transparent)]
    Dist(#[from] DistError),
    /// The server does not run.
    #[error(transparent)]
    Serve(#[from] ServeError),
    /// A page is too large.
    #[error(transparent)]
    Budget(#[from] BudgetError),
    /// The house is untidy.
    #[error(transparent)]
    Tidy(#[from] TidyError),
    /// A clause is neither proven nor waits for anything.
    #[error(transparent)]
    Clauses(#[from] ClausesError),
    /// Nothing was scored.
    #[error(transparent)]
    Score(#[from] FileScoreError),
    /// Nothing was learned.
    #[error(transparent)]
    Learn(#[from] LearnError),
    /// Nothing was measured.
    #[error(transparent)]
    Bench(#[from] BenchError),
    /// Two builds of the same sources differ.
    #[error("two builds of the same sources differ: {0}")]
    Differs(String),
}

const USAGE: &str = "\
cargo xtask <verb>

  setup                     install what is missing
  serve [--dev] [--port N] [--base /path]
                            build the site and serve it on this machine, with the headers a host should send
  dist [--dev]              build the folder to upload, dist/ (with --dev: quickly, into the build folder)
  test                      everything below, in this order, after set-up
    format                  rustfmt
    tidy                    layers, lengths, words, colours, documents
    deny                    licences, sources and doubled versions of what we depend on
    lint                    clippy for this machine and for the browser; the documentation's own warnings
    native                  unit and property tests
    web                     the browser's store, in Chromium and Firefox
    budget                  the size of each page
    journeys [name]         whole journeys through dist/, in Chromium and Firefox, and a short one in WebKit
  advisories                known faults in what we depend on (asks the advisory database)
  reproduce                 build twice and compare
  screenshots               every screen at three widths, light and dark, into screenshots/
  screenshots sample        every screen of the workspace with the sample's data, light and dark, into screenshots/sample/
  screenshots guides        the pictures of docs/guides, into docs/pictures/guides/, from journeys that follow the guides
  bench [--quick] [--runs N]
                            how long things take in a service of 10,000 cases, into docs/benchmarks.md; --quick takes a small
                            service and prints
  bench native              how long the parts take that need no browser
  score conflicts|names|recording FILE [--misses]
  learn recording [--check]  what words weigh in the language checks, from tests/data/recording*; --check: on texts left out in turn
                            how often the checks agree with a file of examples; the last line is JSON
                            (--misses: recording alone, where it tells each item that is not exactly right; the others always do)
  clauses [--check]         the table of all clauses with the tests that prove them, into docs/clauses.md; fails while one is not built
  sample --cases N --seed S --out FILE
                            an invented service as a sealed backup, to be restored in a browser and measured; prints the way in
  assets                    fonts, icons and styles only

EVENHAND_BROWSER=chromium, =firefox or =webkit keeps `web` and `journeys` to one browser.";

/// Performs one verb.
///
/// # Errors
/// See [`ChoreError`]; the text is meant for the person who gave the command.
pub fn perform(words: &[String]) -> Result<(), ChoreError> {
    let project = Project::here();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let Some((verb, rest)) = words.split_first() else {
        say(USAGE);
        return Ok(());
    };
    match *verb {
        "help" | "--help" | "-h" => say(USAGE),
        "setup" => setup::setup(&project, Need::Test)?,
        "serve" => serve(&project, rest)?,
        "dist" => {
            setup::setup(&project, Need::Build)?;
            let folder = dist::make(&project, build(rest)?)?;
            say(format!("\nThe site is in {}.", folder.display()));
        }
        "test" | "ci" => test(&project)?,
        "format" => format(&project)?,
        "tidy" => tidy::check(&project)?,
        "deny" => deny(&project, &["licenses", "bans", "sources"])?,
        "advisories" => deny(&project, &["advisories"])?,
        "lint" => lint(&project)?,
        "native" => native(&project)?,
        "web" => web(&project)?,
        "budget" => budget::check(&project.dist())?,
        "journeys" => journeys(&project, rest)?,
        "reproduce" => reproduce(&project)?,
        "screenshots" => screenshots(&project, rest)?,
        "bench" => bench::perform(&project, rest)?,
        "score" => score(rest)?,
        "learn" => match rest {
            ["recording"] => learn::learn(&project)?,
            ["recording", "--check"] => learn::check(&project)?,
            _ => return Err(ChoreError::Word(rest.first().copied().unwrap_or("learn").to_owned())),
        },
        "clauses" => clauses(&project, rest)?,
        "sample" => bench::sample(&project, rest)?,
        "assets" => crate::assets::make(&project.root).map_err(DistError::from)?,
        other => return Err(ChoreError::Verb(other.to_owned())),
    }
    Ok(())
}

fn build(words: &[&str]) -> Result<Build, ChoreError> {
    match words {
        [] => Ok(Build::Release),
        ["--dev"] => Ok(Build::Development),
        [word, ..] => Err(ChoreError::Word((*word).to_owned())),
    }
}

fn serve(project: &Project, words: &[&str]) -> Result<(), ChoreError> {
    let mut build = Some(Build::Release);
    let mut options = Options {
        dist: PathBuf::new(),
        base: "/".to_owned(),
        port: None,
    };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| ChoreError::Word((*word).to_owned()));
        match *word {
            "--dev" => build = Some(Build::Development),
            "--dist" => {
                options.dist = PathBuf::from(value()?);
                build = None;
            }
            "--base" => (*value()?).clone_into(&mut options.base),
            "--port" => options.port = Some(value()?.parse().map_err(|_| ChoreError::Word((*word).to_owned()))?),
            other => return Err(ChoreError::Word(other.to_owned())),
        }
    }
    if let Some(build) = build {
        setup::setup(project, Need::Build)?;
        options.dist = dist::make(project, build)?;
    }
    let server = Server::start(&options)?;
    let address = server.address();
    say(format!(
        "\nPublic page:  {address}\nWorkspace:    {address}workspace.html\nCtrl-C ends it."
    ));
    server.until_interrupted()?;
    Ok(())
}

/// Everything, in the order in which a fault is cheapest to find.
fn test(project: &Project) -> Result<(), ChoreError> {
    step("set-up", || setup::setup(project, Need::Test))?;
    step("format", || format(project))?;
    step("tidy", || tidy::check(project))?;
    step("deny", || deny(project, &["licenses", "bans", "sources"]))?;
    step("lint", || lint(project))?;
    step("native tests", || native(project))?;
    step("web tests", || web(project))?;
    step("dist", || dist::make(project, Build::Release))?;
    step("budget", || budget::check(&project.dist()))?;
    step("journeys", || journeys(project, &[]))?;
    say("\nEverything passed.");
    Ok(())
}

fn cargo(project: &Project, words: &[&str]) -> Result<(), ChoreError> {
    Ok(run::run(&mut program(project, "cargo", words))?)
}

fn format(project: &Project) -> Result<(), ChoreError> {
    cargo(project, &["fmt", "--all", "--check"])
}

/// The advisory database lives on a code host that a build machine may not reach, so it is asked by its own verb.
fn deny(project: &Project, checks: &[&str]) -> Result<(), ChoreError> {
    let words: Vec<_> = ["--log-level", "error", "check"]
        .iter()
        .chain(checks)
        .copied()
        .collect();
    Ok(run::run(&mut program(project, "cargo-deny", &words))?)
}

fn lint(project: &Project) -> Result<(), ChoreError> {
    let strict = ["--", "-D", "warnings"];
    let native = ["clippy", "--quiet", "--workspace", "--all-targets"];
    cargo(project, &[&native[..], &strict].concat())?;
    let browser = [
        "clippy",
        "--quiet",
        "--workspace",
        "--exclude",
        "xtask",
        "--exclude",
        "journeys",
        "--target",
        "wasm32-unknown-unknown",
    ];
    cargo(project, &[&browser[..], &strict].concat())?;
    let mut docs = program(
        project,
        "cargo",
        &["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"],
    );
    Ok(run::run(docs.env("RUSTDOCFLAGS", "-D warnings"))?)
}

fn native(project: &Project) -> Result<(), ChoreError> {
    cargo(project, &["test", "--quiet", "--workspace", "--exclude", "journeys"])
}

/// Those of these browsers that are asked for; all, unless `EVENHAND_BROWSER` names one.
fn asked_browsers(all: &[&'static str]) -> Vec<&'static str> {
    let asked = std::env::var("EVENHAND_BROWSER").unwrap_or_default();
    all.iter()
        .copied()
        .filter(|name| asked.is_empty() || asked == *name)
        .collect()
}

fn web(project: &Project) -> Result<(), ChoreError> {
    // The runner cannot drive WebKit; the journey there saves and reads.
    for browser in asked_browsers(&["chromium", "firefox"]) {
        say(format!("in {browser}:"));
        // Not `--quiet`: Cargo hands it on to the runner, which knows no such word.
        let words = [
            "test",
            "--package",
            "evenhand-store",
            "--package",
            "evenhand-letters",
            "--target",
            "wasm32-unknown-unknown",
        ];
        let mut command = program(project, "cargo", &words);
        let (variable, driver) = if browser == "chromium" {
            ("CHROMEDRIVER", "chromedriver")
        } else {
            ("GECKODRIVER", "geckodriver")
        };
        command.env(variable, project.find(driver).unwrap_or_else(|| driver.into()));
        command
            .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
        run::run(&mut command)?;
    }
    Ok(())
}

/// How many journeys are walked at a time. Some of them wait, for a clock or for a driver, so one more than there are processors.
fn at_once() -> String {
    let processors = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    (processors + 1).to_string()
}

fn journeys(project: &Project, words: &[&str]) -> Result<(), ChoreError> {
    for browser in asked_browsers(&["chromium", "firefox", "webkit"]) {
        // WebKit walks one short journey of its own, and the others need not walk it again.
        let which: &[&str] = match (browser, words) {
            ("webkit", []) => &["webkit::"],
            ("webkit", _) => words,
            _ => &[words, &["--skip", "webkit::"]].concat(),
        };
        say(format!("in {browser}:"));
        let at_once = at_once();
        let fixed = ["test", "--package", "journeys", "--", "--test-threads", &at_once];
        let mut command = program(project, "cargo", &[&fixed[..], which].concat());
        run::run(command.env("EVENHAND_BROWSER", browser))?;
    }
    Ok(())
}

fn screenshots(project: &Project, words: &[&str]) -> Result<(), ChoreError> {
    // Pictures that a journey takes on its way, and where it is told to put them.
    let on_the_way = match words {
        ["guides"] => Some(("guide", "EVENHAND_GUIDES", "docs/pictures/guides")),
        ["sample"] => Some(("tour::", "EVENHAND_PICTURES", "screenshots/sample")),
        _ => None,
    };
    if let Some((journeys, told, folder)) = on_the_way {
        let at_once = at_once();
        let fixed = [
            "test",
            "--package",
            "journeys",
            "--",
            "--test-threads",
            &at_once,
            journeys,
        ];
        let mut command = program(project, "cargo", &fixed);
        command.env(told, project.root.join(folder));
        return Ok(run::run(command.env("EVENHAND_BROWSER", "chromium"))?);
    }
    let fixed = ["run", "--quiet", "--package", "journeys", "--bin", "screenshots", "--"];
    cargo(project, &[&fixed[..], words].concat())
}

fn clauses(project: &Project, words: &[&str]) -> Result<(), ChoreError> {
    match words {
        [] => Ok(clauses::clauses(project, false)?),
        ["--check"] => Ok(clauses::clauses(project, true)?),
        [word, ..] => Err(ChoreError::Word((*word).to_owned())),
    }
}

/// Builds twice from nothing and compares the lists of hashes.
fn reproduce(project: &Project) -> Result<(), ChoreError> {
    let mut lists = Vec::new();
    for _ in 0..2 {
        cargo(
            project,
            &["clean", "--quiet", "--release", "--target", "wasm32-unknown-unknown"],
        )?;
        let folder = dist::make_anew(project)?;
        lists.push(String::from_utf8_lossy(&dist::read(&folder.join("release.json"))?).into_owned());
    }
    if lists[0] == lists[1] {
        say("Both builds are the same, file for file.");
        return Ok(());
    }
    let lines = lists[0]
        .lines()
        .zip(lists[1].lines())
        .filter(|(one, other)| one != other);
    Err(ChoreError::Differs(
        lines
            .map(|(one, _)| one.trim().to_owned())
            .collect::<Vec<_>>()
            .join("; "),
    ))
}
