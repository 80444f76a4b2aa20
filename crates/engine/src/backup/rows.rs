//! Rows as the inside of a backup: `count u32 | (table u8 | key length u32 | key | value length u32 | value)*`.

use evenhand_store::{Row, Table};
use thiserror::Error;

/// Which tables go into a backup. The device's own header, drafts and caches stay.
pub(crate) const TABLES: [(u8, Table); 5] = [
    (1, Table::Slots),
    (2, Table::Keys),
    (3, Table::Grants),
    (4, Table::Log),
    (5, Table::Blob),
];

/// What stands before all rows: how many there are.
pub(crate) fn begin(count: usize) -> [u8; 4] {
    number(count)
}

/// One row, at the end of these bytes.
pub(crate) fn write(bytes: &mut Vec<u8>, table: Table, row: &Row) {
    let mut known = TABLES.iter();
    let byte = known.find(|(_, known)| *known == table).map_or(0, |(byte, _)| *byte);
    bytes.push(byte);
    for part in [&row.key, &row.value] {
        bytes.extend_from_slice(&number(part.len()));
        bytes.extend_from_slice(part);
    }
}

/// How many bytes [`write()`] adds.
pub(crate) const fn size(row: &Row) -> usize {
    1 + 4 + row.key.len() + 4 + row.value.len()
}

fn number(count: usize) -> [u8; 4] {
    u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes()
}

/// Bytes that are no rows of a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("its rows are not whole")]
pub(crate) struct NotRows;

/// Rows that are read as their bytes come.
#[derive(Default)]
pub(crate) struct Reading {
    /// How many rows are still to come, once that is known.
    left: Option<u32>,
    /// The bytes of a row that is not whole yet.
    bytes: Vec<u8>,
}

impl Reading {
    /// Takes more bytes, and gives each row that is whole.
    pub(crate) fn feed(&mut self, more: &[u8], mut give: impl FnMut(Table, Row)) -> Result<(), NotRows> {
        self.bytes.extend_from_slice(more);
        let mut rest = self.bytes.as_slice();
        if self.left.is_none()
            && let Some((count, after)) = take_number(rest)
        {
            (self.left, rest) = (Some(count), after);
        }
        while let Some(left) = self.left {
            let Some((&byte, after)) = rest.split_first() else {
                break;
            };
            let left = left.checked_sub(1).ok_or(NotRows)?;
            let (_, table) = *TABLES.iter().find(|(known, _)| *known == byte).ok_or(NotRows)?;
            let parts = take_part(after).and_then(|(key, after)| Some((key, take_part(after)?)));
            let Some((key, (value, after))) = parts else { break };
            let (key, value) = (key.to_vec(), value.to_vec());
            give(table, Row { key, value });
            (self.left, rest) = (Some(left), after);
        }
        let read = self.bytes.len() - rest.len();
        self.bytes.drain(..read);
        Ok(())
    }

    /// Says that all rows came, and nothing after them.
    pub(crate) fn finish(&self) -> Result<(), NotRows> {
        (self.left == Some(0) && self.bytes.is_empty())
            .then_some(())
            .ok_or(NotRows)
    }
}

fn take_number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (number, rest) = bytes.split_first_chunk::<4>()?;
    Some((u32::from_le_bytes(*number), rest))
}

fn take_part(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = take_number(bytes)?;
    rest.split_at_checked(usize::try_from(length).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_and_a_part_of_them_does_not() {
        let rows = vec![
            (
                Table::Log,
                Row {
                    key: vec![1; 16],
                    value: vec![7; 300],
                },
            ),
            (
                Table::Grants,
                Row {
                    key: vec![2; 32],
                    value: Vec::new(),
                },
            ),
        ];
        let mut bytes = begin(rows.len()).to_vec();
        for (table, row) in &rows {
            let before = bytes.len();
            write(&mut bytes, *table, row);
            assert_eq!(bytes.len() - before, size(row));
        }
        let read = |bytes: &[u8], size: usize| {
            let (mut reading, mut found) = (Reading::default(), Vec::new());
            for piece in bytes.chunks(size) {
                reading.feed(piece, |table, row| found.push((table, row)))?;
            }
            reading.finish().map(|()| found)
        };
        for size in [1, 3, 50, bytes.len()] {
            assert_eq!(read(&bytes, size), Ok(rows.clone()), "{size} bytes at a time");
        }
        for length in 0..bytes.len() {
            assert_eq!(read(&bytes[..length], 7), Err(NotRows));
        }
        assert_eq!(read(&[bytes.as_slice(), &[0]].concat(), 7), Err(NotRows));
        bytes[4] = 9;
        assert_eq!(read(&bytes, 7), Err(NotRows), "a table that is not known");
    }
}
