//! Rows as the inside of a backup: `count u32 | (table u8 | key length u32 | key | value length u32 | value)*`.

use evenhand_store::{Row, Table};

/// Which tables go into a backup. The device's own header, drafts and caches stay.
pub(crate) const TABLES: [(u8, Table); 5] = [
    (1, Table::Slots),
    (2, Table::Keys),
    (3, Table::Grants),
    (4, Table::Log),
    (5, Table::Blob),
];

/// Rows that are being written.
pub(crate) struct Writing {
    bytes: Vec<u8>,
    count: usize,
}

impl Writing {
    pub(crate) fn begin() -> Self {
        Self {
            bytes: number(0).to_vec(),
            count: 0,
        }
    }

    pub(crate) fn add(&mut self, table: Table, row: &Row) {
        let mut known = TABLES.iter();
        let byte = known.find(|(_, known)| *known == table).map_or(0, |(byte, _)| *byte);
        self.bytes.push(byte);
        for part in [&row.key, &row.value] {
            self.bytes.extend_from_slice(&number(part.len()));
            self.bytes.extend_from_slice(part);
        }
        self.count += 1;
    }

    pub(crate) fn done(mut self) -> Vec<u8> {
        if let Some(first) = self.bytes.first_chunk_mut() {
            *first = number(self.count);
        }
        self.bytes
    }
}

fn number(count: usize) -> [u8; 4] {
    u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes()
}

/// The rows; none where the bytes are not whole.
pub(crate) fn read(bytes: &[u8]) -> Option<Vec<(Table, Row)>> {
    let (count, mut rest) = take_number(bytes)?;
    let mut rows = Vec::new();
    for _ in 0..count {
        let (byte, after) = rest.split_first()?;
        let table = TABLES.iter().find(|(known, _)| known == byte)?.1;
        let (key, after) = take_part(after)?;
        let (value, after) = take_part(after)?;
        rows.push((
            table,
            Row {
                key: key.to_vec(),
                value: value.to_vec(),
            },
        ));
        rest = after;
    }
    rest.is_empty().then_some(rows)
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
        let mut writing = Writing::begin();
        rows.iter().for_each(|(table, row)| writing.add(*table, row));
        let bytes = writing.done();
        assert_eq!(read(&bytes), Some(rows));
        for length in 0..bytes.len() {
            assert_eq!(read(&bytes[..length]), None);
        }
        assert_eq!(read(&[bytes.as_slice(), &[0]].concat()), None);
    }
}
