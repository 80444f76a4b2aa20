//! The house style of CSS: one place for colours, sizes that follow the reader's own, no left and right.

use super::Source;

/// Properties that name a side of the page; a page read from right to left has other sides.
const SIDES: [&str; 18] = [
    "margin-left",
    "margin-right",
    "margin-top",
    "margin-bottom",
    "padding-left",
    "padding-right",
    "padding-top",
    "padding-bottom",
    "border-left",
    "border-right",
    "border-top",
    "border-bottom",
    "left",
    "right",
    "top",
    "bottom",
    "border-top-left-radius",
    "border-top-right-radius",
];

pub(super) fn check(sources: &[Source], broken: &mut Vec<String>) {
    for source in sources
        .iter()
        .filter(|source| source.path.starts_with("style/") && source.is("css"))
    {
        let text = without_remarks(&source.text);
        for (index, line) in text.lines().enumerate() {
            let mut fault = |what: &str| broken.push(format!("{}:{}: {what}", source.path, index + 1));
            if !source.path.ends_with("tokens.css") && has_hex_colour(line) {
                fault("a colour; colours live in tokens.css");
            }
            let emergency = source.path.ends_with("print.css") || source.path.contains("exit");
            if line.contains("!important") && !emergency {
                fault("!important, which only print and the exit overlay may use");
            }
            for (property, value) in declarations(line) {
                if property.starts_with("font") && has_px(value) {
                    fault("a font size in px does not grow with the reader's own size; use rem");
                }
                if SIDES.contains(&property) {
                    fault("a side of the page; use the logical property (inline-start, block-end, inset-...)");
                }
                if property == "text-align" && ["left", "right"].contains(&value.trim_end_matches(';').trim()) {
                    fault("text-align takes start or end");
                }
            }
            if selects_an_id(line) {
                fault("an id in a selector; use a class or an attribute");
            }
        }
    }
}

/// The same text with every remark blanked, so that line numbers stay.
fn without_remarks(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        let end = rest[start..].find("*/").map_or(rest.len(), |end| start + end + 2);
        out.push_str(&rest[..start]);
        out.extend(rest[start..end].chars().filter(|c| *c == '\n'));
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// Property and value of each declaration on a line.
fn declarations(line: &str) -> impl Iterator<Item = (&str, &str)> {
    line.split(['{', ';', '}'])
        .filter_map(|part| part.split_once(':'))
        .map(|(name, value)| (name.trim(), value.trim()))
}

fn has_hex_colour(line: &str) -> bool {
    declarations(line).any(|(_, value)| {
        value.split('#').skip(1).any(|after| {
            let digits = after.chars().take_while(char::is_ascii_hexdigit).count();
            let ends = !after[digits..].starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_');
            ends && [3, 4, 6, 8].contains(&digits)
        })
    })
}

fn has_px(value: &str) -> bool {
    value
        .match_indices("px")
        .any(|(at, _)| value[..at].ends_with(|c: char| c.is_ascii_digit()))
}

fn selects_an_id(line: &str) -> bool {
    let Some(selector) = line.trim().strip_suffix('{') else {
        return false;
    };
    !selector.starts_with('@')
        && selector
            .match_indices('#')
            .any(|(at, _)| selector[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, text: &str) -> usize {
        let mut broken = Vec::new();
        check(
            &[Source {
                path: path.to_owned(),
                text: text.to_owned(),
            }],
            &mut broken,
        );
        broken.len()
    }

    #[test]
    fn each_rule_finds_its_fault() {
        assert_eq!(faults("style/a.css", "a { color: #fff; }"), 1);
        assert_eq!(faults("style/tokens.css", ":root { --x: #fff; }"), 0);
        assert_eq!(faults("style/a.css", "/* #fff\n */ a { fill: url(x.svg#lock) }"), 0);
        assert_eq!(
            faults(
                "style/a.css",
                "a { font-size: 14px; margin-left: 1rem; text-align: left }"
            ),
            3
        );
        assert_eq!(faults("style/a.css", "#main {"), 1);
        assert_eq!(faults("style/a.css", "a { color: red !important }"), 1);
        assert_eq!(faults("style/print.css", "a { color: black !important }"), 0);
        assert_eq!(
            faults(
                "style/a.css",
                "a { inset-inline-start: 0; border-block-end: 1px solid }"
            ),
            0
        );
    }
}
