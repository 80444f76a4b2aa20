//! `cargo xtask score`: how the checks do on files of invented texts, scenarios and names.

use std::{fs, io};

use evenhand_policy::score::{ScoreError, score_conflicts, score_names, score_recording};

use crate::run::say;

/// Why a file was not scored.
#[derive(Debug, thiserror::Error)]
pub enum FileScoreError {
    /// No such check, or no file is named.
    #[error("`{0}` is not understood here: `score conflicts|names|recording FILE [--misses]`")]
    Word(String),
    /// The file cannot be read.
    #[error("{path}: {reason}")]
    Unreadable {
        /// Which file.
        path: String,
        /// What the system said.
        reason: io::Error,
    },
    /// The file holds something else.
    #[error(transparent)]
    Content(#[from] ScoreError),
}

/// Prints how one of the checks does on a file of examples, one a line.
///
/// # Errors
/// [`FileScoreError`].
pub fn score(words: &[&str]) -> Result<(), FileScoreError> {
    let (what, path, misses) = match words {
        [what, path] => (*what, *path, false),
        ["recording", path, "--misses"] | ["recording", "--misses", path] => ("recording", *path, true),
        _ => {
            return Err(FileScoreError::Word(
                words.first().copied().unwrap_or("score").to_owned(),
            ));
        }
    };
    let text = fs::read_to_string(path).map_err(|reason| FileScoreError::Unreadable {
        path: path.to_owned(),
        reason,
    })?;
    match what {
        "conflicts" => say(score_conflicts(&text)?.text),
        "names" => say(score_names(&text)?.text),
        "recording" => {
            let score = score_recording(&text)?;
            if misses {
                say(&score.misses);
            }
            say(score.text);
        }
        other => return Err(FileScoreError::Word(other.to_owned())),
    }
    Ok(())
}
