//! What `service.json` says, written into the pages: a phone that never gets the wasm still shows whom to call.

use std::path::Path;

use serde_json::Value;

use super::{DistError, Page, read, write};
use crate::{
    markup::{Tag, escape, replace, tags},
    project::Project,
};

/// Why a page cannot be finished.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// `service.json` is not JSON.
    #[error("public/service.json is not JSON: {0}")]
    Service(serde_json::Error),
    /// A marked element holds more than text, so that filling it in would destroy something.
    #[error("{file}: the element marked data-service=\"{key}\" must hold text only")]
    NotText {
        /// The page.
        file: &'static str,
        /// The mark.
        key: String,
    },
    /// A page starts no wasm.
    #[error("{0}: Trunk left no starting script; the page needs <link data-trunk rel=\"rust\" data-bin=\"...\">")]
    NoStart(&'static str),
}

/// Fills one laid-out page in.
///
/// # Errors
/// When a mark is used wrongly or a file cannot be read or written.
pub(super) fn finish(project: &Project, site: &Path, page: Page) -> Result<(), DistError> {
    let path = site.join(page.file);
    let text = String::from_utf8_lossy(&read(&path)?).into_owned();
    let service = read(&project.root.join("public/service.json"));
    let service = match service {
        Ok(bytes) => serde_json::from_slice(&bytes).map_err(PageError::Service)?,
        Err(_) => Value::Null,
    };
    write(&path, fill(&text, page.file, &service)?.as_bytes())
}

fn fill(text: &str, file: &'static str, service: &Value) -> Result<String, PageError> {
    let tags = tags(text);
    if !tags.iter().any(|tag| tag.value("data-wasm").is_some()) {
        return Err(PageError::NoStart(file));
    }
    let mut changes = Vec::new();
    for tag in &tags {
        if let Some(key) = tag.value("data-service") {
            let span = text_of(text, tag).ok_or_else(|| PageError::NotText {
                file,
                key: key.to_owned(),
            })?;
            if let Some(words) = look_up(service, key) {
                changes.push((span, escape(&words)));
            }
        }
        if let (Some(key), Some(href)) = (tag.value("data-service-href"), tag.attribute("href"))
            && let Some(address) = address(service, key)
        {
            changes.push((href.span.clone(), escape(&address)));
        }
        // A picture of the service's own, named by its name, lies beside the page.
        let at_end = tag.span.end - 1..tag.span.end - 1;
        if let (Some(key), Some(alt)) = (tag.value("data-service-src"), tag.attribute("alt"))
            && let Some(file) = look_up(service, key)
        {
            changes.push((alt.span.clone(), escape(&look_up(service, "name").unwrap_or_default())));
            changes.push((at_end.clone(), format!(" src=\"./{}\"", escape(&file))));
        }
        // What a service does not have is not shown: no label without its number. What stands for it is shown in its place.
        let lacks = |key: &str| look_up(service, key).is_none();
        let is_hidden = tag
            .value("data-service-if")
            .is_some_and(|key| lacks(key) && service.is_object())
            || tag.value("data-service-unless").is_some_and(|key| !lacks(key));
        if is_hidden {
            changes.push((at_end, " hidden".to_owned()));
        }
        if let (Some(_), Some(name)) = (tag.attribute("data-service-title"), look_up(service, "name")) {
            let span = text_of(text, tag).ok_or_else(|| PageError::NotText {
                file,
                key: "title".to_owned(),
            })?;
            changes.push((span, escape(&title(file, &name))));
        }
    }
    Ok(replace(text, changes))
}

/// The title before the app sets one: the service's own name, and which page it is.
fn title(file: &str, name: &str) -> String {
    if file == "workspace.html" {
        format!("Workspace – {name}")
    } else {
        name.to_owned()
    }
}

/// The bytes between an opening tag and its own closing tag, if nothing but text stands there.
fn text_of(text: &str, tag: &Tag) -> Option<std::ops::Range<usize>> {
    let from = tag.span.end;
    let to = from + text.get(from..)?.find('<')?;
    text[to..].starts_with(&format!("</{}", tag.name)).then_some(from..to)
}

