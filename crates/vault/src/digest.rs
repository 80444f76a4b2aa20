//! Fingerprints of what is no secret, so that anybody can prove that it is the same.

use sha2::{Digest, Sha256};

/// SHA-256 of some bytes, as any other program works it out.
#[must_use]
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::sha256;

    /// The example of FIPS 180-4.
    #[test]
    fn it_is_what_others_work_out() {
        let hex = sha256(b"abc")
            .iter()
            .fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
        assert_eq!(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
