//! Evenhand, as it is seen: components, the frame around every page, and the pages of both faces.

#![allow(
    unreachable_pub,
    reason = "a component and the properties that its macro makes are `pub` in a module of their own; what leaves the crate is said here"
)]

pub mod components;
pub mod layout;
pub mod markup;
pub mod pages;
pub mod platform;
pub mod public;
pub mod workspace;

pub(crate) use evenhand_markup::view;
