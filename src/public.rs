//! The public page: how a family asks for help, and how the service stays fair.
//!
//! Everything lives in memory and goes with the page. Nothing about a person is in an address, a title, a store or a file name.

mod app;
mod ask;
mod exit;
mod fault;
mod frame;
mod held;
mod journey;
mod pages;
mod question;
mod route;
mod send;
mod telling;
mod words;

pub use app::{App, start};
