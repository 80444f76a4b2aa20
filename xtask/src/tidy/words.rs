//! The words that people read when something went wrong.

use super::Source;

/// Words that blame or say nothing, and what is wrong in a text for people.
const BANNED: [&str; 8] = [
    "please",
    "sorry",
    "invalid",
    "required",
    "forbidden",
    "oops",
    "select an option",
    "illegal",
];

/// Files whose texts are error texts for service users and staff: what the app shows, and what the form asks.
fn speaks_to_people(path: &str) -> bool {
    path.starts_with("src/")
        || path.starts_with("crates/domain/src/referral/")
        || path.starts_with("crates/domain/src/service/")
}

pub(super) fn check(sources: &[Source], broken: &mut Vec<String>) {
    for source in sources
        .iter()
        .filter(|source| source.is("rs") && !source.is_test() && speaks_to_people(&source.path))
    {
        for (number, line) in source.lines_before_tests() {
            if line.trim_start().starts_with("//") {
                continue;
            }
            for text in texts(line) {
                if let Some(word) = banned(text) {
                    broken.push(format!("{}:{number}: `{word}` in a text for people", source.path));
                }
            }
        }
    }
}

/// The quoted texts of a line that look like sentences: names of classes and attributes hold no space.
fn texts(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2).filter(|text| text.contains(' '))
}

fn banned(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let whole = |word: &str| {
        lower.match_indices(word).any(|(at, _)| {
            let before = lower[..at].chars().next_back();
            let after = lower[at + word.len()..].chars().next();
            !before.is_some_and(|c| c.is_alphanumeric() || c == '-')
                && !after.is_some_and(|c| c.is_alphanumeric() || c == '-')
        })
    };
    BANNED.into_iter().find(|word| whole(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn banned_words_are_found_as_whole_words() {
        assert_eq!(banned("Please enter a name"), Some("please"));
        assert_eq!(banned("This is not pleased"), None);
        assert_eq!(banned("aria-invalid and more"), None);
        assert_eq!(texts(r#"f("a b", "c", "d e")"#).collect::<Vec<_>>(), ["a b", "d e"]);
    }
}
