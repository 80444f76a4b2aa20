//! What our headers say beyond p2panda's own fields, as one string of bytes.

use std::fmt;

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Entry;
use crate::hazmat::VERSION;
use crate::hazmat::read::Reader;
use crate::ids::EventKeyId;

/// `version u8 | milliseconds u64 | lane 16 | event 16`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark(pub(super) Entry);

impl Mark {
    fn encode(self) -> [u8; 41] {
        let mut bytes = [0; 41];
        bytes[0] = VERSION;
        bytes[1..9].copy_from_slice(&self.0.time_ms.to_le_bytes());
        bytes[9..25].copy_from_slice(&self.0.lane);
        bytes[25..].copy_from_slice(&self.0.event.bytes());
        bytes
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        if reader.u8()? != VERSION {
            return None;
        }
        let entry = Entry {
            time_ms: reader.u64()?,
            lane: reader.array()?,
            event: EventKeyId::new(reader.array()?),
        };
        reader.is_done().then_some(Self(entry))
    }
}

impl Serialize for Mark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.encode())
    }
}

impl<'de> Deserialize<'de> for Mark {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = Octets::deserialize(deserializer)?;
        Self::decode(&bytes.0).ok_or_else(|| Error::custom("the header's mark is of another version or length"))
    }
}

/// A string of bytes, however the decoder hands it over.
pub(super) struct Octets(pub(super) Vec<u8>);

impl<'de> Deserialize<'de> for Octets {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OctetsVisitor;

        impl<'de> Visitor<'de> for OctetsVisitor {
            type Value = Octets;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string of bytes")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Octets, E> {
                Ok(Octets(bytes.to_vec()))
            }

            fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<Octets, E> {
                Ok(Octets(bytes))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<Octets, A::Error> {
                Err(A::Error::custom("a list where a string of bytes should be"))
            }
        }

        deserializer.deserialize_bytes(OctetsVisitor)
    }
}
