//! Opening the database, and laying its tables when it is new.

use idb::{
    Database, DatabaseEvent, Event, Factory, ObjectStoreParams, Request,
    event::{OpenDatabaseRequestEvent, VersionChangeEvent},
};

use super::{IdbStore, connection::Connection, fault::Fault};
use crate::{OpenError, Table, answer::answer};

/// The version of the tables: raise it when [`Table`] gains one. A browser refuses to open what a higher version has written.
const VERSION: u32 = 1;

impl IdbStore {
    pub(crate) async fn open(name: &str) -> Result<Self, OpenError> {
        Self::open_version(name, VERSION).await
    }

    /// Deletes the database; the browser tells every open connection first, and ours let go.
    pub(crate) async fn delete(name: &str) -> Result<(), OpenError> {
        let factory = Factory::new().map_err(|_| OpenError::Refused)?;
        let mut request = factory.delete(name).map_err(Fault::from)?;
        let (giver, answer) = answer();
        request.on_blocked({
            let giver = giver.clone();
            move |_| {
                giver.give(Err(OpenError::BlockedByOtherTab));
            }
        });
        request.on_error({
            let giver = giver.clone();
            move |_| {
                giver.give(Err(OpenError::Other("the browser did not delete it".to_owned())));
            }
        });
        request.on_success(move |_| {
            giver.give(Ok(()));
        });
        request.forget_callbacks();
        answer.await
    }

    pub(super) async fn open_version(name: &str, version: u32) -> Result<Self, OpenError> {
        let factory = Factory::new().map_err(|_| OpenError::Refused)?;
        let mut request = factory.open(name, Some(version)).map_err(Fault::from)?;
        let (giver, answer) = answer();

        request.on_upgrade_needed(|event| {
            if lay_tables(&event).is_err() {
                // Half the tables would be worse than none. The request now ends with an error, and the next opening tries again.
                give_up(&event);
            }
        });
        request.on_blocked({
            let giver = giver.clone();
            move |_| {
                giver.give(Err(OpenError::BlockedByOtherTab));
            }
        });
        request.on_error({
            let giver = giver.clone();
            move |event| {
                giver.give(Err(why(&event).into()));
            }
        });
        request.on_success(move |event| {
            // When the caller has gone, or was told that another tab blocks, nobody takes the store: it is dropped, and so closes.
            giver.give(take_over(&event));
        });

        // A request that was blocked lives on after this future has ended, and would make a database without tables if its handlers
        // were gone. So the handlers are left to the page; it opens its store once.
        request.forget_callbacks();
        answer.await
    }
}

fn lay_tables(event: &VersionChangeEvent) -> Result<(), idb::Error> {
    let database = event.database()?;
    let present = database.store_names();
    for table in Table::ALL {
        if !present.iter().any(|name| name == table.name()) {
            database.create_object_store(table.name(), ObjectStoreParams::new())?;
        }
    }
    Ok(())
}

fn give_up(event: &VersionChangeEvent) {
    if let Some(transaction) = event.target().ok().and_then(|request| request.transaction()) {
        // Where even this fails the transaction has ended already, and nothing is left to undo.
        let _ = transaction.abort();
    }
}

fn why(event: &OpenDatabaseRequestEvent) -> Fault {
    match event.target().and_then(|request| request.error()) {
        Ok(exception) => Fault::aborted(exception),
        Err(error) => error.into(),
    }
}

fn take_over(event: &OpenDatabaseRequestEvent) -> Result<IdbStore, OpenError> {
    let database: Database = event.database().map_err(Fault::from)?;
    let present = database.store_names();
    let missing = Table::ALL
        .iter()
        .any(|table| !present.iter().any(|name| name == table.name()));
    let connection = Connection::new(database.into());
    if missing {
        return Err(OpenError::Damaged("a table is missing".to_owned()));
    }
    Ok(IdbStore {
        connection: connection.into(),
    })
}
