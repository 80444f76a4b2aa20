//! An e-mail begun for the person, in whatever program they use.

/// The address that opens a new e-mail with a subject and a first line. A file cannot be added this way.
#[must_use]
pub fn mail_link(email: &str, subject: &str, body: &str) -> String {
    let part = |text: &str| String::from(js_sys::encode_uri_component(text));
    format!("mailto:{email}?subject={}&body={}", part(subject), part(body))
}
