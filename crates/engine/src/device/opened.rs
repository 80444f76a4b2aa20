//! Opening what the log holds: a row, and one event of it.

use evenhand_domain::date::Day;
use evenhand_domain::event::Event;
use evenhand_vault::OpenError;
use evenhand_vault::ids::{RowId, VaultId};
use evenhand_vault::segment::{SegmentError, StoredOperation, open_segment};
use evenhand_vault::space::EventContext;

use crate::desk::{Fault, Open};
use crate::keyring::Keyring;
use crate::save::space_id;
use crate::space::Space;
use crate::wire::{self, WireError};

/// The operations of one row of the log, or what is wrong with it.
pub(crate) fn open_row(
    ring: &Keyring,
    vault: VaultId,
    row: RowId,
    value: &[u8],
) -> Result<Vec<StoredOperation>, Fault> {
    let mut fault = Fault::EntriesDamaged;
    // Most rows are sealed under the newest key.
    for (_, key) in ring.of(Space::Service).rev() {
        match open_segment(&key.log_seal(), vault, row, value) {
            Ok(operations) => return Ok(operations),
            Err(
                SegmentError::NewerVersion(_)
                | SegmentError::UnknownSuite(_)
                | SegmentError::Seal {
                    source: OpenError::NewerVersion(_) | OpenError::UnknownSuite(_),
                    ..
                },
            ) => fault = Fault::NewerVersion,
            Err(_) => {}
        }
    }
    Err(fault)
}

/// Opens one operation; none where it is not this person's to read, or its body was erased. What should open and does not is a fault.
pub(crate) fn open_event(open: &mut Open, operation: &StoredOperation) -> Option<(Space, Day, Event)> {
    let (space, epoch, key) = open.ring.of_lane(&operation.view.lane)?;
    let body = operation.body.as_ref()?;
    let context = EventContext {
        vault: open.vault,
        space: space_id(space),
        epoch,
        event: operation.view.event,
    };
    let read = key.open_event(&context, body).map_err(|_| Fault::EntriesDamaged);
    let read = read.and_then(|bytes| {
        wire::read(&bytes).map_err(|error| match error {
            WireError::Newer => Fault::NewerVersion,
            WireError::Unreadable(_) => Fault::EntriesDamaged,
        })
    });
    match read {
        Ok((on, event)) => Some((space, on, event)),
        Err(fault) => {
            open.faults.push(fault);
            None
        }
    }
}
