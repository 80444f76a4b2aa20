//! Reads the files of the national register piece by piece, brings in what is found, and says what came of it.

use evenhand_domain::school::{Found, Reading};
use evenhand_engine::desk::Desk;
use evenhand_engine::now::Now;
use evenhand_engine::school::{BringInSchoolsError, Brought};
use leptos::prelude::*;

use crate::components::FilePieces;
use crate::workspace::words::save_error;

/// What came of it, in sentences.
#[derive(Clone, Default)]
pub(super) struct Told {
    /// What is kept now.
    pub(super) kept: Vec<String>,
    /// What was not, and what to do about it.
    pub(super) left: Vec<String>,
}

/// Reads each file; the schools are brought in before the links between them.
///
/// # Errors
/// In words, why nothing was kept.
pub(super) async fn bring_in(
    desk: Desk,
    now: Now,
    files: Vec<FilePieces>,
    areas: Vec<String>,
    done: RwSignal<f64>,
) -> Result<Told, String> {
    let mut found = Vec::new();
    for mut file in files {
        let mut reading = Reading::new(&areas);
        while let Some(piece) = file.next().await.map_err(|_| file_words(file.name()))? {
            reading.push(&piece).map_err(|_| another(file.name()))?;
            // The page may have gone meanwhile; what was begun goes on.
            let _ = done.try_set(file.done());
        }
        found.push(reading.finish().map_err(|_| another(file.name()))?);
    }
    found.sort_by_key(|found| found.is_links);
    let mut told = Told::default();
    for found in found {
        told.note_left(&found);
        let is_links = found.is_links;
        let brought = desk
            .bring_in_schools(now, found, &areas)
            .await
            .map_err(|error| words(&error))?;
        told.note_kept(&brought, is_links);
    }
    Ok(told)
}

impl Told {
    fn note_kept(&mut self, brought: &Brought, is_links: bool) {
        self.kept.push(match is_links {
            true => format!("Links to earlier and later schools kept: {}.", brought.links),
            false => format!("Schools kept: {}.", brought.schools),
        });
        if brought.told > 0 {
            self.kept.push(format!(
                "People of open cases and declarations that now bear the number of their school, and were checked again: {}.",
                brought.told
            ));
        }
    }

    fn note_left(&mut self, found: &Found) {
        for area in &found.unknown {
            self.left.push(format!(
                "No school lies in “{area}”. Write it as the register does, such as “Herefordshire, County of”."
            ));
        }
        if !found.is_links {
            self.left.push(format!(
                "Left out: {} in other areas, {} that are closed.",
                found.elsewhere, found.closed
            ));
        }
        if found.bad > 0 {
            self.left.push(format!("Rows that could not be read: {}.", found.bad));
            let rows = found.faults.iter().map(|(row, what)| format!("Row {row}: {what}."));
            self.left.extend(rows);
        }
    }
}

fn another(name: String) -> String {
    format!(
        "“{name}” is neither the file of all establishments nor that of their links. Download one of the two and choose it."
    )
}

fn file_words(name: String) -> String {
    format!("“{name}” could not be read. It may have been moved or changed. Choose it again.")
}

fn words(error: &BringInSchoolsError) -> String {
    match error {
        BringInSchoolsError::ManagerOnly => "Only the manager can do this. Ask the manager.".to_owned(),
        BringInSchoolsError::NoneFound => {
            "No open school lies in these areas. Write them as the register does, such as “Herefordshire, County of”."
                .to_owned()
        }
        BringInSchoolsError::SchoolsFirst => {
            "These are links between schools, and no schools are kept yet. Choose the file of all establishments first."
                .to_owned()
        }
        BringInSchoolsError::Save(error) => save_error(error),
    }
}
