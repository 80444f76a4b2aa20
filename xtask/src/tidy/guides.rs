//! A guide is wrong as soon as a screen says something else: every word that it prints in bold is a text of the app, and its pictures
//! are there, are told to those who do not see them, and stay small.

use std::{collections::BTreeSet, fs, path::Path};

use super::Source;

const GUIDES: &str = "docs/guides/";
const PICTURES: &str = "docs/pictures/guides";
/// The most that one picture, and all of them, may weigh in bytes: the guides are read over slow lines too.
const PICTURE: u64 = 60 * 1024;
const ALL_PICTURES: u64 = 1536 * 1024;

pub(super) fn check(root: &Path, sources: &[Source], broken: &mut Vec<String>) {
    let shown = shown(sources);
    let mut used = BTreeSet::new();
    for source in sources
        .iter()
        .filter(|source| source.path.starts_with(GUIDES) && source.is("md"))
    {
        for (number, line) in (1..).zip(source.text.lines()) {
            let mut fault = |what: String| broken.push(format!("{}:{number}: {what}", source.path));
            for words in bold(line).filter(|words| !shown.contains(&plain(words))) {
                fault(format!("**{words}** is no text of the app"));
            }
            for (told, picture) in pictures(line) {
                let name = picture.rsplit('/').next().unwrap_or_default();
                used.insert(name.to_owned());
                if told.trim().is_empty() {
                    fault(format!("{picture} has no words for those who do not see it"));
                }
                if !root.join(PICTURES).join(name).is_file() {
                    fault(format!(
                        "{picture} is not there; `cargo xtask screenshots guides` takes it"
                    ));
                }
            }
        }
    }
    weigh(root, &used, broken);
}

/// Pictures that no guide shows are taken away; the others stay small.
fn weigh(root: &Path, used: &BTreeSet<String>, broken: &mut Vec<String>) {
    let mut all = 0;
    for entry in fs::read_dir(root.join(PICTURES)).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let weight = entry.metadata().map_or(0, |found| found.len());
        all += weight;
        if !used.contains(&name) {
            broken.push(format!("{PICTURES}/{name}: no guide shows it"));
        }
        if weight > PICTURE {
            broken.push(format!("{PICTURES}/{name}: {weight} bytes; {PICTURE} are the most"));
        }
    }
    if all > ALL_PICTURES {
        broken.push(format!("{PICTURES}: {all} bytes; {ALL_PICTURES} are the most"));
    }
}

/// Every text of the app, as it is compared: what is filled in later is an ellipsis, as the guides print it.
fn shown(sources: &[Source]) -> BTreeSet<String> {
    let speaks = |source: &&Source| source.is("rs") && !source.is_test() && source.path.starts_with("src/");
    let mut shown = BTreeSet::new();
    for source in sources.iter().filter(speaks) {
        let code: Vec<&str> = source.lines_before_tests().map(|(_, line)| line).collect();
        shown.extend(texts(&code.join("\n")).iter().map(|text| plain(text)));
    }
    shown
}

/// Space, apostrophes and placeholders made alike.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((_, after)) = after.split_once('}') else { break };
        out.push_str(before);
        out.push('…');
        rest = after;
    }
    out.push_str(rest);
    let out = out.replace('’', "'");
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The quoted texts of Rust code. Remarks are passed over, and a line that goes on after a backslash is one text.
fn texts(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '/' if letters.peek() == Some(&'/') => {
                letters.by_ref().find(|letter| *letter == '\n');
            }
            // A quotation mark as a letter of its own opens no text.
            '\'' if letters.peek() == Some(&'"') => {
                letters.next();
            }
            '"' => {
                let mut text = String::new();
                while let Some(letter) = letters.next().filter(|letter| *letter != '"') {
                    match (letter, letters.peek()) {
                        ('\\', Some('\n')) => while letters.next_if(|letter| letter.is_whitespace()).is_some() {},
                        ('\\', Some(_)) => text.extend(letters.next()),
                        _ => text.push(letter),
                    }
                }
                found.push(text);
            }
            _ => {}
        }
    }
    found
}

/// What a line prints in bold.
fn bold(line: &str) -> impl Iterator<Item = &str> {
    line.split("**").skip(1).step_by(2)
}

/// The pictures of a line: what is told of each, and its path.
fn pictures(line: &str) -> impl Iterator<Item = (&str, &str)> {
    line.split("![").skip(1).filter_map(|rest| {
        let (told, rest) = rest.split_once("](")?;
        Some((told, rest.split_once(')')?.0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_in_bold_is_looked_up_as_the_screen_shows_it() {
        let code = "// \"a remark\"\nlet a = '\"'; f(\"Save contact\", format!(\"What {name} wants\"), \"one \\\n    line\", \"Don’t\")";
        let source = Source {
            path: "src/a.rs".to_owned(),
            text: code.to_owned(),
        };
        let shown = shown(&[source]);
        for words in ["Save contact", "What … wants", "one line", "Don't"] {
            assert!(shown.contains(&plain(words)), "{words} is not among {shown:?}");
        }
        assert!(!shown.contains("Save"), "part of a text is not the text");
        assert!(!shown.contains("a remark"));
    }

    #[test]
    fn bold_words_and_pictures_are_found_in_a_line() {
        let line = "Press **Save contact**, then **Lock**. ![The lock](../pictures/guides/lock.webp)";
        assert_eq!(bold(line).collect::<Vec<_>>(), ["Save contact", "Lock"]);
        assert_eq!(
            pictures(line).collect::<Vec<_>>(),
            [("The lock", "../pictures/guides/lock.webp")]
        );
    }

    #[test]
    fn a_guide_that_has_gone_stale_is_named() {
        let source = |path: &str, text: &str| Source {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        let sources = [
            source("docs/guides/a.md", "Press **Save**.\n![](x/none.webp)"),
            source("src/a.rs", "\"Keep\""),
        ];
        let mut broken = Vec::new();
        check(Path::new("/nowhere"), &sources, &mut broken);
        assert_eq!(broken.len(), 3, "{broken:?}");
        assert!(
            broken[0].contains("a.md:1") && broken[0].contains("**Save**"),
            "{broken:?}"
        );
        assert!(
            broken[1].contains("no words") && broken[2].contains("not there"),
            "{broken:?}"
        );
    }
}
