//! The tables that the store keeps.

/// One table: an ordered map from key bytes to value bytes.
///
/// To the store the names mean nothing; what each table holds is the business of the layers above. On the disk a table bears one
/// letter, so that whoever looks at the browser's storage learns from the names no more than from the sealed bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// What must be read before anything can be opened: salts, suite, format version.
    Meta,
    /// One row for each way of unlocking.
    Slots,
    /// Wrapped keys.
    Keys,
    /// What passes keys from one person to another.
    Grants,
    /// The sealed log, the one source of truth.
    Log,
    /// Snapshots: caches that can be built again from the log.
    Snap,
    /// Large sealed payloads.
    Blob,
    /// Sealed unfinished work.
    Draft,
    /// Sealed arrivals that nobody has taken in yet.
    Inbox,
}

impl Table {
    /// Every table, in the order of the names on the disk.
    pub const ALL: [Self; 9] = [
        Self::Meta,
        Self::Slots,
        Self::Keys,
        Self::Grants,
        Self::Log,
        Self::Snap,
        Self::Blob,
        Self::Draft,
        Self::Inbox,
    ];

    /// The name on the disk: one letter from `"a"` to `"i"`. It is part of the stored format and never changes.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Meta => "a",
            Self::Slots => "b",
            Self::Keys => "c",
            Self::Grants => "d",
            Self::Log => "e",
            Self::Snap => "f",
            Self::Blob => "g",
            Self::Draft => "h",
            Self::Inbox => "i",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn names_on_the_disk_are_single_letters_in_order() {
        let names: String = Table::ALL.iter().map(|table| table.name()).collect();
        assert_eq!(names, "abcdefghi");
        assert!(Table::ALL.is_sorted());
    }
}
