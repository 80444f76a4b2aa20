//! Rules of the house that neither the compiler nor clippy knows.

mod documents;
mod guides;
mod layers;
mod sources;
mod styles;
mod words;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    clauses, learn,
    project::Project,
    run::say,
    setup::{self, SetupError},
};

/// Why the house is not tidy.
#[derive(Debug, thiserror::Error)]
pub enum TidyError {
    /// Rules are broken; each line names the file and the rule.
    #[error("{count} tidy rules are broken:\n{list}")]
    Broken {
        /// How many.
        count: usize,
        /// One line for each.
        list: String,
    },
    /// A file could not be read.
    #[error("{path}: {reason}")]
    Unreadable {
        /// Which file.
        path: String,
        /// What the system said.
        reason: io::Error,
    },
    /// Cargo did not say what depends on what.
    #[error(transparent)]
    Cargo(#[from] SetupError),
}

/// A source file of the project.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    /// From the project's folder, with `/` between parts.
    pub(crate) path: String,
    /// The whole text.
    pub(crate) text: String,
}

impl Source {
    fn is(&self, ending: &str) -> bool {
        Path::new(&self.path)
            .extension()
            .is_some_and(|extension| extension == ending)
    }

    /// Whether the whole file is a test.
    fn is_test(&self) -> bool {
        self.path.contains("/tests/") || self.path.ends_with("tests.rs")
    }

    /// The lines of a Rust file before its tests, counted from one.
    fn lines_before_tests(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        lines.take_while(|(_, line)| line.trim_start() != "#[cfg(test)]" && line.trim_start() != "mod tests {")
    }
}

/// Checks every rule and reports all that are broken, not only the first.
///
/// # Errors
/// When a rule is broken, or the sources cannot be read.
pub fn check(project: &Project) -> Result<(), TidyError> {
    let sources = sources(&project.root)?;
    let mut broken = Vec::new();
    layers::check(&setup::metadata(project)?, &sources, &mut broken);
    sources::check(&sources, &mut broken);
    words::check(&sources, &mut broken);
    styles::check(&sources, &mut broken);
    documents::check(&project.root, &sources, &mut broken);
    guides::check(&project.root, &sources, &mut broken);
    if let Err(fault) = clauses::check(project, &sources) {
        broken.push(fault.to_string());
    }
    match learn::is_up_to_date(project) {
        Ok(true) => {}
        Ok(false) => broken.push("weights.txt was learned from other texts: `cargo xtask learn recording`".to_owned()),
        Err(fault) => broken.push(fault.to_string()),
    }
    if broken.is_empty() {
        say(format!("{} files are tidy", sources.len()));
        return Ok(());
    }
    Err(TidyError::Broken {
        count: broken.len(),
        list: broken.join("\n"),
    })
}

/// Folders that hold nothing of ours, or data that is kept as it came.
const PASSED_OVER: [&str; 8] = [
    ".git",
    "target",
    "dist",
    "node_modules",
    "screenshots",
    "data",
    "vectors",
    "fonts",
];

const READ: [&str; 10] = [
    "rs",
    "toml",
    "md",
    "css",
    "html",
    "js",
    "json",
    "yml",
    "sh",
    "webmanifest",
];

pub(crate) fn sources(root: &Path) -> Result<Vec<Source>, TidyError> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let unreadable = |reason| TidyError::Unreadable {
            path: folder.display().to_string(),
            reason,
        };
        for entry in fs::read_dir(&folder).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                if !PASSED_OVER.contains(&name.as_str()) {
                    folders.push(path);
                }
                continue;
            }
            let known = path
                .extension()
                .and_then(|e| e.to_str())
                .is_some_and(|e| READ.contains(&e));
            if (known && name != "package-lock.json") || ["Makefile", "_headers", "run"].contains(&name.as_str()) {
                let text = fs::read_to_string(&path).map_err(|reason| TidyError::Unreadable {
                    path: path.display().to_string(),
                    reason,
                })?;
                let path = path
                    .strip_prefix(root)
                    .unwrap_or(&path)
                    .to_string_lossy()
                    .replace('\\', "/");
                found.push(Source { path, text });
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_house_is_tidy() {
        if let Err(fault) = check(&Project::here()) {
            panic!("{fault}");
        }
    }
}
