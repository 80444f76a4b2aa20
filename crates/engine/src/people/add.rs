//! Somebody joins on this device: their own way in, set by them, and the keys that everybody holds.

use evenhand_domain::event::{Event, ServiceEvent};
use evenhand_domain::ids::WorkerId;
use evenhand_domain::worker::{Role, Worker};
use evenhand_vault::phrase::RecoveryCode;
use thiserror::Error;

use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::device::set_up::SetUpError;
use crate::draw;
use crate::keyring;
use crate::now::Now;
use crate::people::person::{NewPerson, SignIn};
use crate::space::{InboxSpace, Space};
use evenhand_domain::date::Day;
use evenhand_domain::event::Inbox;
use evenhand_domain::team::{Declarations, Team};
use evenhand_store::Table;

/// Who joins.
pub struct JoinRequest {
    /// The name colleagues and families use.
    pub name: String,
    /// What they are in the service.
    pub role: Role,
    /// The postcode district they live in (SPS-16); empty where not given.
    pub home_district: String,
    /// Their own telephone, by which their own family is found; empty where not given.
    pub phone: String,
    /// Their own e-mail address; empty where not given.
    pub email: String,
    /// Their way in, typed by them.
    pub sign_in: SignIn,
}

/// Why somebody did not join. Nothing was kept.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum JoinError {
    /// Only the manager adds people.
    #[error("only the manager adds people")]
    ManagerOnly,
    /// The name, the sign-in name or the passphrase cannot be used.
    #[error(transparent)]
    Person(#[from] SetUpError),
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

fn given(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

impl Desk {
    /// The service as it stands: its workers, its inboxes, its newest backup.
    #[must_use]
    pub fn team(&self) -> Team {
        self.read(|book| book.team.clone()).unwrap_or_default()
    }

    /// What a worker declared: for the worker and the manager alone (CAM-19). Others hold a manager's declarations only so
    /// that the check can be made when they open a case, and are never shown them.
    #[must_use]
    pub fn declarations(&self, worker: WorkerId) -> Option<Declarations> {
        let me = self.me().ok()?;
        if me.id != worker && me.role != Role::Manager {
            return None;
        }
        self.read(|book| book.declarations.get(&worker).cloned()).ok().flatten()
    }

    /// Adds somebody on this device, with a sign-in and passphrase set by them and a printed recovery code.
    ///
    /// # Errors
    /// When this person does not manage the service, when a name or the passphrase cannot be used, or when it could not be saved.
    pub async fn add_worker(
        &self,
        now: Now,
        asked: JoinRequest,
        recovery: &RecoveryCode,
    ) -> Result<WorkerId, JoinError> {
        let me = self.me().map_err(SaveError::from)?;
        if me.role != Role::Manager {
            return Err(JoinError::ManagerOnly);
        }
        let name = given(&asked.name).ok_or(SetUpError::PersonNotNamed)?;
        let id = WorkerId::new(draw::id());
        let person = NewPerson::make(id, &self.0.header, asked.sign_in, recovery)?;
        let worker = Worker {
            id,
            name,
            role: asked.role,
            home_district: given(&asked.home_district).map(|district| district.to_uppercase()),
            phone: given(&asked.phone),
            email: given(&asked.email),
        };
        let mut change = Change::new();
        person.join(&mut change, &worker);
        let own = Space::Declarations(id);
        change.mint(own, 1);
        self.grant_all(&mut change, own, me.id)?;
        // A manager's declarations are checked by whoever opens a case; everybody else's by the managers alone.
        let team = self.team();
        let readers = team
            .current()
            .into_iter()
            .filter(|other| asked.role == Role::Manager || other.role == Role::Manager);
        for reader in readers.filter(|other| other.id != me.id) {
            self.grant_all(&mut change, own, reader.id)?;
        }
        let spaces = self.keys_for(asked.role, own)?;
        let first = Space::Inbox(InboxSpace::First);
        let keys = self.with(|open| open.ring.of(first).map(|(epoch, _)| epoch).collect::<Vec<u32>>());
        let keys = keys.map_err(SaveError::from)?;
        if spaces.contains(&first) && !keys.is_empty() {
            let added = ServiceEvent::InboxHolderAdded {
                inbox: Inbox::First,
                worker: id,
                keys,
            };
            change.add(Space::Service, Event::Service(added));
        }
        self.lay_on_ring(&mut change, &person, spaces)?;
        self.save(now, change).await?;
        Ok(id)
    }

    /// What somebody of this role holds from the first day. Everybody holds what the managers declared, so that a case which
    /// they open gets a second holder without a conflict; a manager holds the whole register and the inbox.
    pub(super) fn keys_for(&self, role: Role, own: Space) -> Result<Vec<Space>, SaveError> {
        let mut spaces = vec![Space::Service, Space::Tally, own];
        let declared = self.read(|book| {
            let managers: Vec<WorkerId> = book.team.managers().map(|manager| manager.id).collect();
            let is_held = |worker: &WorkerId| role == Role::Manager || managers.contains(worker);
            book.declarations.keys().copied().filter(is_held).collect::<Vec<_>>()
        })?;
        spaces.extend(declared.into_iter().map(Space::Declarations));
        if role == Role::Manager {
            let practice = self.with(|open| {
                let spaces = open.ring.spaces();
                spaces
                    .filter(|space| matches!(space, Space::Practice(_)))
                    .collect::<Vec<_>>()
            })?;
            spaces.extend(practice);
            spaces.push(Space::Inbox(InboxSpace::First));
        }
        Ok(spaces)
    }

    /// Lays keys on a new person's own ring: they are here and their root is open, so no channel is needed.
    fn lay_on_ring(&self, change: &mut Change, person: &NewPerson, spaces: Vec<Space>) -> Result<(), SaveError> {
        let ring = person.root.ring(self.vault());
        let mut rows = Vec::new();
        self.with(|open| {
            for space in spaces {
                let minted = change
                    .minted
                    .iter()
                    .filter(|(of, _, _)| *of == space)
                    .map(|(_, epoch, key)| (*epoch, key));
                for (epoch, key) in open.ring.of(space).chain(minted) {
                    let label = keyring::label(space, epoch);
                    rows.push((ring.row(&label), ring.seal(&label, key)));
                }
            }
        })?;
        for (row, sealed) in rows {
            change.put(Table::Grants, row, sealed);
        }
        Ok(())
    }

    /// Notes that a worker's details changed. Their role stays.
    ///
    /// # Errors
    /// When this is neither the manager nor the worker, or when it could not be saved.
    pub async fn change_worker(&self, now: Now, worker: Worker) -> Result<(), JoinError> {
        let me = self.me().map_err(SaveError::from)?;
        if me.role != Role::Manager && me.id != worker.id {
            return Err(JoinError::ManagerOnly);
        }
        if worker.name.trim().is_empty() {
            return Err(SetUpError::PersonNotNamed.into());
        }
        let role = self
            .team()
            .members
            .get(&worker.id)
            .map_or(worker.role, |member| member.worker.role);
        let mut change = Change::new();
        let worker = Worker { role, ..worker };
        change.add(Space::Service, Event::Service(ServiceEvent::WorkerChanged { worker }));
        self.save(now, change).await?;
        Ok(())
    }

    /// The newest key of an inbox as it is published, with the day it was made.
    #[must_use]
    pub fn inbox(&self, inbox: Inbox) -> Option<(Vec<u8>, Day)> {
        let team = self.team();
        let newest = team.inboxes.iter().rev().find(|open| open.inbox == inbox);
        newest.map(|open| (open.public.clone(), open.since))
    }
}
