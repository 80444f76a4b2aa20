//! An entry is written, changed, struck.

use std::collections::BTreeMap;

use evenhand_domain::event::Event;
use evenhand_domain::family::Standing;
use evenhand_domain::ids::{EventId, WorkerId};
use evenhand_domain::register::{Answer, Fault, Kept, Kind, RegisterEntry, RegisterEvent, Sealed, Writer};
use evenhand_domain::worker::{Role, Worker};
use evenhand_policy::clause::attestable;
use evenhand_policy::group::chair_fault;
use evenhand_policy::identify::{Identified, Known, identify};
use evenhand_policy::profile::{KINDS, fault as own_fault};
use thiserror::Error;

use crate::book::{Book, space_of};
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::now::Now;
use crate::register::draw::numbered;
use crate::space::Space;

/// Why an entry was not kept. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RegisterError {
    /// Answers are missing, are not what their field takes, or a rule is in the way.
    #[error("an answer is missing or cannot stand")]
    Answers(Vec<Fault>),
    /// This person does not write in this register, or not for this worker.
    #[error("this is not yours to write")]
    NotYours,
    /// There is no such entry.
    #[error("there is no such entry")]
    NoSuchEntry,
    /// It was struck already, so it says nothing any more.
    #[error("this entry was struck")]
    Struck,
    /// It has no reason.
    #[error("a reason is asked for")]
    ReasonMissing,
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

fn fault(field: &'static str, what: impl Into<String>) -> RegisterError {
    RegisterError::Answers(vec![Fault {
        field,
        what: what.into(),
    }])
}

/// Whether this person writes such an entry.
fn may_write(me: &Worker, entry: &RegisterEntry) -> bool {
    let is_manager = me.role == Role::Manager;
    let is_own = entry.worker("who") == Some(me.id);
    // Whether a phrase is allowed is the manager's answer, and what it was given for stays as it was asked.
    if entry.kind == Kind::Phrase && !is_manager && !entry.text("allowed").is_empty() {
        return false;
    }
    match entry.kind.register().writer {
        Writer::Manager => is_manager,
        Writer::Everybody => true,
        Writer::OfThemself => is_manager || is_own,
        Writer::ThemselfAlone => is_own,
        Writer::Itself => false,
    }
}

impl Change {
    /// Adds an entry that everybody reads, where there is one to add.
    fn add_entry(&mut self, entry: Option<RegisterEntry>) {
        if let Some(entry) = entry {
            self.add(Space::Service, Event::Register(RegisterEvent::Entered(entry)));
        }
    }
}

impl Book {
    /// What stands in the cases that this person may open; of others nothing is looked at, or the answer itself would tell of them
    /// (LEI-6, LEI-14).
    pub(crate) fn known(&self, now: Now, me: WorkerId) -> Known<'_> {
        let open = self
            .cases
            .values()
            .filter(|file| file.has_story() && file.front.has_answered_no_interest(me));
        let mut known = Known::default();
        for file in open {
            known.codes.push(&file.front.code);
            for one in file.gist.iter().flat_map(|gist| &gist.people) {
                known.people.push(&one.name);
                known.reached.extend(&one.reached);
            }
            for member in &file.front.family.people {
                known.people.push(&member.name);
                let school = member.school.as_ref().map(|school| school.name.as_str());
                known.schools.extend(school);
                let age = member.dob.map(|dob| now.day().years_since(dob));
                let is_young = matches!(member.is, Standing::Child | Standing::YoungPerson);
                known
                    .children
                    .extend(school.filter(|_| is_young).map(|school| (school, age)));
            }
        }
        known
    }

    /// Whom the text of an entry names, of the cases that this person may open.
    pub(crate) fn identified(
        &self,
        now: Now,
        me: WorkerId,
        entry: &RegisterEntry,
    ) -> Option<(&'static str, Identified)> {
        let known = self.known(now, me);
        let open_lines = matches!(
            entry.kind,
            Kind::Agenda
                | Kind::Influence
                | Kind::Sent
                | Kind::Outreach
                | Kind::GroupAction
                | Kind::Interpreter
                | Kind::Phrase
                | Kind::Authority
                | Kind::ViewsPack
        );
        entry.kind.register().fields.iter().find_map(|field| {
            let is_read = match field.answer {
                Answer::Text => true,
                Answer::Line => open_lines,
                _ => false,
            };
            let found = identify(entry.text(field.name), &known);
            found.filter(|_| is_read).map(|found| (field.name, found))
        })
    }
}

