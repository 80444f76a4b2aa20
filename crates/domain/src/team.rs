//! The service as it stands: its workers, what they declared, its inboxes.

use std::collections::{BTreeMap, BTreeSet};

use crate::case::attachment::Attachment;
use crate::case::state::Front;
use crate::date::{Day, Moment};
use crate::event::{DeclarationEvent, Entry, Inbox, ServiceEvent, WayIn, WrapRow};
use crate::ids::{InterestId, WorkerId};
use crate::interest::{Interest, InterestKind};
use crate::profile::ProfileId;
use crate::worker::{Role, Worker};

/// A worker and the public card that keys are wrapped to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub worker: Worker,
    /// Their public card, encoded.
    pub card: Vec<u8>,
    /// The day they joined: what is owed at intervals is counted from it.
    pub joined_on: Day,
    /// The day they left, where they have.
    pub left_on: Option<Day>,
}

/// An inbox whose public key was or will be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenInbox {
    /// Which.
    pub inbox: Inbox,
    /// The public key, encoded.
    pub public: Vec<u8>,
    /// Who can open it.
    pub holders: Vec<WorkerId>,
    /// The day it was made.
    pub since: Day,
}

/// The settings of the national register, as they are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptSchools {
    /// Where they lie sealed.
    pub file: Attachment,
    /// The local authorities or districts that were asked for.
    pub areas: Vec<String>,
    /// How many settings.
    pub count: u32,
    /// The day on which they were brought in.
    pub on: Day,
}

/// The service as it stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Team {
    /// Its name as families know it.
    pub name: String,
    /// The policy it works under.
    pub profile: Option<ProfileId>,
    /// The day on which it began to be kept here.
    pub since: Option<Day>,
    /// Everybody who works or worked here.
    pub members: BTreeMap<WorkerId, Member>,
    /// Whose log each signing key is, with its certificate.
    pub logs: BTreeMap<[u8; 32], (WorkerId, Vec<u8>)>,
    /// Every channel over which one worker wraps keys to another: from, to, encapsulation.
    pub channels: Vec<(WorkerId, WorkerId, Vec<u8>)>,
    /// The slot of each worker's recovery code.
    pub recovery_slots: BTreeMap<WorkerId, [u8; 16]>,
    /// The slot of each worker's passphrase, where it is known.
    pub sign_in_slots: BTreeMap<WorkerId, WrapRow>,
    /// The ways in of those who left, as they were set aside.
    pub set_aside: BTreeMap<WorkerId, Vec<WayIn>>,
    /// Every inbox, newest last.
    pub inboxes: Vec<OpenInbox>,
    /// When the newest backup was saved.
    pub last_backup: Option<Moment>,
    /// The settings of the national register, where they were brought in.
    pub schools: Option<KeptSchools>,
    /// Digests of the locked files that were brought in.
    pub files: BTreeSet<[u8; 32]>,
}

impl Team {
    /// Whether somebody may write such an event. Whoever holds the service's key can seal any, with a program of their own: nobody
    /// makes themself a manager by it, or the holder of an inbox, and so of other people's cases (SPS-15).
    #[must_use]
    pub fn may_write(&self, by: WorkerId, event: &ServiceEvent) -> bool {
        let role = |worker| self.members.get(worker).map(|member| member.worker.role);
        let is_manager = role(&by) == Some(Role::Manager);
        match event {
            ServiceEvent::SetUp { .. } => self.profile.is_none(),
            // Whoever sets the service up is its first manager.
            ServiceEvent::WorkerJoined { .. } => is_manager || self.members.is_empty(),
            ServiceEvent::WorkerChanged { worker } => {
                (is_manager || worker.id == by) && role(&worker.id) == Some(worker.role)
            }
            ServiceEvent::RecoverySet { worker, .. } => is_manager || *worker == by,
            ServiceEvent::ChannelOpened { from, .. } => *from == by,
            ServiceEvent::WorkerLeft { .. }
            | ServiceEvent::WorkerCameBack { .. }
            | ServiceEvent::InboxOpened { .. }
            | ServiceEvent::InboxHolderAdded { .. }
            | ServiceEvent::SchoolsKept { .. } => is_manager,
            // The certificate says whose log it is.
            ServiceEvent::LogBegun { .. }
            | ServiceEvent::BackupSaved
            | ServiceEvent::BackupRestored
            | ServiceEvent::FileBroughtIn { .. } => true,
        }
    }

