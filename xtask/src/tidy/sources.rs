//! What a source file may be and hold: its length, its remarks, its addresses.

use super::Source;

/// A file that shows something on a screen stays this short, in lines before its tests.
const SCREEN_LINES: usize = 200;
/// Every other Rust file.
const OTHER_LINES: usize = 400;

pub(super) fn check(sources: &[Source], broken: &mut Vec<String>) {
    for source in sources {
        if source.is("rs") {
            length(source, broken);
            rust(source, broken);
        }
        if source.is("html") {
            page(source, broken);
        }
        everywhere(source, broken);
    }
}

fn length(source: &Source, broken: &mut Vec<String>) {
    let screen = source.path.starts_with("src/") && source.text.contains("view!");
    let limit = if screen { SCREEN_LINES } else { OTHER_LINES };
    let lines = source.lines_before_tests().count();
    if lines > limit && !source.is_test() {
        broken.push(format!(
            "{}: {lines} lines before its tests; {limit} are the most",
            source.path
        ));
    }
}

fn rust(source: &Source, broken: &mut Vec<String>) {
    let app = source.path.starts_with("src/");
    for (number, line) in source.lines_before_tests() {
        let mut fault = |what: &str| broken.push(format!("{}:{number}: {what}", source.path));
        if app
            && [" style=\"", " style={", " style=format"]
                .iter()
                .any(|word| line.contains(word))
        {
            fault("a style attribute, which the Content-Security-Policy refuses; use a class or data attribute");
        }
        if app
            && !source.path.ends_with("route.rs")
            && !source.path.ends_with("routes.rs")
            && line.contains("href=\"#/")
        {
            fault("an address written by hand; use the route's href()");
        }
        if app && (line.contains("innerHTML") || line.contains("inner_html=")) {
            fault("markup set from a string");
        }
    }
    let folder = source.path.rsplit('/').nth(1).unwrap_or_default();
    let name = source
        .path
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .trim_end_matches(".rs");
    if ["utils", "helpers", "common", "misc"]
        .iter()
        .any(|word| folder == *word || name == *word)
    {
        broken.push(format!(
            "{}: a file or folder is named after what it holds",
            source.path
        ));
    }
}

fn page(source: &Source, broken: &mut Vec<String>) {
    for tag in crate::markup::tags(&source.text) {
        if tag.attribute("style").is_some() || tag.name == "style" {
            broken.push(format!("{}: <{}> carries its own style", source.path, tag.name));
        }
        if tag.name == "script" && tag.value("src").is_none() {
            broken.push(format!("{}: a script inside the page", source.path));
        }
        if tag.attributes.iter().any(|attribute| attribute.name.starts_with("on")) {
            broken.push(format!("{}: <{}> has an event attribute", source.path, tag.name));
        }
        let address = tag
            .value("src")
            .or_else(|| tag.value("href").filter(|_| tag.name == "link"));
        if address.is_some_and(|address| address.starts_with('/') || address.contains("://")) {
            broken.push(format!("{}: <{}> needs a relative address", source.path, tag.name));
        }
    }
}

fn everywhere(source: &Source, broken: &mut Vec<String>) {
    // Spelt in pieces, so that this file does not find itself.
    let unfinished = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
        concat!("HA", "CK"),
    ];
    let machine = [
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!("/wo", "rk/"),
        concat!("../sha", "red"),
    ];
    for (index, line) in source.text.lines().enumerate() {
        let words = || line.split(|c: char| !c.is_ascii_alphanumeric());
        if let Some(word) = unfinished.iter().find(|word| words().any(|part| part == **word)) {
            broken.push(format!(
                "{}:{}: {word}: finish it or write it down as an issue",
                source.path,
                index + 1
            ));
        }
        if let Some(path) = machine.iter().find(|path| line.contains(**path)) {
            broken.push(format!("{}:{}: {path}: a path of one machine", source.path, index + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, text: &str) -> Vec<String> {
        let mut broken = Vec::new();
        check(
            &[Source {
                path: path.to_owned(),
                text: text.to_owned(),
            }],
            &mut broken,
        );
        broken
    }

    #[test]
    fn each_rule_finds_its_fault() {
        assert_eq!(faults("src/pages/a.rs", "view! { <p style=\"x\"/> }").len(), 1);
        assert_eq!(faults("src/pages/a.rs", "<a href=\"#/x\">").len(), 1);
        assert_eq!(faults("src/app/route.rs", "<a href=\"#/x\">").len(), 0);
        assert_eq!(faults("crates/x/src/utils.rs", "").len(), 1);
        assert_eq!(faults("index.html", "<script>1</script><p onclick=a style=b>").len(), 3);
        assert_eq!(faults("index.html", "<link rel=x href=\"/a.css\">").len(), 1);
        assert_eq!(faults("src/a.rs", &"view!\n".repeat(201)).len(), 1);
        assert_eq!(
            faults(
                "crates/x/src/a.rs",
                &format!("{}#[cfg(test)]\n{}", "\n".repeat(400), "\n".repeat(90))
            )
            .len(),
            0
        );
    }
}
