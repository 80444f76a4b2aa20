//! Running other programs, and saying so.

use std::{
    io::{self, Write},
    process::{Command, Stdio},
    time::Instant,
};

use crate::project::Project;

/// Why a program did not do its work.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The program could not be started at all.
    #[error("`{program}` did not start: {reason}. `cargo xtask setup` says what is missing and how to get it")]
    NotStarted {
        /// The program's name.
        program: String,
        /// What the system said.
        reason: io::Error,
    },
    /// The program ran and ended with a failure; what it printed says why.
    #[error("`{command}` failed ({status})")]
    Failed {
        /// The whole command line.
        command: String,
        /// How it ended.
        status: String,
    },
}

/// One line for the person who started the command. A closed pipe is their choice and no fault.
pub fn say(line: impl AsRef<str>) {
    let _ = writeln!(io::stdout(), "{}", line.as_ref());
}

/// A program with its words, to be run in the project's folder with the project's tools on the path.
#[must_use]
pub fn program(project: &Project, name: &str, words: &[&str]) -> Command {
    let mut command = Command::new(project.find(name).unwrap_or_else(|| name.into()));
    command
        .args(words)
        .current_dir(&project.root)
        .env("PATH", project.path());
    command
}

/// Runs a command to its end; what it prints goes straight to the person.
///
/// # Errors
/// When the program does not start, or ends with anything but success.
pub fn run(command: &mut Command) -> Result<(), RunError> {
    let status = command.status().map_err(|reason| not_started(command, reason))?;
    if status.success() {
        Ok(())
    } else {
        Err(RunError::Failed {
            command: line(command),
            status: status.to_string(),
        })
    }
}

/// Runs a command and hands back what it wrote to its standard output.
///
/// # Errors
/// As [`run`].
pub fn read(command: &mut Command) -> Result<String, RunError> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|reason| not_started(command, reason))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(RunError::Failed {
            command: line(command),
            status: output.status.to_string(),
        })
    }
}

/// Does one named step and says how long it took.
///
/// # Errors
/// Whatever the step returns.
pub fn step<T, E>(name: &str, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    say(format!("\n==> {name}"));
    let start = Instant::now();
    let outcome = work();
    let word = if outcome.is_ok() { "done" } else { "FAILED" };
    say(format!(
        "==> {name}: {word} after {:.1} s",
        start.elapsed().as_secs_f32()
    ));
    outcome
}

fn not_started(command: &Command, reason: io::Error) -> RunError {
    RunError::NotStarted {
        program: command.get_program().to_string_lossy().into_owned(),
        reason,
    }
}

fn line(command: &Command) -> String {
    let name = std::path::Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program());
    std::iter::once(name)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
