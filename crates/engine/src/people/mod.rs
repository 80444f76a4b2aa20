//! The people of the service: joining, declaring, changing, leaving.

pub mod add;
pub mod declare;
pub mod leave;
pub mod person;
