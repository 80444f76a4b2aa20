//! Closing: the outcome, the chance to say how it went, and what was left open knowingly.

use serde::{Deserialize, Serialize};

/// How feedback was offered (LEI-33, WES-16).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeedbackWay {
    /// A paper slip that carries no code.
    Slip,
    /// The link to the public page.
    Link,
    /// A device in the office.
    Device,
    /// They did not want it.
    Declined,
    /// It would not have been right to ask now.
    NotNow,
}

/// A chance to say how the service did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedbackOffer {
    /// How.
    pub way: FeedbackWay,
    /// Why not, where it was not offered.
    #[serde(default)]
    pub why: String,
}

/// How the case ended.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Closing {
    /// What came of it, factually.
    pub outcome: String,
    /// How the person sees it, in their words (SPS-21).
    #[serde(default)]
    pub as_they_see_it: String,
    /// What the policy asks and was not there, each as `clause: words`, left open knowingly.
    #[serde(default)]
    pub left_open: Vec<String>,
    /// Why it was closed all the same.
    #[serde(default)]
    pub why_left_open: String,
}
