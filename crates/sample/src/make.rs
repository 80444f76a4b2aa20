//! Makes a sample: writes every case, then plays all of them together in the order of time.

use std::fmt::Display;

use evenhand_domain::service::ServiceFile;
use evenhand_engine::AnyStore;
use evenhand_engine::form::LockedAnswers;
use thiserror::Error;

use crate::author;
use crate::draw::Draw;
use crate::library::Library;
use crate::office::Office;
use crate::people::{COUNT, HAZEL};
use crate::plan::{Plan, weekday};
use crate::play::Stage;
use crate::publish::{locked_form, service_file};
use crate::registers;
use crate::told::{CaseTold, Entry, What};

/// Why no sample was made. What is half made is of no use, and lies in the store that was given.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SampleError {
    /// The names and texts that were compiled in cannot be read.
    #[error("the sample's own texts cannot be read: {0}")]
    Library(String),
    /// A verb of the engine did not do what was asked.
    #[error("the sample could not {what}: {why}")]
    Verb {
        /// What was to be done.
        what: &'static str,
        /// What the engine said.
        why: String,
    },
}

pub(crate) fn failed<E: Display>(what: &'static str) -> impl FnOnce(E) -> SampleError {
    move |error| SampleError::Verb {
        what,
        why: error.to_string(),
    }
}

/// What was made, besides what lies in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The printed recovery code of each of [`PEOPLE`](crate::PEOPLE), for whoever restores a backup of it.
    pub codes: Vec<String>,
    /// The `service.json` of the sample service: public keys alone. Under `sample_form` it holds a locked form that is not brought in yet.
    pub service_file: String,
    /// How many entries people made.
    pub entries: usize,
}

/// Makes a sample in an empty store. `progress` is told how many entries are made of how many, between any two of them, and may
/// wait: in a browser, for the page to be painted.
///
/// # Errors
/// When a verb of the engine refuses what the plan asks, or the store is not empty.
pub async fn make(
    store: &AnyStore,
    plan: &Plan,
    mut progress: impl AsyncFnMut(usize, usize),
) -> Result<Sample, SampleError> {
    let library = Library::read()?;
    let draw = Draw::from_seed(plan.seed);
    let mut told: Vec<CaseTold> = Vec::new();
    for number in 0..plan.cases {
        told.push(author::case(plan, &library, &draw, number));
    }
    author::add_tasks(plan, &library, &draw, &mut told);
    for number in 0..plan.enquiries() {
        told.push(author::enquiry(plan, &library, &draw, plan.cases + number));
    }
    let mut script: Vec<(usize, Entry)> = Vec::new();
    for (number, case) in told.iter_mut().enumerate() {
        script.extend(
            std::mem::take(&mut case.entries)
                .into_iter()
                .map(|entry| (number, entry)),
        );
    }
    let saved = Entry {
        now: plan.at(weekday(plan.days_ago(12)), 17 * 60),
        by: HAZEL,
        what: What::SaveBackup,
    };
    script.push((0, saved));
    let registers = registers::rows()?;
    script.extend(registers::entries(plan, &registers).into_iter().map(|entry| (0, entry)));
    script.sort_by_key(|(number, entry)| (entry.now.at, *number));

    let of = script.len() + COUNT;
    progress(0, of).await;
    let mut office = Office::set_up(store, plan, &library).await?;
    let published = office.open_inboxes(plan.at(plan.first_day(), 16 * 60)).await?;
    let mut file = service_file(&library, plan.profile, &published, plan.now.day())?;
    let mut stage = Stage::new(
        plan,
        &registers,
        &library,
        office,
        crate::publish::parsed(&file)?,
        &told,
    );
    for (done, (number, entry)) in script.iter().enumerate() {
        progress(done + COUNT, of).await;
        stage.play(*number, entry).await?;
    }
    let (office, service) = stage.end();
    file["sample_form"] = form_from_outside(plan, &library, &draw, &service, told.len() + 1)?
        .text()
        .into();
    progress(of, of).await;
    Ok(Sample {
        codes: office.codes,
        service_file: file.to_string(),
        entries: script.len(),
    })
}

/// Locked forms of families who are no cases of the sample, as the public page saves them: for measuring how quickly an inbox is opened.
///
/// # Errors
/// When `service_file` is not that of a sample.
pub fn locked_forms(plan: &Plan, service_file: &str, count: usize) -> Result<Vec<Vec<u8>>, SampleError> {
    let (library, draw) = (Library::read()?, Draw::from_seed(plan.seed));
    let service = ServiceFile::parse(service_file).map_err(failed("read its service.json"))?;
    let first = plan.cases + plan.enquiries() + 2;
    let numbers = first..first + count;
    numbers
        .map(|number| {
            Ok(form_from_outside(plan, &library, &draw, &service, number)?
                .bytes()
                .to_vec())
        })
        .collect()
}

fn form_from_outside(
    plan: &Plan,
    library: &Library,
    draw: &Draw,
    service: &ServiceFile,
    number: usize,
) -> Result<LockedAnswers, SampleError> {
    let sheet = author::case(plan, library, draw, number).sheet;
    let story = sheet.fill(
        "We have an important meeting soon and do not know what to ask for {child}.",
        true,
    );
    locked_form(library, service, &sheet, plan.now.day(), &story)
}
