//! Evenhand, as it is seen: components, the frame around every page, and the pages of both faces.

pub mod components;
pub mod layout;
pub mod pages;
pub mod platform;
pub mod public;
pub mod workspace;
