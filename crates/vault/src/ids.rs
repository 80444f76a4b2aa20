//! Opaque identifiers as the vault sees them: sixteen bytes that are bound into what is sealed.
//!
//! The vault knows no domain, so the engine maps the domain's identifiers onto these. None of them is secret.

use std::fmt;

use crate::hazmat::random;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 16]);

        impl $name {
            /// Takes sixteen bytes as they are.
            #[must_use]
            pub const fn new(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// Draws sixteen random bytes.
            #[must_use]
            pub fn make() -> Self {
                Self(random::bytes())
            }

            /// The sixteen bytes.
            #[must_use]
            pub const fn bytes(self) -> [u8; 16] {
                self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "("))?;
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))?;
                write!(f, ")")
            }
        }
    };
}

id! {
    /// The vault of one service: the same on all its devices.
    VaultId
}
id! {
    /// One browser profile on one machine.
    DeviceId
}
id! {
    /// A space with keys of its own: a case's story, a case's front sheet, the service, a worker's declarations, the tallies.
    SpaceId
}
id! {
    /// The key of one row in the store; random, or derived so that it says nothing.
    RowId
}
id! {
    /// One event; its own key is derived from it.
    EventKeyId
}
id! {
    /// One attachment, exchange file or backup.
    BlobId
}

/// How a numbered row begins.
const NUMBERED: [u8; 2] = [u8::MAX; 2];

impl RowId {
    /// A row with a place in the order of saves: `ff ff | number, most significant byte first, 6 | random 8`. Rows of the log are numbered, so
    /// that what came after a snapshot is read without the rest. The number says only which save came after which.
    #[must_use]
    pub fn numbered(number: u64) -> Self {
        let [_, _, number @ ..] = number.to_be_bytes();
        let mut row = random::bytes::<16>();
        row[..2].copy_from_slice(&NUMBERED);
        row[2..8].copy_from_slice(&number);
        Self(row)
    }

    /// The number of a numbered row. A random one from before rows were numbered may look like one, once in 65,536.
    #[must_use]
    pub fn number(self) -> Option<u64> {
        let [first, second, number @ .., _, _, _, _, _, _, _, _] = self.0;
        let mut wide = [0; 8];
        wide[2..].copy_from_slice(&number);
        ([first, second] == NUMBERED).then(|| u64::from_be_bytes(wide))
    }

    /// The first key that a row with this number or a later one may have.
    #[must_use]
    pub fn first_of(number: u64) -> [u8; 16] {
        let [_, _, number @ ..] = number.to_be_bytes();
        let mut row = [0; 16];
        row[..2].copy_from_slice(&NUMBERED);
        row[2..8].copy_from_slice(&number);
        row
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_rows_stand_in_their_order_and_say_their_number() {
        let mut before = RowId::first_of(0);
        for number in [0, 1, 255, 256, 65_536, (1 << 48) - 1] {
            let row = RowId::numbered(number);
            assert_eq!(row.number(), Some(number));
            assert!(row.bytes() >= RowId::first_of(number));
            assert!(row.bytes() > before);
            before = row.bytes();
        }
        assert_eq!(RowId::new([7; 16]).number(), None);
    }
}
