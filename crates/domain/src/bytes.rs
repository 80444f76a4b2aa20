//! Bytes inside JSON: two hexadecimal digits each, rather than an array of numbers.

use serde::{Deserialize, Deserializer, Serializer};

/// Writes bytes as hexadecimal digits. For `#[serde(with = "crate::bytes")]`.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<S: Serializer, B: AsRef<[u8]>>(bytes: &B, serializer: S) -> Result<S::Ok, S::Error> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |at: u8| char::from(DIGITS[usize::from(at)]);
    let text: String = bytes
        .as_ref()
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect();
    serializer.serialize_str(&text)
}

/// Reads bytes from hexadecimal digits.
///
/// # Errors
/// When the text is not that, or has not as many bytes as the field holds.
pub fn deserialize<'de, D: Deserializer<'de>, B: TryFrom<Vec<u8>>>(deserializer: D) -> Result<B, D::Error> {
    let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
    let wrong = || serde::de::Error::custom("these are not bytes in hexadecimal digits");
    let digit = |at: u8| char::from(at).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return Err(wrong());
    }
    let bytes: Option<Vec<u8>> = pairs
        .iter()
        .map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?))
        .collect();
    B::try_from(bytes.ok_or_else(wrong)?).map_err(|_| wrong())
}
