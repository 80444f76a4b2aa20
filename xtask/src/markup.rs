//! Just enough HTML to find an opening tag, its attributes and the plain text after it.
//!
//! The pages are our own, so this reads well-formed markup and nothing else.

use std::ops::Range;

/// An attribute as it stands in a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// Its name, as written.
    pub name: String,
    /// Its value without quotes; empty when there is none.
    pub value: String,
    /// The bytes of the value, without its quotes.
    pub span: Range<usize>,
}

/// An opening tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// The element's name, such as `link`.
    pub name: String,
    /// Its attributes, in order.
    pub attributes: Vec<Attribute>,
    /// From `<` to just after `>`.
    pub span: Range<usize>,
}

impl Tag {
    /// The value of an attribute, if the tag has it.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        self.attribute(name).map(|attribute| attribute.value.as_str())
    }

    /// An attribute, if the tag has it.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }
}

/// All opening tags of a page, in order; remarks are passed over.
#[must_use]
pub fn tags(page: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = page.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + offset;
        let rest = &page[start..];
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(page.len(), |end| start + end + 3);
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let tag = tag_at(page, start);
            at = tag.span.end;
            found.push(tag);
        } else {
            at = start + 1;
        }
    }
    found
}

fn tag_at(page: &str, start: usize) -> Tag {
    let bytes = page.as_bytes();
    let is_space = |at: usize| bytes[at].is_ascii_whitespace();
    let word_end = |mut at: usize, stops: &[u8]| {
        while at < bytes.len() && !is_space(at) && !stops.contains(&bytes[at]) {
            at += 1;
        }
        at
    };
    let mut at = word_end(start + 1, b"/>");
    let name = page[start + 1..at].to_ascii_lowercase();
    let mut attributes = Vec::new();
    while at < bytes.len() && bytes[at] != b'>' {
        if is_space(at) || bytes[at] == b'/' {
            at += 1;
            continue;
        }
        let name_end = word_end(at + 1, b"=/>");
        let name = page[at..name_end].to_owned();
        at = name_end;
        let mut span = at..at;
        if bytes.get(at) == Some(&b'=') {
            at += 1;
            span = match bytes.get(at) {
                Some(quote @ (b'"' | b'\'')) => {
                    let from = at + 1;
                    let to = page[from..]
                        .find(char::from(*quote))
                        .map_or(page.len(), |end| from + end);
                    from..to
                }
                _ => at..word_end(at, b">"),
            };
            at = span.end + usize::from(bytes.get(span.end).is_some_and(|byte| matches!(byte, b'"' | b'\'')));
        }
        attributes.push(Attribute {
            name,
            value: page[span.clone()].to_owned(),
            span,
        });
    }
    Tag {
        name,
        attributes,
        span: start..(at + 1).min(page.len()),
    }
}

/// Replaces ranges of a text; they may be given in any order and must not overlap.
#[must_use]
pub fn replace(text: &str, mut changes: Vec<(Range<usize>, String)>) -> String {
    changes.sort_by_key(|(span, _)| span.start);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (span, with) in changes {
        out.push_str(&text[at..span.start]);
        out.push_str(&with);
        at = span.end;
    }
    out.push_str(&text[at..]);
    out
}

/// Text made safe to stand in a page or in a quoted attribute.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_with_and_without_quotes() {
        let page = r#"<!-- <a b> --><P a=1 b="2 > 1" hidden>x</P><br/><img alt=''>"#;
        let found = tags(page);
        let names: Vec<_> = found.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["p", "br", "img"]);
        assert_eq!(found[0].value("a"), Some("1"));
        assert_eq!(found[0].value("b"), Some("2 > 1"));
        assert_eq!(found[0].value("hidden"), Some(""));
        assert_eq!(&page[found[0].span.end..found[0].span.end + 1], "x");
        assert_eq!(found[2].value("alt"), Some(""));
    }

    #[test]
    fn a_cut_off_page_ends_the_reading() {
        for end in 0..24 {
            let _ = tags(&r#"<p a="b" c=d e><!-- f -->"#[..end]);
        }
    }

    #[test]
    fn replacing_keeps_the_rest() {
        assert_eq!(
            replace("abcdef", vec![(4..5, "E".to_owned()), (0..2, String::new())]),
            "cdEf"
        );
    }
}
