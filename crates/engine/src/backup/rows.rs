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

pub(crate) fn write(rows: &[(Table, Row)]) -> Vec<u8> {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes();
    let mut bytes = number(rows.len()).to_vec();
    for (table, row) in rows {
        let byte = TABLES
            .iter()
            .find(|(_, known)| known == table)
            .map_or(0, |(byte, _)| *byte);
        bytes.push(byte);
        for part in [&row.key, &row.value] {
            bytes.extend_from_slice(&number(part.len()));
            bytes.extend_from_slice(part);
        }
    }
    bytes
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
        let bytes = write(&rows);
        assert_eq!(read(&bytes), Some(rows));
        for length in 0..bytes.len() {
            assert_eq!(read(&bytes[..length]), None);
        }
        assert_eq!(read(&[bytes.as_slice(), &[0]].concat()), None);
    }
}
