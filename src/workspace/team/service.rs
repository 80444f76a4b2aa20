//! What the public page says of the service: asked here, and saved as `service.json`.

mod answers;
mod file;
mod form;
mod keys;
mod part;
mod questions;
mod saved;
mod source;

pub(super) use part::ServicePart;
