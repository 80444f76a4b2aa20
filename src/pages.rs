//! A page that belongs to neither face: every component in every state.

pub mod gallery;
