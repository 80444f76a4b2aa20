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
