//! Changing one's own passphrase: a new slot, and the old one is gone. What is sealed stays as it is.

use evenhand_store::Table;
use evenhand_vault::ids::RowId;
use evenhand_vault::phrase::{Passphrase, RecoveryCode, SignInName};
use evenhand_vault::slot::{SlotKind, SlotSecret, seal_slot, stretch};
use thiserror::Error;

use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::device::DeviceError;
use crate::device::set_up::SetUpError;
use crate::device::unlock::open_slot;
use crate::now::Now;
use crate::people::person::{SLOTS, SignIn, WayIn, put_slots, ways_in};
use crate::space::Space;

/// Why a passphrase or recovery code was not changed. The old one still opens.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ChangePassphraseError {
    /// The present name and passphrase are others.
    #[error("that is not your present sign-in name and passphrase")]
    PresentIsWrong,
    /// The new name or passphrase cannot be used.
    #[error(transparent)]
    New(#[from] SetUpError),
    /// The device cannot be read.
    #[error(transparent)]
    Device(#[from] DeviceError),
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl Desk {
    /// Which slots are this person's: the passphrase's, then the recovery code's.
    pub(crate) async fn own_slots(&self) -> Result<(RowId, RowId), ChangePassphraseError> {
        let row = self.with(|open| open.root.row(SLOTS)).map_err(SaveError::from)?;
        let sealed = self
            .0
            .store
            .read(Table::Keys, &row.bytes())
            .await
            .map_err(DeviceError::from)?;
        let missing = || DeviceError::Damaged("the list of your ways in is missing".to_owned());
        let sealed = sealed.ok_or_else(missing)?;
        let both = self
            .with(|open| open.root.open(SLOTS, open.vault, row, &sealed))
            .map_err(SaveError::from)?
            .map_err(|error| DeviceError::Damaged(error.to_string()))?;
        let (first, second) = (both.first_chunk::<16>(), both.last_chunk::<16>());
        match (first, second) {
            (Some(first), Some(second)) => Ok((RowId::new(*first), RowId::new(*second))),
            _ => Err(missing().into()),
        }
    }

    /// Whether these open the workspace for the person who is signed in.
    async fn is_present(&self, present: SignIn) -> Result<bool, ChangePassphraseError> {
        let passphrase = Passphrase::from_input(present.passphrase);
        let Ok(name) = SignInName::from_input(present.name) else {
            return Ok(false);
        };
        let secret = stretch(&name, &passphrase, &self.0.header).map_err(SetUpError::from)?;
        let opened = open_slot(&self.0.store, &self.0.header, &secret).await?;
        let is_me = |opened: &evenhand_vault::slot::OpenedSlot| self.with(|open| open.root.same(&opened.root));
        Ok(opened.is_some_and(|opened| is_me(&opened).unwrap_or(false)))
    }

    /// Changes the sign-in name and passphrase of the person who is signed in.
    ///
    /// # Errors
    /// When the present ones are others, when the new ones cannot be used, or when it could not be saved.
    pub async fn change_passphrase(&self, now: Now, present: SignIn, new: SignIn) -> Result<(), ChangePassphraseError> {
        if !self.is_present(present).await? {
            return Err(ChangePassphraseError::PresentIsWrong);
        }
        let way_in = WayIn::make(&self.0.header, new)?;
        let (old, recovery) = self.own_slots().await?;
        let mut change = Change::new();
        self.with(|open| {
            let (row, sealed) = way_in.slot(&open.root, open.vault);
            change.delete(Table::Slots, old.bytes().to_vec());
            change.put(Table::Slots, row.bytes().to_vec(), sealed);
            put_slots(&mut change, &open.root, open.vault, row, recovery);
            change.add(Space::Service, ways_in(open.me, row, recovery));
        })
        .map_err(SaveError::from)?;
        self.save(now, change).await?;
        Ok(())
    }

    /// Puts a new recovery code in the place of the old one, which opens nothing from then on.
    ///
    /// # Errors
    /// When the present name and passphrase are others, or when it could not be saved.
    pub async fn change_recovery_code(
        &self,
        now: Now,
        present: SignIn,
        code: &RecoveryCode,
    ) -> Result<(), ChangePassphraseError> {
        if !self.is_present(present).await? {
            return Err(ChangePassphraseError::PresentIsWrong);
        }
        let (passphrase, old) = self.own_slots().await?;
        let row = RowId::make();
        let mut change = Change::new();
        self.with(|open| {
            let secret = SlotSecret::from_recovery(code, open.vault);
            let sealed = seal_slot(&secret, &open.root, SlotKind::Recovery, open.vault, row);
            change.delete(Table::Slots, old.bytes().to_vec());
            change.put(Table::Slots, row.bytes().to_vec(), sealed);
            put_slots(&mut change, &open.root, open.vault, passphrase, row);
            change.add(Space::Service, ways_in(open.me, passphrase, row));
        })
        .map_err(SaveError::from)?;
        self.save(now, change).await?;
        Ok(())
    }
}
