//! Ed25519, by way of the type that the log uses anyway.

use p2panda_core::{Signature, SigningKey, VerifyingKey};
use zeroize::Zeroizing;

use super::binding::Binding;
use super::random;

/// A new signing key. It is wiped on drop by the crate that holds it.
pub(crate) fn make() -> SigningKey {
    let seed = Zeroizing::new(random::bytes::<32>());
    SigningKey::from_bytes(&seed)
}

/// Signs a binding.
pub(crate) fn sign(key: &SigningKey, bound: &Binding) -> [u8; 64] {
    key.sign(bound.bytes()).to_bytes()
}

/// Whether the signature over a binding is the key's; bytes that are no key have signed nothing.
pub(crate) fn is_signed(public: &[u8; 32], bound: &Binding, signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(public).is_ok_and(|key| key.verify(bound.bytes(), &Signature::from_bytes(signature)))
}
