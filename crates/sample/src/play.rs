//! Plays what was written: each entry by its own person, at its own time, through the engine's own verbs.

mod begin;
mod go_on;

use evenhand_domain::ids::{CaseId, EventId, PartyId};
use evenhand_domain::service::ServiceFile;
use evenhand_engine::desk::Desk;
use evenhand_engine::now::Now;

use crate::family::Sheet;
use crate::library::{Agency, Library, Matter};
use crate::make::{SampleError, failed};
use crate::office::{Office, Written};
use crate::people::Who;
use crate::told::{CaseTold, Entry, What};

/// A case while it is played.
struct Running {
    sheet: Sheet,
    id: CaseId,
    user: PartyId,
    child: Option<PartyId>,
    practitioner: Option<PartyId>,
    consent: Option<EventId>,
    options: Option<EventId>,
    written: Written,
    /// Who was to have it and who has it, where the check found something on the first.
    stand_in: Option<(Who, Who)>,
    is_named: bool,
}

/// Everything while it is played.
pub(crate) struct Stage<'a> {
    library: &'a Library,
    office: Office,
    service: ServiceFile,
    cases: Vec<Running>,
}

/// One entry with all that it needs.
struct Turn<'a> {
    desk: Desk,
    now: Now,
    case: &'a mut Running,
    matter: &'a Matter,
    /// The agency of the matter, by its name.
    agency: String,
}

impl<'a> Stage<'a> {
    pub(crate) fn new(library: &'a Library, office: Office, service: ServiceFile, told: &[CaseTold]) -> Self {
        let nobody = PartyId::new([0; 16]);
        let running = told.iter().map(|case| Running {
            sheet: case.sheet.clone(),
            id: CaseId::new([0; 16]),
            user: nobody,
            child: None,
            practitioner: None,
            consent: None,
            options: None,
            written: Written::default(),
            stand_in: None,
            is_named: true,
        });
        Self {
            library,
            office,
            service,
            cases: running.collect(),
        }
    }

    pub(crate) fn end(self) -> (Office, ServiceFile) {
        (self.office, self.service)
    }

    /// Plays one entry.
    pub(crate) async fn play(&mut self, number: usize, entry: &Entry) -> Result<(), SampleError> {
        if matches!(entry.what, What::SaveBackup) {
            return self.save_backup(entry).await;
        }
        let by = self.cases[number]
            .stand_in
            .filter(|(from, _)| *from == entry.by)
            .map_or(entry.by, |(_, to)| to);
        match &entry.what {
            What::Open(beginning) => self.open(number, entry.now, by, beginning).await?,
            What::BringIn { worker, story } => self.bring_in(number, entry.now, by, *worker, story).await?,
            What::Named { worker } => self.name(number, entry.now, by, *worker).await?,
            What::Allocate { to, handover, over } => {
                self.allocate(number, entry.now, by, *to, handover, *over).await?;
            }
            what => {
                let desk = self.office.desk(by, entry.now, &self.cases[number].written).await?;
                let case = &mut self.cases[number];
                let matter = &self.library.matters[case.sheet.matter];
                let Agency { who, .. } = &matter.agency;
                let agency = self.library.agency(*who, &case.sheet.school).to_owned();
                let turn = Turn {
                    desk,
                    now: entry.now,
                    case,
                    matter,
                    agency,
                };
                turn.play(what).await?;
            }
        }
        let case = &mut self.cases[number];
        self.office.wrote(by, Some(&mut case.written));
        Ok(())
    }

    async fn save_backup(&mut self, entry: &Entry) -> Result<(), SampleError> {
        let desk = self.office.desk(entry.by, entry.now, &Written::default()).await?;
        desk.note_backup(entry.now).await.map_err(failed("note a backup"))?;
        self.office.wrote(entry.by, None);
        Ok(())
    }
}