impl Desk {
    /// Writes an entry into its register.
    ///
    /// # Errors
    /// When an answer is missing or cannot stand, when this is not this person's to write, or when it could not be saved.
    pub async fn enter(&self, now: Now, entry: RegisterEntry) -> Result<EventId, RegisterError> {
        let me = self.me().map_err(SaveError::from)?;
        let entry = numbered(entry);
        self.judge(now, &me, &entry)?;
        let is_planned = |kept: &Kept| kept.entry.text("held").is_empty() && kept.entry.text("on") == entry.text("on");
        let planned = |book: &Book| book.registers.standing(Kind::Meeting).any(is_planned);
        if entry.kind == Kind::Meeting && self.read(planned).map_err(SaveError::from)? {
            return Err(fault(
                "on",
                "A meeting is planned for this day already. Open it in the list and change it there",
            ));
        }
        let space = space_of(&entry).ok_or(RegisterError::NotYours)?;
        let mut change = Change::new();
        self.open_practice(&mut change, space)?;
        let next = self.next_meeting(&entry);
        let id = change.add(space, Event::Register(RegisterEvent::Entered(entry)));
        change.add_entry(next);
        self.save(now, change).await?;
        Ok(id)
    }

    /// Changes the answers of an entry. Whose it is stays.
    ///
    /// # Errors
    /// As for [`Desk::enter`]; also when there is no such entry, or it was struck.
    pub async fn change_entry(
        &self,
        now: Now,
        of: EventId,
        values: BTreeMap<String, String>,
    ) -> Result<(), RegisterError> {
        let (me, kept) = self.mine_to_change(of)?;
        let entry = RegisterEntry {
            kind: kept.entry.kind,
            values,
        };
        if let (Sealed::Worker(name), true) = (entry.kind.register().sealed, space_of(&entry) != space_of(&kept.entry))
        {
            return Err(fault(
                name,
                "An entry stays with the worker whom it is about. Strike it out and write a new one",
            ));
        }
        self.judge(now, &me, &entry)?;
        let space = space_of(&kept.entry).ok_or(RegisterError::NoSuchEntry)?;
        let mut change = Change::new();
        change.add_entry(self.next_meeting(&entry));
        let changed = RegisterEvent::Changed {
            of,
            values: entry.values,
        };
        change.add(space, Event::Register(changed));
        self.save(now, change).await?;
        Ok(())
    }

    /// Strikes an entry out: it still shows, and counts no more.
    ///
    /// # Errors
    /// When there is no such entry, when this is not this person's to write, without a reason, or when it could not be saved.
    pub async fn strike_entry(&self, now: Now, of: EventId, why: &str) -> Result<(), RegisterError> {
        let (_, kept) = self.mine_to_change(of)?;
        let why = why.trim().to_owned();
        if why.is_empty() {
            return Err(RegisterError::ReasonMissing);
        }
        let space = space_of(&kept.entry).ok_or(RegisterError::NoSuchEntry)?;
        let mut change = Change::new();
        change.add(space, Event::Register(RegisterEvent::Struck { of, why }));
        self.save(now, change).await?;
        Ok(())
    }

    /// Confirms, in one's own name, what the policy asks everybody to confirm once a year (CAM-7, WES-7).
    ///
    /// # Errors
    /// When the policy asks for nothing of the kind, or when it could not be saved.
    pub async fn acknowledge(&self, now: Now) -> Result<EventId, RegisterError> {
        let me = self.me().map_err(SaveError::from)?;
        let words = self.read(|book| book.policy().copied().acknowledgement.join("\n"));
        let entry = RegisterEntry::new(Kind::Acknowledgement)
            .with("who", me.id)
            .with("on", now.day())
            .with("words", words.map_err(SaveError::from)?);
        self.enter(now, entry).await
    }

    /// Whether this person writes in a register, of somebody at least.
    #[must_use]
    pub fn writes_in(&self, kind: Kind) -> bool {
        let writer = kind.register().writer;
        let is_manager = self.me().is_ok_and(|me| me.role == Role::Manager);
        match writer {
            Writer::Manager => is_manager,
            Writer::Everybody | Writer::OfThemself => true,
            Writer::ThemselfAlone | Writer::Itself => false,
        }
    }

    /// Whether this person may change or strike an entry.
    #[must_use]
    pub fn may_change_entry(&self, id: EventId) -> bool {
        self.mine_to_change(id).is_ok()
    }

    /// The day on which the group meets next, as a meeting of its own, so that it stands in the calendar (LEI-12).
    fn next_meeting(&self, held: &RegisterEntry) -> Option<RegisterEntry> {
        let day = held.day("next").filter(|_| held.kind == Kind::Meeting)?;
        let is_there = |book: &Book| {
            let mut meetings = book.registers.standing(Kind::Meeting);
            meetings.any(|kept| kept.about_day() == day)
        };
        let is_there = self.read(is_there).unwrap_or(true);
        let next = RegisterEntry::new(Kind::Meeting).with("what", "Next meeting");
        (!is_there).then(|| next.with("on", day))
    }

