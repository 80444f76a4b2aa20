//! HPKE in base mode with the X-Wing KEM: X25519 and ML-KEM-768 together, so that a record which is taken today stays closed later.
//!
//! Base mode authenticates nobody; whoever needs to know the sender checks a signature besides.

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::{Deserializable, HpkeError, Kem, OpModeR, OpModeS, Serializable, setup_receiver, setup_sender};
use zeroize::Zeroizing;

use super::binding::Binding;
use super::key::Key;

/// The size of a public key, in bytes.
pub(crate) const PUBLIC_SIZE: usize = 1216;
/// The size of an encapsulation, in bytes.
pub(crate) const ENCAPSULATION_SIZE: usize = 1120;

type Private = <XWing as Kem>::PrivateKey;
type Public = <XWing as Kem>::PublicKey;
type Encapsulated = <XWing as Kem>::EncappedKey;

/// The private key of a seed, made once where many messages are opened with it: making it takes a fifth of opening a locked file. Wiped
/// on drop, as the library does it; on the heap, as [`Key`] is.
pub(crate) struct Receiver(Box<Private>);

impl Receiver {
    /// The private key that belongs to a seed.
    pub(crate) fn of(seed: &Key) -> Self {
        let Ok(private) = Private::from_bytes(seed.expose()) else {
            unreachable!("any thirty-two bytes are a seed");
        };
        Self(Box::new(private))
    }

    /// Its public key.
    pub(crate) fn public(&self) -> Vec<u8> {
        XWing::sk_to_pk(&self.0).to_bytes().to_vec()
    }

    /// Opens what [`seal_to`] gave.
    pub(crate) fn open(
        &self,
        encapsulation: &[u8],
        info: &Binding,
        bound: &[u8],
        ciphertext: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, HpkeError> {
        let encapsulated = Encapsulated::from_bytes(encapsulation)?;
        let mut context = setup_receiver::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeR::Base,
            &self.0,
            &encapsulated,
            info.bytes(),
        )?;
        context.open(ciphertext, bound).map(Zeroizing::new)
    }
}

/// The public key that belongs to a seed.
pub(crate) fn public_of(seed: &Key) -> Vec<u8> {
    Receiver::of(seed).public()
}

/// Whether bytes are a public key.
pub(crate) fn is_public(bytes: &[u8]) -> bool {
    Public::from_bytes(bytes).is_ok()
}

/// Encapsulates to a public key and exports one secret, for a channel.
pub(crate) fn send_secret(public: &[u8], info: &Binding) -> Result<(Vec<u8>, Key), HpkeError> {
    let public = Public::from_bytes(public)?;
    let (encapsulated, context) =
        setup_sender::<ChaCha20Poly1305, HkdfSha256, XWing>(&OpModeS::Base, &public, info.bytes())?;
    let mut secret = Key::zero();
    context.export(b"evenhand/1/channel", secret.expose_mut())?;
    Ok((encapsulated.to_bytes().to_vec(), secret))
}

/// The secret that [`send_secret`] exported.
pub(crate) fn receive_secret(seed: &Key, encapsulation: &[u8], info: &Binding) -> Result<Key, HpkeError> {
    let private = Private::from_bytes(seed.expose())?;
    let encapsulated = Encapsulated::from_bytes(encapsulation)?;
    let context =
        setup_receiver::<ChaCha20Poly1305, HkdfSha256, XWing>(&OpModeR::Base, &private, &encapsulated, info.bytes())?;
    let mut secret = Key::zero();
    context.export(b"evenhand/1/channel", secret.expose_mut())?;
    Ok(secret)
}

/// Seals one message to a public key: the encapsulation and the ciphertext with its tag.
pub(crate) fn seal_to(
    public: &[u8],
    info: &Binding,
    bound: &[u8],
    plaintext: &[u8],
) -> Result<(Vec<u8>, Vec<u8>), HpkeError> {
    let public = Public::from_bytes(public)?;
    let (encapsulated, mut context) =
        setup_sender::<ChaCha20Poly1305, HkdfSha256, XWing>(&OpModeS::Base, &public, info.bytes())?;
    let ciphertext = context.seal(plaintext, bound)?;
    Ok((encapsulated.to_bytes().to_vec(), ciphertext))
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    fn digits(name: &str) -> Vec<u8> {
        let text = include_str!("../../../../tests/vectors/x-wing.txt");
        let line = text
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '))
            .unwrap();
        data_encoding::HEXLOWER.decode(line.as_bytes()).unwrap()
    }

    #[test]
    fn x_wing_is_the_published_one() {
        let seed = Key::copy_from(&digits("seed")).unwrap();
        assert_eq!(Sha256::digest(public_of(&seed)).to_vec(), digits("public-sha256"));
        let private = Private::from_bytes(seed.expose()).unwrap();
        let encapsulated = Encapsulated::from_bytes(&digits("ciphertext")).unwrap();
        let secret = XWing::decap(&private, None, &encapsulated).unwrap();
        assert_eq!(secret.0.to_vec(), digits("secret"));
    }

    #[test]
    fn another_purpose_or_another_key_gives_another_secret() {
        let (seed, info) = (Key::make(), Binding::new("evenhand/test").u8(1));
        let (encapsulation, sent) = send_secret(&public_of(&seed), &info).unwrap();
        let received = receive_secret(&seed, &encapsulation, &info).unwrap();
        assert!(sent.same(&received));
        let other = receive_secret(&seed, &encapsulation, &Binding::new("evenhand/test").u8(2)).unwrap();
        assert!(!sent.same(&other));
        assert!(!sent.same(&receive_secret(&Key::make(), &encapsulation, &info).unwrap()));
    }
}
