//! First run: a service begins to be kept on this device, with its first manager.

use evenhand_domain::event::{Event, ServiceEvent};
use evenhand_domain::ids::WorkerId;
use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::{Role, Worker};
use evenhand_store::{AnyStore, Table};
use evenhand_vault::device::{DeviceHeader, KdfParams};
use evenhand_vault::ids::VaultId;
use evenhand_vault::phrase::{RecoveryCode, SignInNameError, Strength};
use evenhand_vault::slot::StretchError;
use thiserror::Error;

use crate::change::{Change, SaveError};
use crate::desk::{Desk, Open};
use crate::device::load::Who;
use crate::device::{DeviceError, DeviceState, HEADER, clear, look};
use crate::draw;
use crate::now::Now;
use crate::pace::Pace;
use crate::people::person::{NewPerson, SignIn};
use crate::space::Space;

/// What a first run asks.
pub struct SetUp {
    /// The policy that the service works under.
    pub profile: ProfileId,
    /// The service's name as families know it.
    pub service_name: String,
    /// The manager's name.
    pub manager_name: String,
    /// The manager's way in.
    pub sign_in: SignIn,
}

/// Why a service was not set up. Nothing was kept.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SetUpError {
    /// The device cannot be read.
    #[error(transparent)]
    Device(#[from] DeviceError),
    /// There is a workspace on this device already.
    #[error("there is a workspace on this device already")]
    NotEmpty,
    /// The service has no name.
    #[error("the service has no name")]
    ServiceNotNamed,
    /// The person has no name.
    #[error("the person has no name")]
    PersonNotNamed,
    /// The sign-in name cannot be used.
    #[error(transparent)]
    SignIn(#[from] SignInNameError),
    /// The passphrase is too short or too easy.
    #[error("the passphrase is too easy to guess")]
    PassphraseWeak(Strength),
    /// The device could not stretch the passphrase.
    #[error(transparent)]
    Stretch(#[from] StretchError),
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// Sets a service up on this device. The recovery code was made, printed and typed back before.
///
/// # Errors
/// When a name or the passphrase cannot be used, when there is a workspace already, or when it could not be saved.
pub async fn set_up(store: &AnyStore, now: Now, asked: SetUp, recovery: &RecoveryCode) -> Result<Desk, SetUpError> {
    set_up_with(store, now, asked, recovery, KdfParams::standard()).await
}

/// Sets a service up with a chosen cost of stretching; tests take the lowest.
///
/// # Errors
/// As for [`set_up`].
pub async fn set_up_with(
    store: &AnyStore,
    now: Now,
    asked: SetUp,
    recovery: &RecoveryCode,
    kdf: KdfParams,
) -> Result<Desk, SetUpError> {
    if look(store).await? != DeviceState::Empty {
        return Err(SetUpError::NotEmpty);
    }
    let (service, manager) = (asked.service_name.trim(), asked.manager_name.trim());
    if service.is_empty() {
        return Err(SetUpError::ServiceNotNamed);
    }
    if manager.is_empty() {
        return Err(SetUpError::PersonNotNamed);
    }
    let header = DeviceHeader::make_with(VaultId::make(), kdf);
    let id = WorkerId::new(draw::id());
    let person = NewPerson::make(id, &header, asked.sign_in, recovery)?;
    let worker = Worker {
        id,
        name: manager.to_owned(),
        role: Role::Manager,
        home_district: None,
        phone: None,
        email: None,
    };

    clear(store).await.map_err(SaveError::from)?;
    let mut change = Change::new();
    change.put(Table::Meta, HEADER.to_vec(), header.encode());
    for space in [Space::Service, Space::Tally, Space::Declarations(id)] {
        change.mint(space, 1);
    }
    let set_up = ServiceEvent::SetUp {
        name: service.to_owned(),
        profile: asked.profile,
    };
    change.add(Space::Service, Event::Service(set_up));
    person.join(&mut change, &worker);

    let who = Who {
        vault: header.vault(),
        me: id,
        root: person.root,
        keys: person.keys,
        log_key: person.log_key,
        is_new_log: true,
    };
    let desk = Desk::new(
        store.clone(),
        header,
        Open {
            is_settled: true,
            ..Open::from(who)
        },
        Pace::none(),
    );
    for space in [Space::Service, Space::Tally, Space::Declarations(id)] {
        desk.grant_all(&mut change, space, id)?;
    }
    desk.save(now, change).await?;
    Ok(desk)
}
