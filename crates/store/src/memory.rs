//! A store that forgets everything with the page: for tests, and for trying the software out.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;

use crate::{CommitError, ReadError, Row, Table, Write};

/// When, in a commit, the power fails. A transaction is all or nothing, so these are the only two outcomes there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PowerLoss {
    /// Before the last byte is safe: nothing of the commit is there afterwards.
    BeforeSafe,
    /// After the last byte is safe, but before anybody is told: all of the commit is there afterwards.
    AfterSafe,
}

/// A store in memory. Clones share the rows; cheap to clone.
///
/// It behaves as the browser's storage does (the contract tests hold both to it), and it can be told to go wrong, so that the layers
/// above can be tested against a full disk, a failing battery and a user who clears the browser's data.
#[derive(Debug, Clone)]
pub struct MemoryStore {
    disk: Rc<RefCell<Disk>>,
    opened_in: u64,
}

#[derive(Debug, Default)]
struct Disk {
    rows: BTreeMap<(Table, Vec<u8>), Vec<u8>>,
    // Counts the times that the disk was pulled from under the open stores; a store opened in an earlier era is gone.
    era: u64,
    next_commit: Option<Mishap>,
    // So many commits go through before the mishap.
    passing: u32,
    // Whether many rows are read on a later turn than that on which they were asked for.
    answers_later: bool,
    // How often many rows were read at once.
    times_read: u64,
}

#[derive(Debug)]
enum Mishap {
    Fail(CommitError),
    LosePower(PowerLoss),
}

impl Disk {
    fn still_open(&self, store: &MemoryStore) -> Option<()> {
        (self.era == store.opened_in).then_some(())
    }

    fn pull(&mut self) {
        self.era += 1;
        self.next_commit = None;
        self.passing = 0;
    }

    fn apply(&mut self, writes: Vec<Write>) {
        for write in writes {
            match write {
                Write::Put { table, key, value } => {
                    self.rows.insert((table, key), value);
                }
                Write::Delete { table, key } => {
                    self.rows.remove(&(table, key));
                }
                Write::DeletePrefix { table, prefix } => {
                    self.rows
                        .retain(|(of, key), _| *of != table || !key.starts_with(&prefix));
                }
            }
        }
    }
}