    fn mine_to_change(&self, of: EventId) -> Result<(Worker, Kept), RegisterError> {
        let me = self.me().map_err(SaveError::from)?;
        let kept = self.register_entry(of).ok_or(RegisterError::NoSuchEntry)?;
        if kept.struck.is_some() {
            return Err(RegisterError::Struck);
        }
        // What somebody confirmed in their own name stays as they said it, and what was drawn as it was drawn; and what a rule was on
        // a day stays what it was, so that it is changed by another entry alone.
        let stays = matches!(kept.entry.kind, Kind::Acknowledgement | Kind::Draw) || KINDS.contains(&kept.entry.kind);
        if stays || !may_write(&me, &kept.entry) {
            return Err(RegisterError::NotYours);
        }
        Ok((me, kept))
    }

    /// Every rule that an entry meets before it is kept.
    fn judge(&self, now: Now, me: &Worker, entry: &RegisterEntry) -> Result<(), RegisterError> {
        let faults = entry.faults(now.day());
        if !faults.is_empty() {
            return Err(RegisterError::Answers(faults));
        }
        if !may_write(me, entry) {
            return Err(RegisterError::NotYours);
        }
        let policy = self.read(|book| book.policy().copied().id).map_err(SaveError::from)?;
        let can_be_attested = |id: &str| attestable(policy).any(|clause| clause.id == id);
        if entry.kind == Kind::Attestation && !can_be_attested(entry.text("clause")) {
            return Err(fault(
                "clause",
                "Choose a clause of our own policy that nothing but your word can show",
            ));
        }
        self.judge_change(now, entry)?;
        if entry.kind == Kind::Draw && entry.day("since") > entry.day("on") {
            return Err(fault("since", "Enter a day that is not after the day of the draw"));
        }
        let is_own = entry.worker("who") == Some(me.id);
        // Nobody classifies bias that was felt in their own work (WES-12).
        if entry.kind == Kind::PerceivedBias && is_own {
            return Err(fault(
                "who",
                "The worker concerned does not decide what it was. Ask another manager to write this",
            ));
        }
        if let Some((why, clause)) = self
            .read(|book| chair_fault(book.policy().on(now.day()), entry))
            .map_err(SaveError::from)?
        {
            return Err(fault("chair", format!("{why} ({clause})")));
        }
        let found = self
            .read(|book| book.identified(now, me.id, entry))
            .map_err(SaveError::from)?;
        let answer = entry.text("identifies");
        // What is said to the authority (LEI-6) and in the group (LEI-14) shows nobody's case.
        let asks = entry.kind.register().field("identifies").is_some();
        match found {
            Some((field, Identified::Named(what))) => Err(fault(
                field,
                format!("This could show who somebody in a case is: {what}. No case is told here, so take it out."),
            )),
            Some((_, Identified::Perhaps(what))) if answer != "no" && asks => Err(fault(
                "identifies",
                format!("{what} stands in a case too. Take it out, or answer that it cannot show who somebody is"),
            )),
            _ if answer == "yes" => Err(fault(
                "identifies",
                "Take out what shows who somebody is, then answer “No”",
            )),
            _ if entry.kind == Kind::Meeting && !entry.text("minutes").is_empty() && answer.is_empty() => Err(fault(
                "identifies",
                "Read the minutes once more and answer whether they could show who somebody is",
            )),
            _ => Ok(()),
        }
    }

    /// What stands against a change to the policy: a wall that stays, a day that is past, a meeting that was not held.
    fn judge_change(&self, now: Now, entry: &RegisterEntry) -> Result<(), RegisterError> {
        if !KINDS.contains(&entry.kind) {
            return Ok(());
        }
        let copied = self.policy().copied();
        if let Some((field, what)) = own_fault(copied, entry) {
            return Err(fault(field, what));
        }
        if entry.day("from").is_some_and(|from| from < now.day()) {
            return Err(fault(
                "from",
                "Enter today or a day after it: what is past was judged by what held then",
            ));
        }
        let meeting = entry.entry("meeting").and_then(|id| self.register_entry(id));
        if meeting.is_some_and(|kept| kept.entry.text("held") != "yes") {
            return Err(fault("meeting", "Choose a meeting that was held, or leave this open"));
        }
        Ok(())
    }

    /// Makes the keys of a worker's practice with the first entry in it: for the worker, for the managers, and for nobody besides.
    fn open_practice(&self, change: &mut Change, space: Space) -> Result<(), RegisterError> {
        let Space::Practice(worker) = space else { return Ok(()) };
        let team = self.team();
        if !team.members.contains_key(&worker) {
            return Err(RegisterError::NotYours);
        }
        if self.holds(space) {
            return Ok(());
        }
        change.mint(space, 1);
        let mut holders: Vec<WorkerId> = team.managers().map(|manager| manager.id).collect();
        if !holders.contains(&worker) {
            holders.push(worker);
        }
        for holder in holders {
            self.grant_all(change, space, holder)?;
        }
        Ok(())
    }
}