/// A text or number in `service.json` by its dotted path, such as `contacts.phone`. Lists of texts are joined by commas; opening hours, a
/// list of days and times, by semicolons. What is empty is as good as absent.
fn look_up(service: &Value, key: &str) -> Option<String> {
    let found = match key.split('.').try_fold(service, |at, part| at.get(part))? {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(items) if items.iter().all(Value::is_string) => {
            items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
        }
        Value::Array(items) => {
            let one = |item: &Value| {
                Some(format!(
                    "{} {}",
                    item.get("days")?.as_str()?,
                    item.get("open")?.as_str()?
                ))
            };
            items.iter().map(one).collect::<Option<Vec<_>>>()?.join("; ")
        }
        _ => return None,
    };
    (!found.trim().is_empty()).then_some(found)
}

/// `tel:contacts.phone` becomes the telephone's address, `mailto:contacts.email` the mail's; nothing else is an address.
fn address(service: &Value, key: &str) -> Option<String> {
    let (scheme, key) = key.split_once(':')?;
    let value = look_up(service, key)?;
    match scheme {
        "tel" => Some(format!(
            "tel:{}",
            value
                .chars()
                .filter(|c| c.is_ascii_digit() || *c == '+')
                .collect::<String>()
        )),
        "mailto" => Some(format!("mailto:{}", value.trim())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const START: &str = "<script src='./boot.js' data-wasm='x.wasm'></script>";

    #[test]
    fn texts_and_addresses_are_filled_in() {
        let service = json!({ "name": "A & B", "contact": { "phone": "01632 960 001" } });
        let page = format!(
            r##"<b data-service="name">Us</b><a data-service-href="tel:contact.phone" href="#" data-service="contact.phone">-</a>{START}"##
        );
        let filled = fill(&page, "index.html", &service).unwrap();
        assert!(filled.contains(r#"<b data-service="name">A &amp; B</b>"#), "{filled}");
        assert!(filled.contains(r#"href="tel:01632960001""#), "{filled}");
        assert!(filled.contains(">01632 960 001</a>"), "{filled}");
    }

    #[test]
    fn what_service_json_leaves_out_stays_as_written() {
        let page = format!("<b data-service=\"name\">Us</b>{START}");
        assert_eq!(fill(&page, "index.html", &Value::Null).unwrap(), page);
    }

    #[test]
    fn hours_are_read_out_and_what_a_service_lacks_is_hidden() {
        let service = json!({ "name": "A", "hours": [{ "days": "Monday", "open": "9am to 1pm" }, { "days": "Friday", "open": "all day" }] });
        let page = format!(
            r#"<title data-service-title>T</title><i data-service="hours"></i><li data-service-if="contacts.phone"><li data-service-if="name">{START}"#
        );
        let filled = fill(&page, "workspace.html", &service).unwrap();
        assert!(filled.contains(">Monday 9am to 1pm; Friday all day</i>"), "{filled}");
        assert!(
            filled.contains(r#"<li data-service-if="contacts.phone" hidden><li data-service-if="name">"#),
            "{filled}"
        );
        assert!(filled.contains(">Workspace – A</title>"), "{filled}");
    }

    #[test]
    fn a_services_own_picture_stands_in_the_first_page_in_the_place_of_our_mark() {
        let page = format!(
            r#"<img alt="" data-service-src="logo" data-service-if="logo"><b data-service-unless="logo">x</b>{START}"#
        );
        let own = json!({ "name": "A & B", "logo": "own.svg" });
        let filled = fill(&page, "index.html", &own).unwrap();
        let img = r#"<img alt="A &amp; B" data-service-src="logo" data-service-if="logo" src="./own.svg">"#;
        assert!(filled.starts_with(img), "{filled}");
        assert!(filled.contains(r#"<b data-service-unless="logo" hidden>"#), "{filled}");
        let none = fill(&page, "index.html", &json!({ "name": "A", "logo": null })).unwrap();
        assert!(none.contains(r#"data-service-if="logo" hidden>"#), "{none}");
        assert!(none.contains(r#"<b data-service-unless="logo">"#), "{none}");
    }

    #[test]
    fn markup_in_service_json_stays_text() {
        let service = json!({ "name": "<img src=x onerror=alert(1)>" });
        let filled = fill(&format!("<b data-service=name>Us</b>{START}"), "index.html", &service).unwrap();
        assert!(!filled.contains("<img"), "{filled}");
    }

    #[test]
    fn a_marked_element_with_children_is_refused() {
        let page = format!("<p data-service=name><b>x</b></p>{START}");
        assert!(matches!(
            fill(&page, "index.html", &Value::Null),
            Err(PageError::NotText { .. })
        ));
    }
}
