//! `policy.html`: how the service stays fair, in plain words, on a page that needs no wasm and no script (SPS-2, LEI-35, CAM-12).
//!
//! Its frame is the public page's own, so that it looks the same; its words are those that the app shows.

use std::path::Path;

use evenhand_domain::service::{ServiceFile, ServiceFileError};
use evenhand_policy::{
    profile::Profile,
    publication::{PublicNames, Publication, PublicationError},
};

use super::{DistError, read, write};
use crate::{
    markup::{escape, replace, tags},
    project::Project,
};

/// Why the page of the policy cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    /// `service.json` has a fault.
    #[error("public/service.json: {0}")]
    Service(#[from] ServiceFileError),
    /// The words of the policy cannot be read.
    #[error(transparent)]
    Words(#[from] PublicationError),
    /// The public page has no main part to put the words in.
    #[error("index.html has no <main> with its end, in which the words of the policy could stand")]
    Frame,
}

/// Writes the page into a laid-out site; a project without `service.json` has none.
///
/// # Errors
/// When `service.json` has a fault, or a file cannot be read or written.
pub(super) fn write_page(project: &Project, site: &Path) -> Result<(), DistError> {
    let service = project.root.join("public/service.json");
    if !service.is_file() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&read(&service)?).into_owned();
    let service = ServiceFile::parse(&text).map_err(PolicyError::from)?;
    let frame = String::from_utf8_lossy(&read(&site.join("index.html"))?).into_owned();
    let page = page(&frame, &service)?;
    write(&site.join("policy.html"), page.as_bytes())
}

fn page(frame: &str, service: &ServiceFile) -> Result<String, PolicyError> {
    let mut changes = Vec::new();
    let mut main = None;
    for tag in tags(frame) {
        let rest = frame.get(tag.span.end..).unwrap_or_default();
        let loads = tag.name == "link" && matches!(tag.value("rel"), Some("modulepreload" | "preload"));
        if tag.name == "script" {
            let end = rest.find("</script>").ok_or(PolicyError::Frame)?;
            changes.push((tag.span.start..tag.span.end + end + "</script>".len(), String::new()));
        } else if loads && tag.value("as") != Some("font") {
            changes.push((tag.span.clone(), String::new()));
        } else if tag.name == "title" {
            let end = rest.find('<').ok_or(PolicyError::Frame)?;
            let title = format!("How we stay fair – {}", service.name);
            changes.push((tag.span.end..tag.span.end + end, escape(&title)));
        } else if tag.name == "main" && main.is_none() {
            let end = rest.find("</main>").ok_or(PolicyError::Frame)?;
            main = Some(tag.span.end..tag.span.end + end);
        }
    }
    let main = main.ok_or(PolicyError::Frame)?;
    changes.retain(|(span, _)| !main.contains(&span.start));
    changes.push((main, words(service)?));
    Ok(replace(frame, changes))
}

fn words(service: &ServiceFile) -> Result<String, PolicyError> {
    let words = &Profile::of(service.profile).words;
    let names = PublicNames {
        service: &service.name,
        funder: &service.funder,
        host: service.host.as_deref().unwrap_or(&service.funder),
        group: words.group,
        chair: words.chair,
    };
    let mut page = String::from(
        "\n          <p><a class=\"back-link\" href=\"./\">Back</a></p>\n          <h1>How we stay fair</h1>\n          <div class=\"prose\">\n",
    );
    for entry in Publication::of(service.profile)?.answers {
        let (question, answer) = (escape(entry.question), escape(&entry.filled(&names)));
        page.push_str(&format!(
            "            <h2>{question}</h2>\n            <p>{answer}</p>\n"
        ));
    }
    let (last, next) = (service.policy.last_review.long(), service.policy.next_review.long());
    page.push_str(&format!(
        "            <h2>When we last looked at this</h2>\n            <p>Last checked: {last}. Next check: {next}.</p>\n          </div>\n        "
    ));
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sps_2_the_words_stand_in_the_frame_and_nothing_runs() {
        let service = std::fs::read_to_string(Project::here().root.join("public/service.json")).unwrap();
        let service = ServiceFile::parse(&service).unwrap();
        let frame = "<title>x</title><link rel=modulepreload href=a.js><script src=a></script><main id=\"main\"><h1>old</h1></main><footer>f</footer>";
        let page = page(frame, &service).unwrap();
        assert!(
            !page.contains("script") && !page.contains("old") && !page.contains("a.js"),
            "{page}"
        );
        assert!(
            page.contains("<h1>How we stay fair</h1>") && page.contains("<footer>f</footer>"),
            "{page}"
        );
        assert_eq!(page.matches("<h2>").count(), 9, "eight questions and the dates");
        assert!(!page.contains('{'), "{page}");
    }
}
