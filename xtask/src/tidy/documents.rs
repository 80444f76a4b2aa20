//! A document that names a file is wrong as soon as the file moves.

use std::path::Path;

use super::Source;

const DOCUMENTS: [&str; 7] = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/browsers.md",
    "docs/hosting.md",
    "tests/README.md",
];

/// First parts of a path that make a word in code marks a path of this project.
const ROOTS: [&str; 10] = [
    "src/", "crates/", "xtask/", "tests/", "docs/", "style/", "public/", ".ci/", ".cargo/", "locales/",
];

pub(super) fn check(root: &Path, sources: &[Source], broken: &mut Vec<String>) {
    for source in sources
        .iter()
        .filter(|source| DOCUMENTS.contains(&source.path.as_str()))
    {
        for (index, line) in source.text.lines().enumerate() {
            for path in paths(line) {
                if !root.join(path).exists() {
                    broken.push(format!(
                        "{}:{}: names {path}, which is not there",
                        source.path,
                        index + 1
                    ));
                }
            }
        }
    }
}

/// Paths of this project between code marks; patterns such as `src/*` are not checked.
fn paths(line: &str) -> impl Iterator<Item = &str> {
    let marked = line.split('`').skip(1).step_by(2);
    marked.filter(|word| ROOTS.iter().any(|root| word.starts_with(root)) && !word.contains(['*', '{', '<', ' ', '…']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_plain_paths_are_looked_up() {
        let line = "`src/lib.rs`, `src/*.rs`, `cargo test`, `docs/adr`, src/unmarked.rs";
        assert_eq!(paths(line).collect::<Vec<_>>(), ["src/lib.rs", "docs/adr"]);
    }
}