impl Default for MemoryStore {
    fn default() -> Self {
        Self::new()
    }
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self {
            disk: Rc::default(),
            opened_in: 0,
        }
    }

    /// Opens the same rows again, as a page does after a reload. Works on a store that is gone, too.
    #[must_use]
    pub fn reopen(&self) -> Self {
        Self {
            disk: Rc::clone(&self.disk),
            opened_in: self.disk.borrow().era,
        }
    }

    /// Every stored row, table by table in the order of [`Table::ALL`], then in the order of the keys: the raw bytes, for tests that look
    /// for what must not be there. Works on a store that is gone, too.
    #[must_use]
    pub fn rows(&self) -> Vec<(Table, Row)> {
        let disk = self.disk.borrow();
        disk.rows
            .iter()
            .map(|((table, key), value)| {
                (
                    *table,
                    Row {
                        key: key.clone(),
                        value: value.clone(),
                    },
                )
            })
            .collect()
    }

    /// Makes the next commit or erasure by any clone write nothing and end with this error. The one after that works again.
    pub fn fail_next_commit(&self, error: CommitError) {
        self.fail_commit_after(0, error);
    }

    /// The same of the commit or erasure after so many more.
    pub fn fail_commit_after(&self, passing: u32, error: CommitError) {
        let mut disk = self.disk.borrow_mut();
        disk.next_commit = Some(Mishap::Fail(error));
        disk.passing = passing;
    }

    /// Takes a mishap back that did not come yet.
    pub fn fail_no_commit(&self) {
        let mut disk = self.disk.borrow_mut();
        disk.next_commit = None;
        disk.passing = 0;
    }

    /// Makes the power fail in the next commit or erasure by any clone. That one ends with [`CommitError::Gone`], every store on these rows is
    /// gone, and [`reopen`](Self::reopen) shows what survived: all of it or nothing.
    pub fn lose_power_in_next_commit(&self, when: PowerLoss) {
        let mut disk = self.disk.borrow_mut();
        disk.next_commit = Some(Mishap::LosePower(when));
        disk.passing = 0;
    }

    /// Deletes everything underneath the open stores, as a user does who clears the browser's data. They are all gone afterwards.
    pub fn delete_underneath(&self) {
        let mut disk = self.disk.borrow_mut();
        disk.rows.clear();
        disk.pull();
    }

    /// From now on many rows are read on a later turn than that on which they were asked for, as a browser reads them: others go on
    /// meanwhile.
    pub fn answer_later(&self) {
        self.disk.borrow_mut().answers_later = true;
    }

    /// How often many rows were read at once ([`AnyStore::read_many`](crate::AnyStore::read_many)).
    #[must_use]
    pub fn times_read(&self) -> u64 {
        self.disk.borrow().times_read
    }

    pub(crate) fn read(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, ReadError> {
        let disk = self.disk.borrow();
        disk.still_open(self).ok_or(ReadError::Gone)?;
        Ok(disk.rows.get(&(table, key.to_vec())).cloned())
    }

    pub(crate) fn read_prefix(&self, table: Table, prefix: &[u8]) -> Result<Vec<Row>, ReadError> {
        let disk = self.disk.borrow();
        disk.still_open(self).ok_or(ReadError::Gone)?;
        Ok(disk
            .rows
            .range((table, prefix.to_vec())..)
            .take_while(|((of, key), _)| *of == table && key.starts_with(prefix))
            .map(|((_, key), value)| Row {
                key: key.clone(),
                value: value.clone(),
            })
            .collect())
    }

    pub(crate) async fn read_many(&self, table: Table, keys: &[Vec<u8>]) -> Result<Vec<Option<Vec<u8>>>, ReadError> {
        let mut waits = {
            let mut disk = self.disk.borrow_mut();
            disk.times_read += 1;
            disk.answers_later
        };
        poll_fn(|turn| {
            if std::mem::take(&mut waits) {
                turn.waker().wake_by_ref();
                return Poll::Pending;
            }
            Poll::Ready(())
        })
        .await;
        keys.iter().map(|key| self.read(table, key)).collect()
    }

    pub(crate) fn read_keys(&self, table: Table, prefix: &[u8]) -> Result<Vec<Vec<u8>>, ReadError> {
        let rows = self.read_prefix(table, prefix)?;
        Ok(rows.into_iter().map(|row| row.key).collect())
    }

    pub(crate) fn read_from(&self, table: Table, first: &[u8], most: u32) -> Result<Vec<Row>, ReadError> {
        let mut rows = self.read_prefix(table, &[])?;
        rows.retain(|row| row.key.as_slice() >= first);
        rows.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        Ok(rows)
    }

    pub(crate) fn count(&self, table: Table) -> Result<u32, ReadError> {
        let rows = self.read_prefix(table, &[])?;
        Ok(u32::try_from(rows.len()).unwrap_or(u32::MAX))
    }

    pub(crate) fn commit(&self, writes: Vec<Write>) -> Result<(), CommitError> {
        if writes.is_empty() {
            return self.disk.borrow().still_open(self).ok_or(CommitError::Gone);
        }
        self.change(|disk| disk.apply(writes))
    }

    pub(crate) fn erase_everything(&self) -> Result<(), CommitError> {
        self.change(|disk| disk.rows.clear())
    }

    fn change(&self, change: impl FnOnce(&mut Disk)) -> Result<(), CommitError> {
        let mut disk = self.disk.borrow_mut();
        disk.still_open(self).ok_or(CommitError::Gone)?;
        if disk.passing > 0 {
            disk.passing -= 1;
            change(&mut disk);
            return Ok(());
        }
        match disk.next_commit.take() {
            None => {
                change(&mut disk);
                Ok(())
            }
            Some(Mishap::Fail(error)) => Err(error),
            Some(Mishap::LosePower(when)) => {
                if when == PowerLoss::AfterSafe {
                    change(&mut disk);
                }
                disk.pull();
                Err(CommitError::Gone)
            }
        }
    }
}

#[cfg(test)]
mod tests;
