//! Handing keys to people and taking them away: the walls of the house.

use std::collections::BTreeSet;

use evenhand_domain::case::state::Front;
use evenhand_domain::conflict::{ConflictCheck, ConflictOutcome};
use evenhand_domain::event::{Event, FrontEvent, Inbox, ServiceEvent, WrapRow};
use evenhand_domain::family::Family;
use evenhand_domain::ids::{CaseId, EventId, WorkerId};
use evenhand_policy::conflict;
use evenhand_store::Table;
use evenhand_vault::grant::Channel;
use evenhand_vault::person::PersonCard;
use evenhand_vault::ring::Ring;

use crate::case::check::standing;
use crate::change::{Change, Grant, SaveError};
use crate::desk::{Desk, Open};
use crate::keyring;
use crate::now::Now;
use crate::space::Space;

impl Open {
    /// The ring by which keys go to a worker: one's own, or that of the channel to them.
    pub(crate) fn ring_to(&self, change: &Change, to: WorkerId) -> Option<Ring> {
        let vault = self.vault;
        if to == self.me {
            return Some(self.root.ring(vault));
        }
        let opened = change
            .channels
            .iter()
            .find(|(worker, _)| *worker == to)
            .map(|(_, channel)| channel);
        opened.or_else(|| self.channels.get(&to)).map(Channel::ring)
    }

    /// The first of some workers in whom a check of the family finds nothing, and who did not say that they know it. What was
    /// found before counts where the check finds the same now.
    fn first_free(
        &self,
        now: Now,
        front: &Front,
        family: &Family,
        without: &[WorkerId],
        mut workers: impl Iterator<Item = WorkerId>,
    ) -> Option<WorkerId> {
        workers.find(|worker| {
            let may = !without.contains(worker)
                && !front.ruled_out.contains(worker)
                && front.answers.get(worker) != Some(&true);
            let check = || self.book.check(*worker, family, now.day());
            let is_clear = |check: &ConflictCheck| standing(front.checks.get(worker), check) == ConflictOutcome::Clear;
            may && check().is_ok_and(|check| is_clear(&check))
        })
    }
}

impl Desk {
    /// Sees to it that keys can go to a worker: opens the channel where there is none.
    fn reach(&self, change: &mut Change, to: WorkerId) -> Result<(), SaveError> {
        let vault = self.vault();
        let opened = self.with(|open| {
            if to == open.me || open.channels.contains_key(&to) || change.channels.iter().any(|(w, _)| *w == to) {
                return Ok::<_, SaveError>(None);
            }
            let member = open.book.team.members.get(&to).ok_or(SaveError::NoKey)?;
            let failed = |error: &dyn std::fmt::Display| SaveError::Failed(error.to_string());
            let card = PersonCard::decode(&member.card).map_err(|error| failed(&error))?;
            let (channel, encapsulation) =
                Channel::open_to(&open.keys, &card, vault).map_err(|error| failed(&error))?;
            let row = open.root.row(&channel_purpose(to));
            let kept = channel.seal_under(&open.root, row);
            Ok(Some((open.me, channel, encapsulation, row, kept)))
        })??;
        if let Some((from, channel, encapsulation, row, kept)) = opened {
            change.put(Table::Keys, row.bytes().to_vec(), kept);
            change.channels.push((to, channel));
            change.add(
                Space::Service,
                Event::Service(ServiceEvent::ChannelOpened {
                    from,
                    to,
                    encapsulation,
                }),
            );
        }
        Ok(())
    }

    /// Hands every epoch of a space to a worker; gives the rows that hold it.
    pub(crate) fn grant_all(&self, change: &mut Change, space: Space, to: WorkerId) -> Result<Vec<WrapRow>, SaveError> {
        self.reach(change, to)?;
        let held: Vec<u32> = self.with(|open| open.ring.of(space).map(|(epoch, _)| epoch).collect())?;
        let minted = change
            .minted
            .iter()
            .filter(|(of, _, _)| *of == space)
            .map(|(_, epoch, _)| *epoch);
        let epochs: Vec<u32> = held.into_iter().chain(minted).collect();
        let mut rows = Vec::new();
        for epoch in epochs {
            rows.push(self.grant(change, space, epoch, to)?);
        }
        Ok(rows)
    }

    /// Hands one epoch of a space to a worker.
    pub(crate) fn grant_epoch(
        &self,
        change: &mut Change,
        space: Space,
        epoch: u32,
        to: WorkerId,
    ) -> Result<WrapRow, SaveError> {
        self.reach(change, to)?;
        self.grant(change, space, epoch, to)
    }

    fn grant(&self, change: &mut Change, space: Space, epoch: u32, to: WorkerId) -> Result<WrapRow, SaveError> {
        let row = self.with(|open| {
            change.after.get_or_insert(open.saves);
            open.ring_to(change, to)
                .map(|ring| ring.row(&keyring::label(space, epoch)))
        })?;
        change.grants.push(Grant { space, epoch, to });
        row.map(WrapRow).ok_or(SaveError::NoKey)
    }

