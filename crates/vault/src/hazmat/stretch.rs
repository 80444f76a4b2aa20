//! Argon2id, for what people can remember.

use argon2::{Algorithm, Argon2, Params, Version};

use super::key::Key;

/// Stretches a secret to a key; memory in KiB. An error says that the device could not, or that the numbers are not usable.
pub(crate) fn stretch(
    secret: &[u8],
    salt: &[u8; 16],
    memory_kib: u32,
    passes: u32,
    lanes: u32,
) -> Result<Key, argon2::Error> {
    let params = Params::new(memory_kib, passes, lanes, Some(32))?;
    let mut key = Key::zero();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(secret, salt, key.expose_mut())?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_input_gives_the_same_key_and_any_other_another() {
        let stretched = |secret: &[u8], salt, passes| stretch(secret, &[salt; 16], 19 * 1024, passes, 1).unwrap();
        let key = stretched(b"otter", 1, 2);
        assert!(key.same(&stretched(b"otter", 1, 2)));
        assert!(!key.same(&stretched(b"otters", 1, 2)));
        assert!(!key.same(&stretched(b"otter", 2, 2)));
        assert!(!key.same(&stretched(b"otter", 1, 3)));
        assert!(stretch(b"otter", &[1; 16], 0, 0, 0).is_err());
    }
}
