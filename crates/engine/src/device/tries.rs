//! The growing wait after wrong passphrases. Nothing is ever wiped.

use evenhand_domain::date::Moment;
use evenhand_store::{AnyStore, CommitError, ReadError, Table, Write};

const TRIES: &[u8] = b"tries";
/// Wrong tries before the first wait.
const FREE: u32 = 3;
/// The longest wait, in seconds.
const LONGEST: i64 = 300;

/// How often it was tried in vain, and when last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tries {
    count: u32,
    last: Moment,
}

impl Tries {
    pub(crate) async fn read(store: &AnyStore) -> Result<Self, ReadError> {
        let bytes = store.read(Table::Meta, TRIES).await?.unwrap_or_default();
        let (Some(count), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<8>()) else {
            return Ok(Self::default());
        };
        Ok(Self {
            count: u32::from_le_bytes(*count),
            last: Moment::from_millis(i64::from_le_bytes(*last)),
        })
    }

    /// The tries as this clock tells them. Where it was set back behind the last try, the wait is counted from now on, and kept
    /// so: else it would begin anew with every look at it and never end.
    pub(crate) async fn by_clock(self, store: &AnyStore, now: Moment) -> Result<Self, CommitError> {
        if now >= self.last {
            return Ok(self);
        }
        let counted = Self { last: now, ..self };
        counted.put(store).await?;
        Ok(counted)
    }

    /// Seconds to wait still; a clock that was set back never makes the wait longer than it was.
    pub(crate) fn wait(self, now: Moment) -> u32 {
        let Some(over) = self.count.checked_sub(FREE) else {
            return 0;
        };
        let whole = 5_i64.saturating_mul(1 << over.min(10)).min(LONGEST);
        let passed = (now.millis() - self.last.millis()).max(0) / 1000;
        u32::try_from((whole - passed).clamp(0, LONGEST)).unwrap_or_default()
    }

    pub(crate) async fn note(self, store: &AnyStore, now: Moment) -> Result<Self, CommitError> {
        let next = Self {
            count: self.count.saturating_add(1),
            last: now,
        };
        next.put(store).await?;
        Ok(next)
    }

    async fn put(self, store: &AnyStore) -> Result<(), CommitError> {
        let value = [self.count.to_le_bytes().as_slice(), &self.last.millis().to_le_bytes()].concat();
        store
            .commit(vec![Write::Put {
                table: Table::Meta,
                key: TRIES.to_vec(),
                value,
            }])
            .await
    }

    pub(crate) async fn clear(self, store: &AnyStore) -> Result<(), CommitError> {
        if self.count == 0 {
            return Ok(());
        }
        store
            .commit(vec![Write::Delete {
                table: Table::Meta,
                key: TRIES.to_vec(),
            }])
            .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_and_has_an_end() {
        let at = |count, seconds: i64| {
            Tries {
                count,
                last: Moment::default(),
            }
            .wait(Moment::from_millis(seconds * 1000))
        };
        assert_eq!([at(0, 0), at(2, 0), at(3, 0), at(4, 0), at(5, 0)], [0, 0, 5, 10, 20]);
        assert_eq!((at(40, 0), at(3, 4), at(3, 5)), (300, 1, 0));
        assert_eq!(at(3, -100), 5, "a clock set back makes no longer wait");
    }
}
