//! The frame of both faces: skip link, banner, navigation, one `main`, help in the same place, live regions.

mod boot;
mod get_help;
mod new_version;
mod page;
mod place;
mod public_shell;
mod sample_band;
mod skip_link;
mod title;
mod workspace_shell;

pub use boot::start;
pub use get_help::{GetHelp, HelpContact};
pub use new_version::NewVersion;
pub use page::{Page, QuestionPage};
pub use public_shell::PublicShell;
pub use sample_band::SampleBand;
pub use skip_link::SkipLink;
pub use title::SiteName;
pub use workspace_shell::WorkspaceShell;
