//! Wordings that a worker left as they are, kept as one text, so that the draft of a form holds them too.

use evenhand_domain::case::contact::KeptWording;
use leptos::prelude::*;

/// All that were left; those without a reason too.
pub(super) fn all(kept: &str) -> Vec<KeptWording> {
    serde_json::from_str(kept).unwrap_or_default()
}

/// Leaves one more as it is.
pub(super) fn leave(kept: RwSignal<String>, words: &str, why: &str) {
    let mut all = kept.with_untracked(|kept| all(kept));
    all.push(KeptWording {
        words: words.to_owned(),
        why: why.trim().to_owned(),
    });
    keep(kept, &all);
}

/// Puts what was left into the text of a form.
pub(crate) fn keep(kept: RwSignal<String>, all: &[KeptWording]) {
    // Texts alone: this cannot fail.
    kept.set(serde_json::to_string(all).unwrap_or_default());
}

/// Those that were left for a reason and still stand in one of these texts.
pub(crate) fn reasons(kept: RwSignal<String>, texts: &[&str]) -> Vec<KeptWording> {
    let mut all = kept.with_untracked(|kept| all(kept));
    all.retain(|one| !one.why.is_empty() && texts.iter().any(|text| text.contains(&one.words)));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sps_13_a_reason_is_kept_as_long_as_its_words_stand() {
        Owner::new().with(|| {
            let kept = RwSignal::new(String::new());
            leave(kept, "must act", "");
            leave(kept, "refused", " It is in the letter \n");
            assert_eq!(all(&kept.get_untracked()).len(), 2);
            let of = |text: &str| reasons(kept, &["", text]);
            assert_eq!(of("LA refused and must act")[0].why, "It is in the letter");
            assert_eq!(of("LA refused and must act").len(), 1);
            assert!(of("LA must act").is_empty());
        });
    }
}
