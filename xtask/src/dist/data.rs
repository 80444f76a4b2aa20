//! What a page fetches when it is needed, from files of its own: it would weigh on the first load of everybody as a part of the program.

use super::{DistError, layout::HASHED, read, release, write};
use crate::project::Project;

/// A file of data: of which page, under which name, made of which sources.
struct Data {
    page: &'static str,
    name: &'static str,
    sources: &'static [&'static str],
}

/// All of them.
const ALL: [Data; 4] = [
    Data {
        page: "public",
        name: "fairness",
        sources: &["crates/policy/data/fairness.txt"],
    },
    Data {
        page: "workspace",
        name: "wording",
        sources: &[
            "crates/recording/data/words.txt",
            "crates/recording/data/rules.txt",
            "crates/recording/data/groups.txt",
            "crates/recording/data/weights.txt",
        ],
    },
    Data {
        page: "workspace",
        name: "prompts",
        sources: &["crates/policy/data/prompts.txt"],
    },
    Data {
        page: "workspace",
        name: "options",
        sources: &["crates/policy/data/options.txt"],
    },
];

/// A file of data as it lies in the site.
pub(super) struct Laid {
    /// The page that fetches it.
    pub(super) page: &'static str,
    /// Under which name the page asks for it.
    pub(super) name: &'static str,
    /// Its path in the site, with its hash.
    pub(super) file: String,
    pub(super) integrity: String,
}

impl Laid {
    /// What tells the page where it lies, and what it holds it to.
    pub(super) fn attribute(&self) -> String {
        format!(" data-{}=\"./{} {}\"", self.name, self.file, self.integrity)
    }
}

/// Every source that goes into these files.
pub(super) fn sources() -> impl Iterator<Item = &'static str> {
    ALL.iter().flat_map(|data| data.sources).copied()
}

/// Lays all of them into the site.
///
/// # Errors
/// When a file cannot be read or written.
pub(super) fn write_all(project: &Project, site: &std::path::Path) -> Result<Vec<Laid>, DistError> {
    let one = |data: &Data| {
        let mut text = String::new();
        for source in data.sources {
            let whole = read(&project.root.join(source))?;
            text.push_str(&without_remarks(&String::from_utf8_lossy(&whole)));
        }
        let integrity = release::integrity(text.as_bytes());
        let file = format!("{HASHED}/{}-{}.txt", data.name, integrity.short());
        write(&site.join(&file), text.as_bytes())?;
        Ok(Laid {
            page: data.page,
            name: data.name,
            file,
            integrity: integrity.0,
        })
    };
    ALL.iter().map(one).collect()
}

/// A text without the lines that only explain it.
fn without_remarks(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::without_remarks;

    #[test]
    fn remarks_stay_behind() {
        assert_eq!(without_remarks("# why\na: b\n\n+ c: d#\n"), "a: b\n+ c: d#\n");
    }
}
