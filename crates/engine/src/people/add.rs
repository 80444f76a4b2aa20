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
use crate::space::Space;
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

    /// What a worker declared; none where this person may not read it (CAM-19).
    #[must_use]
    pub fn declarations(&self, worker: WorkerId) -> Option<Declarations> {
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
        for manager in self.team().managers().filter(|manager| manager.id != me.id) {
            self.grant_all(&mut change, own, manager.id)?;
        }
        self.lay_on_ring(&mut change, &person, self.keys_for(asked.role, own))?;
        self.save(now, change).await?;
        Ok(id)
    }

    /// What somebody of this role holds from the first day. A manager holds the register and the inbox besides.
    fn keys_for(&self, role: Role, own: Space) -> Vec<Space> {
        let mut spaces = vec![Space::Service, Space::Tally, own];
        if role == Role::Manager {
            let declared = self.read(|book| book.declarations.keys().copied().collect::<Vec<_>>());
            spaces.extend(declared.unwrap_or_default().into_iter().map(Space::Declarations));
            spaces.push(Space::Inbox(crate::space::InboxSpace::First));
        }
        spaces
    }

    /// Lays keys on a new person's own ring: they are here and their root is open, so no channel is needed.
    fn lay_on_ring(&self, change: &mut Change, person: &NewPerson, spaces: Vec<Space>) -> Result<(), SaveError> {
        let ring = person.root.ring(self.vault());
        let mut rows = Vec::new();
        self.with(|open| {
            for space in spaces {
                let minted = change.minted.iter().filter(|(of, _, _)| *of == space).map(|(_, epoch, key)| (*epoch, key));
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
        let role = self.team().members.get(&worker.id).map_or(worker.role, |member| member.worker.role);
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
