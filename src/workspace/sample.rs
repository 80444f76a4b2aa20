//! The page that makes the sample, and removes it. It is a program of its own, so that no service carries the sample's texts.

mod app;
mod begin;
mod making;
mod measure;
mod there;

pub use app::start;