    /// Gives a worker the keys of a case. Where somebody lost theirs, or there are none yet, a new epoch begins first, whose
    /// keys go to everybody who still holds the case.
    pub(crate) fn hand_keys(
        &self,
        change: &mut Change,
        now: Now,
        id: CaseId,
        front: &Front,
        to: WorkerId,
    ) -> Result<(), SaveError> {
        let still = |worker: &WorkerId| !change.walled.contains(worker);
        let mut holders: Vec<WorkerId> = front.holders.keys().copied().filter(still).collect();
        let begins = front.epoch == 0 || front.owes_new_keys() || !change.walled.is_empty();
        if begins {
            let mut without = change.walled.clone();
            without.push(to);
            // Whoever is to be the second is held against the family as this change names it: there may have been none before.
            let me = self.with(|open| open.me)?;
            if let Some(second) = self.second_holder(now, &change.named(id, front, (me, now)), &without)?
                && !holders.contains(&second)
            {
                holders.push(second);
            }
            self.begin_epoch(change, id, front.epoch + 1, &holders, to)?;
        }
        let mut rows = self.grant_all(change, Space::Front(id), to)?;
        rows.extend(self.grant_all(change, Space::Case(id), to)?);
        let epoch = front.epoch + u32::from(begins);
        change.add(
            Space::Front(id),
            Event::Front(FrontEvent::HolderAdded {
                worker: to,
                epoch,
                rows,
            }),
        );
        Ok(())
    }

    /// Begins the epoch that a case owes since somebody lost its keys, or since somebody made them who holds none, for those who still hold it: what is written from now on
    /// is nothing that an older copy of those keys opens (SPS-8). Every save passes here, so no verb writes under the old keys.
    pub(crate) fn begin_owed_epochs(&self, change: &mut Change, now: Now) -> Result<(), SaveError> {
        let written: BTreeSet<CaseId> = change
            .events
            .iter()
            .filter_map(|(_, space, _)| match space {
                Space::Front(id) | Space::Case(id) => Some(*id),
                _ => None,
            })
            .collect();
        for id in written {
            let story = Space::Case(id);
            let is_begun = change.minted.iter().any(|(space, _, _)| *space == story);
            // Whoever lays their own keys down with this change makes no keys for the others.
            if is_begun || change.laid_down.contains(&story) || !self.holds(story) {
                continue;
            }
            let owing = self.read(|book| {
                let front = book.cases.get(&id).map(|file| &file.front);
                front.filter(|front| front.owes_new_keys()).cloned()
            })?;
            if let Some(front) = owing {
                let gone = self.read(|book| book.team.who_left(&front))?;
                self.let_go(change, now, id, &front, &gone)?;
            }
        }
        Ok(())
    }

    /// Each case has two holders without a conflict, so that one lost passphrase does not lose it (SPS-15): the manager who is
    /// free of one. Where they said that they know somebody here and named nobody, every manager may be meant: then it is
    /// whoever opens the second inbox, whom the service chose to read what such families send.
    pub(crate) fn second_holder(
        &self,
        now: Now,
        front: &Front,
        without: &[WorkerId],
    ) -> Result<Option<WorkerId>, SaveError> {
        if let Some(manager) = self.free_manager(now, front, without)? {
            return Ok(Some(manager));
        }
        let said = front.family.knows.as_deref();
        if !said.is_some_and(conflict::is_bare_yes) {
            return Ok(None);
        }
        let named = Family {
            knows: None,
            ..front.family.clone()
        };
        Ok(self.with(|open| {
            let seconds = open.book.team.holders_of(Inbox::Second).iter().copied();
            open.first_free(now, front, &named, without, seconds)
        })?)
    }

    /// The manager who is free of a conflict, this person first.
    pub(crate) fn free_manager(
        &self,
        now: Now,
        front: &Front,
        without: &[WorkerId],
    ) -> Result<Option<WorkerId>, SaveError> {
        Ok(self.with(|open| {
            let mut managers: Vec<_> = open.book.team.managers().map(|manager| manager.id).collect();
            managers.sort_by_key(|manager| *manager != open.me);
            open.first_free(now, front, &front.family, without, managers.into_iter())
        })?)
    }

    fn begin_epoch(
        &self,
        change: &mut Change,
        id: CaseId,
        epoch: u32,
        holders: &[WorkerId],
        to: WorkerId,
    ) -> Result<(), SaveError> {
        change.mint(Space::Front(id), epoch);
        change.mint(Space::Case(id), epoch);
        change.add(Space::Front(id), Event::Front(FrontEvent::EpochBegun { epoch }));
        for holder in holders.iter().copied().filter(|holder| *holder != to) {
            let mut rows = self.grant_all(change, Space::Front(id), holder)?;
            rows.extend(self.grant_all(change, Space::Case(id), holder)?);
            change.add(
                Space::Front(id),
                Event::Front(FrontEvent::HolderAdded {
                    worker: holder,
                    epoch,
                    rows,
                }),
            );
        }
        Ok(())
    }

    /// Takes every key of a case from a worker, of every epoch. What they already saw cannot be recalled.
    pub(crate) fn take_keys(&self, change: &mut Change, id: CaseId, front: &Front, from: WorkerId, why: &str) {
        self.take_keys_by(change, id, front, from, (why, None));
    }

    /// The same, with the service's own rule that has it so.
    pub(crate) fn take_keys_by(
        &self,
        change: &mut Change,
        id: CaseId,
        front: &Front,
        from: WorkerId,
        (why, rule): (&str, Option<EventId>),
    ) {
        for row in front.holders.get(&from).into_iter().flatten() {
            change.delete(Table::Grants, row.0.clone());
        }
        change.walled.push(from);
        change.add(
            Space::Front(id),
            Event::Front(FrontEvent::HolderRemoved {
                worker: from,
                why: why.to_owned(),
                rule,
            }),
        );
        let is_own = self.with(|open| {
            change.after.get_or_insert(open.saves);
            open.me == from
        });
        if is_own.unwrap_or(false) {
            change.laid_down.extend([Space::Front(id), Space::Case(id)]);
        }
    }
}

pub(crate) fn channel_purpose(to: WorkerId) -> String {
    format!("channel/{to}")
}