    /// The service after one more event. Events come in the order of the log.
    pub fn apply(&mut self, entry: &Entry<ServiceEvent>) {
        match &entry.event {
            ServiceEvent::SetUp { name, profile } => {
                self.name.clone_from(name);
                self.profile = Some(*profile);
                self.since = Some(entry.on);
            }
            ServiceEvent::WorkerJoined { worker, card } => {
                let member = Member {
                    worker: worker.clone(),
                    card: card.clone(),
                    joined_on: entry.on,
                    left_on: None,
                };
                self.members.insert(worker.id, member);
            }
            ServiceEvent::RecoverySet { worker, slot, sign_in } => {
                self.recovery_slots.insert(*worker, *slot);
                if let Some(sign_in) = sign_in {
                    self.sign_in_slots.insert(*worker, sign_in.clone());
                }
            }
            ServiceEvent::WorkerChanged { worker } => {
                if let Some(member) = self.members.get_mut(&worker.id) {
                    member.worker = worker.clone();
                }
            }
            ServiceEvent::LogBegun {
                worker,
                key,
                certificate,
            } => {
                self.logs.insert(*key, (*worker, certificate.clone()));
            }
            ServiceEvent::WorkerLeft { worker, ways_in } => {
                if let Some(member) = self.members.get_mut(worker) {
                    member.left_on = Some(entry.on);
                }
                self.set_aside.insert(*worker, ways_in.clone());
            }
            ServiceEvent::WorkerCameBack { worker } => {
                if let Some(member) = self.members.get_mut(worker) {
                    member.left_on = None;
                }
                self.set_aside.remove(worker);
            }
            ServiceEvent::InboxOpened { inbox, public, holders } => self.inboxes.push(OpenInbox {
                inbox: *inbox,
                public: public.clone(),
                holders: holders.clone(),
                since: entry.on,
            }),
            ServiceEvent::InboxHolderAdded { inbox, worker, keys } => {
                let same = self.inboxes.iter_mut().filter(|open| open.inbox == *inbox);
                for (_, open) in (1..).zip(same).filter(|(number, _)| keys.contains(number)) {
                    if !open.holders.contains(worker) {
                        open.holders.push(*worker);
                    }
                }
            }
            // All that is here on the day of a restore is in the file that it came from.
            ServiceEvent::BackupSaved | ServiceEvent::BackupRestored => self.last_backup = Some(entry.at),
            ServiceEvent::ChannelOpened {
                from,
                to,
                encapsulation,
            } => {
                self.channels.push((*from, *to, encapsulation.clone()));
            }
            ServiceEvent::SchoolsKept { file, areas, count } => {
                self.schools = Some(KeptSchools {
                    file: file.clone(),
                    areas: areas.clone(),
                    count: *count,
                    on: entry.on,
                });
            }
            ServiceEvent::FileBroughtIn { digest } => {
                self.files.insert(*digest);
            }
        }
    }

    /// Those who work here now, by name.
    #[must_use]
    pub fn current(&self) -> Vec<&Worker> {
        let mut workers: Vec<_> = self
            .members
            .values()
            .filter(|member| member.left_on.is_none())
            .map(|member| &member.worker)
            .collect();
        workers.sort_by(|a, b| a.name.to_lowercase().cmp(&b.name.to_lowercase()).then(a.id.cmp(&b.id)));
        workers
    }

