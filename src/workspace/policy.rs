//! Our policy: what the service works by, in plain words, from the same data that the software goes by.

mod age;
mod line;
mod page;
mod reviews;
mod said;

pub(super) use page::PolicyPage;
