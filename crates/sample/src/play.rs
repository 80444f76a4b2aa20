//! Plays what was written: each entry by its own person, at its own time, through the engine's own verbs.

mod begin;
mod go_on;

use std::collections::BTreeMap;

use evenhand_domain::ids::{CaseId, EventId, PartyId, ViewId};
use evenhand_domain::register::Kind;
use evenhand_domain::service::ServiceFile;
use evenhand_engine::desk::Desk;
use evenhand_engine::now::Now;
use evenhand_engine::view::TakeRequest;

use crate::family::Sheet;
use crate::library::{Agency, Library, Matter};
use crate::make::{SampleError, failed};
use crate::office::{Office, Written};
use crate::people::Who;
use crate::plan::Plan;
use crate::registers::{Row, VIEWS};
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
    plan: &'a Plan,
    registers: &'a [Row],
    library: &'a Library,
    office: Office,
    service: ServiceFile,
    cases: Vec<Running>,
    /// The entries of registers that were written, by their place in the list.
    entered: BTreeMap<usize, EventId>,
    /// The views that were taken, by their place in the list.
    views: BTreeMap<usize, ViewId>,
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
    pub(crate) fn new(
        plan: &'a Plan,
        registers: &'a [Row],
        library: &'a Library,
        office: Office,
        service: ServiceFile,
        told: &[CaseTold],
    ) -> Self {
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
            plan,
            registers,
            library,
            office,
            service,
            cases: running.collect(),
            entered: BTreeMap::new(),
            views: BTreeMap::new(),
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
        if matches!(entry.what, What::Confirm) {
            return self.confirm(entry).await;
        }
        if let What::Register { place } = entry.what {
            return self.enter(entry, place).await;
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

    /// Nobody waits for what stands in a register, so nobody signs in anew because of it.
    async fn enter(&mut self, entry: &Entry, place: usize) -> Result<(), SampleError> {
        let desk = self.office.desk(entry.by, entry.now, &Written::default()).await?;
        let (office, entered) = (&self.office, &self.entered);
        let id = |who: Who| office.id(who).to_string();
        let row = &self.registers[place];
        let mut told = row.entry(self.plan, id, |other| entered.get(&other).copied());
        let words = told.values.remove(VIEWS);
        let id = match told.kind {
            Kind::View => {
                let request = TakeRequest {
                    text: words.unwrap_or_default(),
                    about: told,
                    not_for: Vec::new(),
                    instead: None,
                };
                let taken = desk.take_view(entry.now, request).await;
                self.views.insert(place, taken.map_err(failed("take a view"))?);
                return Ok(());
            }
            Kind::ViewsPack => {
                let views: Vec<ViewId> = row
                    .views()
                    .filter_map(|place| self.views.get(&place).copied())
                    .collect();
                let sent = desk.pass_on_views(entry.now, &views, told.values).await;
                sent.map_err(failed("pass views on"))?.pack
            }
            _ => desk
                .enter(entry.now, told)
                .await
                .map_err(failed("write in a register"))?,
        };
        self.entered.insert(place, id);
        Ok(())
    }

    async fn confirm(&mut self, entry: &Entry) -> Result<(), SampleError> {
        let desk = self.office.desk(entry.by, entry.now, &Written::default()).await?;
        let done = desk.declare_nothing(entry.now, self.office.id(entry.by)).await;
        done.map_err(failed("confirm what was declared"))
    }

    async fn save_backup(&mut self, entry: &Entry) -> Result<(), SampleError> {
        let desk = self.office.desk(entry.by, entry.now, &Written::default()).await?;
        desk.note_backup(entry.now).await.map_err(failed("note a backup"))?;
        self.office.wrote(entry.by, None);
        Ok(())
    }
}
