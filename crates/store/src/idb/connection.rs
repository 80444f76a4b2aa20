//! The open database, and letting go of it.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, IdbDatabase};

/// An open database with its two handlers. It closes when dropped.
#[derive(Debug)]
pub(super) struct Connection {
    database: IdbDatabase,
    gone: Rc<Cell<bool>>,
    // Held only so that the browser may call them.
    _on_version_change: Closure<dyn FnMut(Event)>,
    _on_close: Closure<dyn FnMut(Event)>,
}

impl Connection {
    /// Takes the database over.
    pub(super) fn new(database: IdbDatabase) -> Self {
        let gone = Rc::new(Cell::new(false));

        // Another tab wants to delete or upgrade. Whoever does not let go here blocks that tab for as long as this one is open.
        let on_version_change = {
            let (gone, database) = (Rc::clone(&gone), database.clone());
            Closure::<dyn FnMut(Event)>::new(move |_| {
                gone.set(true);
                database.close();
            })
        };
        database.set_onversionchange(Some(on_version_change.as_ref().unchecked_ref()));

        // The browser closed the database itself, as when the user clears the data of this site.
        let on_close = {
            let gone = Rc::clone(&gone);
            Closure::<dyn FnMut(Event)>::new(move |_| gone.set(true))
        };
        database.set_onclose(Some(on_close.as_ref().unchecked_ref()));

        Self {
            database,
            gone,
            _on_version_change: on_version_change,
            _on_close: on_close,
        }
    }

    pub(super) fn database(&self) -> &IdbDatabase {
        &self.database
    }

    pub(super) fn is_gone(&self) -> bool {
        self.gone.get()
    }

    pub(super) fn mark_gone(&self) {
        self.gone.set(true);
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        // The handlers go with this value, so the browser must forget them first.
        self.database.set_onversionchange(None);
        self.database.set_onclose(None);
        self.database.close();
    }
}
