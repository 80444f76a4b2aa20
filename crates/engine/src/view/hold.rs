//! Who may read a view. There is no key for all views: each is handed on by itself, so that nobody reads one through their post alone.

use evenhand_domain::conflict::ConflictOutcome;
use evenhand_domain::date::Day;
use evenhand_domain::event::Event;
use evenhand_domain::ids::{ViewId, WorkerId};
use evenhand_domain::register::RegisterEntry;
use evenhand_domain::view::{KeptView, ViewEvent};
use evenhand_domain::worker::Worker;
use evenhand_store::Table;

use super::ViewError;
use super::take::giver;
use crate::book::Book;
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::now::Now;
use crate::space::Space;

impl Book {
    /// What a check of a worker finds between them and the giver, as far as the giver is named; none where it cannot be made.
    fn check_giver(&self, worker: WorkerId, about: &RegisterEntry, today: Day) -> Option<ConflictOutcome> {
        let giver = giver(about);
        if giver.people.is_empty() {
            return Some(ConflictOutcome::Clear);
        }
        self.check(worker, &giver, today).ok().map(|check| check.outcome)
    }

    /// Whether nothing is found between a worker and the giver. A possible match is enough against it, for nobody looks at it here.
    fn is_free_of(&self, worker: WorkerId, about: &RegisterEntry, today: Day) -> bool {
        self.check_giver(worker, about, today) == Some(ConflictOutcome::Clear)
    }

    /// The managers who may read a view, without those whom the giver keeps from it (SPS-15).
    fn managers_for(&self, about: &RegisterEntry, not_for: &[WorkerId], today: Day) -> Vec<WorkerId> {
        let managers = self.team.managers().map(|manager| manager.id);
        managers
            .filter(|id| !not_for.contains(id) && self.is_free_of(*id, about, today))
            .collect()
    }
}

/// Who is to lose a view, and who is to get it.
struct Unsettled {
    barred: Vec<WorkerId>,
    second: Option<WorkerId>,
}

impl Book {
    /// Whether somebody who reads a view may do so no longer, or one person alone reads it who need not.
    fn unsettled(&self, kept: &KeptView, today: Day) -> Option<Unsettled> {
        let about = &kept.view.about;
        let is_barred = |worker: &&WorkerId| {
            let found = self.check_giver(**worker, about, today);
            **worker != kept.by && found.is_some_and(|found| found != ConflictOutcome::Clear)
        };
        let mut barred: Vec<WorkerId> = kept.readers.keys().filter(is_barred).copied().collect();
        let stays = |worker: &&WorkerId| !self.team.has_left(**worker) && !barred.contains(worker);
        let left = kept.readers.keys().filter(stays).count();
        let wants_second = left < 2;
        let mut managers = wants_second
            .then(|| self.managers_for(about, &kept.view.not_for, today))
            .into_iter()
            .flatten();
        let second = managers.find(|id| !kept.readers.contains_key(id));
        // The last who reads it keeps it while nobody else may have it: lost to everybody, it would protect nobody.
        if left == 0 && second.is_none() {
            barred.clear();
        }
        (!barred.is_empty() || second.is_some()).then_some(Unsettled { barred, second })
    }
}

impl Desk {
    /// Who reads a view from the first day: whoever takes it, and the managers.
    pub(super) fn first_readers(
        &self,
        now: Now,
        me: &Worker,
        about: &RegisterEntry,
        not_for: &[WorkerId],
    ) -> Result<Vec<WorkerId>, SaveError> {
        let mut readers = self.read(|book| book.managers_for(about, not_for, now.day()))?;
        if !readers.contains(&me.id) {
            readers.push(me.id);
        }
        Ok(readers)
    }

    /// Adds the keys of a view for a worker.
    pub(super) fn let_read_in(&self, change: &mut Change, id: ViewId, worker: WorkerId) -> Result<(), SaveError> {
        let space = Space::View(id);
        let rows = self.grant_all(change, space, worker)?;
        change.add(space, Event::View(ViewEvent::ReaderAdded { worker, rows }));
        Ok(())
    }

    /// Those who work here and may be let read a view: not yet a reader, and nothing known against it.
    #[must_use]
    pub fn may_be_let_read(&self, now: Now, id: ViewId) -> Vec<Worker> {
        let Some(kept) = self.view(id) else { return Vec::new() };
        let read = self.read(|book| {
            let team = book.team.current().into_iter();
            let free = team.filter(|worker| {
                !kept.readers.contains_key(&worker.id)
                    && !kept.view.not_for.contains(&worker.id)
                    && book.is_free_of(worker.id, &kept.view.about, now.day())
            });
            free.cloned().collect()
        });
        read.unwrap_or_default()
    }

    /// Lets a worker read a view.
    ///
    /// # Errors
    /// When the giver said that they should not, when they may know the giver, when there is no such view, or when it could not be saved.
    pub async fn let_read(&self, now: Now, id: ViewId, worker: WorkerId) -> Result<(), ViewError> {
        if self.view(id).is_none() {
            return Err(ViewError::NoSuchView);
        }
        if !self.may_be_let_read(now, id).iter().any(|one| one.id == worker) {
            return Err(ViewError::NotForThem);
        }
        let mut change = Change::new();
        self.let_read_in(&mut change, id, worker)?;
        self.save(now, change).await?;
        Ok(())
    }

    /// Puts right who reads this person's views: whoever may know a giver by what is known now loses the key, unless they took the view
    /// themself; and what one person alone can read goes to a manager too, so that a lost passphrase does not lose it (SPS-15). Each
    /// is a change of its own, and one that cannot be saved stops no other.
    pub(crate) async fn settle_views(&self, now: Now) -> Result<(), SaveError> {
        let found = self.read(|book| {
            let views = book.views.iter();
            let unsettled = views.filter(|kept| book.unsettled(kept, now.day()).is_some());
            unsettled.map(|kept| kept.id).collect::<Vec<_>>()
        })?;
        let mut failed = None;
        for id in found {
            let done = loop {
                match self.settle_view(now, id).await {
                    Err(SaveError::Overtaken) => {}
                    done => break done,
                }
            };
            failed = failed.or(done.err());
        }
        failed.map_or(Ok(()), Err)
    }

    /// The same of one view, as it stands now.
    async fn settle_view(&self, now: Now, id: ViewId) -> Result<(), SaveError> {
        let found = self.read(|book| {
            let kept = book.views.get(id)?;
            Some((kept.clone(), book.unsettled(kept, now.day())?))
        })?;
        let Some((kept, Unsettled { barred, second })) = found else {
            return Ok(());
        };
        let mut change = Change::new();
        if let Some(second) = second {
            self.let_read_in(&mut change, id, second)?;
        }
        for worker in barred {
            self.take_view_from(&mut change, &kept, worker)?;
        }
        self.commit_wall(now, change).await
    }

    fn take_view_from(&self, change: &mut Change, kept: &KeptView, worker: WorkerId) -> Result<(), SaveError> {
        for row in kept.readers.get(&worker).into_iter().flatten() {
            change.delete(Table::Grants, row.0.clone());
        }
        change.walled.push(worker);
        let space = Space::View(kept.id);
        change.add(space, Event::View(ViewEvent::ReaderRemoved { worker }));
        let is_own = self.with(|open| {
            change.after.get_or_insert(open.saves);
            open.me == worker
        })?;
        if is_own {
            change.laid_down.push(space);
        }
        Ok(())
    }
}
