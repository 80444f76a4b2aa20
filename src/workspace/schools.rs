//! Schools, nurseries and colleges: the national register as the service keeps it, and the box in which one is named.

mod page;
mod read;
mod school_box;

pub(crate) use page::SchoolsPage;
pub(crate) use school_box::SchoolBox;
