//! From where the answers came that stand on the page.

/// Where what stands in the questions came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    Looking,
    Site,
    Chosen,
    /// Begun with an empty one; the file beside this page is of this other service.
    Other(String),
    Begun,
}

impl Source {
    /// In words, above the questions.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Looking => "Looking for the present file…".into(),
            Self::Site => "These are the answers that your public page gives now.".into(),
            Self::Chosen => "These are the answers of the file you chose.".into(),
            Self::Other(name) => {
                format!("The public page here is of another service, {name}. So these begin blank.")
            }
            Self::Begun => "These begin blank.".into(),
        }
    }
}