    /// Those who manage the service now.
    pub fn managers(&self) -> impl Iterator<Item = &Worker> {
        self.members
            .values()
            .filter(|member| member.left_on.is_none() && member.worker.role == Role::Manager)
            .map(|member| &member.worker)
    }

    /// Those who worked here and left, by name, each with the day they left.
    #[must_use]
    pub fn former(&self) -> Vec<(&Worker, Day)> {
        let mut left: Vec<_> = self
            .members
            .values()
            .filter_map(|member| Some((&member.worker, member.left_on?)))
            .collect();
        left.sort_by_cached_key(|(worker, _)| (worker.name.to_lowercase(), worker.id));
        left
    }

    /// Whether a worker left.
    #[must_use]
    pub fn has_left(&self, worker: WorkerId) -> bool {
        self.members.get(&worker).is_some_and(|member| member.left_on.is_some())
    }

    /// Those who hold a case and work here. Whoever left holds nothing that counts, even where nobody took their keys away yet.
    pub fn who_hold<'a>(&'a self, front: &'a Front) -> impl Iterator<Item = WorkerId> + 'a {
        front.holders.keys().copied().filter(|holder| !self.has_left(*holder))
    }

    /// Those who left and whose keys of a case nobody took away yet.
    #[must_use]
    pub fn who_left(&self, front: &Front) -> Vec<WorkerId> {
        let holders = front.holders.keys().copied();
        holders.filter(|holder| self.has_left(*holder)).collect()
    }

    /// Those who hold the newest key of an inbox; nobody where there is none.
    #[must_use]
    pub fn holders_of(&self, inbox: Inbox) -> &[WorkerId] {
        let newest = self.inboxes.iter().rev().find(|open| open.inbox == inbox);
        newest.map_or(&[], |open| &open.holders)
    }

    /// Those who are asked to hold a case besides its worker: the managers, and whoever opens the second inbox (SPS-15).
    pub fn may_hold_second(&self) -> impl Iterator<Item = WorkerId> {
        let managers = self.managers().map(|manager| manager.id);
        managers.chain(self.holders_of(Inbox::Second).iter().copied())
    }

    /// Whether a worker can open what is locked with the newest key of an inbox.
    #[must_use]
    pub fn opens_inbox(&self, inbox: Inbox, worker: WorkerId) -> bool {
        self.holders_of(inbox).contains(&worker)
    }

    /// The worker's name, or a word where nobody of that id is known.
    #[must_use]
    pub fn name_of(&self, worker: WorkerId) -> &str {
        self.members
            .get(&worker)
            .map_or("somebody", |member| member.worker.name.as_str())
    }
}

/// What one worker declared, as it stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Declarations {
    /// Each interest with the day it was declared.
    pub interests: BTreeMap<InterestId, (Interest, Day)>,
    /// The day of the newest declaration, nil declarations included (CAM-20).
    pub last_declared: Option<Day>,
}

impl Declarations {
    /// The declarations after one more event.
    pub fn apply(&mut self, entry: &Entry<DeclarationEvent>) {
        match &entry.event {
            DeclarationEvent::InterestDeclared { id, interest } => {
                self.interests.insert(*id, (interest.clone(), entry.on));
            }
            DeclarationEvent::InterestEnded { id, to } => {
                if let Some((interest, _)) = self.interests.get_mut(id) {
                    interest.to = Some(*to);
                }
            }
            DeclarationEvent::SchoolKnown { id, school: known } => {
                let interest = self.interests.get_mut(id).map(|(interest, _)| &mut interest.kind);
                if let Some(InterestKind::SchoolPost { school, .. } | InterestKind::OwnChildSchool { school }) =
                    interest
                {
                    school.clone_from(known);
                }
                return;
            }
            DeclarationEvent::NothingToDeclare => {}
        }
        self.last_declared = Some(entry.on);
    }

    /// The interests alone.
    #[must_use]
    pub fn list(&self) -> Vec<Interest> {
        self.interests.values().map(|(interest, _)| interest.clone()).collect()
    }
}
