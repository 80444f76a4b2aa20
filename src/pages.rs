//! The pages of the workspace.

pub mod gallery;
