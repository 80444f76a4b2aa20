//! The data set: a sealed backup of an invented service, locked forms, and what there is in them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use journeys::Fault;
use serde::Deserialize;

use crate::schools;

/// What the maker of the data set says about it.
#[derive(Debug, Deserialize)]
pub(crate) struct There {
    /// The recovery code of whoever made the backup.
    pub(crate) code: String,
    pub(crate) cases: usize,
    pub(crate) people: usize,
    /// Cases behind a wall for one of them.
    pub(crate) walled: usize,
    /// What people entered.
    pub(crate) entries: usize,
    /// The events in cases that came of it.
    pub(crate) events: usize,
    /// The child of the long case.
    pub(crate) long: String,
    pub(crate) long_events: usize,
    pub(crate) forms: usize,
    pub(crate) backup_bytes: u64,
    #[serde(skip)]
    folder: PathBuf,
}

impl There {
    pub(crate) fn read(folder: &Path) -> Result<Self, Fault> {
        let path = folder.join("there.json");
        let unusable = |reason: String| Fault::Unexpected(format!("{}: {reason}", path.display()));
        let bytes = fs::read(&path).map_err(|reason| unusable(reason.to_string()))?;
        let there: Self = serde_json::from_slice(&bytes).map_err(|reason| unusable(reason.to_string()))?;
        if there.long_events < 200 {
            return Err(unusable("the long case is too short".to_owned()));
        }
        Ok(Self {
            folder: folder.to_owned(),
            ..there
        })
    }

    pub(crate) fn backup(&self) -> PathBuf {
        self.folder.join("backup.sealed")
    }

    /// A file as large as the register of schools.
    pub(crate) fn schools(&self) -> Result<PathBuf, Fault> {
        schools::file(&self.folder)
    }

    /// The paths of all locked forms, as a place for files takes them.
    pub(crate) fn form_paths(&self) -> String {
        let path = |number: usize| {
            self.folder
                .join(format!("forms/{number:04}.locked"))
                .display()
                .to_string()
        };
        (0..self.forms).map(path).collect::<Vec<_>>().join("\n")
    }
}
